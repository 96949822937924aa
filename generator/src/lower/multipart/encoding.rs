//! The encoding of a part (section 4.7.15).

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::{Cx, media_type};
use crate::read::{Entry, Node};

/// What the document says of the writing of a part.
pub struct Encoding<'d, 's> {
    node: Option<&'d Node<'s>>,
    /// The content types, as they are written.
    pub content_type: Option<&'d str>,
}

/// What content types are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// None is given.
    Default,
    /// JSON.
    Json,
    /// Text.
    Text,
    /// What only the caller can write.
    Other,
}

impl<'d, 's> Encoding<'d, 's> {
    /// What is said of the property with this name.
    pub fn of(media: &'d Node<'s>, name: &str) -> Self {
        let node = media.get("encoding").and_then(|node| node.get(name));
        let content_type = node
            .and_then(|node| node.get("contentType"))
            .and_then(Node::as_str);
        Self { node, content_type }
    }

    /// The first content type that is no range.
    pub fn first(&self) -> Option<&'d str> {
        let mut types = self.content_type?.split(',').map(str::trim);
        types.find(|content_type| !content_type.is_empty() && !content_type.contains('*'))
    }

    /// What the first content type is about.
    pub fn class(&self) -> Class {
        let first = self.content_type.and_then(|list| list.split(',').next());
        match first.map(str::trim) {
            None | Some("" | "*/*") => Class::Default,
            Some(content_type) => match media_type::format(content_type) {
                media_type::Format::Json => Class::Json,
                media_type::Format::Text if !is_markup(content_type) => Class::Text,
                media_type::Format::Text
                | media_type::Format::Form
                | media_type::Format::Bytes
                | media_type::Format::Multipart => Class::Other,
            },
        }
    }

    /// The headers of the part. That of its content type has a field of its own.
    pub fn headers(&self) -> impl Iterator<Item = &'d Entry<'s>> {
        let headers = self.node.and_then(|node| node.get("headers"));
        let entries = headers.map_or(&[][..], Node::entries).iter();
        entries.filter(|entry| !entry.key.eq_ignore_ascii_case("Content-Type"))
    }

    /// Whether the members of an object are parts of their own.
    pub fn is_deep(&self) -> bool {
        let style = self.node.and_then(|node| node.get("style"));
        style.and_then(Node::as_str) == Some("deepObject")
    }

    /// Says what is read in another way than the document's version of `OpenAPI` reads it, or not at all.
    pub fn report(&self, cx: &mut Cx<'_, '_>) {
        let Some(node) = self.node else {
            return;
        };
        if let Some(style) = node.entry("style").filter(|_| self.is_deep()) {
            let message = "OpenAPI 3.0 gives `deepObject` no meaning in a multipart body";
            let repaired = Diagnostic::new(Code::Repaired, style.key_span, message);
            cx.report(
                repaired
                    .help("the members become parts, their names in brackets, as in OpenAPI 3.1"),
            );
        }
        for key in ["style", "explode", "allowReserved"] {
            if let Some(entry) = node.entry(key).filter(|_| !self.is_deep()) {
                let message = format!("`{key}` is ignored in a multipart body");
                let repaired = Diagnostic::new(Code::Repaired, entry.key_span, message);
                cx.report(
                    repaired.help("remove it: it is about `application/x-www-form-urlencoded`"),
                );
            }
        }
        let headers = node.entry("headers");
        if let Some(headers) = headers.filter(|_| self.headers().next().is_some()) {
            let message = "headers of a part are not generated";
            let unsupported = Diagnostic::new(Code::Unsupported, headers.key_span, message);
            cx.report(unsupported.help("the part is sent without them"));
        }
    }
}

/// Whether text is only written by those who know its language.
fn is_markup(content_type: &str) -> bool {
    media_type::essence(content_type) == "text/xml"
}
