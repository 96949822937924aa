//! Reference objects, and what was probably meant by a reference that leads nowhere.

use super::suggest::nearest;
use super::{Check, Use};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::reference::tokens;
use crate::parse::shape::{self, Object, Shape};
use crate::parse::tree::{Entry, Node};

/// Reports what beside a reference has no effect, and notes where it should lead.
pub fn check<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    node: &'d Node<'s>,
    reference: &'d Entry<'s>,
    expected: &'static Object,
) {
    cx.check(&reference.value, Shape::Link(expected));
    for sibling in node.fixed_entries().filter(|entry| entry.key != "$ref") {
        let message = format!("`{}` beside `$ref` is ignored", sibling.key);
        let ignored = Diagnostic::new(Code::ReferenceSibling, sibling.key_span, message)
            .help("put the reference into `allOf: [{$ref: …}]` and leave the sibling beside it");
        cx.report(ignored);
    }
}

/// The reference that was probably meant: the same name where it exists, else the nearest of the right kind.
pub fn suggestion(cx: &mut Check<'_, '_, '_>, used: Use<'_, '_>) -> Option<String> {
    let text = used.reference.as_str()?;
    if text.starts_with("#/") {
        return named(cx, text, used.object);
    }
    // Some write the name of an object alone, or forget the beginning.
    let path = text.trim_start_matches(['#', '/', '.']);
    let pointer = format!("#/{path}");
    let is_name = !path.contains(['/', '.', ':']);
    named(cx, &pointer, used.object).filter(|known| {
        if is_name {
            known.ends_with(&pointer[1..])
        } else {
            *known == pointer
        }
    })
}

fn named(cx: &mut Check<'_, '_, '_>, text: &str, expected: &Object) -> Option<String> {
    let tokens: Vec<_> = tokens(text.strip_prefix('#')?).collect();
    let name = tokens.last()?;
    let section = section(expected)?;
    let components = cx.document.root.get("components")?;
    let known = components.get(section)?;
    let name = match cx.document.entry(known, name) {
        Some(entry) => entry.key.as_ref(),
        None if cx.may_compare(known) => {
            nearest(name, known.entries().iter().map(|entry| entry.key.as_ref()))?
        }
        None => return None,
    };
    let escaped = name.replace('~', "~0").replace('/', "~1");
    Some(format!("#/components/{section}/{escaped}"))
}

/// Where objects of a kind are kept.
pub fn section(object: &Object) -> Option<&'static str> {
    let sections = shape::COMPONENTS.fields.iter();
    let mut sections = sections.filter_map(|field| match field.shape {
        Shape::Map(Shape::Reference(kept)) => Some((field.name, kept)),
        _ => None,
    });
    sections
        .find(|(_, kept)| kept.name == object.name)
        .map(|(name, _)| name)
}
