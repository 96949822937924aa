//! What callers give for a value.

/// What callers give for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// The value itself.
    None,
    /// Anything that converts into it.
    Value,
    /// Any list of what converts into its items.
    Items,
}
