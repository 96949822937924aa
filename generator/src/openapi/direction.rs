//! In which direction values are sent.

/// In which direction the values of a schema are sent: what `readOnly` and `writeOnly` say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// In requests and responses.
    #[default]
    Both,
    /// In responses: the API sets it.
    ReadOnly,
    /// In requests: the API keeps it for itself.
    WriteOnly,
}
