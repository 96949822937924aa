//! Problems with excerpts of the source, as people read them.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::cause::{Cause, causes};
use super::found::count;
use super::{Finding, Style, table};
use crate::diagnostic::Severity;
use crate::diagnostic::visible::visible;
use crate::source::Span;
use crate::source::lines::{Excerpt, Lines, Place};

/// How wide an excerpt may be.
const WIDTH: usize = 140;

/// How many problems are read without a table that sums them up.
const WITHOUT_TABLE: usize = 5;

/// How many errors beside the first one are shown each with its own advice.
const FEW: usize = 3;

/// How many of the other places of a cause are named.
fn named(severity: Severity) -> usize {
    match severity {
        // Each of them has to be corrected.
        Severity::Error => 20,
        Severity::Warning => 5,
    }
}

/// Each cause once, errors last; then a table, if there are more than a few problems.
pub fn grouped(findings: &[Finding<'_>], style: Style) -> String {
    let renderer = renderer(style);
    let mut text = String::new();
    for severity in [Severity::Warning, Severity::Error] {
        let of_severity = |finding: &&Finding<'_>| finding.severity == severity;
        let of_severity: Vec<_> = findings.iter().filter(of_severity).collect();
        for Cause { first, others } in causes(&of_severity) {
            if severity == Severity::Error && others.len() < FEW {
                let each = std::iter::once(first).chain(others);
                each.for_each(|finding| text.push_str(&rendered(&renderer, finding, &[])));
            } else {
                text.push_str(&rendered(&renderer, first, &others));
            }
        }
    }
    if findings.len() > WITHOUT_TABLE {
        text.push_str(&format!("{}\n", table::by_code(findings)));
    }
    text
}

/// Each problem, in the order of the document.
pub fn each(findings: &[Finding<'_>], style: Style) -> String {
    let renderer = renderer(style);
    let problems = findings.iter();
    problems
        .map(|finding| rendered(&renderer, finding, &[]))
        .collect()
}

fn renderer(style: Style) -> Renderer {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH)
}

/// A problem, and the other places of its cause.
fn rendered(renderer: &Renderer, finding: &Finding<'_>, others: &[&Finding<'_>]) -> String {
    let mut text = renderer.render(&[group(finding, others)]);
    let diagnostic = finding.diagnostic;
    let related = diagnostic.related.iter().map(|related| related.0);
    for span in related.chain([diagnostic.span]) {
        text = with_column(text, &finding.lines, span);
    }
    text.push_str("\n\n");
    text
}

fn group<'a>(finding: &Finding<'a>, others: &[&Finding<'_>]) -> Group<'a> {
    let (diagnostic, lines) = (finding.diagnostic, &finding.lines);
    let level = match finding.severity {
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
    if finding.is_denied() {
        group = group.element(Level::NOTE.message("this warning is denied"));
    }
    if !others.is_empty() {
        let also = also(finding, others);
        group = group.element(Level::NOTE.with_name("also").message(also));
    }
    group
}

/// The other places of a cause, as far as they are named.
fn also(first: &Finding<'_>, others: &[&Finding<'_>]) -> String {
    let mut text = format!("{} like this", count(others.len(), "more place"));
    let limit = named(first.severity);
    for other in others.iter().take(limit) {
        let Place { file, start, .. } = other.place();
        let what = in_other_words(first, other);
        let (file, what) = (visible(file), visible(&what));
        text.push_str(&format!("\n{file}:{}:{}: {what}", start.line, start.column));
    }
    if let Some(rest @ 1..) = others.len().checked_sub(limit) {
        text.push_str(&format!(
            "\nand {rest} more: `--message-format short` lists them all"
        ));
    }
    text
}

/// What is not said yet by the first problem of a cause: where it is, else its words as far as they are others.
fn in_other_words(first: &Finding<'_>, other: &Finding<'_>) -> String {
    let severity = other.severity;
    let (first, other) = (first.diagnostic, other.diagnostic);
    if first.message == other.message {
        return other.pointer.to_string();
    }
    let what = other.message.rsplit_once(": ");
    let what = match what {
        Some((begin, what)) if first.message.starts_with(begin) => what,
        Some(_) | None => &other.message,
    };
    // Each error has to be corrected; the advice about a warning mostly repeats its words.
    let is_news = |help: &&String| match severity {
        Severity::Error => first.help.as_ref() != Some(*help),
        Severity::Warning => help.starts_with("did you mean"),
    };
    match other.help.as_ref().filter(is_news) {
        Some(help) => format!("{what}; {help}"),
        None => what.to_owned(),
    }
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
