//! `allOf`: a schema that is all of its members at once.

use super::object::{self, Properties};
use super::schema::{self, Schema};
use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Place, Type};
use crate::parse::tree::{Node, Span};

/// The keywords that say something of the shape. A schema with none of them beside its `allOf` only adds words.
const SHAPE: [&str; 10] = [
    "type", "properties", "required", "additionalProperties", "items", "enum", "format", "oneOf", "anyOf", "not",
];

/// The type of a schema with `allOf`. A single member is that member; objects are merged into one.
pub fn all_of<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    members: &'d [Node<'s>],
    place: &Place,
) -> Lowered<Type> {
    let adds_shape = SHAPE.iter().any(|keyword| *keyword != "type" && schema.node.get(keyword).is_some());
    if let ([member], false) = (members, adds_shape) {
        return schema::schema(cx, member, place);
    }
    if let Some(id) = cx.types.get(schema.node.span) {
        return Ok(Type::Named(id));
    }
    let mut merging = Merging {
        properties: Properties { list: Vec::new(), required: Vec::new(), additional: None },
        open: Vec::new(),
    };
    merging.add(cx, schema.node)?;
    object::from_properties(cx, schema, merging.properties, place)
}

/// The objects of an `allOf` on their way into one.
struct Merging<'d, 's> {
    properties: Properties<'d, 's>,
    open: Vec<Span>,
}

impl<'d, 's> Merging<'d, 's> {
    fn add(&mut self, cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<()> {
        let node_or_target = cx.resolve(node)?.node;
        if self.open.contains(&node_or_target.span) {
            let message = "this `allOf` contains itself";
            let circular = Diagnostic::new(Code::CircularReference, node.span, message);
            return Err(cx.report(circular.help("remove the reference to the schema itself")));
        }
        cx.types.mark_used(node_or_target.span);
        let schema = schema::read(cx, node_or_target)?;
        check_object(cx, &schema)?;
        self.open.push(node_or_target.span);
        for member in node_or_target.get("allOf").map_or(&[][..], Node::items) {
            self.add(cx, member)?;
        }
        self.open.pop();
        self.properties.add(&schema);
        Ok(())
    }
}

/// Only objects are merged so far.
fn check_object(cx: &mut Cx<'_, '_>, schema: &Schema<'_, '_>) -> Lowered<()> {
    let node = schema.node;
    let is_object = schema.keywords.typ.as_deref().is_none_or(|typ| typ == "object");
    let other = ["oneOf", "anyOf", "not", "enum", "items"].iter().find(|keyword| node.get(keyword).is_some());
    if is_object && other.is_none() {
        return Ok(());
    }
    let message = "merging anything but objects by `allOf` is not generated yet";
    let unsupported = Diagnostic::new(Code::Unsupported, node.span, message);
    Err(cx.report(unsupported.help("what needs this schema is left out")))
}
