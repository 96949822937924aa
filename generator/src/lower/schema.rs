//! One schema to one type: the place where the keywords of a schema get their meaning.

use std::collections::HashMap;

use super::doc_notes::type_docs;
use super::docs::docs;
use super::enumeration::{self, enumeration};
use super::{Cx, Lowered, all_of, array, example, names, object, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    EnumOf, JsonType, Origin, Place, Presence, Scalar, Type, TypeDef, TypeId, TypeKind, Usage,
};
use crate::openapi::{ContentEncoding, Kind, Schema, SchemaId, Target, Value};

/// How many schemas may hold one another in a chain that does not return to its start: far more than the compiler takes.
const CHAIN_LIMIT: usize = 1_000;

/// The type of a schema. `place` gives one its name that has none of its own, and that is not written in a component.
pub fn schema(cx: &mut Cx<'_, '_>, id: SchemaId, place: &Place) -> Lowered<Type> {
    let target = cx.resolve(id)?;
    if cx.types.depth() > CHAIN_LIMIT {
        let message = format!("schemas contain one another over more than {CHAIN_LIMIT} levels");
        let endless = Diagnostic::new(Code::CircularReference, cx.span(id), message);
        return Err(cx.report(endless.help("nest the schemas less deeply")));
    }
    if cx.types.is_open(target.id) {
        if cx.types.holds_itself(target.id, |id| {
            let schema = cx.document.schema(id).ok();
            schema.is_some_and(|schema| {
                schema.items.is_some() || schema.additional_properties.is_some()
            })
        }) {
            let message = "an array or a map of itself has no type of its own";
            let endless = Diagnostic::new(Code::Unsupported, cx.span(id), message);
            let help = "leave it as it is, or add an object with a property that holds it";
            return Err(cx.report(endless.help(help)));
        }
        let message = "this schema contains nothing but itself";
        let endless = Diagnostic::new(Code::CircularReference, cx.span(id), message);
        let help = "add an object with properties between the schema and the reference to it";
        return Err(cx.report(endless.help(help)));
    }
    let named = names::name(cx, target).map(|name| Place::schema(&name));
    let own = named.or_else(|| cx.places.of(&cx.names, target.id));
    let place = own.as_ref().unwrap_or(place);
    cx.types.open(target.id);
    let ty = shape(cx, target, place);
    cx.types.close();
    let ty = ty?;
    example::of_schema(cx, target, &ty);
    Ok(if target.schema.nullable {
        ty.nullable()
    } else {
        ty
    })
}

/// Gives the component schemas that nothing refers to, so that no schema of the document is lost. Those that are only in an
/// `allOf` are within other types already.
pub fn unused_components(cx: &mut Cx<'_, '_>) {
    let components = &cx.document.components;
    for component in &components.schemas {
        if components.ignored.contains(component.name) {
            continue;
        }
        let own = names::own_schema(cx, component.value);
        if own.is_some_and(|target| !cx.types.is_used(target.id)) {
            // Whatever is wrong with it is reported; nothing else needs it.
            let _ = schema(cx, component.value, &Place::schema(component.name));
        }
    }
}

fn shape<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Lowered<Type> {
    report_inexpressible(cx, target.schema);
    if let Some(members) = union::family_of(cx, target) {
        return union::of_family(cx, target, &members, place);
    }
    if target.schema.all_of.is_empty() {
        own_shape(cx, target, place)
    } else {
        all_of::all_of(cx, target, place)
    }
}

/// The type of what a schema says beside its `allOf`.
pub fn own_shape<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    place: &Place,
) -> Lowered<Type> {
    if let Some(ty) = enumeration::of_constants(cx, target, place) {
        return Ok(ty);
    }
    if let Some(members) = union::members(cx, target.schema)? {
        return union::union(cx, target, &members, place);
    }
    match target.schema.kind() {
        Some(Kind::Boolean) => Ok(Type::Scalar(Scalar::Boolean)),
        Some(Kind::Integer) => Ok(integers(cx, target, place)),
        Some(Kind::Number) => Ok(Type::Scalar(number(target.schema))),
        Some(Kind::Array) => array::array(cx, target.schema, place),
        Some(Kind::Object) => object::object(cx, target, place),
        Some(Kind::String) => Ok(string(cx, target, place)),
        // Its only value is null, which each type that may be null has.
        Some(Kind::Null) => Ok(Type::Any),
        None => untyped(cx, target, place),
    }
}

/// A schema without `type` is what its other keywords speak of.
fn untyped<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Lowered<Type> {
    let schema = target.schema;
    if !schema.properties.is_empty() || schema.additional_properties.is_some() {
        return object::object(cx, target, place);
    }
    if schema.items.is_some() || !schema.prefix_items.is_empty() {
        return array::array(cx, schema, place);
    }
    let listed = schema.listed();
    let values: Vec<Value<'_>> = listed.clone().filter(|value| !value.is_null()).collect();
    let are_all = |is_it: fn(Value<'_>) -> bool| values.iter().all(|value| is_it(*value));
    let ty = match values.as_slice() {
        [] if schema.content_encoding.is_some() => string(cx, target, place),
        [] => return Ok(Type::Any),
        _ if are_all(|value| value.as_str().is_some()) => string(cx, target, place),
        _ if are_all(|value| value.as_bool().is_some()) => Type::Scalar(Scalar::Boolean),
        _ if are_all(is_integer) => integers(cx, target, place),
        _ => return Ok(Type::Any),
    };
    Ok(if values.len() < listed.count() {
        ty.nullable()
    } else {
        ty
    })
}

/// An enumerated integer that has names, or a plain one.
fn integers<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Type {
    enumeration(cx, target, EnumOf::Integer, place)
        .unwrap_or_else(|| Type::Scalar(integer(target.schema)))
}

fn is_integer(value: Value<'_>) -> bool {
    let number = value.as_number();
    number.is_some_and(|text| text.parse::<i128>().is_ok())
}

/// The width that the format names, or a wider one where the document itself speaks of values beyond it.
fn integer(schema: &Schema<'_>) -> Scalar {
    let whole = |value: Value<'_>| value.scalar_text()?.parse::<i128>().ok();
    let minimum = schema.limits().minimum.map(|bound| bound.value);
    let maximum = schema.limits().maximum.map(|bound| bound.value);
    let spoken_of = [minimum, maximum, schema.default].into_iter().flatten();
    let examples = schema.examples.iter().copied();
    let values: Vec<i128> = spoken_of
        .chain(examples)
        .chain(schema.listed())
        .filter_map(whole)
        .collect();
    let is_unsigned = minimum.and_then(whole) >= Some(0);
    let named = match schema.format.map(|format| format.text) {
        Some("int8" | "int16" | "int32") => Scalar::I32,
        Some("uint8" | "uint16" | "uint32") => Scalar::U32,
        // Bounds near its own are often rounded, and mean nothing more.
        Some("int64") => return Scalar::I64,
        Some("uint64") => Scalar::U64,
        // Nothing says that such a number fits into 63 bits, and none of them is negative.
        Some("uint") if is_unsigned => Scalar::U64,
        _ => Scalar::I64,
    };
    let holds = |scalar: &Scalar| {
        let range = scalar.row().range;
        range.is_some_and(|range| values.iter().all(|value| range.contains(value)))
    };
    let wider = [named, Scalar::I64, Scalar::U64];
    wider.into_iter().find(holds).unwrap_or(named)
}

fn number(schema: &Schema<'_>) -> Scalar {
    match schema.format.map(|format| format.text) {
        // Some documents write integers so.
        Some("int32" | "int64" | "integer") => integer(schema),
        _ => Scalar::Number,
    }
}

fn string<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Type {
    if let Some(ty) = enumeration(cx, target, EnumOf::Text, place) {
        return ty;
    }
    let format = match target.schema.content_encoding {
        Some(ContentEncoding::Base64) => "base64",
        Some(ContentEncoding::Base64Url) => "base64url",
        None => target.schema.format.map_or("", |format| format.text),
    };
    Type::Scalar(Scalar::of_format(JsonType::String, format).unwrap_or(Scalar::String))
}

/// What a named type is, with the words about it.
pub fn definition(
    cx: &mut Cx<'_, '_>,
    schema: &Schema<'_>,
    place: &Place,
    id: TypeId,
    kind: TypeKind,
) -> TypeDef {
    let docs = if place.is_schema() {
        type_docs(cx, schema, &Type::Named(id))
    } else {
        // The docs of what has this schema note its limits.
        docs(cx.document, &schema.words)
    };
    TypeDef {
        origin: Origin(schema.span),
        place: place.clone(),
        name: id.name(),
        also_at: Vec::new(),
        docs,
        deprecated: schema.deprecated,
        usage: Usage::default(),
        kind,
    }
}

/// Reports keywords of which a type knows nothing, each once for the document.
fn report_inexpressible(cx: &mut Cx<'_, '_>, schema: &Schema<'_>) {
    for keyword in &schema.inexpressible {
        if cx.inexpressible.insert(keyword.text.to_owned()) {
            let message = format!("`{}` is not expressed in types", keyword.text);
            let unsupported = Diagnostic::new(Code::Unsupported, keyword.span, message)
                .label("the first place of this keyword");
            cx.report(unsupported.help("leave it as it is: the rest of the schema is generated"));
        }
    }
}

/// Whether a property that is required may be missing.
pub fn presence(required: &HashMap<&str, usize>, name: &str) -> Presence {
    if required.contains_key(name) {
        Presence::Required
    } else {
        Presence::Optional
    }
}
