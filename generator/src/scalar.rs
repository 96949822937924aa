//! The scalar types: what every stage has to know of one is its row in the table here, and its file in the runtime.

use std::ops::RangeInclusive;

macro_rules! scalars {
    ($($(#[doc = $doc:literal])+ $name:ident { $($row:tt)+ })+) => {
        /// A type of JSON values that hold no others.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Scalar {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Scalar {
            /// Every scalar type.
            pub const ALL: &[Scalar] = &[$(Scalar::$name),+];

            /// Its row in the table.
            pub fn row(self) -> Row {
                match self {
                    $(Scalar::$name => Row { $($row)+ },)+
                }
            }
        }
    };
}

scalars! {
    /// `true` or `false`.
    Boolean { json: JsonType::Boolean, rust: "bool", words: "boolean", example: Some("true"), ..Row::TEXT }
    /// An integer of 32 bits with a sign.
    I32 { json: JsonType::Integer, formats: &["int32"], range: Some(i32::MIN.into()..=i32::MAX.into()), rust: "i32", ..Row::INTEGER }
    /// An integer of 64 bits with a sign.
    I64 { json: JsonType::Integer, formats: &["int64"], range: Some(i64::MIN.into()..=i64::MAX.into()), rust: "i64", ..Row::INTEGER }
    /// An integer of 32 bits without a sign.
    U32 { json: JsonType::Integer, formats: &["uint32"], range: Some(u32::MIN.into()..=u32::MAX.into()), rust: "u32", ..Row::INTEGER }
    /// An integer of 64 bits without a sign.
    U64 { json: JsonType::Integer, formats: &["uint64"], range: Some(u64::MIN.into()..=u64::MAX.into()), rust: "u64", ..Row::INTEGER }
    /// A number with a fraction.
    Number { json: JsonType::Number, formats: &["double", "float"], rust: "f64", words: "number", example: Some("1.0"), ..Row::INTEGER }
    /// A string.
    String { ..Row::TEXT }
    /// A date with a time (RFC 3339).
    Timestamp { formats: &["date-time"], rust: "Timestamp", words: "timestamp", files: &["timestamp", "verbatim"], features: &["jiff", "chrono"], ..Row::TEXT }
    /// A date without a time (RFC 3339, `full-date`).
    Date { formats: &["date"], rust: "Date", words: "date", files: &["date", "verbatim"], features: &["jiff", "chrono"], ..Row::TEXT }
    /// Bytes in the alphabet of RFC 4648 section 4.
    Base64 { formats: &["byte", "base64"], rust: "Base64", words: "bytes", files: &["base64"], ..Row::TEXT }
    /// Bytes in the URL-safe alphabet of RFC 4648 section 5.
    Base64Url { formats: &["base64url"], rust: "Base64Url", words: "bytes", files: &["base64_url", "base64"], ..Row::TEXT }
}

/// What there is to know of a scalar type.
#[derive(Clone, Debug)]
pub struct Row {
    /// The type of its values in JSON.
    pub json: JsonType,
    /// The values of `format` that give it.
    pub formats: &'static [&'static str],
    /// The integers that it holds, where it holds integers alone.
    pub range: Option<RangeInclusive<i128>>,
    /// The Rust type.
    pub rust: &'static str,
    /// What the variant of a union is called that holds it.
    pub words: &'static str,
    /// A value in Rust, where one can be written down without knowing what it means.
    pub example: Option<&'static str>,
    /// The files of the runtime that it needs, by name; the first one has the name of the module that defines it.
    pub files: &'static [&'static str],
    /// The features that its module has, each named after the optional dependency that it takes.
    pub features: &'static [&'static str],
}

/// The types of scalars in JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
}

impl Row {
    /// What holds for types that are text, unless they say otherwise.
    const TEXT: Row = Row {
        json: JsonType::String,
        formats: &[],
        range: None,
        rust: "String",
        words: "text",
        example: None,
        files: &[],
        features: &[],
    };

    /// What holds for numbers, unless they say otherwise.
    const INTEGER: Row = Row {
        words: "integer",
        example: Some("1"),
        ..Row::TEXT
    };
}

impl Scalar {
    /// The type that a format gives to values of a type in JSON.
    pub fn of_format(json: JsonType, format: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|scalar| scalar.row().json == json && scalar.row().formats.contains(&format))
    }
}
