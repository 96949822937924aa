//! Problems as people read them.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::Sources;
use crate::parse::tree::Span;

/// How wide an excerpt may be.
const WIDTH: usize = 140;

/// How many bytes of a line are shown before and after the beginning of a place: minified documents have lines of megabytes,
/// and the renderer reads all that it is given.
const WINDOW: usize = 1_000;

impl Diagnostics {
    /// All of them as people read them, with ANSI colours or without; empty where there are none.
    pub fn render(&self, sources: &Sources, color: bool) -> String {
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
        let mut lines = Lines::new(sources);
        let mut text = String::new();
        for diagnostic in self.iter() {
            text.push_str(&renderer.render(&[report(diagnostic, &mut lines)]));
            text.push_str("\n\n");
        }
        text
    }
}

fn report<'a>(diagnostic: &'a Diagnostic, lines: &mut Lines<'a>) -> Group<'a> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let mut group =
        title.element(lines.excerpt(diagnostic.span, AnnotationKind::Primary, &diagnostic.label));
    if let Some((span, what)) = diagnostic.related.as_deref() {
        group = group.element(lines.excerpt(*span, AnnotationKind::Context, what));
    }
    if !diagnostic.pointer.is_empty() {
        group = group.element(
            Level::NOTE
                .with_name("at")
                .message(diagnostic.pointer.as_str()),
        );
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

/// The lines of the files, found once for each: the renderer is shown only the line of a place, since it reads all it is shown.
struct Lines<'a> {
    sources: &'a Sources,
    starts: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Lines<'a> {
    fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            starts: HashMap::new(),
        }
    }

    /// The line on which a place begins, with the place marked as far as that line goes.
    fn excerpt(
        &mut self,
        span: Span,
        kind: AnnotationKind,
        label: &'a str,
    ) -> Snippet<'a, Annotation<'a>> {
        let (source, Range { start, end }) = self.sources.locate(span);
        let text = source.text.as_str();
        let starts = self
            .starts
            .entry(&source.name)
            .or_insert_with(|| line_starts(text));
        let start = start.min(text.len());
        let line = starts
            .partition_point(|line_start| *line_start <= start)
            .max(1);
        let line_start = starts.get(line - 1).copied().unwrap_or(0);
        let next_line = starts.get(line).copied();
        let line_end = next_line.map_or(text.len(), |next| next - 1);
        let end = end.clamp(start, line_end.max(start));
        // Of a minified document's one line, a window around the place.
        let window = boundary(text, start.saturating_sub(WINDOW).max(line_start))
            ..boundary(text, (start + WINDOW).min(line_end)).max(start);
        let place = (start - window.start)..(end.min(window.end) - window.start);
        let shown = text.get(window).unwrap_or_default();
        Snippet::source(shown.trim_end_matches('\r'))
            .line_start(line)
            .path(source.name.as_str())
            .annotation(kind.span(place).label(label))
    }
}

/// Where the lines of a text begin.
fn line_starts(text: &str) -> Vec<usize> {
    let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_breaks).collect()
}

/// The nearest byte at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
