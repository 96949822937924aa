//! Items of a list that became part of the one before them, or keys: without their dash or the space after it, or indented too far.

use super::Cx;
use crate::diagnostic::edit::Level;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::read::{Entry, Node, Syntax, Value};
use crate::source::Span;

/// Reports the words below an item that are rather items themselves: a text has more than one word on a line.
pub fn report(cx: &mut Cx<'_, '_>, list: &Node<'_>) {
    for item in list.items().iter().filter(|item| item.as_str().is_some()) {
        let written = cx.document.written(item.span).trim_end();
        let Some((first, below)) = plain_lines(written) else {
            continue;
        };
        let mut lines = written.lines().map(|line| without_dash(line.trim()));
        let are_words = lines.all(|word| !word.is_empty() && !word.contains([' ', '\t']));
        if !are_words {
            continue;
        }
        let line = below.lines().next().unwrap_or_default().trim_end();
        let word = without_dash(line.trim_start());
        let start = first.len() + 1 + line.len() - word.len();
        let place = Span::new(item.span.start as usize, start..start + word.len());
        let (help, edit) = if word.len() < line.trim_start().len() {
            let lines = Span {
                end: item.span.end,
                ..place
            };
            let (like, level) = (item.span, Level::Same);
            let help = format!("indent `- {word}` like the items before it");
            (help, Edit::Indent { lines, like, level })
        } else {
            (format!("write `- {word}`"), Edit::Dash(place))
        };
        let message = format!("`{word}` is part of the item before it");
        let lost = Diagnostic::new(Code::Misspelled, place, message).help(help);
        cx.report(lost.edit(Some(edit)).harmless());
        cx.diagnostics.explain(item.span);
    }
}

/// Reports the items of a list that became part of a text which may be anything: the dash of the first one is lost, or the key of the
/// list.
pub fn in_text(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) {
    let place = entry.value.span;
    let written = cx.document.written(place).trim_end();
    let Some((first, below)) = plain_lines(written) else {
        return;
    };
    let mut lines = below.lines().map(str::trim_start);
    if !lines.all(|line| line.starts_with("- ") || line.trim_end().is_empty()) {
        return;
    }
    let list = &entry.key;
    let begin = place.start as usize;
    let between = Span {
        start: entry.key_span.end,
        end: place.start,
    };
    let lost = if cx.document.written(between).contains('\n') {
        let first = first.trim_end();
        let place = Span::new(begin, 0..first.len());
        let message = format!("a `-` is missing before the first item of `{list}`");
        let lost = Diagnostic::new(Code::Misspelled, place, message);
        lost.help(format!("write `- {first}`"))
            .edit(Some(Edit::Dash(place)))
    } else {
        let item = below.lines().next().unwrap_or_default();
        let start = first.len() + 1 + item.len() - item.trim_start().len();
        let place = Span::new(begin, start..first.len() + 1 + item.trim_end().len());
        let message = format!("`{}` is part of the text of `{list}`", item.trim());
        let lost = Diagnostic::new(Code::Misspelled, place, message);
        let lost = lost.related(entry.key_span, "the text begins here");
        lost.help("write the key of the list on a line before it")
    };
    cx.report(lost.harmless());
}

/// Reports a key that is rather an item of the list which the key before it lacks: the space after its dash is lost.
pub fn is_item(cx: &mut Cx<'_, '_>, node: &Node<'_>, entry: &Entry<'_>) -> bool {
    let (Some(item), Syntax::Yaml) = (entry.key.strip_prefix('-'), cx.document.syntax(node.span))
    else {
        return false;
    };
    let pairs = node.entries().windows(2);
    let mut lists = pairs.filter_map(|pair| match pair {
        [list, item] if item.key_span == entry.key_span => Some(list),
        _ => None,
    });
    let Some(list) = lists
        .next()
        .filter(|list| matches!(list.value.value, Value::Null))
    else {
        return false;
    };
    cx.diagnostics.retract(list.key_span);
    let place = Span::new(entry.key_span.start as usize, 0..1);
    let message = format!(
        "a space is missing after the dash of an item of `{}`",
        list.key
    );
    let lost = Diagnostic::new(Code::Misspelled, place, message).harmless();
    let (span, text) = (place, "- ".to_owned());
    let lost = lost.help(format!("write `- {item}`"));
    cx.report(lost.edit(Edit::Write { span, text }));
    true
}

/// The first line of a text that nothing marks as one, and the lines below it.
fn plain_lines(written: &str) -> Option<(&str, &str)> {
    let is_marked = written.starts_with(['"', '\'', '|', '>', '#', '&', '!']);
    written.split_once('\n').filter(|_| !is_marked)
}

/// A line without the dash of an item.
fn without_dash(line: &str) -> &str {
    line.strip_prefix("- ").unwrap_or(line)
}
