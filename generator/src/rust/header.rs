//! Response headers.

use super::{Deprecated, Docs, Ident, Origin, Type};

/// A response header: a constant that knows its name and its type.
#[derive(Debug)]
pub struct Header {
    /// Its place in the document.
    pub origin: Origin,
    /// The constant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// That it should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// Its name on the wire.
    pub wire: String,
    /// The type of its value.
    pub ty: Type,
    /// The constructor of the runtime's `Header`.
    pub constructor: &'static str,
}
