//! One schema to one type: the place where the keywords of a schema get their meaning.

use std::collections::HashSet;

use openapiv3::{AnySchema, SchemaData};

use super::docs::docs;
use super::enumeration::enumeration;
use super::facts::type_docs;
use super::{Cx, Lowered, all_of, example, names, object, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    EnumOf, JsonType, Place, Presence, Scalar, Type, TypeDef, TypeId, TypeKind, Usage,
};
use crate::read::{Node, Value};

/// How many schemas may hold one another in a chain that does not return to its start: far more than the compiler takes.
const CHAIN_LIMIT: usize = 1_000;

/// A schema: its keywords, typed, and the node that its parts hang below.
pub struct Schema<'d, 's> {
    /// The node, which is no reference.
    pub node: &'d Node<'s>,
    /// What it says beside its shape.
    pub data: SchemaData,
    /// What it says of the shape; its parts are left out.
    pub keywords: AnySchema,
}

/// The type of a schema or of a reference to one. `place` gives an inline schema its name.
pub fn schema<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, place: &Place) -> Lowered<Type> {
    let target = cx.resolve(node)?;
    cx.sound(target.node)?;
    if cx.types.depth() > CHAIN_LIMIT {
        let message = format!("schemas hold one another over more than {CHAIN_LIMIT} levels");
        let endless = Diagnostic::new(Code::CircularReference, node.span, message);
        return Err(cx.report(endless.help("nest the schemas less deeply")));
    }
    if cx.types.is_open(target.node.span) {
        return Err(cx.report(endless(node)));
    }
    let named = names::name(cx, target).map(|name| Place::schema(&name));
    let place = named.as_ref().unwrap_or(place);
    cx.types.open(target.node.span);
    let ty = inline(cx, target.node, place);
    cx.types.close();
    if let Ok(ty) = &ty {
        example::of_schema(cx, target.node, ty);
    }
    ty
}

/// Gives the component schemas that nothing refers to, so that no schema of the document is lost. Those that only stand
/// in an `allOf` are within other types already.
pub fn unused_components(cx: &mut Cx<'_, '_>) {
    let components = cx
        .document
        .root
        .get("components")
        .and_then(|components| components.get("schemas"));
    for entry in components.into_iter().flat_map(Node::entries) {
        let node = names::own_schema(cx, &entry.value);
        if node.is_some_and(|node| !cx.types.is_used(node.span)) {
            // Whatever is wrong with it is reported; nothing else needs it.
            let _ = schema(cx, &entry.value, &Place::schema(&entry.key));
        }
    }
}

/// Reads the keywords of a node that is no reference.
pub fn read<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<Schema<'d, 's>> {
    Ok(Schema {
        node,
        data: cx.read(node)?,
        keywords: cx.read(node)?,
    })
}

fn inline<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, place: &Place) -> Lowered<Type> {
    let schema = read(cx, node)?;
    let ty = shape(cx, &schema, place)?;
    Ok(if schema.data.nullable {
        ty.nullable()
    } else {
        ty
    })
}

fn shape<'d, 's>(cx: &mut Cx<'d, 's>, schema: &Schema<'d, 's>, place: &Place) -> Lowered<Type> {
    let node = schema.node;
    if let Some(members) = union::family_of(cx, node) {
        return union::union(cx, schema, &members, place);
    }
    if let Some(members) = node.get("allOf") {
        return all_of::all_of(cx, schema, members.items(), place);
    }
    own_shape(cx, schema, place)
}

/// The type of what a schema says beside its `allOf`.
pub fn own_shape<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    let node = schema.node;
    if let Some(members) = union::members(cx, node)? {
        return union::union(cx, schema, &members, place);
    }
    match schema.keywords.typ.as_deref() {
        Some("boolean") => Ok(Type::Scalar(Scalar::Boolean)),
        Some("integer") => Ok(integers(cx, schema, place)),
        Some("number") => Ok(number(schema)),
        Some("array") => array(cx, node, place),
        Some("object") => object::object(cx, schema, place),
        Some("string") => Ok(string(cx, schema, place)),
        Some(_) | None => untyped(cx, schema, place),
    }
}

/// A schema without `type` is what its other keywords speak of.
fn untyped<'d, 's>(cx: &mut Cx<'d, 's>, schema: &Schema<'d, 's>, place: &Place) -> Lowered<Type> {
    let node = schema.node;
    if node.get("properties").is_some() || node.get("additionalProperties").is_some() {
        return object::object(cx, schema, place);
    }
    if node.get("items").is_some() {
        return array(cx, node, place);
    }
    let listed = node.get("enum").map_or(&[][..], Node::items);
    let is_null = |value: &&Node<'_>| matches!(value.value, Value::Null);
    let values: Vec<&Node<'_>> = listed.iter().filter(|value| !is_null(value)).collect();
    let are_all = |is_it: fn(&Node<'_>) -> bool| values.iter().all(|value| is_it(value));
    let ty = match values.as_slice() {
        [] => return Ok(Type::Any),
        _ if are_all(|value| value.as_str().is_some()) => string(cx, schema, place),
        _ if are_all(|value| value.as_bool().is_some()) => Type::Scalar(Scalar::Boolean),
        _ if are_all(is_integer) => integers(cx, schema, place),
        _ => return Ok(Type::Any),
    };
    Ok(if values.len() < listed.len() {
        ty.nullable()
    } else {
        ty
    })
}

/// An enumerated integer that has names, or a plain one.
fn integers<'d, 's>(cx: &mut Cx<'d, 's>, schema: &Schema<'d, 's>, place: &Place) -> Type {
    enumeration(cx, schema, EnumOf::Integer, place).unwrap_or_else(|| Type::Scalar(integer(schema)))
}

fn is_integer(value: &Node<'_>) -> bool {
    matches!(&value.value, Value::Number(text) if text.parse::<i128>().is_ok())
}

/// The width that the format names, or a wider one where the document itself speaks of values beyond it.
fn integer(schema: &Schema<'_, '_>) -> Scalar {
    const KEYWORDS: [&str; 4] = ["minimum", "maximum", "default", "example"];
    let value = |node: &Node<'_>| node.scalar_text()?.parse::<i128>().ok();
    let one = |keyword: &&str| schema.node.get(keyword).and_then(value);
    let listed = schema.node.get("enum").map_or(&[][..], Node::items);
    let values: Vec<i128> = KEYWORDS
        .iter()
        .filter_map(one)
        .chain(listed.iter().filter_map(value))
        .collect();
    let is_unsigned = schema.node.get("minimum").and_then(value) >= Some(0);
    let named = match schema.keywords.format.as_deref() {
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

fn number(schema: &Schema<'_, '_>) -> Type {
    match schema.keywords.format.as_deref() {
        // Some documents write integers so.
        Some("int32" | "int64" | "integer") => Type::Scalar(integer(schema)),
        _ => Type::Scalar(Scalar::Number),
    }
}

fn array<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, place: &Place) -> Lowered<Type> {
    let item = match node.get("items") {
        Some(items) => schema(cx, items, &place.below("item"))?,
        None => Type::Any,
    };
    Ok(Type::List(Box::new(item)))
}

fn string<'d, 's>(cx: &mut Cx<'d, 's>, schema: &Schema<'d, 's>, place: &Place) -> Type {
    if let Some(ty) = enumeration(cx, schema, EnumOf::Text, place) {
        return ty;
    }
    let format = schema.keywords.format.as_deref().unwrap_or_default();
    Type::Scalar(Scalar::of_format(JsonType::String, format).unwrap_or(Scalar::String))
}

/// What a named type is, with the words about it.
pub fn definition<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
    id: TypeId,
    kind: TypeKind,
) -> TypeDef {
    let docs = if place.is_schema() {
        type_docs(cx, schema.node, &Type::Named(id))
    } else {
        // Where the schema stands, its facts are told.
        docs(schema.node)
    };
    TypeDef {
        place: place.clone(),
        also_at: Vec::new(),
        docs,
        deprecated: schema.data.deprecated,
        usage: Usage::default(),
        kind,
    }
}

fn endless(node: &Node<'_>) -> Diagnostic {
    Diagnostic::new(
        Code::CircularReference,
        node.span,
        "this schema contains nothing but itself",
    )
    .help("let an object with properties stand on the way")
}

/// Whether a property that is required may be missing.
pub fn presence(required: &HashSet<&str>, name: &str) -> Presence {
    if required.contains(name) {
        Presence::Required
    } else {
        Presence::Optional
    }
}
