//! The keywords of a schema that limit values.

use super::{Text, Value};
use crate::source::Span;

/// The keywords that limit values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits<'d> {
    /// `minimum` or `exclusiveMinimum`.
    pub minimum: Option<Bound<'d>>,
    /// `maximum` or `exclusiveMaximum`.
    pub maximum: Option<Bound<'d>>,
    /// `multipleOf`.
    pub multiple_of: Option<Value<'d>>,
    /// `minLength`.
    pub min_length: Option<Count>,
    /// `maxLength`.
    pub max_length: Option<Count>,
    /// `pattern`.
    pub pattern: Option<Text<'d>>,
    /// `minItems`.
    pub min_items: Option<Count>,
    /// `maxItems`.
    pub max_items: Option<Count>,
    /// The place of `uniqueItems`, where it is set.
    pub unique_items: Option<Span>,
    /// `minProperties`.
    pub min_properties: Option<Count>,
    /// `maxProperties`.
    pub max_properties: Option<Count>,
}

/// A bound of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound<'d> {
    /// The keyword.
    pub keyword: &'d str,
    /// The number.
    pub value: Value<'d>,
    /// Whether the number itself is excluded.
    pub is_exclusive: bool,
}

/// A number of characters, items or properties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// The number.
    pub value: u64,
    /// Its place.
    pub span: Span,
}
