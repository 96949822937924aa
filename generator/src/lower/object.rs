//! Object schemas: structs, maps and free-form objects.

use std::collections::{HashMap, HashSet};

use super::constant::constant;
use super::direction::direction;
use super::doc_notes;
use super::schema::{self, presence};
use super::types::Shape;
use super::{Cx, Lowered, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Field, Origin, Place, Presence, Struct, Type, TypeKind, Variants};
use crate::openapi::{Document, Named, Schema, SchemaId, Target};

/// The properties that a struct is made from.
#[derive(Default)]
pub struct Properties<'d> {
    /// Each property once, in the order of the document.
    pub list: Vec<Named<'d, SchemaId>>,
    /// The position of each property in the list: a schema may have a hundred thousand of them.
    positions: HashMap<&'d str, usize>,
    /// What other schemas state of the same properties: annotations of all of them apply.
    others: HashMap<&'d str, Vec<SchemaId>>,
    /// The names of those that are always there.
    pub required: Vec<&'d str>,
    /// What `additionalProperties` says.
    pub additional: Option<SchemaId>,
    /// The names of those for which no value fits, which is reported.
    pub conflicting: HashSet<&'d str>,
    /// The schemas whose `oneOf` or `anyOf` adds the properties of one of its members.
    pub unions: Vec<SchemaId>,
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
    match (properties.list.as_slice(), properties.unions.as_slice()) {
        ([], []) => {
            return match additional_type(cx, properties.additional, place)? {
                Some(Type::Any) | None => Ok(Type::Object),
                Some(ty) => Ok(Type::Map(Box::new(ty))),
            };
        }
        ([], [union]) => return union::variants(cx, *union, place),
        _ => {}
    }
    if let Some(ty) = cx.types.get(target.id, place) {
        return Ok(ty);
    }
    let id = cx.types.reserve(target.id, Shape::Struct, place);
    let strukt = strukt(cx, properties, place)?;
    let definition = schema::definition(cx, target.schema, place, id, TypeKind::Struct(strukt));
    Ok(Type::Named(cx.types.define(target.id, id, definition)))
}

impl<'d> Properties<'d> {
    /// The names of those that are always there, to be looked up, each with its position in the list.
    pub fn required_names(&self) -> HashMap<&'d str, usize> {
        self.required
            .iter()
            .copied()
            .rev()
            .zip((0..self.required.len()).rev())
            .collect()
    }

    /// The property of this name.
    pub fn get(&self, name: &str) -> Option<SchemaId> {
        let position = *self.positions.get(name)?;
        self.list.get(position).map(|property| property.value)
    }

    /// Adds those of one of several schemas of which an object may follow any, where they are not known already.
    pub fn add_possible(&mut self, schema: &Schema<'d>) {
        for property in &schema.properties {
            let position = self.positions.entry(property.name);
            let position = *position.or_insert(self.list.len());
            if self.list.get(position).is_none() {
                self.list.push(property.clone());
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
    let mut variants = Vec::new();
    for union in &properties.unions {
        match self::variants(cx, *union, place) {
            Ok(found) => variants.push(found),
            Err(reported) => failed = Some(reported),
        }
    }
    for property in &properties.list {
        // A property for which there is no value is one that must not be there.
        let is_never = cx
            .schema(property.value)
            .is_ok_and(|schema| schema.is_never);
        if is_never || union::all_have(cx, &properties.unions, property.name)? {
            continue;
        }
        let presence = presence(&required, property.name);
        match field(cx, property, presence, place) {
            Ok(mut field) => {
                let others = properties.others.get(property.name).into_iter().flatten();
                let schemas = std::iter::once(&property.value).chain(others).copied();
                field.direction = direction(cx, schemas);
                field.order = required.get(property.name).copied().unwrap_or_default();
                if properties.conflicting.contains(property.name) {
                    field.ty = Type::Any;
                }
                fields.push(field);
            }
            Err(reported) => failed = Some(reported),
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    let additional = if variants.is_empty() {
        additional_type(cx, properties.additional, place)?
    } else {
        // What the object does not name itself is for its variants to read.
        report_additional(cx, properties.additional)?;
        None
    };
    Ok(Struct {
        fields,
        variants,
        additional,
    })
}

/// Reports that the variants of an object have no place for further properties.
fn report_additional(cx: &mut Cx<'_, '_>, additional: Option<SchemaId>) -> Lowered<()> {
    if let Some(id) = additional
        && !cx.schema(id)?.is_never
    {
        let message = "`additionalProperties` beside `oneOf` or `anyOf` is not generated yet";
        let unsupported = Diagnostic::new(Code::Unsupported, cx.span(id), message);
        let help = "properties that neither the schema nor a member declares are discarded";
        cx.report(unsupported.help(help));
    }
    Ok(())
}

/// The properties that an object has by a `oneOf` or `anyOf`.
fn variants(cx: &mut Cx<'_, '_>, id: SchemaId, place: &Place) -> Lowered<Variants> {
    let name = cx.schema(id)?.reference.and_then(|_| cx.resolve(id).ok());
    let name = name.and_then(|target| cx.names.called(target.id));
    let name = name.unwrap_or("variant").to_owned();
    let ty = union::variants(cx, id, place)?.non_null();
    Ok(Variants { name, ty })
}

/// The field of a property.
pub fn field<'d>(
    cx: &mut Cx<'_, 'd>,
    property: &Named<'d, SchemaId>,
    presence: Presence,
    place: &Place,
) -> Lowered<Field> {
    let id = property.value;
    let ty = schema::schema(cx, id, &place.property(property.name))?;
    let target = cx.resolve(id)?;
    let docs = doc_notes::of_property(cx, id, &ty);
    // A type with a name is deprecated itself; what is said in the property is about the field.
    let is_named = matches!(ty, Type::Named(_)) && target.name.is_some();
    Ok(Field {
        origin: Origin(property.span),
        wire: property.name.to_owned(),
        docs,
        deprecated: !is_named && target.schema.deprecated,
        ty,
        presence,
        order: 0,
        direction: direction(cx, [id]),
        constant: constant(cx, id),
    })
}

/// The type of the properties that have no names; `None` where there are none.
pub fn additional_type(
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
