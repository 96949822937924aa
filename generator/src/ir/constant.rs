//! Constants.

/// A scalar that a document states.
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

impl Constant {
    /// The constant as a discriminator's mapping spells it.
    pub fn text(&self) -> String {
        match self {
            Constant::Text(text) | Constant::Number(text) => text.clone(),
            Constant::Integer(value) => value.to_string(),
            Constant::Boolean(value) => value.to_string(),
            Constant::Null => "null".to_owned(),
        }
    }
}
