//! Additive changes of documents.

mod places;
mod variant;

pub use places::with_heirs;

use places::{home, places};
use serde_json::{Map, Value, json};

use crate::random::Random;
use variant::variant;

/// A document to which something was added.
pub struct Edit {
    /// The document afterwards.
    pub document: Value,
    /// What was added, in words.
    pub what: String,
    /// The components and operations in which something was added.
    pub homes: Vec<String>,
}

/// A kind of change; `None` where there is nothing in the document that it can change.
pub type Kind = fn(&Value, &mut Random) -> Option<Edit>;

/// All kinds of changes.
pub const KINDS: [Kind; 9] = [
    copied_schema,
    schema_of_equal_parts,
    property,
    many_properties,
    value,
    variant,
    operation,
    parameter,
    response,
];

/// Names that are sorted before, between and after those of the documents.
const NAMES: [&str; 3] = ["Aaa", "Mmm", "Zzz"];

const METHODS: [&str; 6] = ["get", "put", "post", "delete", "patch", "query"];

/// A schema that is equal to another one.
fn copied_schema(document: &Value, random: &mut Random) -> Option<Edit> {
    let schemas = document.pointer("/components/schemas")?.as_object()?;
    let (name, schema) = one_of(schemas, random)?;
    // A schema that extends a family is a new variant of it, and a second anchor leads elsewhere.
    let text = schema.to_string();
    let is_anchored = ["nchor\"", "$id\""].iter().any(|key| text.contains(key));
    if schema.get("allOf").is_some() || is_anchored {
        return None;
    }
    let what = format!("a copy of the schema {name}");
    add_schema(document, random, schema.clone(), what)
}

/// A schema with a property that is equal to one of another schema.
fn schema_of_equal_parts(document: &Value, random: &mut Random) -> Option<Edit> {
    let objects = places(document, &|schema| schema.pointer("/properties").is_some());
    let place = random_of(&objects, random)?;
    let properties = document
        .pointer(&format!("{place}/properties"))?
        .as_object()?;
    let (name, property) = one_of(properties, random)?;
    let schema = json!({ "type": "object", "properties": { name: property } });
    add_schema(
        document,
        random,
        schema,
        format!("a schema with {place}/{name}"),
    )
}

/// A property.
fn property(document: &Value, random: &mut Random) -> Option<Edit> {
    let kinds = [
        json!({ "type": "string" }),
        json!({ "type": "integer" }),
        json!({ "type": "array", "items": { "type": "string" } }),
        json!({ "type": "string", "enum": ["one", "two"] }),
        json!({ "type": "object", "properties": { "inner": { "type": "string" } } }),
    ];
    let added = json!({ "addedHere": kinds[random.below(kinds.len())] });
    add_properties(document, random, &added)
}

/// So many properties that their object becomes large.
fn many_properties(document: &Value, random: &mut Random) -> Option<Edit> {
    let added: Map<String, Value> = (0..24)
        .map(|index| (format!("added{index}"), json!({ "type": "string" })))
        .collect();
    add_properties(document, random, &Value::Object(added))
}

fn add_properties(document: &Value, random: &mut Random, added: &Value) -> Option<Edit> {
    let objects = places(document, &|schema| schema.pointer("/properties").is_some());
    let place = random_of(&objects, random)?;
    let mut edit = edit(
        document,
        format!("properties in {place}"),
        vec![home(document, &place)?],
    );
    let properties = edit.document.pointer_mut(&format!("{place}/properties"))?;
    properties
        .as_object_mut()?
        .extend(added.as_object()?.clone());
    Some(edit)
}

/// A value of an enum. What has one value alone is a constant and no enum.
fn value(document: &Value, random: &mut Random) -> Option<Edit> {
    let enums = places(document, &|schema| {
        let values = schema.get("enum").and_then(Value::as_array);
        values.is_some_and(|values| values.len() > 1 && values.iter().all(Value::is_string))
    });
    let place = random_of(&enums, random)?;
    let mut edit = edit(
        document,
        format!("a value of {place}"),
        vec![home(document, &place)?],
    );
    let values = edit.document.pointer_mut(&format!("{place}/enum"))?;
    values.as_array_mut()?.push(json!("added-value"));
    Some(edit)
}

/// An operation that is another one on another path.
fn operation(document: &Value, random: &mut Random) -> Option<Edit> {
    let (path, method) = random_operation(document, random)?;
    let item = document.pointer("/paths")?.get(&path)?;
    let name = random.one_of(&NAMES);
    let id = format!("{name}Operation");
    let mut operation = item.get(&method)?.clone();
    operation["operationId"] = json!(id);
    // A name that is stated for one operation is not that of another.
    operation.as_object_mut()?.remove(STATED_NAME);
    let mut added = json!({ (&method): operation });
    if let Some(parameters) = item.get("parameters") {
        added["parameters"] = parameters.clone();
    }
    let new_path = format!("/{name}{path}");
    let mut edit = edit(
        document,
        format!("a copy of {method} {path}"),
        vec![id, new_path.clone()],
    );
    edit.document["paths"][new_path] = added;
    Some(edit)
}

/// A parameter.
fn parameter(document: &Value, random: &mut Random) -> Option<Edit> {
    let (path, method) = random_operation(document, random)?;
    let operation = document.pointer("/paths")?.get(&path)?.get(&method)?;
    let home = id(operation, &path, &method);
    let mut edit = edit(
        document,
        format!("a parameter of {method} {path}"),
        vec![home],
    );
    let operation = &mut edit.document["paths"][path][method];
    let parameters = operation
        .as_object_mut()?
        .entry("parameters")
        .or_insert(json!([]));
    parameters.as_array_mut()?.push(json!({
        "name": "addedParameter",
        "in": "query",
        "schema": { "type": "string", "enum": ["up", "down"] },
    }));
    Some(edit)
}

/// The response of a failure, with a body that the operation has for another failure, if it has one.
fn response(document: &Value, random: &mut Random) -> Option<Edit> {
    let (path, method) = random_operation(document, random)?;
    let operation = document.pointer("/paths")?.get(&path)?.get(&method)?;
    let responses = operation.get("responses")?.as_object()?;
    if responses.contains_key("418") || !responses.keys().any(|status| status.starts_with('2')) {
        return None;
    }
    let failure = responses.iter().find(|(status, _)| status.starts_with('4'));
    let added = failure.map_or_else(
        || json!({ "description": "Added." }),
        |(_, one)| one.clone(),
    );
    let home = id(operation, &path, &method);
    let mut edit = edit(
        document,
        format!("a response of {method} {path}"),
        vec![home],
    );
    edit.document["paths"][path][method]["responses"]["418"] = added;
    Some(edit)
}

fn add_schema(document: &Value, random: &mut Random, schema: Value, what: String) -> Option<Edit> {
    let name = format!("{}Schema", random.one_of(&NAMES));
    let mut edit = edit(document, what, vec![name.clone()]);
    let schemas = edit.document.pointer_mut("/components/schemas")?;
    schemas.as_object_mut()?.insert(name, schema);
    Some(edit)
}

fn edit(document: &Value, what: String, homes: Vec<String>) -> Edit {
    Edit {
        document: document.clone(),
        what,
        homes,
    }
}

fn random_operation(document: &Value, random: &mut Random) -> Option<(String, String)> {
    let (path, item) = one_of(document.pointer("/paths")?.as_object()?, random)?;
    let operations = item.as_object()?.iter();
    let mut operations = operations.filter(|(method, _)| METHODS.contains(&method.as_str()));
    let count = operations.clone().count();
    let (method, _) = operations.nth(random.below(count))?;
    Some((path.clone(), method.clone()))
}

/// The extension that states the name of an operation.
const STATED_NAME: &str = "x-speakeasy-name-override";

/// The stated name of an operation, its ID, or the words that it is called by without one.
fn id(operation: &Value, path: &str, method: &str) -> String {
    let mut names = [STATED_NAME, "operationId"].iter();
    let id = names.find_map(|key| operation.get(key).and_then(Value::as_str));
    id.map_or_else(|| format!("{method} {path}"), str::to_owned)
}

fn one_of<'a>(
    members: &'a Map<String, Value>,
    random: &mut Random,
) -> Option<(&'a String, &'a Value)> {
    members.iter().nth(random.below(members.len()))
}

fn random_of(choices: &[String], random: &mut Random) -> Option<String> {
    choices.get(random.below(choices.len())).cloned()
}
