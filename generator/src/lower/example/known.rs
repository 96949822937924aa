//! What a schema knows of a value.

use serde_json::{Map, Value as Json};

use crate::lower::{Cx, union};
use crate::openapi::{SchemaId, Target, Value, fit};

/// How many steps one comparison may take: schemas refer to one another in circles.
const STEP_LIMIT: usize = 100_000;

/// How deep schemas within schemas are followed.
const DEPTH_LIMIT: usize = 64;

/// The value without the properties that the schema does not declare, which no type has a field for. `None` where it does not
/// fit the schema.
pub fn known(cx: &mut Cx<'_, '_>, value: Value<'_>, schema: SchemaId) -> Option<Json> {
    let mut knowing = Knowing { cx, steps: 0 };
    knowing.fitting(value, schema, 0)
}

/// One comparison.
struct Knowing<'c, 'm, 'd> {
    cx: &'c mut Cx<'m, 'd>,
    steps: usize,
}

impl<'m, 'd> Knowing<'_, 'm, 'd> {
    fn fitting(&mut self, value: Value<'_>, schema: SchemaId, depth: usize) -> Option<Json> {
        fit::fits(self.cx.document, value, schema).then(|| self.value(value, schema, depth))?
    }

    fn value(&mut self, value: Value<'_>, schema: SchemaId, depth: usize) -> Option<Json> {
        self.steps += 1;
        if self.steps > STEP_LIMIT || depth > DEPTH_LIMIT {
            return Some(value.to_json());
        }
        let mut schemas = Vec::new();
        self.collect(value, schema, depth, &mut schemas)?;
        if let Some(items) = value.items().filter(|_| !schemas.iter().any(is_struct)) {
            let items = items.enumerate().map(|(index, item)| {
                let schema = schemas.iter().find_map(|target| {
                    let prefix = target.schema.prefix_items.get(index).copied();
                    prefix.or(target.schema.items)
                });
                match schema {
                    Some(schema) => self.value(item, schema, depth + 1),
                    None => Some(item.to_json()),
                }
            });
            return items.collect::<Option<Vec<Json>>>().map(Json::Array);
        }
        match value.members() {
            Some(_) => self.object(value, &schemas, depth),
            // Without `type`, JSON Schema has nothing against it; but a struct is an object.
            None if schemas.iter().any(is_struct) && !value.is_null() => None,
            None => Some(value.to_json()),
        }
    }

    /// All schemas that speak of a value: the schema itself, the members of its `allOf`, the schema that extends it and that the
    /// value's tag names, and those of its alternatives that the value fits. `None` where it does not fit the one of its tag.
    fn collect(
        &mut self,
        value: Value<'_>,
        schema: SchemaId,
        depth: usize,
        schemas: &mut Vec<Target<'m, 'd>>,
    ) -> Option<()> {
        let Ok(target) = self.cx.resolve(schema) else {
            return Some(());
        };
        // A child names its parent, and a parent knows its children.
        if depth > DEPTH_LIMIT || schemas.iter().any(|known| known.id == target.id) {
            return Some(());
        }
        let document = self.cx.document;
        let is_parent = schemas.iter().any(|known| {
            let is_named = self.cx.names.of(known.id).is_some();
            is_named && union::is_child(document, known.schema, target.id)
        });
        schemas.push(target);
        if !is_parent && let Some(child) = union::child_of_value(self.cx, target, value) {
            self.fitting(value, child, depth + 1)?;
            self.collect(value, child, depth + 1, schemas)?;
        }
        for member in &target.schema.all_of {
            self.collect(value, *member, depth + 1, schemas)?;
        }
        for member in target.schema.one_of.iter().chain(&target.schema.any_of) {
            if fit::fits(document, value, *member) {
                self.collect(value, *member, depth + 1, schemas)?;
            }
        }
        Some(())
    }

    fn object(
        &mut self,
        value: Value<'_>,
        schemas: &[Target<'m, 'd>],
        depth: usize,
    ) -> Option<Json> {
        let is_free = schemas
            .iter()
            .all(|target| target.schema.properties.is_empty());
        let is_never = |id: &SchemaId| self.cx.schema(*id).is_ok_and(|schema| schema.is_never);
        let mut additional = schemas
            .iter()
            .filter_map(|target| target.schema.additional_properties);
        let additional = additional.next().filter(|id| !is_never(id));
        let mut known = Map::new();
        for (name, _, member) in value.members().into_iter().flatten() {
            let mut declared = None;
            for target in schemas {
                if let Some(schema) = target.schema.property(name) {
                    declared = Some(self.value(member, schema, depth + 1)?);
                }
            }
            let json = match (declared, additional) {
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

/// Whether the values of a schema are read as structs.
fn is_struct(target: &Target<'_, '_>) -> bool {
    !target.schema.properties.is_empty()
}
