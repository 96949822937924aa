//! `allOf`: a schema that is all of its members at once.

use std::collections::{BTreeMap, HashSet};

use super::object::{self, Properties};
use super::schema::{self, own_shape};
use super::{Cx, Lowered, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Place, Type};
use crate::openapi::{Kind, Schema, SchemaId, Target};
use crate::source::Span;

/// How far a chain of `allOf`s within `allOf`s is followed.
const CHAIN_LIMIT: usize = 100;

/// The type of a schema with `allOf`. A single member is that member; objects are merged into one.
pub fn all_of<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Lowered<Type> {
    let schema = target.schema;
    let mut shaping: Vec<SchemaId> = Vec::new();
    let mut limiting: Vec<&Schema<'_>> = vec![schema];
    for id in &schema.all_of {
        // A schema that does not say what a value is only adds words and limits to what others say.
        match cx.schema(*id)? {
            member if member.has_shape() => shaping.push(*id),
            member => limiting.push(member),
        }
    }
    let is_nullable = limiting.iter().skip(1).any(|member| member.nullable);
    // What is required of an object makes another type of it.
    let requires = limiting.iter().any(|member| !member.required.is_empty());
    let null = |ty: Type| if is_nullable { ty.nullable() } else { ty };
    match (shaping.as_slice(), adds_shape(schema) || requires) {
        ([], false) => own_shape(cx, target, place).map(null),
        // A schema that adds nothing to the family that it belongs to is still only one of them.
        ([member], false) if union::is_of_family(cx, target.id, *member) => {
            merged(cx, target, place).map(null)
        }
        ([member], false) => schema::schema(cx, *member, place).map(null),
        _ => match shared_kind(cx, target, &shaping)? {
            Some(Kind::Object) | None => merged(cx, target, place).map(null),
            // Values that are no objects have no parts to merge: the member that says most is the type.
            Some(_) => {
                let is_own =
                    schema.values.is_some() || schema.items.is_some() || schema.format.is_some();
                match shaping.iter().rev().max_by_key(|member| says(cx, **member)) {
                    Some(member) if !is_own => schema::schema(cx, *member, place).map(null),
                    Some(_) | None => own_shape(cx, target, place).map(null),
                }
            }
        },
    }
}

/// Whether a schema says beside its `allOf` what its values are.
fn adds_shape(schema: &Schema<'_>) -> bool {
    !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || schema.items.is_some()
        || schema.values.is_some()
        || schema.format.is_some()
        || !schema.members().is_empty()
}

/// The struct of a schema that is made of the properties of several.
pub fn merged<'m, 'd>(cx: &mut Cx<'m, 'd>, target: Target<'m, 'd>, place: &Place) -> Lowered<Type> {
    if let Some(ty) = cx.types.get(target.id, place) {
        return Ok(ty);
    }
    let properties = properties(cx, target.id)?;
    object::from_properties(cx, target, &properties, place)
}

/// The properties of an object schema, those of the members of its `allOf` included.
pub fn properties<'d>(cx: &mut Cx<'_, 'd>, id: SchemaId) -> Lowered<Properties<'d>> {
    Merging::new(Alternatives::Apart).all(cx, id)
}

/// The same, with the properties of the members of its `oneOf` or `anyOf` among those that may be missing.
pub fn all_properties<'d>(cx: &mut Cx<'_, 'd>, id: SchemaId) -> Lowered<Properties<'d>> {
    Merging::new(Alternatives::Merged).all(cx, id)
}

/// What becomes of the members of a `oneOf` or `anyOf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alternatives {
    /// They are variants of the object.
    Apart,
    /// The object may have the properties of each of them.
    Merged,
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
struct Merging<'d> {
    alternatives: Alternatives,
    properties: Properties<'d>,
    open: Vec<SchemaId>,
    done: HashSet<(SchemaId, Membership)>,
}

impl<'d> Merging<'d> {
    fn new(alternatives: Alternatives) -> Self {
        Self {
            alternatives,
            properties: Properties::default(),
            open: Vec::new(),
            done: HashSet::new(),
        }
    }

    fn all(mut self, cx: &mut Cx<'_, 'd>, id: SchemaId) -> Lowered<Properties<'d>> {
        self.add(cx, id, Membership::Certain)?;
        Ok(self.properties)
    }

    fn add(&mut self, cx: &mut Cx<'_, 'd>, id: SchemaId, membership: Membership) -> Lowered<()> {
        let target = cx.resolve(id)?;
        if self.open.contains(&target.id) {
            let message = "this `allOf` contains itself";
            let circular = Diagnostic::new(Code::CircularReference, cx.span(id), message);
            return Err(cx.report(circular.help("remove the reference to the schema itself")));
        }
        if !self.done.insert((target.id, membership)) {
            return Ok(());
        }
        cx.types.mark_used(target.id);
        self.open.push(target.id);
        for member in &target.schema.all_of {
            self.add(cx, *member, membership)?;
        }
        self.add_alternatives(cx, id, target)?;
        self.open.pop();
        match membership {
            Membership::Certain => {
                self.check(cx, target.schema)?;
                self.properties.add(cx.document, target.schema);
            }
            Membership::Possible => self.properties.add_possible(target.schema),
        }
        Ok(())
    }

    fn add_alternatives<'m>(
        &mut self,
        cx: &mut Cx<'m, 'd>,
        id: SchemaId,
        target: Target<'m, 'd>,
    ) -> Lowered<()> {
        let Some(members) = union::members(cx, target.schema)? else {
            return Ok(());
        };
        // A base may list the schemas that extend it, which are no parts of it.
        let extends = |member: &&SchemaId| {
            let member = cx.resolve(**member);
            member.is_ok_and(|member| union::is_child(cx.document, member.schema, target.id))
        };
        let list = members.list().iter();
        let list: Vec<SchemaId> = list.filter(|member| !extends(member)).copied().collect();
        match (list.as_slice(), self.alternatives) {
            ([], _) => {}
            ([member], Alternatives::Apart) => self.add(cx, *member, Membership::Certain)?,
            (_, Alternatives::Apart) => self.properties.unions.push(id),
            (list, Alternatives::Merged) => {
                for member in list {
                    self.add(cx, *member, Membership::Possible)?;
                }
            }
        }
        Ok(())
    }

    /// Reports properties that can have no value: two of the schemas ask for different types.
    fn check(&mut self, cx: &mut Cx<'_, 'd>, schema: &Schema<'d>) -> Lowered<()> {
        for property in &schema.properties {
            let Some(known) = self.properties.get(property.name) else {
                continue;
            };
            let (Ok(one), Ok(other)) = (cx.resolve(known), cx.resolve(property.value)) else {
                continue;
            };
            let kinds = [
                kind(cx, one.schema, CHAIN_LIMIT)?,
                kind(cx, other.schema, CHAIN_LIMIT)?,
            ];
            let [Some(one), Some(other)] = kinds else {
                continue;
            };
            if family(one) != family(other) {
                let (one, other) = (one.as_str(), other.as_str());
                let name = property.name;
                let message = format!("the property `{name}` is both {one} and {other}");
                let conflict = Diagnostic::new(Code::Conflict, word(cx, property.value), message)
                    .label(format!("this asks for {other}"))
                    .related(word(cx, known), format!("this asks for {one}"));
                cx.report(conflict.help("no value is both: change one of the two, or remove it"));
                self.properties.conflicting.insert(name);
            }
        }
        Ok(())
    }
}

/// The `type` that all members share; `None` where none of them names one.
///
/// # Errors
/// Two members contradict each other; that is reported.
fn shared_kind<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    members: &[SchemaId],
) -> Lowered<Option<Kind>> {
    // What the schema says of itself counts like a member.
    let schema = target.schema;
    let own = schema.kind.is_some() || !schema.properties.is_empty();
    let own = own.then_some(target.id);
    let mut kinds: Vec<(Kind, Span)> = Vec::new();
    for member in own.iter().chain(members) {
        let depth = if *member == target.id { 0 } else { CHAIN_LIMIT };
        let kind = kind(cx, cx.resolve(*member)?.schema, depth)?;
        kinds.extend(kind.map(|kind| (kind, word(cx, *member))));
    }
    let Some((first, _)) = kinds.first().copied() else {
        return Ok(None);
    };
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for (kind, _) in &kinds {
        *counts.entry(family(*kind)).or_default() += 1;
    }
    // The odd one out is probably the wrong one; of two, the later one.
    let odd = kinds
        .iter()
        .rev()
        .min_by_key(|(kind, _)| counts.get(&family(*kind)));
    let differs = |(odd, _): &(Kind, Span), (kind, _): &(Kind, Span)| family(*kind) != family(*odd);
    let other = odd.and_then(|odd| kinds.iter().find(|kind| differs(odd, kind)));
    let (Some((odd, place)), Some((other, beside))) = (odd, other) else {
        return Ok(Some(first));
    };
    let (odd, other) = (odd.as_str(), other.as_str());
    let message = format!("`allOf` asks for {odd} and for {other} at once");
    let conflict = Diagnostic::new(Code::Conflict, *place, message)
        .label(format!("this asks for {odd}"))
        .related(*beside, format!("this asks for {other}"));
    Err(cx.report(conflict.help("no value is both: remove one of the members, or use `oneOf`")))
}

/// The type that represents all that go together: integers are numbers.
fn family(kind: Kind) -> Kind {
    match kind {
        Kind::Integer => Kind::Number,
        kind => kind,
    }
}

/// Where a member says what it asks for. What a reference points to may be far away, and right elsewhere.
fn word(cx: &Cx<'_, '_>, member: SchemaId) -> Span {
    let kind = cx.schema(member).ok().and_then(|schema| schema.kind);
    kind.map_or_else(|| cx.span(member), |(_, span)| span)
}

/// The `type` of a schema, or of the members of its own `allOf`, which is looked into so often.
fn kind<'m, 'd>(
    cx: &Cx<'m, 'd>,
    mut schema: &'m Schema<'d>,
    depth: usize,
) -> Lowered<Option<Kind>> {
    for _ in 0..=depth {
        if let Some((kind, _)) = schema.kind {
            return Ok(Some(kind));
        }
        if !schema.properties.is_empty() {
            return Ok(Some(Kind::Object));
        }
        if schema.items.is_some() || !schema.prefix_items.is_empty() {
            return Ok(Some(Kind::Array));
        }
        match schema.all_of.first() {
            Some(first) => schema = cx.resolve(*first)?.schema,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// How much a schema says of values that are no objects; of those that say as much, the first is the greatest.
fn says(cx: &Cx<'_, '_>, member: SchemaId) -> usize {
    let Ok(target) = cx.resolve(member) else {
        return 0;
    };
    let schema = target.schema;
    usize::from(schema.values.is_some()) * 8
        + usize::from(schema.items.is_some()) * 4
        + usize::from(schema.kind() == Some(Kind::Integer)) * 2
        + usize::from(schema.format.is_some() || schema.content_encoding.is_some())
}
