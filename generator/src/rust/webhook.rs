//! Webhooks.

use super::{Content, Docs, Ident, Import, Origin};

/// The file of the webhooks.
#[derive(Debug, Default)]
pub struct Webhooks {
    /// What its items need.
    pub imports: Vec<Import>,
    /// The webhooks, in the order of the document.
    pub all: Vec<Webhook>,
}

/// A webhook: a type that knows its name and method, and decodes its body.
#[derive(Debug)]
pub struct Webhook {
    /// Its place in the document.
    pub origin: Origin,
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Its name in the document.
    pub name: String,
    /// Its HTTP method.
    pub method: String,
    /// Its body, where it has one.
    pub body: Option<WebhookBody>,
}

/// The body of a webhook.
#[derive(Debug)]
pub struct WebhookBody {
    /// Its media type.
    pub media_type: String,
    /// What it is decoded to.
    pub content: Content,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}
