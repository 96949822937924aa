//! The words of the document.

use std::borrow::Cow;

/// The words of the document about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// A short title or summary.
    pub summary: Option<String>,
    /// The description, in CommonMark.
    pub description: Option<String>,
    /// What else is worth a line.
    pub facts: Vec<Fact>,
}

/// A fact that is told in the docs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What kind of fact, such as `Default`.
    pub label: Cow<'static, str>,
    /// The value.
    pub value: FactValue,
}

/// The value of a [`Fact`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FactValue {
    /// None: the label says it all.
    Holds,
    /// A value on one line.
    Code(String),
    /// Several values.
    Codes(Vec<String>),
    /// JSON on several lines.
    Block(String),
    /// A link and its text.
    Link {
        /// What the link is called.
        text: String,
        /// Where it leads.
        url: String,
    },
}
