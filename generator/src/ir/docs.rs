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
    /// What limits the values, beyond their type. The notes say it, too.
    pub limits: Vec<Limit>,
}

/// A limit of values, which an API checks and an SDK does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The keyword that states it, that of an exclusive bound without `exclusive`.
    pub keyword: &'static str,
    /// What is limited within the values, such as `item`; empty for the values themselves.
    pub of: String,
    /// Which values are within it.
    pub bound: Bound,
}

/// Which values are within a limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// This number and greater ones.
    AtLeast(String),
    /// Greater numbers than this one.
    MoreThan(String),
    /// This number and smaller ones.
    AtMost(String),
    /// Smaller numbers than this one.
    LessThan(String),
    /// What fits this.
    Fitting(String),
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
