//! One schema to one type: the place where the keywords of a schema get their meaning.

use openapiv3::{AnySchema, SchemaData};

use super::docs::docs;
use super::types::Shape;
use super::{Cx, Lowered, all_of, object, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{EnumValue, Integer, Number, Place, Presence, Type, TypeDef, TypeId, TypeKind};
use crate::parse::tree::{Node, Value};

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
        return Err(cx.report(Diagnostic::new(Code::CircularReference, node.span, message)));
    }
    if cx.types.is_open(target.node.span) {
        return Err(cx.report(endless(node)));
    }
    let place = match target.name {
        Some(name) if cx.components.contains(&target.node.span) => &Place::schema(name),
        _ => place,
    };
    cx.types.open(target.node.span);
    let ty = inline(cx, target.node, place);
    cx.types.close();
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
        if !cx.types.is_used(entry.value.span) && entry.value.get("$ref").is_none() {
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
    if let Some(members) = node.get("allOf") {
        return all_of::all_of(cx, schema, members.items(), place);
    }
    if let Some(members) = union::members(cx, node)? {
        return union::union(cx, schema, &members, place);
    }
    match schema.keywords.typ.as_deref() {
        Some("boolean") => Ok(Type::Boolean),
        Some("integer") => Ok(Type::Integer(integer(schema))),
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
    let values = node.get("enum").map_or(&[][..], Node::items);
    if !values.is_empty() && values.iter().all(|value| value.as_str().is_some()) {
        return Ok(string(cx, schema, place));
    }
    Ok(Type::Any)
}

fn integer(schema: &Schema<'_, '_>) -> Integer {
    let is_unsigned = schema
        .keywords
        .minimum
        .is_some_and(|minimum| minimum >= 0.0);
    match schema.keywords.format.as_deref() {
        Some("int32") => Integer::I32,
        Some("uint32") => Integer::U32,
        Some("uint64") => Integer::U64,
        // Nothing says that such a number fits into 63 bits, and none of them is negative.
        Some("uint") if is_unsigned => Integer::U64,
        _ => Integer::I64,
    }
}

fn number(schema: &Schema<'_, '_>) -> Type {
    match schema.keywords.format.as_deref() {
        Some("float") => Type::Number(Number::F32),
        // Some documents write integers so.
        Some("int32" | "int64" | "integer") => Type::Integer(integer(schema)),
        _ => Type::Number(Number::F64),
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
    let node = schema.node;
    if let Some(values) = node.get("enum").filter(|values| !values.items().is_empty()) {
        return enumeration(cx, schema, values, place);
    }
    match schema.keywords.format.as_deref() {
        Some("date-time") => Type::Timestamp,
        Some("binary" | "byte") => {
            let message = "binary strings are typed as strings";
            cx.report(Diagnostic::new(Code::Unsupported, node.span, message));
            Type::String
        }
        _ => Type::String,
    }
}

/// An enumerated string. Null among the values makes it nullable.
fn enumeration<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    values: &'d Node<'s>,
    place: &Place,
) -> Type {
    let span = schema.node.span;
    let has_null = values
        .items()
        .iter()
        .any(|value| matches!(value.value, Value::Null));
    let ty = if let Some(ty) = cx.types.get(span) {
        ty
    } else {
        let mut known: Vec<EnumValue> = Vec::new();
        for text in values.items().iter().filter_map(Node::scalar_text) {
            if !known.iter().any(|value| value.wire == text) {
                known.push(EnumValue {
                    wire: text.to_owned(),
                    docs: crate::ir::Docs::default(),
                });
            }
        }
        Type::Named(define_enum(cx, schema, place, known))
    };
    if has_null { ty.nullable() } else { ty }
}

/// Makes an enum of a schema.
pub fn define_enum<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
    values: Vec<EnumValue>,
) -> TypeId {
    let span = schema.node.span;
    let id = cx.types.reserve(span, Shape::Enum);
    let definition = definition(schema, place, TypeKind::Enum(values));
    cx.types.define(span, id, definition)
}

/// What a named type is, with the words about it.
pub fn definition(schema: &Schema<'_, '_>, place: &Place, kind: TypeKind) -> TypeDef {
    TypeDef {
        place: place.clone(),
        also_at: Vec::new(),
        docs: docs(schema.node),
        deprecated: schema.data.deprecated,
        in_request: false,
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
pub fn presence(required: &[String], name: &str) -> Presence {
    if required.iter().any(|known| known == name) {
        Presence::Required
    } else {
        Presence::Optional
    }
}
