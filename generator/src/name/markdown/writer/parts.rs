//! Code blocks, links and admonitions.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, LinkType};

use super::Writer;
use crate::name::markdown::code;
use crate::name::markdown::escape::{address, is_absolute, is_relative};

/// Languages that a code block may keep: rustdoc compiles none of them.
const LANGUAGES: &[&str] = &[
    "json",
    "yaml",
    "xml",
    "html",
    "http",
    "bash",
    "sh",
    "shell",
    "console",
    "sql",
    "javascript",
    "typescript",
    "python",
    "go",
    "java",
    "graphql",
];

/// What becomes of a link.
pub(super) enum Link {
    /// It keeps its address.
    Absolute(String),
    /// What its address is relative to is not known here, so rustdoc cannot follow it, but people may.
    Relative(String),
    /// Its text alone is kept.
    Text,
}

/// What an admonition begins with.
pub(super) fn admonition(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "**Note:** ",
        BlockQuoteKind::Tip => "**Tip:** ",
        BlockQuoteKind::Important => "**Important:** ",
        BlockQuoteKind::Warning => "**Warning:** ",
        BlockQuoteKind::Caution => "**Caution:** ",
    }
}

impl Writer<'_> {
    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.blank();
        let language = match kind {
            CodeBlockKind::Fenced(info) => LANGUAGES
                .iter()
                .find(|known| info.eq_ignore_ascii_case(known)),
            CodeBlockKind::Indented => None,
        };
        self.push_line(&format!("```{}", language.unwrap_or(&"text")));
        self.in_code = true;
    }

    pub(super) fn code_lines(&mut self, text: &str) {
        for line in text.lines() {
            // A fence within would end the block.
            let line = line.replace("```", "'''");
            self.push_line(&line);
        }
    }

    /// A link that rustdoc would look for among Rust's paths loses its address.
    pub(super) fn start_link(&mut self, kind: LinkType, url: &str) {
        let url = match kind {
            LinkType::Email if !url.starts_with("mailto:") => format!("mailto:{url}"),
            _ => url.to_owned(),
        };
        // The text of an autolink is its address, of which a link is made anyway.
        let link = if kind == LinkType::Autolink || self.is_in_link() {
            Link::Text
        } else if is_absolute(&url) {
            self.inline.push('[');
            Link::Absolute(url)
        } else if is_relative(&url) {
            Link::Relative(url)
        } else {
            Link::Text
        };
        self.links.push(link);
    }

    pub(super) fn end_link(&mut self) {
        match self.links.pop() {
            Some(Link::Absolute(url)) => self.inline.push_str(&format!("]({})", address(&url))),
            Some(Link::Relative(url)) => self.inline.push_str(&format!(" ({})", code(&url))),
            Some(Link::Text) | None => {}
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.links
            .iter()
            .any(|link| matches!(link, Link::Absolute(_)))
    }
}
