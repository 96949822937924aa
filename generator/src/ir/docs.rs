//! The words of the document.

use std::borrow::Cow;

/// The words of the document about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// A short title or summary.
    pub summary: Option<String>,
    /// The description, in CommonMark.
    pub description: Option<String>,
    /// What the document states in keywords and users want to know.
    pub notes: Vec<DocNote>,
}

/// A keyword of the document as a line of the docs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocNote {
    /// What the note is about, such as `Default`.
    pub label: Cow<'static, str>,
    /// The value.
    pub value: DocNoteValue,
}

/// The value of a [`DocNote`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DocNoteValue {
    /// None: the label is the whole note.
    None,
    /// A value on one line.
    Code(String),
    /// Several values.
    Codes(Vec<String>),
    /// JSON on several lines.
    Block(String),
    /// A link and its text.
    Link {
        /// The text.
        text: String,
        /// The URL.
        url: String,
    },
}
