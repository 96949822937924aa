//! The words of the document as rustdoc text.

use super::markdown;
use crate::ir;
use crate::rust::{Docs, Ident, Output, OutputType, Slot};

/// The docs of a thing, or `fallback` where the document says nothing about it.
pub fn docs(docs: &ir::Docs, fallback: &str) -> Docs {
    let mut lines = words(docs);
    if lines.is_empty() {
        lines.push(fallback.to_owned());
    }
    append_notes(&mut lines, docs);
    Docs(lines)
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

/// The docs of a type: the fallback names the schema.
pub fn of_type(def: &ir::TypeDef) -> Docs {
    let (ir::Home::Schema(home) | ir::Home::Operation(home)) = &def.place.home;
    let place = if def.is_shared() {
        def.place.about().join(" / ")
    } else {
        let path = def.place.path.iter();
        let words: Vec<&str> = std::iter::once(home)
            .chain(path)
            .map(String::as_str)
            .collect();
        words.join(" / ")
    };
    let kind = match def.kind {
        ir::TypeKind::Struct(_) => "The object",
        ir::TypeKind::Multipart(_) => "The parts of",
        ir::TypeKind::Enum(_) | ir::TypeKind::Union(_) => "The values of",
    };
    let mut docs = docs(&def.docs, &format!("{kind} {}.", markdown::code(&place)));
    if def.deprecated {
        // An attribute would warn wherever the SDK itself names the type.
        append(&mut docs.0, vec!["Deprecated.".to_owned()]);
    }
    docs
}

/// The docs of a field.
pub fn of_field(field: &ir::Field, slot: &Slot) -> Docs {
    let property = format!("The property {}.", markdown::code(&field.wire));
    let mut docs = docs(&field.docs, &property);
    if let Slot::Constant(value) | Slot::Preset(value) = slot {
        let value = markdown::code(&value.to_string());
        append(
            &mut docs.0,
            vec![format!("Set to {value} by [`new`](Self::new).")],
        );
    }
    docs
}

/// The docs of an entry method: what it does, the request it makes, its arguments.
pub fn of_operation(
    operation: &ir::Operation,
    arguments: &[(String, &ir::Docs)],
    responses: &[String],
) -> Docs {
    let request = markdown::code(&format!(
        "{} {}",
        operation.method.as_str(),
        operation.path.text
    ));
    let mut lines = words(&operation.docs);
    append(&mut lines, vec![request]);
    let mut list = Vec::new();
    for (name, docs) in arguments {
        list.extend(bullet(name, docs));
    }
    append(&mut lines, list);
    for sentence in responses {
        append(&mut lines, markdown::fill(sentence));
    }
    append_notes(&mut lines, &operation.docs);
    Docs(lines)
}

/// The documented error bodies and response headers of an operation.
pub fn of_responses(marker: &Ident, failure: Option<&Output>, headers: &[Ident]) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(failure) = failure {
        let body = match &failure.ty {
            OutputType::Many(output) => format!("the [`{}`]", output.ident),
            OutputType::One(_) => "the error body".to_owned(),
        };
        sentences.push(format!(
            "[`error.api_error::<{marker}>()`](Error::api_error) returns {body} of a failed call."
        ));
    }
    if !headers.is_empty() {
        let link = |ident: &Ident| format!("[`{ident}`](crate::headers::{ident})");
        let links: Vec<String> = headers.iter().map(link).collect();
        sentences.push(format!("Response headers: {}.", links.join(", ")));
    }
    sentences
}

/// An item of a list about a name; nothing where the document says nothing.
pub fn bullet(name: &str, docs: &ir::Docs) -> Vec<String> {
    let (short, _) = notes(docs);
    let mut text = words(docs);
    if let (false, true) = (short.is_empty(), text.len() < 2) {
        text.push(String::new());
        text.push(short);
        // Both are short enough for one paragraph.
        text = vec![text.join(" ").trim().to_owned()];
    } else if !short.is_empty() {
        append(&mut text, vec![short]);
    }
    if text.is_empty() {
        return Vec::new();
    }
    markdown::item(name, &text.join("\n"))
}

/// What the crate is about.
pub fn about(api: &ir::Api) -> Docs {
    let mut lines = words(&api.docs);
    if lines.is_empty() {
        lines.push(format!(
            "A client of the API {}.",
            markdown::code(&api.title)
        ));
    }
    if !api.version.is_empty() {
        append(
            &mut lines,
            vec![format!(
                "Generated from version {} of the API's document.",
                markdown::code(&api.version)
            )],
        );
    }
    append(&mut lines, api.tags.iter().map(tag).collect());
    Docs(lines)
}

/// A line of the list of tags.
fn tag(tag: &ir::Tag) -> String {
    let parent = tag.parent.as_deref().map(markdown::code);
    let parent = parent.map(|parent| format!(" (in {parent})"));
    let summary = tag.summary.as_deref().map(markdown::lines);
    let summary = summary.map(|summary| format!(": {}", summary.join(" ")));
    format!(
        "- The tag {}{}{}",
        markdown::code(&tag.name),
        parent.unwrap_or_default(),
        summary.unwrap_or_default()
    )
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
    if !description.starts_with(summary.trim_end_matches('.')) || summary.len() > description.len()
    {
        lines = markdown::lines(summary);
        if let Some(last) = lines
            .last_mut()
            .filter(|last| last.ends_with(char::is_alphanumeric))
        {
            last.push('.');
        }
    }
    append(&mut lines, markdown::lines(description));
    lines
}

/// The notes: the short ones in one paragraph, and the blocks after it.
fn notes(docs: &ir::Docs) -> (String, Vec<String>) {
    let mut short = Vec::new();
    let mut blocks = Vec::new();
    for note in &docs.notes {
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
