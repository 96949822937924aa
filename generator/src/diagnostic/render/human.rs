//! Problems with excerpts of the source, as people read them.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Style;
use crate::diagnostic::visible::visible;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Span};
use crate::source::lines::{Excerpt, Lines, Place};

/// How wide an excerpt may be.
const WIDTH: usize = 140;

/// How many problems of one code are shown before the others are only counted.
fn shown_of(severity: Severity) -> usize {
    match severity {
        // What stops a run is shown, unless it has one cause with thousands of effects.
        Severity::Error => 100,
        Severity::Warning => 10,
    }
}

pub fn render(diagnostics: &Diagnostics, lines: &Lines<'_>, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut text = String::new();
    let mut met: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        let met = met.entry(diagnostic.code).or_default();
        *met += 1;
        if *met > shown_of(diagnostic.code.severity()) {
            continue;
        }
        let mut told = renderer.render(&[report(diagnostic, lines)]);
        let related = diagnostic.related.iter().map(|related| related.0);
        for span in related.chain([diagnostic.span]) {
            told = with_column(told, lines, span);
        }
        text.push_str(&told);
        text.push_str("\n\n");
    }
    for (code, met) in met {
        let severity = code.severity();
        let Some(more) = met.checked_sub(shown_of(severity)).filter(|more| *more > 0) else {
            continue;
        };
        let (level, word) = match severity {
            Severity::Error => (Level::ERROR, "errors"),
            Severity::Warning => (Level::WARNING, "warnings"),
        };
        let more = format!("{more} more {word} with this code");
        let title = level.primary_title(more).id(code.id());
        let help = "`--message-format short` lists them all, a line each";
        text.push_str(&renderer.render(&[title.element(Level::HELP.message(help))]));
        text.push_str("\n\n");
    }
    text
}

fn report<'a>(diagnostic: &'a Diagnostic, lines: &Lines<'a>) -> Group<'a> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(visible(&diagnostic.message))
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    let label = &diagnostic.label;
    group = excerpt(
        group,
        lines,
        diagnostic.span,
        AnnotationKind::Primary,
        label,
    );
    if let Some((span, what)) = diagnostic.related.as_deref() {
        group = excerpt(group, lines, *span, AnnotationKind::Context, what);
    }
    if !diagnostic.pointer.is_empty() {
        let pointer = visible(&diagnostic.pointer);
        group = group.element(Level::NOTE.with_name("at").message(pointer));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    group
}

/// Adds the line on which a place begins. The renderer is shown this line alone, since it reads all it is shown.
fn excerpt<'a>(
    group: Group<'a>,
    lines: &Lines<'a>,
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
) -> Group<'a> {
    let Place { file, start, .. } = lines.place(span);
    let Excerpt {
        before,
        marked,
        after,
    } = lines.excerpt(span);
    let before = shown(before);
    let place = before.len()..before.len() + shown(marked).len();
    let line = format!(
        "{before}{}{}",
        shown(marked),
        shown(after.trim_end_matches('\r'))
    );
    let snippet = Snippet::source(line)
        .line_start(start.line)
        .annotation(kind.span(place).label(visible(label)));
    group.element(snippet.path(visible(file)))
}

/// The text with the column of a place in its line, where the renderer has counted in the part that it is shown.
fn with_column(text: String, lines: &Lines<'_>, span: Span) -> String {
    let Place { file, start, .. } = lines.place(span);
    let counted = 1 + lines.excerpt(span).before.chars().count();
    if counted == start.column {
        return text;
    }
    let position = |column| format!("{}:{}:{column}", visible(file), start.line);
    text.replacen(&position(counted), &position(start.column), 1)
}

/// A piece of the source; the renderer widens its tabs.
fn shown(source: &str) -> String {
    let pieces = source.split('\t').map(visible);
    pieces.collect::<Vec<_>>().join("\t")
}
