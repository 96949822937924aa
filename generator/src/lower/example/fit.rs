//! Whether a value fits its schema, and what of it the schema knows.

use serde_json::{Map, Value as Json};

use crate::diagnostic::Diagnostics;
use crate::lower::{Cx, union};
use crate::read::{Node, Value, number};

/// How many steps one comparison may take: schemas refer to one another in circles.
const STEP_LIMIT: usize = 100_000;

/// How deep schemas within schemas are followed.
const DEPTH_LIMIT: usize = 64;

/// The value without the properties that the schema does not declare, which no type has a place for. `None` where it does not
/// fit the schema.
pub fn fit<'d, 's>(cx: &mut Cx<'d, 's>, value: &Node<'_>, schema: &'d Node<'s>) -> Option<Json> {
    let mut fitting = Fitting { cx, steps: 0 };
    fitting.fit(value, schema, 0)
}

/// A value as JSON.
pub fn json(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(text) => number(text).map_or_else(|| Json::from(text.as_ref()), Json::Number),
        Value::String(text) => Json::from(text.as_ref()),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => {
            let entries = entries
                .iter()
                .map(|entry| (entry.key.to_string(), json(&entry.value)));
            Json::Object(entries.collect())
        }
    }
}

/// One comparison.
struct Fitting<'c, 'd, 's> {
    cx: &'c mut Cx<'d, 's>,
    steps: usize,
}

impl<'d, 's> Fitting<'_, 'd, 's> {
    fn fit(&mut self, value: &Node<'_>, schema: &'d Node<'s>, depth: usize) -> Option<Json> {
        self.steps += 1;
        if self.steps > STEP_LIMIT || depth > DEPTH_LIMIT {
            return Some(json(value));
        }
        let mut schemas = Vec::new();
        self.collect(value, schema, depth, &mut schemas)?;
        if !schemas.iter().all(|schema| is_of_type(value, schema)) {
            return None;
        }
        match &value.value {
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(json(value)),
            Value::List(items) => {
                let Some(schema) = schemas.iter().find_map(|schema| schema.get("items")) else {
                    return Some(json(value));
                };
                let items = items.iter().map(|item| self.fit(item, schema, depth + 1));
                items.collect::<Option<Vec<Json>>>().map(Json::Array)
            }
            Value::Map(_) => self.object(value, &schemas, depth),
        }
    }

    /// All schemas that a value must fit: the schema itself, the members of its `allOf`, the schema that extends it and that the
    /// value's tag names, and those of its alternatives that the value fits. `None` where it fits none of these.
    fn collect(
        &mut self,
        value: &Node<'_>,
        schema: &'d Node<'s>,
        depth: usize,
        schemas: &mut Vec<&'d Node<'s>>,
    ) -> Option<()> {
        if depth > DEPTH_LIMIT {
            return Some(());
        }
        let document = self.cx.document;
        let Ok(target) = document.resolve(schema, &mut Diagnostics::default()) else {
            return Some(());
        };
        let schema = target.node;
        // A child names its parent, and a parent knows its children.
        if schemas.iter().any(|known| known.span == schema.span) {
            return Some(());
        }
        let is_parent = schemas.iter().any(|known| {
            self.cx.names.of(known.span).is_some() && union::is_child(self.cx, known, schema)
        });
        schemas.push(schema);
        if !is_parent && let Some(child) = union::child_of_value(self.cx, schema, value) {
            self.collect(value, child, depth + 1, schemas)?;
        }
        for member in schema.get("allOf").map_or(&[][..], Node::items) {
            self.collect(value, member, depth + 1, schemas)?;
        }
        for keyword in ["oneOf", "anyOf"] {
            let members = schema.get(keyword).map_or(&[][..], Node::items);
            let mut fits = members.is_empty();
            for member in members {
                if self.fit(value, member, depth + 1).is_some() {
                    fits = true;
                    self.collect(value, member, depth + 1, schemas)?;
                }
            }
            if !fits {
                return None;
            }
        }
        Some(())
    }

    fn object(&mut self, value: &Node<'_>, schemas: &[&'d Node<'s>], depth: usize) -> Option<Json> {
        for schema in schemas {
            let mut required = schema.get("required").map_or(&[][..], Node::items).iter();
            let is_there =
                |name: &Node<'_>| name.as_str().is_none_or(|name| value.get(name).is_some());
            if !required.all(is_there) {
                return None;
            }
        }
        let is_free = schemas
            .iter()
            .all(|schema| schema.get("properties").is_none());
        let additional = schemas
            .iter()
            .find_map(|schema| schema.get("additionalProperties"))
            .filter(|additional| additional.as_bool() != Some(false));
        let mut known = Map::new();
        for entry in value.entries() {
            let properties = schemas
                .iter()
                .filter_map(|schema| schema.get("properties")?.get(&entry.key));
            let mut last = None;
            for schema in properties {
                last = Some(self.fit(&entry.value, schema, depth + 1)?);
            }
            let fitting = match (last, additional) {
                (Some(json), _) => json,
                (None, Some(schema)) if schema.as_bool().is_none() => {
                    self.fit(&entry.value, schema, depth + 1)?
                }
                (None, Some(_)) => json(&entry.value),
                (None, None) if is_free => json(&entry.value),
                (None, None) => continue,
            };
            known.insert(entry.key.to_string(), fitting);
        }
        Some(Json::Object(known))
    }
}

fn is_of_type(value: &Node<'_>, schema: &Node<'_>) -> bool {
    // A schema without `type` is of the kind that its other keywords speak of.
    let spoken_of = [
        ("properties", "object"),
        ("additionalProperties", "object"),
        ("items", "array"),
    ];
    let mut spoken_of = spoken_of
        .iter()
        .filter(|(keyword, _)| schema.get(keyword).is_some());
    let kind = schema
        .get("type")
        .and_then(Node::as_str)
        .or_else(|| Some(spoken_of.next()?.1));
    let values = schema.get("enum").map_or(&[][..], Node::items);
    match (&value.value, kind) {
        (_, None) => true,
        (Value::Null, Some(kind)) => {
            kind == "null"
                || schema.get("nullable").and_then(Node::as_bool) == Some(true)
                || values
                    .iter()
                    .any(|value| matches!(value.value, Value::Null))
        }
        (Value::Number(text), Some("integer")) => {
            let number = number(text).and_then(|number| number.as_f64());
            number.is_some_and(|number| number.fract() == 0.0)
        }
        (Value::Bool(_), Some(kind)) => kind == "boolean",
        (Value::Number(_), Some(kind)) => kind == "number",
        (Value::String(_), Some(kind)) => kind == "string",
        (Value::List(_), Some(kind)) => kind == "array",
        (Value::Map(_), Some(kind)) => kind == "object",
    }
}
