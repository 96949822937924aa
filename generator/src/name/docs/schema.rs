//! What a schema says of a type or a field.

use super::{append, append_notes, wire_name, with_notes};
use crate::ir;
use crate::name::markdown;
use crate::rust::{Docs, Ident, Slot, Type};

/// The words before a name that say nothing.
const ARTICLES: [&str; 3] = ["a", "an", "the"];

/// The docs of a type.
pub fn of_type(def: &ir::TypeDef, ident: &Ident) -> Docs {
    let names = names(&def.place);
    let own = names.last().map(String::as_str);
    let own: Vec<&str> = own.into_iter().chain([ident.as_str()]).collect();
    let mut lines = words(&def.docs, &own);
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
pub fn of_field(field: &ir::Field, ident: &Ident, ty: &Type, slot: &Slot) -> Docs {
    let models = ty.models().into_iter().map(Ident::as_str);
    let names: Vec<&str> = std::iter::once(field.wire.as_str()).chain(models).collect();
    let mut lines = words(&field.docs, &names);
    if lines.is_empty() {
        lines.extend(wire_name(&field.wire, ident));
    }
    let (Slot::Constant(value) | Slot::Preset(value)) = slot else {
        append_notes(&mut lines, &field.docs);
        return Docs(lines);
    };
    // That it is always this value goes without saying.
    let notes = field
        .docs
        .notes
        .iter()
        .filter(|note| note.label != "Always");
    let notes: Vec<ir::DocNote> = notes.cloned().collect();
    let Docs(mut lines) = with_notes(lines, &notes);
    let value = markdown::code(&value.to_string());
    append(
        &mut lines,
        vec![format!("Set to {value} by [`new`](Self::new).")],
    );
    Docs(lines)
}

/// The names on the way to a schema, from its home.
fn names(place: &ir::Place) -> Vec<String> {
    let (ir::Home::Schema(home) | ir::Home::Operation(home)) = &place.home;
    let path = place.path.iter().filter(|word| !word.is_empty());
    std::iter::once(home).chain(path).cloned().collect()
}

/// The description, else the title, where that is more than one of these names, which stand beside it.
fn words(docs: &ir::Docs, names: &[&str]) -> Vec<String> {
    let says_more = |text: &&String| !names.iter().any(|name| is_same_name(text, name));
    let description = docs.description.as_ref().filter(says_more);
    let title = docs.summary.as_ref().filter(says_more);
    let title = title.filter(|title| description.is_none() && !is_identifier(title));
    super::words(&ir::Docs {
        summary: title.cloned(),
        description: description.cloned(),
        ..ir::Docs::default()
    })
}

/// Whether a title is a name of some program, such as `page_size` or `PageSize`, and not written for people.
fn is_identifier(title: &str) -> bool {
    let mut letters = title.chars().zip(title.chars().skip(1));
    let is_joined = |(one, next): (char, char)| one.is_lowercase() && next.is_uppercase();
    let has_words = title.contains('_') || letters.any(is_joined);
    has_words && !title.contains(char::is_whitespace)
}

/// Whether a text differs from a name in nothing but an article and how its words are joined.
fn is_same_name(text: &str, name: &str) -> bool {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let rest = match text.trim().split_once(' ') {
        Some((article, rest)) if ARTICLES.contains(&article.to_lowercase().as_str()) => rest,
        Some(_) | None => text,
    };
    let name = letters(name);
    letters(text) == name || letters(rest) == name
}
