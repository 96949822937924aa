//! Groups of operations.

use super::{Docs, Ident};

/// A group of operations: the type that has their entry methods, in the module that has their files.
#[derive(Clone, Debug)]
pub struct Group {
    /// The type.
    pub ident: Ident,
    /// The module.
    pub module: Ident,
    /// The method of the client that returns it.
    pub method: Ident,
    /// The feature of the crate that it is compiled with.
    pub feature: String,
    /// The words about it.
    pub docs: Docs,
}
