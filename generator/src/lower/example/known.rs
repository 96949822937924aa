//! What a schema knows of a value.

use serde_json::{Map, Value as Json};

use crate::lower::{Cx, union};
use crate::openapi::{Kind, Schema, SchemaId, Target, Value};

/// How many steps one comparison may take: schemas refer to one another in circles.
const STEP_LIMIT: usize = 100_000;

/// How deep schemas within schemas are followed.
const DEPTH_LIMIT: usize = 64;

/// The value without the properties that the schema does not declare, which no type has a field for. `None` where it does not
/// fit the schema.
pub fn known(cx: &mut Cx<'_, '_>, value: Value<'_>, schema: SchemaId) -> Option<Json> {
    let mut knowing = Knowing { cx, steps: 0 };
    knowing.value(value, schema, 0)
}

/// One comparison.
struct Knowing<'c, 'm, 'd> {
    cx: &'c mut Cx<'m, 'd>,
    steps: usize,
}

impl<'m, 'd> Knowing<'_, 'm, 'd> {
    fn value(&mut self, value: Value<'_>, schema: SchemaId, depth: usize) -> Option<Json> {
        self.steps += 1;
        if self.steps > STEP_LIMIT || depth > DEPTH_LIMIT {
            return Some(value.to_json());
        }
        let mut schemas = Vec::new();
        self.collect(value, schema, depth, &mut schemas)?;
        if !schemas
            .iter()
            .all(|target| is_of_kind(value, target.schema))
        {
            return None;
        }
        if let Some(items) = value.items() {
            let mut json = Vec::new();
            for (index, item) in items.enumerate() {
                let schema = schemas.iter().find_map(|target| {
                    let prefix = target.schema.prefix_items.get(index).copied();
                    prefix.or(target.schema.items)
                });
                json.push(match schema {
                    Some(schema) => self.value(item, schema, depth + 1)?,
                    None => item.to_json(),
                });
            }
            return Some(Json::Array(json));
        }
        match value.members() {
            Some(members) => self.object(value, members, &schemas, depth),
            None => Some(value.to_json()),
        }
    }

    /// All schemas that a value must fit: the schema itself, the members of its `allOf`, the schema that extends it and that the
    /// value's tag names, and those of its alternatives that the value fits. `None` where it fits none of these.
    fn collect(
        &mut self,
        value: Value<'_>,
        schema: SchemaId,
        depth: usize,
        schemas: &mut Vec<Target<'m, 'd>>,
    ) -> Option<()> {
        if depth > DEPTH_LIMIT {
            return Some(());
        }
        let Ok(target) = self.cx.resolve(schema) else {
            return Some(());
        };
        // A child names its parent, and a parent knows its children.
        if schemas.iter().any(|known| known.id == target.id) {
            return Some(());
        }
        let is_parent = schemas.iter().any(|known| {
            let is_named = self.cx.names.of(known.id).is_some();
            is_named && union::is_child(self.cx.document, known.schema, target.id)
        });
        schemas.push(target);
        if !is_parent && let Some(child) = union::child_of_value(self.cx, target, value) {
            self.collect(value, child, depth + 1, schemas)?;
        }
        for member in &target.schema.all_of {
            self.collect(value, *member, depth + 1, schemas)?;
        }
        for members in [&target.schema.one_of, &target.schema.any_of] {
            let mut fits = members.is_empty() || value.is_null() && target.schema.nullable;
            for member in members {
                if self.value(value, *member, depth + 1).is_some() {
                    fits = true;
                    self.collect(value, *member, depth + 1, schemas)?;
                }
            }
            if !fits {
                return None;
            }
        }
        Some(())
    }

    fn object<'v>(
        &mut self,
        value: Value<'v>,
        members: impl Iterator<Item = (&'v str, crate::source::Span, Value<'v>)>,
        schemas: &[Target<'m, 'd>],
        depth: usize,
    ) -> Option<Json> {
        let mut required = schemas.iter().flat_map(|target| &target.schema.required);
        let is_there = |name: &str| value.member(name).is_some_and(|value| !value.is_null());
        if !required.all(|name| is_there(name.text)) {
            return None;
        }
        let is_free = schemas
            .iter()
            .all(|target| target.schema.properties.is_empty());
        let additional = schemas
            .iter()
            .find_map(|target| target.schema.additional_properties)
            .filter(|id| !self.cx.schema(*id).is_ok_and(|schema| schema.is_never));
        let mut known = Map::new();
        for (name, _, member) in members {
            let properties = schemas
                .iter()
                .filter_map(|target| target.schema.property(name));
            let mut last = None;
            for schema in properties {
                last = Some(self.value(member, schema, depth + 1)?);
            }
            let json = match (last, additional) {
                (Some(json), _) => json,
                (None, Some(schema)) => self.value(member, schema, depth + 1)?,
                (None, None) if is_free => member.to_json(),
                (None, None) => continue,
            };
            known.insert(name.to_owned(), json);
        }
        Some(Json::Object(known))
    }
}

fn is_of_kind(value: Value<'_>, schema: &Schema<'_>) -> bool {
    // A schema without `type` is of the kind that its other keywords speak of.
    let is_object = !schema.properties.is_empty() || schema.additional_properties.is_some();
    let spoken_of = if is_object {
        Some(Kind::Object)
    } else {
        schema.items.map(|_| Kind::Array)
    };
    match schema.kind().or(spoken_of) {
        None => true,
        Some(Kind::Null) => value.is_null(),
        Some(_) if value.is_null() => {
            schema.nullable || schema.listed().any(|listed| listed.is_null())
        }
        Some(Kind::Boolean) => value.as_bool().is_some(),
        Some(Kind::Object) => value.members().is_some(),
        Some(Kind::Array) => value.items().is_some(),
        Some(Kind::Number) => value.as_number().is_some(),
        Some(Kind::Integer) => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        Some(Kind::String) => value.as_str().is_some(),
    }
}
