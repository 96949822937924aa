//! What an object has by its schema and by the members of its `allOf`.

use std::collections::{BTreeSet, HashSet};

use crate::openapi::{Document, SchemaId};

/// The properties of an object.
#[derive(Default)]
pub struct Properties<'d> {
    /// The names of those that are declared.
    pub names: BTreeSet<&'d str>,
    /// The names of those that are required.
    pub required: BTreeSet<&'d str>,
    /// Whether there may be others: the schema is open, or not known.
    pub is_open: bool,
}

/// The properties of an object schema, those of the members of its `allOf` included.
pub fn properties<'d>(document: &Document<'d>, id: SchemaId) -> Properties<'d> {
    let mut properties = Properties::default();
    collect(document, id, &mut properties, &mut HashSet::new());
    properties
}

fn collect<'d>(
    document: &Document<'d>,
    id: SchemaId,
    properties: &mut Properties<'d>,
    done: &mut HashSet<SchemaId>,
) {
    let Ok(target) = document.resolve(id) else {
        properties.is_open = true;
        return;
    };
    // Several paths may lead to the same member.
    if !done.insert(target.id) {
        return;
    }
    let schema = target.schema;
    let names = schema.properties.iter().map(|property| property.name);
    properties.names.extend(names);
    let required = schema.required.iter().map(|name| name.text);
    properties.required.extend(required);
    let is_closed = |id| document.schema(id).is_ok_and(|schema| schema.is_never);
    properties.is_open |= schema
        .additional_properties
        .is_some_and(|id| !is_closed(id))
        || !schema.pattern_properties.is_empty()
        || !schema.members().is_empty();
    for member in &schema.all_of {
        collect(document, *member, properties, done);
    }
}
