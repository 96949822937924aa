//! Small parts of large documents, which can be read by the thousand.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Map, Value, json};

use crate::random::Random;

/// How many components a part contains; further ones are empty objects.
const COMPONENTS: usize = 40;

/// One of the path items and one of the schemas of a document, with everything that they refer to.
pub fn part(whole: &Value, random: &mut Random) -> Value {
    let entries = whole.as_object().into_iter().flatten();
    let head = entries.filter(|(key, _)| !matches!(key.as_str(), "paths" | "components"));
    let mut part: Map<String, Value> = head
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    let mut wanted = Wanted::default();
    let path = random_key(&whole["paths"], random).filter(|_| random.below(3) > 0);
    let paths = path.map_or(json!({}), |path| json!({ path: whole["paths"][path] }));
    if let Some(schema) = random_key(&whole["components"]["schemas"], random) {
        wanted.add(&format!("#/components/schemas/{schema}"));
    }
    wanted.add_all(&paths);
    part.insert("paths".to_owned(), paths);
    part.insert("components".to_owned(), wanted.components(whole));
    Value::Object(part)
}

/// The components that are referred to.
#[derive(Default)]
struct Wanted {
    /// By kind and name.
    names: BTreeSet<(String, String)>,
    /// Those that are not copied yet.
    open: VecDeque<(String, String)>,
}

impl Wanted {
    fn add(&mut self, reference: &str) {
        let name = reference.strip_prefix("#/components/");
        if let Some((kind, name)) = name.and_then(|name| name.split_once('/')) {
            let name = (kind.to_owned(), name.to_owned());
            if self.names.insert(name.clone()) {
                self.open.push_back(name);
            }
        }
    }

    fn add_all(&mut self, value: &Value) {
        match value {
            Value::Object(entries) => {
                value["$ref"]
                    .as_str()
                    .into_iter()
                    .for_each(|reference| self.add(reference));
                entries.values().for_each(|value| self.add_all(value));
            }
            Value::Array(items) => items.iter().for_each(|item| self.add_all(item)),
            _ => {}
        }
    }

    fn components(mut self, whole: &Value) -> Value {
        let mut components = json!({ "securitySchemes": whole["components"]["securitySchemes"] });
        let mut copied = 0;
        while let Some((kind, name)) = self.open.pop_front() {
            let target = &whole["components"][&kind][&name];
            let is_copied = copied < COMPONENTS;
            if is_copied {
                self.add_all(target);
                copied += 1;
            }
            components[&kind][&name] = if is_copied { target.clone() } else { json!({}) };
        }
        components
    }
}

fn random_key<'v>(object: &'v Value, random: &mut Random) -> Option<&'v str> {
    let keys = object.as_object()?.keys();
    let place = random.below(keys.len());
    object.as_object()?.keys().nth(place).map(String::as_str)
}
