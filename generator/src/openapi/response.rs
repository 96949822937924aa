//! The Response Object.

use super::{Header, MediaType, Named, Shared, Words};
use crate::source::Span;

/// A Response Object.
#[derive(Clone, Debug)]
pub struct Response<'d> {
    /// Its place.
    pub span: Span,
    /// The name by which `components.responses` holds it.
    pub component: Option<&'d str>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// Its headers.
    pub headers: Vec<Named<'d, Shared<Header<'d>>>>,
    /// The media types in which its content may come.
    pub content: Vec<Named<'d, Shared<MediaType<'d>>>>,
    /// The place of the key `links`, where there is one.
    pub links: Option<Span>,
}
