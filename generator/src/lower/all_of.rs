//! `allOf`: a schema that is all of its members at once.

use std::collections::{BTreeMap, HashSet};

use super::object::{self, Properties};
use super::schema::{self, Schema};
use super::{Cx, Lowered, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Place, Type};
use crate::read::{JsonLayout, Node};
use crate::source::Span;

/// The keywords that say what a value is. A schema with none of them adds words and constraints only.
const SHAPE: [&str; 11] = [
    "$ref",
    "type",
    "properties",
    "additionalProperties",
    "items",
    "enum",
    "format",
    "allOf",
    "oneOf",
    "anyOf",
    "discriminator",
];

/// How far a chain of `allOf`s within `allOf`s is followed.
const CHAIN_LIMIT: usize = 100;

/// The type of a schema with `allOf`. A single member is that member; objects are merged into one.
pub fn all_of<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    members: &'d [Node<'s>],
    place: &Place,
) -> Lowered<Type> {
    let shaping: Vec<&'d Node<'s>> = members
        .iter()
        .filter(|member| !only_constrains(member))
        .collect();
    let is_nullable = members.iter().any(|member| {
        only_constrains(member) && member.get("nullable").and_then(Node::as_bool) == Some(true)
    });
    let null = |ty: Type| if is_nullable { ty.nullable() } else { ty };
    let adds_shape = SHAPE.iter().any(|keyword| {
        !matches!(*keyword, "type" | "allOf" | "discriminator")
            && schema.node.get(keyword).is_some()
    });
    // What is required of an object makes another type of it.
    let requires = std::iter::once(schema.node)
        .chain(members.iter().filter(|member| only_constrains(member)))
        .any(|node| !node.get("required").map_or(&[][..], Node::items).is_empty());
    match (shaping.as_slice(), adds_shape || requires) {
        ([], false) => schema::own_shape(cx, schema, place).map(null),
        // A schema that adds nothing to the family that it belongs to is still only one of them.
        ([member], false) if union::is_of_family(cx, schema.node, member) => {
            merged(cx, schema, place).map(null)
        }
        ([member], false) => schema::schema(cx, member, place).map(null),
        _ => match shared_kind(cx, schema.node, &shaping)? {
            Some("object") | None => merged(cx, schema, place).map(null),
            // Values that are no objects have no parts to merge: the member that says most is the type.
            Some(_) => {
                let own = ["enum", "items", "format"];
                let is_own = own.iter().any(|keyword| schema.node.get(keyword).is_some());
                match shaping.iter().rev().max_by_key(|member| says(cx, member)) {
                    Some(member) if !is_own => schema::schema(cx, member, place).map(null),
                    Some(_) | None => schema::own_shape(cx, schema, place).map(null),
                }
            }
        },
    }
}

/// The struct of a schema that is made of the properties of several.
pub fn merged<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    if let Some(ty) = cx.types.get(schema.node.span) {
        return Ok(ty);
    }
    let properties = properties(cx, schema.node)?;
    object::from_properties(cx, schema, &properties, place)
}

/// The properties of an object schema, those of the members of its `allOf` included.
pub fn properties<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<Properties<'d, 's>> {
    let mut merging = Merging {
        properties: Properties::default(),
        open: Vec::new(),
        done: HashSet::new(),
    };
    merging.add(cx, node, Membership::Certain)?;
    Ok(merging.properties)
}

/// Whether a schema says nothing of what a value is: it only adds words or constraints to what others say.
pub fn only_constrains(node: &Node<'_>) -> bool {
    SHAPE.iter().all(|keyword| node.get(keyword).is_none())
}

/// Whether two schemas say the same of what a value is.
pub fn is_alike(one: &Node<'_>, other: &Node<'_>) -> bool {
    let said = |node: &Node<'_>, keyword| {
        let value: Option<&Node<'_>> = node.get(keyword);
        value.map(|value| value.json_text(JsonLayout::OneLine))
    };
    SHAPE
        .iter()
        .all(|keyword| said(one, keyword) == said(other, keyword))
}

/// Whether an object surely has the properties of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Membership {
    /// It has.
    Certain,
    /// The schema is one of several that the object may follow.
    Possible,
}

/// The objects of an `allOf` on their way into one.
struct Merging<'d, 's> {
    properties: Properties<'d, 's>,
    open: Vec<Span>,
    done: HashSet<(Span, Membership)>,
}

impl<'d, 's> Merging<'d, 's> {
    fn add(
        &mut self,
        cx: &mut Cx<'d, 's>,
        node: &'d Node<'s>,
        membership: Membership,
    ) -> Lowered<()> {
        let target = cx.resolve(node)?.node;
        if self.open.contains(&target.span) {
            let message = "this `allOf` contains itself";
            let circular = Diagnostic::new(Code::CircularReference, node.span, message);
            return Err(cx.report(circular.help("remove the reference to the schema itself")));
        }
        if !self.done.insert((target.span, membership)) {
            return Ok(());
        }
        cx.types.mark_used(target.span);
        cx.sound(target)?;
        let schema = schema::read(cx, target)?;
        self.open.push(target.span);
        for member in target.get("allOf").map_or(&[][..], Node::items) {
            self.add(cx, member, membership)?;
        }
        for keyword in ["oneOf", "anyOf"] {
            for member in target.get(keyword).map_or(&[][..], Node::items) {
                // A base may list the schemas that extend it, which are no parts of it.
                let node = cx.resolve(member)?.node;
                if !union::is_child(cx, node, target) {
                    self.add(cx, member, Membership::Possible)?;
                }
            }
        }
        self.open.pop();
        match membership {
            Membership::Certain => self.properties.add(&schema),
            Membership::Possible => self.properties.add_possible(&schema),
        }
        Ok(())
    }
}

/// The `type` that all members share; `None` where none of them names one.
///
/// # Errors
/// Two members contradict each other; that is reported.
fn shared_kind<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    members: &[&'d Node<'s>],
) -> Lowered<Option<&'d str>> {
    // What the schema says of itself counts like a member.
    let says = ["type", "properties"]
        .iter()
        .any(|keyword| node.get(keyword).is_some());
    let own = says.then_some(node);
    let mut kinds: Vec<(&'d str, Span)> = Vec::new();
    for member in own.iter().chain(members) {
        let is_schema = std::ptr::eq(*member, node);
        let target = cx.resolve(member)?.node;
        let kind = kind(cx, target, if is_schema { 0 } else { CHAIN_LIMIT })?;
        kinds.extend(kind.map(|kind| (kind, word(member))));
    }
    let Some((first, _)) = kinds.first().copied() else {
        return Ok(None);
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (kind, _) in &kinds {
        *counts.entry(family(kind)).or_default() += 1;
    }
    // The odd one out is probably the wrong one; of two, the later one.
    let odd = kinds
        .iter()
        .rev()
        .min_by_key(|(kind, _)| counts.get(family(kind)));
    let differs = |(odd, _): &(&str, Span), (kind, _): &(&str, Span)| family(kind) != family(odd);
    let other = odd.and_then(|odd| kinds.iter().find(|kind| differs(odd, kind)));
    let (Some((odd, place)), Some((other, beside))) = (odd, other) else {
        return Ok(Some(first));
    };
    let message = format!("`allOf` asks for {odd} and for {other} at once");
    let conflict = Diagnostic::new(Code::Conflict, *place, message)
        .label(format!("this asks for {odd}"))
        .related(*beside, format!("this asks for {other}"));
    Err(cx.report(conflict.help("no value is both: remove one of the members, or use `oneOf`")))
}

/// The type that stands for all that go together: integers are numbers.
fn family(kind: &str) -> &str {
    match kind {
        "integer" => "number",
        kind => kind,
    }
}

/// Where a member says what it asks for. What a reference leads to may be far away, and right elsewhere.
fn word(member: &Node<'_>) -> Span {
    let keywords = ["type", "$ref", "properties"];
    let entry = keywords.iter().find_map(|keyword| member.entry(keyword));
    entry.map_or(member.span, |entry| entry.value.span)
}

/// The `type` of a schema, or of the members of its own `allOf`, which is looked into so often.
fn kind<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, depth: usize) -> Lowered<Option<&'d str>> {
    let mut node = node;
    for _ in 0..=depth {
        if let Some(word) = node.get("type") {
            // A word that is no type contradicts nothing.
            cx.sound(word)?;
            return Ok(word.as_str());
        }
        if node.get("properties").is_some() {
            return Ok(Some("object"));
        }
        if node.get("items").is_some() {
            return Ok(Some("array"));
        }
        match node
            .get("allOf")
            .and_then(|members| members.items().first())
        {
            Some(first) => node = cx.resolve(first)?.node,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// How much a schema says of values that are no objects; of those that say as much, the first is the greatest.
fn says<'d, 's>(cx: &mut Cx<'d, 's>, member: &'d Node<'s>) -> usize {
    let Ok(target) = cx.resolve(member) else {
        return 0;
    };
    let has = |keyword| usize::from(target.node.get(keyword).is_some());
    let is_integer = target.node.get("type").and_then(Node::as_str) == Some("integer");
    has("enum") * 8 + has("items") * 4 + usize::from(is_integer) * 2 + has("format")
}
