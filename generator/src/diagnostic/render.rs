//! Problems as people read them.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::Source;

/// How wide an excerpt may be: minified documents have lines of megabytes.
const WIDTH: usize = 140;

impl Diagnostics {
    /// All of them as people read them, with ANSI colours or without; empty where there are none.
    pub fn render(&self, source: &Source, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
        let mut text = String::new();
        for diagnostic in self.iter() {
            text.push_str(&renderer.render(&[report(diagnostic, source)]));
            text.push_str("\n\n");
        }
        text
    }
}

fn report<'a>(diagnostic: &'a Diagnostic, source: &'a Source) -> Group<'a> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut snippet = Snippet::source(source.text.as_str()).path(source.name.as_str()).annotation(
        AnnotationKind::Primary
            .span(clamp(diagnostic.span.bytes(), source))
            .label(diagnostic.label.as_str()),
    );
    if let Some((span, what)) = &diagnostic.related {
        snippet = snippet.annotation(
            AnnotationKind::Context
                .span(clamp(span.bytes(), source))
                .label(what.as_str()),
        );
    }
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let mut group = title.element(snippet);
    if !diagnostic.pointer.is_empty() {
        group = group.element(Level::NOTE.with_name("at").message(diagnostic.pointer.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The first line of the place: an object may span thousands.
fn clamp(bytes: std::ops::Range<usize>, source: &Source) -> std::ops::Range<usize> {
    let start = bytes.start.min(source.text.len());
    let line = source.text.get(start..).unwrap_or_default();
    let line_end = start + line.find(['\n', '\r']).unwrap_or(line.len());
    start..bytes.end.clamp(start, line_end)
}
