//! Webhooks.

use super::{Content, Docs, Method, Origin};

/// A request that the API sends to its client.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Its place in the document.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// Its HTTP method.
    pub method: Method,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its body, where it has one.
    pub body: Option<WebhookBody>,
}

/// The body of a webhook.
#[derive(Clone, Debug)]
pub struct WebhookBody {
    /// Its media type.
    pub media_type: String,
    /// How it is read.
    pub content: Content,
}
