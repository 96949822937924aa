//! The kinds of problems.

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is emitted.
    Error,
    /// The crate is emitted; what the warning names may be missing from it.
    Warning,
}

impl Severity {
    /// The word by which it is printed.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $severity:ident,)+) => {
        /// A kind of problem. Codes are stable: they are never given to another kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The code as it is printed.
            pub fn id(self) -> &'static str {
                match self {
                    $(Code::$name => $id,)+
                }
            }

            /// Whether it is an error or a warning.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// The text is neither YAML nor JSON, not text at all, or expands to far more than it shows.
    Syntax = "E0001" Error,
    /// A key is duplicated in one object.
    DuplicateKey = "E0002" Error,
    /// The text is not an OpenAPI document of version 3.
    Version = "E0003" Error,
    /// A value does not have the type that the specification requires.
    WrongType = "E0004" Error,
    /// A required field is missing.
    MissingField = "E0005" Error,
    /// A value is not one of the allowed ones.
    UnknownValue = "E0006" Error,
    /// A reference does not resolve.
    DanglingReference = "E0007" Error,
    /// A reference refers to itself.
    CircularReference = "E0008" Error,
    /// A path template and its parameters do not match.
    PathTemplate = "E0009" Error,
    /// A security requirement names a scheme that is not declared.
    Security = "E0010" Error,
    /// The members of an `allOf` contradict each other.
    Conflict = "E0011" Error,
    /// The value of an extension of this generator is not valid.
    Extension = "E0012" Error,
    /// No operation of the document is among the chosen ones.
    Choice = "E0013" Error,
    /// A reference refers to an object of another kind than is expected there.
    MistypedReference = "E0014" Error,
    /// A keyword is misspelled, or misplaced: another object lacks it, or references expect it elsewhere.
    Misspelled = "E0015" Error,
    /// A construct of a later version in a document of OpenAPI 3.0, which cannot be ignored.
    LaterVersion = "E0016" Error,
    /// Limits that no value satisfies.
    Impossible = "E0017" Error,
    /// A pattern is not a valid regular expression.
    Pattern = "E0018" Error,
    /// Clear in meaning, but the specification forbids it.
    Forbidden = "E0019" Error,
    /// A keyword that the document's version of OpenAPI does not define here.
    UnknownKeyword = "W0001" Warning,
    /// A construct that is valid but not generated; what needs it is omitted.
    Unsupported = "W0002" Warning,
    /// Not valid, but clear in meaning: generated accordingly.
    Repaired = "W0003" Warning,
    /// Siblings of `$ref` that are ignored.
    ReferenceSibling = "W0004" Warning,
    /// A default does not match its schema.
    Default = "W0005" Warning,
    /// An example does not match its schema.
    Example = "W0006" Warning,
    /// A discriminator names a missing property or schema.
    Discriminator = "W0007" Warning,
    /// A required property that the schema does not declare.
    RequiredProperty = "W0008" Warning,
    /// A keyword does not apply to values of this type.
    Inapplicable = "W0009" Warning,
    /// It has no effect: HTTP or OpenAPI ignores it.
    NoEffect = "W0010" Warning,
    /// Two paths that match the same requests.
    DuplicatePath = "W0011" Warning,
    /// An enumerated value does not match its schema, or is duplicated.
    EnumValue = "W0012" Warning,
    /// The variables of a server do not match its URL.
    ServerVariable = "W0013" Warning,
    /// A key of `content` that is not a media type.
    MediaType = "W0014" Warning,
    /// A format resembles a known one.
    Format = "W0015" Warning,
}
