//! Object schemas: structs, maps and free-form objects.

use std::collections::{HashMap, HashSet};

use super::constant::constant;
use super::direction::direction;
use super::doc_notes;
use super::docs::docs;
use super::schema::{self, presence};
use super::types::Shape;
use super::{Cx, Lowered, alike};
use crate::ir::{Field, Place, Presence, Scalar, Struct, Type, TypeKind};
use crate::openapi::{Document, Kind, Named, Schema, SchemaId, Target};

/// The properties that a struct is made from.
#[derive(Default)]
pub struct Properties<'d> {
    /// Each property once, in the order of the document.
    pub list: Vec<Named<'d, SchemaId>>,
    /// Those that only some objects have.
    pub possible: HashMap<&'d str, Possible>,
    /// The position of each property in the list: a schema may have a hundred thousand of them.
    positions: HashMap<&'d str, usize>,
    /// What other schemas state of the same properties: annotations of all of them apply.
    others: HashMap<&'d str, Vec<SchemaId>>,
    /// The names of those that are always there.
    pub required: Vec<&'d str>,
    /// What `additionalProperties` says.
    pub additional: Option<SchemaId>,
}

/// A property that comes from schemas of which an object follows only one.
#[derive(Default)]
pub struct Possible {
    /// The type that holds the values of all of them, where they differ.
    common: Option<Type>,
}

impl Possible {
    fn add(&mut self, document: &Document<'_>, known: SchemaId, other: SchemaId) {
        if alike::are_alike(document, known, other) {
            return;
        }
        let is_text = |id: SchemaId| {
            let schema = document.schema(id);
            schema.is_ok_and(|schema| schema.kind() == Some(Kind::String))
        };
        let is_any = self.common == Some(Type::Any);
        self.common = Some(if !is_any && is_text(known) && is_text(other) {
            Type::Scalar(Scalar::String)
        } else {
            Type::Any
        });
    }
}

/// The type of an object schema.
pub fn object<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Lowered<Type> {
    let mut properties = Properties::default();
    properties.add(cx.document, target.schema);
    from_properties(cx, target, &properties, place)
}

/// The type of an object with these properties: a struct where it has some, else a map.
pub fn from_properties<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    properties: &Properties<'d>,
    place: &Place,
) -> Lowered<Type> {
    if properties.list.is_empty() {
        return match additional_type(cx, properties.additional, place)? {
            Some(Type::Any) | None => Ok(Type::Object),
            Some(ty) => Ok(Type::Map(Box::new(ty))),
        };
    }
    if let Some(ty) = cx.types.get(target.id) {
        return Ok(ty);
    }
    let id = cx.types.reserve(target.id, Shape::Struct);
    let strukt = strukt(cx, properties, place)?;
    let definition = schema::definition(cx, target.schema, place, id, TypeKind::Struct(strukt));
    Ok(Type::Named(cx.types.define(target.id, id, definition)))
}

impl<'d> Properties<'d> {
    /// The names of those that are always there, to be looked up.
    pub fn required_names(&self) -> HashSet<&'d str> {
        self.required.iter().copied().collect()
    }

    /// The property of this name.
    pub fn get(&self, name: &str) -> Option<SchemaId> {
        let position = *self.positions.get(name)?;
        self.list.get(position).map(|property| property.value)
    }

    /// Adds those of one of several schemas of which an object may follow any.
    pub fn add_possible(&mut self, document: &Document<'d>, schema: &Schema<'d>) {
        for property in &schema.properties {
            let position = self.positions.entry(property.name);
            let position = *position.or_insert(self.list.len());
            let Some(known) = self.list.get(position) else {
                self.list.push(property.clone());
                self.possible.insert(property.name, Possible::default());
                continue;
            };
            // What all objects have is said by the schema that they all follow.
            if let Some(possible) = self.possible.get_mut(property.name) {
                possible.add(document, known.value, property.value);
            }
        }
        self.additional = self.additional.or(schema.additional_properties);
    }

    /// Adds those of one schema. A property that is known already is replaced by one that says what it is: the later one is the
    /// closer one.
    pub fn add(&mut self, document: &Document<'d>, schema: &Schema<'d>) {
        for property in &schema.properties {
            let position = self.positions.entry(property.name);
            let position = *position.or_insert(self.list.len());
            let says_nothing = |id| document.schema(id).is_ok_and(|schema| !schema.has_shape());
            match self.list.get_mut(position) {
                Some(_) if says_nothing(property.value) => {
                    let others = self.others.entry(property.name).or_default();
                    others.push(property.value);
                }
                Some(known) => {
                    let others = self.others.entry(property.name).or_default();
                    others.push(known.value);
                    *known = property.clone();
                    self.possible.remove(property.name);
                }
                None => self.list.push(property.clone()),
            }
        }
        self.required
            .extend(schema.required.iter().map(|name| name.text));
        // What one member of an `allOf` opens, another one's silence does not close.
        self.additional = schema.additional_properties.or(self.additional);
    }
}

fn strukt<'d>(cx: &mut Cx<'_, 'd>, properties: &Properties<'d>, place: &Place) -> Lowered<Struct> {
    let mut fields = Vec::new();
    let mut failed = None;
    let required = properties.required_names();
    for property in &properties.list {
        // A property for which there is no value is one that must not be there.
        if cx
            .schema(property.value)
            .is_ok_and(|schema| schema.is_never)
        {
            continue;
        }
        let presence = presence(&required, property.name);
        let possible = properties.possible.get(property.name);
        let common = possible.and_then(|possible| possible.common.clone());
        match field(cx, property, presence, common, place) {
            Ok(mut field) => {
                let others = properties.others.get(property.name).into_iter().flatten();
                let schemas = std::iter::once(&property.value).chain(others).copied();
                field.direction = direction(cx, schemas);
                fields.push(field);
            }
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
pub fn field<'d>(
    cx: &mut Cx<'_, 'd>,
    property: &Named<'d, SchemaId>,
    presence: Presence,
    common: Option<Type>,
    place: &Place,
) -> Lowered<Field> {
    let id = property.value;
    let is_common = common.is_some();
    let ty = match common {
        Some(ty) => ty,
        None => schema::schema(cx, id, &place.property(property.name))?,
    };
    let target = cx.resolve(id)?;
    let docs = if is_common {
        // Its limits need not hold for all forms of the object.
        docs(&target.schema.words)
    } else {
        doc_notes::of_property(cx, id, &ty)
    };
    // A type with a name is deprecated itself; what is said in the property is about the field.
    let is_named = matches!(ty, Type::Named(_)) && target.name.is_some();
    Ok(Field {
        wire: property.name.to_owned(),
        docs,
        deprecated: !is_named && target.schema.deprecated,
        ty,
        presence,
        direction: direction(cx, [id]),
        constant: constant(cx, id).filter(|_| !is_common),
    })
}

/// The type of the properties that have no names; `None` where there are none.
fn additional_type(
    cx: &mut Cx<'_, '_>,
    additional: Option<SchemaId>,
    place: &Place,
) -> Lowered<Option<Type>> {
    match additional {
        Some(id) if !cx.schema(id)?.is_never => {
            schema::schema(cx, id, &place.below("value")).map(Some)
        }
        Some(_) | None => Ok(None),
    }
}
