//! Constants.

/// The only value of a property.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Constant {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i128),
    /// Another number, as it is spelled.
    Number(String),
    /// A boolean.
    Boolean(bool),
    /// Null.
    Null,
}
