//! The words of the document as rustdoc text.

mod about;
mod by_tag;
mod deprecated;
mod group;
mod operation;
mod said;
mod schema;

pub use about::about;
pub use by_tag::{calls_by_tag, links_by_tag};
pub use deprecated::deprecated;
pub use group::of_group;
pub use operation::{of_marker, of_operation, of_pages, of_responses, optional};
pub use schema::{of_field, of_type};

use super::markdown;
use crate::ir;
use crate::rust::{Docs, Ident};

/// The docs of a thing, or `fallback` where the document says nothing about it.
pub fn docs(docs: &ir::Docs, fallback: &str) -> Docs {
    let mut lines = words(docs);
    if lines.is_empty() {
        lines.push(fallback.to_owned());
    }
    append_notes(&mut lines, docs);
    Docs(lines)
}

/// What the document says of a thing: nothing where it says nothing.
pub fn said(docs: &ir::Docs) -> Docs {
    let mut lines = words(docs);
    append_notes(&mut lines, docs);
    Docs(lines)
}

/// The docs of what has a name on the wire.
pub fn of_named(docs: &ir::Docs, wire: &str, ident: &Ident) -> Docs {
    let mut lines = words(docs);
    if lines.is_empty() {
        lines.extend(wire_name(wire, ident));
    }
    append_notes(&mut lines, docs);
    Docs(lines)
}

/// What stands for a description that the document does not give: the name on the wire, but for an identifier that says it.
fn wire_name(wire: &str, ident: &Ident) -> Option<String> {
    (ident.file_stem() != wire).then(|| markdown::code(wire))
}

/// Words of our own, and the notes.
pub fn with_notes(mut lines: Vec<String>, notes: &[ir::DocNote]) -> Docs {
    let docs = ir::Docs {
        notes: notes.to_vec(),
        ..ir::Docs::default()
    };
    append_notes(&mut lines, &docs);
    Docs(lines)
}

/// An item of a list about a name; nothing where the document says nothing.
pub fn bullet(name: &str, docs: &ir::Docs) -> Vec<String> {
    let (short, _) = notes(docs);
    let mut text = words(docs);
    if let (false, true) = (short.is_empty(), text.len() < 2) {
        text.iter_mut().for_each(end_sentence);
        text.push(short);
        // Both are short enough for one paragraph.
        text = vec![text.join(" ")];
    } else if !short.is_empty() {
        append(&mut text, vec![short]);
    }
    if text.is_empty() {
        return Vec::new();
    }
    markdown::item(name, &text.join("\n"))
}

/// Adds a block after a blank line.
pub fn append(lines: &mut Vec<String>, block: Vec<String>) {
    if !lines.is_empty() && !block.is_empty() {
        lines.push(String::new());
    }
    lines.extend(block);
}

/// Summary and description. A summary that the description repeats is left out.
fn words(docs: &ir::Docs) -> Vec<String> {
    let description = docs.description.as_deref().unwrap_or_default();
    let summary = docs.summary.as_deref().unwrap_or_default();
    let mut lines = Vec::new();
    let is_repeated = description.starts_with(summary.trim_end_matches('.'))
        && summary.len() <= description.len();
    if !is_repeated && !said::begins_with(description, summary) {
        lines = markdown::lines(summary);
        lines.last_mut().into_iter().for_each(end_sentence);
    }
    append(&mut lines, markdown::lines(description));
    lines
}

/// Ends a line that more follows, as sentences end.
fn end_sentence(line: &mut String) {
    let is_open = |last: char| last.is_alphanumeric() || matches!(last, ')' | '`' | '"' | '\'');
    if line.ends_with(is_open) {
        line.push('.');
    }
}

/// The notes: the short ones in one paragraph, and the blocks after it.
fn notes(docs: &ir::Docs) -> (String, Vec<String>) {
    let mut short = Vec::new();
    let mut blocks = Vec::new();
    let notes = docs.notes.iter();
    for note in notes.filter(|note| !said::is_said(docs.description.as_deref(), note)) {
        match &note.value {
            ir::DocNoteValue::None => short.push(format!("{}.", note.label)),
            ir::DocNoteValue::Codes(values) => {
                let values: Vec<String> =
                    values.iter().map(|value| markdown::code(value)).collect();
                short.push(format!("{}: {}.", note.label, values.join(", ")));
            }
            ir::DocNoteValue::Code(value) => {
                short.push(format!("{}: {}.", note.label, markdown::code(value)));
            }
            ir::DocNoteValue::Link { text, url } => {
                append(&mut blocks, vec![markdown::link(text, url)]);
            }
            ir::DocNoteValue::Block(json) => {
                let text = format!(
                    "{}:\n\n```json\n{}\n```",
                    note.label,
                    json.replace("```", "'''")
                );
                append(&mut blocks, markdown::lines(&text));
            }
        }
    }
    (short.join(" "), blocks)
}

fn append_notes(lines: &mut Vec<String>, docs: &ir::Docs) {
    let (short, blocks) = notes(docs);
    append(lines, markdown::fill(&short));
    append(lines, blocks);
}
