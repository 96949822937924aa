//! Code blocks and links.

use pulldown_cmark::{CodeBlockKind, LinkType};

use super::Writer;
use crate::name::markdown::escape::is_absolute;

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
        let is_kept = is_absolute(&url) && kind != LinkType::Autolink && !self.is_in_link();
        if is_kept {
            self.inline.push('[');
        }
        self.links.push(is_kept.then_some(url));
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.links.iter().any(Option::is_some)
    }
}
