//! Object schemas: structs, maps and free-form objects.

use super::docs::docs;
use super::facts::value_docs;
use super::schema::{self, Schema};
use super::types::Shape;
use super::{Cx, Lowered, all_of};
use crate::ir::{Access, Field, Place, Presence, Struct, Type, TypeKind};
use crate::parse::tree::{Entry, Node, Value};

/// The properties that a struct is made from.
#[derive(Default)]
pub struct Properties<'d, 's> {
    /// Each property once, in the order of the document.
    pub list: Vec<&'d Entry<'s>>,
    /// Those that only some objects have.
    pub possible: Vec<Possible>,
    /// The names of those that are always there.
    pub required: Vec<String>,
    /// What `additionalProperties` says.
    pub additional: Option<&'d Node<'s>>,
}

/// A property that comes from schemas of which an object follows only one.
pub struct Possible {
    name: String,
    /// The type that holds the values of all of them, where they differ.
    common: Option<Type>,
}

impl Possible {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            common: None,
        }
    }

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
    /// Adds those of one of several schemas of which an object may follow any.
    pub fn add_possible(&mut self, schema: &Schema<'d, 's>) {
        for entry in schema.node.get("properties").map_or(&[][..], Node::entries) {
            let Some(known) = self.list.iter().find(|known| known.key == entry.key) else {
                self.list.push(entry);
                self.possible.push(Possible::new(&entry.key));
                continue;
            };
            let mut possible = self.possible.iter_mut();
            // What all objects have is said by the schema that they all follow.
            if let Some(possible) = possible.find(|possible| possible.name == entry.key) {
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
            match self.list.iter_mut().find(|known| known.key == entry.key) {
                Some(_) if all_of::only_constrains(&entry.value) => {}
                Some(known) => {
                    *known = entry;
                    self.possible.retain(|possible| possible.name != entry.key);
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
    for entry in &properties.list {
        let presence = schema::presence(&properties.required, &entry.key);
        let mut possible = properties.possible.iter();
        let common = possible
            .find(|possible| possible.name == entry.key)
            .and_then(|possible| possible.common.clone());
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
        access: access(cx, node)?,
    })
}

/// In which direction a property travels, said beside its type or with it.
pub fn access<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<Access> {
    let target = cx.resolve(node)?.node;
    let is = |keyword| target.get(keyword).and_then(Node::as_bool) == Some(true);
    Ok(match (is("readOnly"), is("writeOnly")) {
        (true, false) => Access::ReadOnly,
        (false, true) => Access::WriteOnly,
        (false, false) | (true, true) => Access::Both,
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
