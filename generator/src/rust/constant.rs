//! Constants.

use std::fmt;

/// The only value of a field, which its type can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// What converts from a string.
    Text(String),
    /// A literal of an integer.
    Integer(i128),
    /// What converts from an integer of 64 bits.
    Enumerated(i64),
    /// A literal of a finite number.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// The `Value` of a null.
    Null,
}

/// As docs name it.
impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Constant::Text(text) => f.write_str(text),
            Constant::Integer(number) => write!(f, "{number}"),
            Constant::Enumerated(number) => write!(f, "{number}"),
            Constant::Number(number) => write!(f, "{number}"),
            Constant::Boolean(boolean) => write!(f, "{boolean}"),
            Constant::Null => f.write_str("null"),
        }
    }
}
