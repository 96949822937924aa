//! What callers give for a value.

use super::Type;

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

impl Conversion {
    /// The type of an argument that becomes a value of a type, as a signature has it.
    pub fn spelled(self, ty: &Type) -> String {
        match (self, ty) {
            (Conversion::None, ty) => ty.to_string(),
            (Conversion::Items, Type::Vec(item)) => {
                format!("impl IntoIterator<Item = impl Into<{item}>>")
            }
            (Conversion::Value | Conversion::Items, ty) => format!("impl Into<{ty}>"),
        }
    }
}
