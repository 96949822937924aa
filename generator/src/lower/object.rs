//! Object schemas: structs, maps and free-form objects.

use super::docs::value_docs;
use super::schema::{self, Schema};
use super::types::Shape;
use super::{Cx, Lowered};
use crate::ir::{Field, Place, Presence, Struct, Type, TypeKind};
use crate::parse::tree::{Entry, Node, Value};

/// The properties that a struct is made from.
pub struct Properties<'d, 's> {
    /// Each property once, in the order of the document.
    pub list: Vec<&'d Entry<'s>>,
    /// The names of those that are always there.
    pub required: Vec<String>,
    /// What `additionalProperties` says.
    pub additional: Option<&'d Node<'s>>,
}

/// The type of an object schema.
pub fn object<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    let mut properties = Properties {
        list: Vec::new(),
        required: Vec::new(),
        additional: None,
    };
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
    let definition = schema::definition(schema, place, TypeKind::Struct(strukt));
    Ok(Type::Named(cx.types.define(span, id, definition)))
}

impl<'d, 's> Properties<'d, 's> {
    /// Adds those of one schema. A property that is known already is replaced: the later one is the closer one.
    pub fn add(&mut self, schema: &Schema<'d, 's>) {
        for entry in schema.node.get("properties").map_or(&[][..], Node::entries) {
            match self.list.iter_mut().find(|known| known.key == entry.key) {
                Some(known) => *known = entry,
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
        match field(cx, entry, presence, place) {
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
    place: &Place,
) -> Lowered<Field> {
    let node = &entry.value;
    let ty = schema::schema(cx, node, &place.property(&entry.key))?;
    // A reference speaks for itself where it is followed; what stands in the property belongs to the field.
    let (docs, target) = match node.get("$ref") {
        Some(_) => (super::docs::docs(cx.resolve(node)?.node), None),
        None => (value_docs(node, None), Some(node)),
    };
    let deprecated = target
        .and_then(|node| node.get("deprecated"))
        .and_then(Node::as_bool)
        .unwrap_or(false);
    let ty = match presence {
        Presence::Required => ty,
        Presence::Optional => ty.non_null(),
    };
    Ok(Field {
        wire: entry.key.to_string(),
        docs,
        deprecated,
        ty,
        presence,
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
