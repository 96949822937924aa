//! What a schema says of a type or a field.

use super::{append, append_notes, wire_name};
use crate::ir;
use crate::name::markdown;
use crate::rust::{Docs, Ident, Slot};

/// The docs of a type.
pub fn of_type(def: &ir::TypeDef, ident: &Ident) -> Docs {
    let names = names(&def.place);
    let mut lines = words(&def.docs, names.last());
    let place = names.join(" / ");
    if lines.is_empty() && !is_same_name(&place, ident.as_str()) {
        lines.push(markdown::code(&place));
    }
    append_notes(&mut lines, &def.docs);
    if def.deprecated {
        // An attribute would warn wherever the SDK itself names the type.
        append(&mut lines, vec!["Deprecated.".to_owned()]);
    }
    Docs(lines)
}

/// The docs of a field.
pub fn of_field(field: &ir::Field, ident: &Ident, slot: &Slot) -> Docs {
    let mut lines = words(&field.docs, Some(&field.wire));
    if lines.is_empty() {
        lines.extend(wire_name(&field.wire, ident));
    }
    append_notes(&mut lines, &field.docs);
    if let Slot::Constant(value) | Slot::Preset(value) = slot {
        let value = markdown::code(&value.to_string());
        append(
            &mut lines,
            vec![format!("Set to {value} by [`new`](Self::new).")],
        );
    }
    Docs(lines)
}

/// The names on the way to a schema, from its home.
fn names(place: &ir::Place) -> Vec<String> {
    let (ir::Home::Schema(home) | ir::Home::Operation(home)) = &place.home;
    std::iter::once(home).chain(&place.path).cloned().collect()
}

/// The description, else the title where that is more than the name.
fn words(docs: &ir::Docs, name: Option<&String>) -> Vec<String> {
    let is_name = |title: &&String| {
        is_identifier(title) || name.is_some_and(|name| is_same_name(title, name))
    };
    let says_more = docs.description.is_none();
    let title = docs.summary.as_ref().filter(|_| says_more);
    super::words(&ir::Docs {
        summary: title.filter(|title| !is_name(title)).cloned(),
        description: docs.description.clone(),
        notes: Vec::new(),
    })
}

/// Whether a title is a name of some program, such as `page_size`, and not written for people.
fn is_identifier(title: &str) -> bool {
    title.contains('_') && !title.contains(char::is_whitespace)
}

/// Whether two names differ in nothing but how their words are joined.
fn is_same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
