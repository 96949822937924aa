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

/// Reports the one list among values that may be anything: one dash too many begins it.
pub fn nested(cx: &mut Cx<'_, '_>, list: &Node<'_>) {
    let is_word = |item: &Node<'_>| item.scalar_text().is_some();
    let mut others = list.items().iter().filter(|item| !is_word(item));
    let (Some(item), None, true) = (others.next(), others.next(), list.items().len() > 1) else {
        return;
    };
    let has_dash = cx.document.written(item.span).starts_with("- ");
    if has_dash && item.items().len() == 1 && item.items().iter().all(is_word) {
        let (span, text) = (Span::new(item.span.start as usize, 0..2), String::new());
        let message = "one dash too many begins this item of the list";
        let lost = Diagnostic::new(Code::Misspelled, span, message).help("remove one `- `");
        cx.report(lost.edit(Edit::Write { span, text }).harmless());
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
    let (Some(signs), Syntax::Yaml) = (signs(&entry.key), cx.document.syntax(node.span)) else {
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
    let (message, help, edit) = signs.advice(entry.key_span);
    let message = format!("{message} of `{}`", list.key);
    let lost = Diagnostic::new(Code::Misspelled, edit.span(), message).harmless();
    cx.report(lost.help(help).edit(edit));
    true
}

/// Dashes at the beginning of a text that are not one and a space.
pub struct Signs<'t> {
    /// What they are.
    signs: &'t str,
    /// What follows them.
    item: &'t str,
}

/// The dashes at the beginning of a text.
pub fn signs(text: &str) -> Option<Signs<'_>> {
    let item = text.trim_start_matches(['-', ' ']);
    let signs = text
        .strip_suffix(item)
        .filter(|signs| signs.contains('-'))?;
    item.starts_with(|c: char| c.is_alphanumeric() || c == '$')
        .then_some(Signs { signs, item })
}

impl Signs<'_> {
    /// What is wrong with them, what to do, and the edit that does it where the text begins here.
    pub fn advice(&self, text: Span) -> (&'static str, String, Edit) {
        let message = if self.signs == "-" {
            "a space is missing after the dash of an item"
        } else {
            "more than one dash begins an item"
        };
        let span = Span::new(text.start as usize, 0..self.signs.len());
        let text = "- ".to_owned();
        let help = format!("write `- {}`", self.item);
        (message, help, Edit::Write { span, text })
    }
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
