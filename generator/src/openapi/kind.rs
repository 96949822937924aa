//! The kinds of values that `type` names.

use super::Value;

/// The words of `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `object`.
    Object,
    /// `array`.
    Array,
    /// `number`.
    Number,
    /// `integer`.
    Integer,
    /// `string`.
    String,
}

/// Which types each keyword speaks of.
const KEYWORDS: [(&str, &[Kind]); 16] = [
    ("minLength", &[Kind::String]),
    ("maxLength", &[Kind::String]),
    ("pattern", &[Kind::String]),
    ("minimum", &[Kind::Integer, Kind::Number]),
    ("maximum", &[Kind::Integer, Kind::Number]),
    ("exclusiveMinimum", &[Kind::Integer, Kind::Number]),
    ("exclusiveMaximum", &[Kind::Integer, Kind::Number]),
    ("multipleOf", &[Kind::Integer, Kind::Number]),
    ("items", &[Kind::Array]),
    ("minItems", &[Kind::Array]),
    ("maxItems", &[Kind::Array]),
    ("uniqueItems", &[Kind::Array]),
    ("properties", &[Kind::Object]),
    ("additionalProperties", &[Kind::Object]),
    ("minProperties", &[Kind::Object]),
    ("maxProperties", &[Kind::Object]),
];

impl Kind {
    /// The kind with this name.
    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "object" => Self::Object,
            "array" => Self::Array,
            "number" => Self::Number,
            "integer" => Self::Integer,
            "string" => Self::String,
            _ => return None,
        })
    }

    /// The word of `type`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::String => "string",
        }
    }

    /// The kinds of values that a keyword says something about; `None` if it is about all of them.
    pub fn described_by(keyword: &str) -> Option<&'static [Self]> {
        let known = KEYWORDS.iter().find(|(known, _)| *known == keyword);
        known.map(|(_, kinds)| *kinds)
    }

    /// Whether a value is of this kind.
    pub fn admits(self, value: Value<'_>) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.as_bool().is_some(),
            Self::Object => value.members().is_some(),
            Self::Array => value.items().is_some(),
            Self::Number => value.as_number().is_some(),
            Self::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            Self::String => value.as_str().is_some(),
        }
    }
}
