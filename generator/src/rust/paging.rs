//! How the list of an operation is paged.

use super::{Ident, PagingMethod, Type};

/// How the list of an operation is paged.
#[derive(Debug, PartialEq, Eq)]
pub struct Paging {
    /// How a page leads to the next one.
    pub method: PagingMethod,
    /// The JSON pointer of a boolean that is `false` on the last page.
    pub more: Option<String>,
    /// The fields that lead from the output to the list.
    pub fields: Vec<PageField>,
    /// The type of an item.
    pub item: Type,
}

/// A field on the way to a list.
#[derive(Debug, PartialEq, Eq)]
pub struct PageField {
    /// The field.
    pub ident: Ident,
    /// How it holds its value.
    pub holding: Holding,
}

/// How a field holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// As it is.
    Value,
    /// As an `Option`.
    Option,
    /// As a `Nullable`.
    Nullable,
}
