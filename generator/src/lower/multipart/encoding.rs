//! The encoding of a part (Encoding Object).

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::{Cx, Lowered, media_type};
use crate::openapi::{self, MediaType, Style, Text};

/// What the document says of the writing of a part.
#[derive(Clone, Copy)]
pub struct Encoding<'m, 'd> {
    said: Option<&'m openapi::Encoding<'d>>,
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

impl<'m, 'd> Encoding<'m, 'd> {
    /// What is said of the property with this name.
    pub fn of(media_type: &'m MediaType<'d>, name: &str) -> Lowered<Self> {
        let said = match openapi::named(&media_type.encoding, name) {
            Some(encoding) => Some(encoding.as_ref()?),
            None => None,
        };
        let content_type = said.and_then(|encoding| encoding.content_type);
        Ok(Self {
            said,
            content_type: content_type.map(|content_type| content_type.text),
        })
    }

    /// The first content type that is no range.
    pub fn first(self) -> Option<&'d str> {
        let mut types = self.content_type?.split(',').map(str::trim);
        types.find(|content_type| !content_type.is_empty() && !content_type.contains('*'))
    }

    /// What the first content type is about.
    pub fn class(self) -> Class {
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
    pub fn headers(self) -> impl Iterator<Item = &'d str> {
        let headers = self.said.into_iter().flat_map(|encoding| &encoding.headers);
        let is_content_type = |header: &str| header.eq_ignore_ascii_case("Content-Type");
        headers
            .copied()
            .filter(move |header| !is_content_type(header))
    }

    /// Whether the members of an object are parts of their own.
    pub fn is_deep(self) -> bool {
        let style = self.said.and_then(|encoding| encoding.style);
        style.is_some_and(|(style, _)| style == Style::DeepObject)
    }

    /// Reports what is not generated as it is said.
    pub fn report(self, cx: &mut Cx<'_, '_>) {
        let Some(encoding) = self.said else {
            return;
        };
        let keys = [
            ("style", encoding.style.map(|(_, span)| span)),
            ("explode", encoding.explode.map(|(_, span)| span)),
            (
                "allowReserved",
                encoding.allow_reserved.map(|(_, span)| span),
            ),
        ];
        for (key, span) in keys {
            if let Some(span) = span.filter(|_| !self.is_deep()) {
                let message = format!("`{key}` is ignored in a multipart body");
                let repaired = Diagnostic::new(Code::Repaired, span, message);
                cx.report(
                    repaired.help("remove it: it is about `application/x-www-form-urlencoded`"),
                );
            }
        }
        if let Some(span) = encoding
            .headers_span
            .filter(|_| self.headers().next().is_some())
        {
            let message = "headers of a part are not generated";
            let unsupported = Diagnostic::new(Code::Unsupported, span, message);
            cx.report(unsupported.help("the part is sent without them"));
        }
        for key in &encoding.nested {
            report_key(cx, *key, " within an encoding");
        }
    }
}

/// Reports an encoding of parts that have no names, or of parts within a part.
pub fn report_key(cx: &mut Cx<'_, '_>, key: Text<'_>, place: &str) {
    let message = format!("`{}`{place} is not generated", key.text);
    let unsupported = Diagnostic::new(Code::Unsupported, key.span, message);
    cx.report(unsupported.help("the parts are sent without it"));
}

/// Whether text is only written by those who know its language.
fn is_markup(content_type: &str) -> bool {
    media_type::essence(content_type) == "text/xml"
}
