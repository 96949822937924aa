//! When two schemas without names are one type.

use crate::ir;

/// What makes an inline schema equal to another one: then both are one type.
#[derive(PartialEq, Eq, Hash)]
pub struct Inline {
    kind: ir::TypeKind,
    deprecated: bool,
    /// What the schema is about, from the last property on; not where there is one value alone, which says it better.
    about: Vec<String>,
    /// Its words; not where it is the schema of a property or of its items, which has them itself.
    docs: Option<ir::Docs>,
}

/// What makes a type equal to another one; `None` for a schema that has a name of its own.
pub fn inline(def: &ir::TypeDef) -> Option<Inline> {
    let is_property = def.place.is_property();
    let is_constant = matches!(&def.kind, ir::TypeKind::Enum(known) if known.values.len() == 1);
    let mut about = def.place.about();
    match about.as_slice() {
        [] => return None,
        _ if is_constant && !is_property => about.clear(),
        _ => {}
    }
    let is_item = def.place.is_item_of_property();
    if is_property || is_item {
        about.truncate(1);
        about.iter_mut().for_each(|name| *name = stem(name));
    }
    let mut kind = def.kind.clone();
    if let ir::TypeKind::Struct(strukt) = &mut kind {
        // Their order is that of the document, and means nothing.
        strukt
            .fields
            .sort_by(|one, other| one.wire.cmp(&other.wire));
    }
    Some(Inline {
        kind,
        deprecated: def.deprecated,
        about,
        docs: (!is_property && !is_item).then(|| def.docs.clone()),
    })
}

/// What a word and its plural share, so that each of the `droplets` is a `droplet`. Nobody sees it.
fn stem(name: &str) -> String {
    let stem = name.trim_end_matches(['e', 's']);
    match stem.strip_suffix('y') {
        Some(stem) => format!("{stem}i"),
        None => stem.to_owned(),
    }
}
