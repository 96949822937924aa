//! What should no longer be used.

/// That something should no longer be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecated {
    /// What to use instead, where the document says so.
    pub note: Option<String>,
}
