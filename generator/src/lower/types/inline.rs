//! When two schemas without names are one type.

use crate::ir;

/// What makes an inline schema equal to another one: then both are one type.
#[derive(PartialEq, Eq, Hash)]
pub struct Inline {
    kind: ir::TypeKind,
    deprecated: bool,
    /// What the schema is about, from the last property on; not where there is one value alone, which says it better.
    about: Vec<String>,
    /// Its words; not where it is the schema of a property, which has them itself.
    docs: Option<ir::Docs>,
}

/// What makes a type equal to another one; `None` for a schema that has a name of its own.
pub fn inline(def: &ir::TypeDef) -> Option<Inline> {
    let is_property = def.place.is_property();
    let is_constant = matches!(&def.kind, ir::TypeKind::Enum(known) if known.values.len() == 1);
    let about = match def.place.path_from_last_property() {
        [] => return None,
        _ if is_constant && !is_property => Vec::new(),
        about => about.to_vec(),
    };
    Some(Inline {
        kind: def.kind.clone(),
        deprecated: def.deprecated,
        about,
        docs: (!is_property).then(|| def.docs.clone()),
    })
}
