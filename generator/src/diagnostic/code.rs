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
    /// The text is neither YAML nor JSON, no text at all, or hides more than it shows.
    Syntax = "E0001" Error,
    /// A key stands twice in one object.
    DuplicateKey = "E0002" Error,
    /// The document is not of version 3.0.
    Version = "E0003" Error,
    /// A value has another type than its place asks for.
    WrongType = "E0004" Error,
    /// A field that must be there is missing.
    MissingField = "E0005" Error,
    /// A value is none of those its place allows.
    UnknownValue = "E0006" Error,
    /// A reference leads nowhere.
    DanglingReference = "E0007" Error,
    /// A reference leads to itself.
    CircularReference = "E0008" Error,
    /// A path template and its parameters do not fit.
    PathTemplate = "E0009" Error,
    /// A security requirement names no declared scheme.
    Security = "E0010" Error,
    /// The members of an `allOf` cannot all hold.
    Conflict = "E0011" Error,
    /// An extension that steers the generator is not understood.
    Extension = "E0012" Error,
    /// No operation of the document is among the chosen ones.
    Choice = "E0013" Error,
    /// A reference leads to an object of another kind than its place asks for.
    MistypedReference = "E0014" Error,
    /// A keyword is misspelled, or stands where another object or references look for it in vain.
    Misspelled = "E0015" Error,
    /// A construct of OpenAPI 3.1 that cannot be passed over.
    LaterVersion = "E0016" Error,
    /// Constraints that no value meets.
    Impossible = "E0017" Error,
    /// A pattern is no regular expression.
    Pattern = "E0018" Error,
    /// Clear in meaning, but the specification forbids it.
    Forbidden = "E0019" Error,
    /// A keyword that OpenAPI 3.0 does not know here.
    UnknownKeyword = "W0001" Warning,
    /// A construct that is valid but not generated; what needs it is left out.
    Unsupported = "W0002" Warning,
    /// Sloppy, but clear in meaning: generated as meant.
    Repaired = "W0003" Warning,
    /// Siblings of `$ref` are ignored by OpenAPI 3.0.
    ReferenceSibling = "W0004" Warning,
    /// A default does not fit its schema.
    Default = "W0005" Warning,
    /// An example does not fit its schema.
    Example = "W0006" Warning,
    /// A discriminator names what its schemas do not have.
    Discriminator = "W0007" Warning,
    /// A required property that the schema does not declare.
    RequiredProperty = "W0008" Warning,
    /// A keyword says nothing about values of this type.
    Inapplicable = "W0009" Warning,
    /// What stands here has no effect: HTTP or OpenAPI 3.0 ignores it.
    NoEffect = "W0010" Warning,
    /// Two paths that match the same requests.
    DuplicatePath = "W0011" Warning,
    /// An enumerated value does not fit its schema, or is there twice.
    EnumValue = "W0012" Warning,
    /// The variables of a server do not fit its URL.
    ServerVariable = "W0013" Warning,
    /// A key of `content` that is no media type.
    MediaType = "W0014" Warning,
    /// A format is near to a usual one.
    Format = "W0015" Warning,
}
