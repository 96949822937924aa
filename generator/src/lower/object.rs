//! Object schemas: structs, maps and free-form objects.

use std::collections::{HashMap, HashSet};

use super::docs::docs;
use super::facts::value_docs;
use super::schema::{self, Schema};
use super::types::Shape;
use super::{Cx, Lowered, all_of};
use crate::ir::{Direction, Field, Place, Presence, Struct, Type, TypeKind};
use crate::read::{Entry, Node, Value};

/// The properties that a struct is made from.
#[derive(Default)]
pub struct Properties<'d, 's> {
    /// Each property once, in the order of the document.
    pub list: Vec<&'d Entry<'s>>,
    /// Those that only some objects have.
    pub possible: HashMap<&'d str, Possible>,
    /// Where each property stands in the list: a schema may have a hundred thousand of them.
    places: HashMap<&'d str, usize>,
    /// The names of those that are always there.
    pub required: Vec<String>,
    /// What `additionalProperties` says.
    pub additional: Option<&'d Node<'s>>,
}

/// A property that comes from schemas of which an object follows only one.
#[derive(Default)]
pub struct Possible {
    /// The type that holds the values of all of them, where they differ.
    common: Option<Type>,
}

impl Possible {
    fn add(&mut self, known: &Node<'_>, other: &Node<'_>) {
        if all_of::is_alike(known, other) {
            return;
        }
        let is_text = |node: &Node<'_>| node.get("type").and_then(Node::as_str) == Some("string");
        let is_any = self.common == Some(Type::Any);
        self.common = Some(if !is_any && is_text(known) && is_text(other) {
            Type::String
        } else {
            Type::Any
        });
    }
}

/// The type of an object schema.
pub fn object<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    let mut properties = Properties::default();
    properties.add(schema);
    from_properties(cx, schema, &properties, place)
}

/// The type of an object with these properties: a struct where it has some, else a map.
pub fn from_properties<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    properties: &Properties<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    if properties.list.is_empty() {
        return map(cx, properties.additional, place);
    }
    let span = schema.node.span;
    if let Some(ty) = cx.types.get(span) {
        return Ok(ty);
    }
    let id = cx.types.reserve(span, Shape::Struct);
    let strukt = strukt(cx, properties, place)?;
    let definition = schema::definition(cx, schema, place, id, TypeKind::Struct(strukt));
    Ok(Type::Named(cx.types.define(span, id, definition)))
}

impl<'d, 's> Properties<'d, 's> {
    /// The names of those that are always there, to be looked up.
    pub fn required_names(&self) -> HashSet<&str> {
        self.required.iter().map(String::as_str).collect()
    }

    /// Adds those of one of several schemas of which an object may follow any.
    pub fn add_possible(&mut self, schema: &Schema<'d, 's>) {
        for entry in schema.node.get("properties").map_or(&[][..], Node::entries) {
            let place = *self.places.entry(&entry.key).or_insert(self.list.len());
            let Some(known) = self.list.get(place) else {
                self.list.push(entry);
                self.possible.insert(&entry.key, Possible::default());
                continue;
            };
            // What all objects have is said by the schema that they all follow.
            if let Some(possible) = self.possible.get_mut(entry.key.as_ref()) {
                possible.add(&known.value, &entry.value);
            }
        }
        let additional = schema.node.get("additionalProperties");
        self.additional = self.additional.or(additional);
    }

    /// Adds those of one schema. A property that is known already is replaced by one that says what it is: the later one is the
    /// closer one.
    pub fn add(&mut self, schema: &Schema<'d, 's>) {
        for entry in schema.node.get("properties").map_or(&[][..], Node::entries) {
            let place = *self.places.entry(&entry.key).or_insert(self.list.len());
            match self.list.get_mut(place) {
                Some(_) if all_of::only_constrains(&entry.value) => {}
                Some(known) => {
                    *known = entry;
                    self.possible.remove(entry.key.as_ref());
                }
                None => self.list.push(entry),
            }
        }
        self.required
            .extend(schema.keywords.required.iter().cloned());
        let additional = schema.node.get("additionalProperties");
        // What one member of an `allOf` opens, another one's silence does not close.
        self.additional = additional.or(self.additional);
    }
}

fn map<'d, 's>(
    cx: &mut Cx<'d, 's>,
    additional: Option<&'d Node<'s>>,
    place: &Place,
) -> Lowered<Type> {
    match additional_type(cx, additional, place)? {
        Some(Type::Any) | None => Ok(Type::Object),
        Some(ty) => Ok(Type::Map(Box::new(ty))),
    }
}

fn strukt<'d, 's>(
    cx: &mut Cx<'d, 's>,
    properties: &Properties<'d, 's>,
    place: &Place,
) -> Lowered<Struct> {
    let mut fields = Vec::new();
    let mut failed = None;
    let required = properties.required_names();
    for entry in &properties.list {
        let presence = schema::presence(&required, &entry.key);
        let possible = properties.possible.get(entry.key.as_ref());
        let common = possible.and_then(|possible| possible.common.clone());
        match field(cx, entry, presence, common, place) {
            Ok(field) => fields.push(field),
            Err(reported) => failed = Some(reported),
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    let additional = additional_type(cx, properties.additional, place)?;
    Ok(Struct { fields, additional })
}

/// The field of a property.
pub fn field<'d, 's>(
    cx: &mut Cx<'d, 's>,
    entry: &'d Entry<'s>,
    presence: Presence,
    common: Option<Type>,
    place: &Place,
) -> Lowered<Field> {
    let node = &entry.value;
    let is_common = common.is_some();
    let ty = match common {
        Some(ty) => ty,
        None => schema::schema(cx, node, &place.property(&entry.key))?,
    };
    let docs = if is_common {
        // Its facts need not hold for all forms of the object.
        docs(node)
    } else {
        value_docs(cx, node, node, &ty)
    };
    // A type with a name is deprecated itself; what stands in the property belongs to the field.
    let is_named = matches!(ty, Type::Named(_)) && node.get("$ref").is_some();
    let deprecated = !is_named
        && cx
            .resolve(node)?
            .node
            .get("deprecated")
            .and_then(Node::as_bool)
            == Some(true);
    Ok(Field {
        wire: entry.key.to_string(),
        docs,
        deprecated,
        ty,
        presence,
        direction: access(cx, node)?,
    })
}

/// In which direction a property travels, said beside its type or with it.
pub fn access<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<Direction> {
    let target = cx.resolve(node)?.node;
    let is = |keyword| target.get(keyword).and_then(Node::as_bool) == Some(true);
    Ok(match (is("readOnly"), is("writeOnly")) {
        (true, false) => Direction::ReadOnly,
        (false, true) => Direction::WriteOnly,
        (false, false) | (true, true) => Direction::Both,
    })
}

/// The type of the properties that have no names; `None` where there are none.
fn additional_type<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: Option<&'d Node<'s>>,
    place: &Place,
) -> Lowered<Option<Type>> {
    let Some(node) = node else {
        return Ok(None);
    };
    match &node.value {
        Value::Bool(true) => Ok(Some(Type::Any)),
        Value::Map(_) => schema::schema(cx, node, &place.below("value")).map(Some),
        Value::Bool(false) | Value::Null | Value::Number(_) | Value::String(_) | Value::List(_) => {
            Ok(None)
        }
    }
}
