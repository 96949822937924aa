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
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal $severity:ident $title:literal,)+) => {
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

            /// What it means in a few words: the title of its page.
            pub fn title(self) -> &'static str {
                match self {
                    $(Code::$name => $title,)+
                }
            }

            /// Its page: what it means, a bad and a good document, and what to do.
            pub fn page(self) -> &'static str {
                match self {
                    $(Code::$name => include_str!(concat!("../../docs/diagnostics/", $id, ".md")),)+
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

/// Where the pages of the codes are.
const PAGES: &str = "https://github.com/rownd/rownd-rust/blob/main/generator/docs/diagnostics";

impl Code {
    /// The address of its page.
    pub fn link(self) -> String {
        format!("{PAGES}/{}.md", self.id())
    }

    /// The code that a person means: `E0006`, `error[E0006]`, or `e6`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let text = ["ERROR", "WARNING"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(&text);
        let text = text.trim_end_matches(':').trim_matches(['[', ']']);
        let (letter, digits) = text.split_at_checked(1)?;
        let number: u16 = digits.parse().ok()?;
        let id = format!("{letter}{number:04}");
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}

codes! {
    /// The text is neither YAML nor JSON, not text at all, or expands to far more than it shows.
    Syntax = "E0001" Error "the text is neither YAML nor JSON",
    /// A key is duplicated in one object.
    DuplicateKey = "E0002" Error "a key is duplicated",
    /// The text is not an OpenAPI document of version 3.
    Version = "E0003" Error "this is not an OpenAPI document of version 3",
    /// A value does not have the type that the specification requires.
    WrongType = "E0004" Error "a value has the wrong type",
    /// A required field is missing.
    MissingField = "E0005" Error "a field is missing",
    /// A value is not one of the allowed ones.
    UnknownValue = "E0006" Error "a value is not one of the allowed values",
    /// A reference does not resolve.
    DanglingReference = "E0007" Error "a reference cannot be resolved",
    /// A reference refers to itself.
    CircularReference = "E0008" Error "a reference refers to itself",
    /// A path template and its parameters do not match.
    PathTemplate = "E0009" Error "a path and its parameters do not match",
    /// A security requirement names a scheme that is not declared.
    Security = "E0010" Error "a security requirement names an undeclared scheme",
    /// The members of an `allOf` contradict each other.
    Conflict = "E0011" Error "the members of an allOf contradict each other",
    /// The value of an extension of this generator is not valid.
    Extension = "E0012" Error "an extension of this generator is not valid",
    /// No operation of the document is among the chosen ones.
    Choice = "E0013" Error "no operation is selected",
    /// A reference refers to an object of another kind than is expected there.
    MistypedReference = "E0014" Error "a reference refers to an object of another kind",
    /// A keyword is misspelled, or misplaced: another object lacks it, or references expect it elsewhere.
    Misspelled = "E0015" Error "a keyword is misspelled or misplaced",
    /// A construct of a later version in a document of OpenAPI 3.0, which cannot be ignored.
    LaterVersion = "E0016" Error "a construct of OpenAPI 3.1 in a 3.0 document",
    /// Limits that no value satisfies.
    Impossible = "E0017" Error "no value satisfies these limits",
    /// A pattern is not a valid regular expression.
    Pattern = "E0018" Error "a pattern is not a valid regular expression",
    /// Clear in meaning, but the specification forbids it.
    Forbidden = "E0019" Error "the specification forbids this",
    /// An overlay is not valid, or cannot be applied to the document.
    Overlay = "E0020" Error "an overlay cannot be applied",
    /// A keyword that the document's version of OpenAPI does not define here.
    UnknownKeyword = "W0001" Warning "a keyword that this version of OpenAPI does not define",
    /// A construct that is valid but not generated; what needs it is omitted.
    Unsupported = "W0002" Warning "valid, but not generated",
    /// Not valid, but clear in meaning: generated accordingly.
    Repaired = "W0003" Warning "not valid, but clear in meaning",
    /// Siblings of `$ref` that are ignored.
    ReferenceSibling = "W0004" Warning "the siblings of a reference are ignored",
    /// A default does not match its schema.
    Default = "W0005" Warning "a default does not match its schema",
    /// An example does not match its schema.
    Example = "W0006" Warning "an example does not match its schema",
    /// A discriminator names a missing property or schema.
    Discriminator = "W0007" Warning "a discriminator names a missing property or schema",
    /// A required property that the schema does not declare.
    RequiredProperty = "W0008" Warning "a required property is not declared",
    /// A keyword does not apply to values of this type.
    Inapplicable = "W0009" Warning "a keyword does not apply to this type",
    /// It has no effect: HTTP or OpenAPI ignores it.
    NoEffect = "W0010" Warning "this has no effect",
    /// Two paths that match the same requests.
    DuplicatePath = "W0011" Warning "two paths differ only in the names of their parameters",
    /// An enumerated value does not match its schema, or is duplicated.
    EnumValue = "W0012" Warning "an enumerated value does not match its schema",
    /// The variables of a server do not match its URL.
    ServerVariable = "W0013" Warning "the variables of a server do not match its URL",
    /// A key of `content` that is not a media type.
    MediaType = "W0014" Warning "a key of `content` is not a media type",
    /// A format resembles a known one.
    Format = "W0015" Warning "a format resembles a known one",
    /// An overlay, or an action of it, is not about this document.
    OverlayTarget = "W0016" Warning "an overlay does not fit the document",
}
