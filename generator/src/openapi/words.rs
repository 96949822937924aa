//! The words of the document about its objects.

/// What an object says of itself to people. Texts are trimmed; an empty one is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'d> {
    /// Its `summary` or its `title`.
    pub summary: Option<&'d str>,
    /// Its `description`, in CommonMark.
    pub description: Option<&'d str>,
    /// Where there is more to read.
    pub external_docs: Option<ExternalDocs<'d>>,
}

/// An External Documentation Object.
#[derive(Clone, Copy, Debug)]
pub struct ExternalDocs<'d> {
    /// What it is about.
    pub description: Option<&'d str>,
    /// Its address.
    pub url: &'d str,
}

impl Words<'_> {
    /// Whether there is neither a summary nor a description.
    pub fn is_empty(&self) -> bool {
        self.summary.is_none() && self.description.is_none()
    }
}
