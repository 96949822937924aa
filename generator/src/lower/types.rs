//! The types found so far, each known by the schema it is made from.

use std::collections::{BTreeMap, HashMap, HashSet};

mod inline;

use inline::{Inline, inline};

use super::usage::mark_usage;
use crate::ir;
use crate::openapi::SchemaId;
use crate::source::Span;

/// The types found so far.
#[derive(Default)]
pub struct Types {
    by_key: HashMap<TypeKey, Found>,
    count: usize,
    /// The names of types at places that refer to them without being theirs.
    further_names: HashMap<(ir::TypeId, ir::Place), ir::NameId>,
    defined: BTreeMap<ir::TypeId, ir::TypeDef>,
    inline: HashMap<Inline, ir::TypeId>,
    shapes: HashMap<ir::TypeId, Shape>,
    multiparts: HashMap<MultipartKey, (ir::TypeId, ir::Place)>,
    used: HashSet<SchemaId>,
    open: Vec<SchemaId>,
}

/// What a multipart body is made from: its schema, and the encoding of its parts.
pub type MultipartKey = (SchemaId, Option<Span>);

/// What a type is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeKey {
    /// A schema.
    Schema(SchemaId),
    /// The `oneOf` or `anyOf` of a schema that has properties, too.
    Variants(SchemaId),
    /// A schema of events, as they are read from a stream.
    Event(SchemaId),
}

impl From<SchemaId> for TypeKey {
    fn from(schema: SchemaId) -> Self {
        Self::Schema(schema)
    }
}

/// What is known of the type of a schema.
struct Found {
    ty: ir::Type,
    place: ir::Place,
    is_referred_to: bool,
}

/// What kind of type a schema becomes, known before the type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A struct.
    Struct,
    /// An enum of strings.
    Enum,
    /// An enum of integers.
    IntegerEnum,
    /// A union.
    Union,
}

impl Types {
    /// The type that is made, or being made, from the schema, by the name that it has in this place.
    pub fn get(&mut self, key: impl Into<TypeKey>, place: &ir::Place) -> Option<ir::Type> {
        let found = self.by_key.get_mut(&key.into())?;
        found.is_referred_to = true;
        match found.ty {
            ir::Type::Named(id) if found.place != *place => {
                Some(ir::Type::Named(self.named_at(id, place)))
            }
            _ => Some(found.ty.clone()),
        }
    }

    /// A type by the name that it has in a place that is not its own.
    fn named_at(&mut self, id: ir::TypeId, place: &ir::Place) -> ir::TypeId {
        let number = &mut self.count;
        let name = self.further_names.entry((id, place.clone()));
        id.by(*name.or_insert_with(|| next(number).name()))
    }

    /// An identity for a type of this place that is about to be made, so that it may refer to itself.
    pub fn reserve(
        &mut self,
        key: impl Into<TypeKey>,
        shape: Shape,
        place: &ir::Place,
    ) -> ir::TypeId {
        let id = next(&mut self.count);
        self.shapes.insert(id, shape);
        let found = Found {
            ty: ir::Type::Named(id),
            place: place.clone(),
            is_referred_to: false,
        };
        self.by_key.insert(key.into(), found);
        id
    }

    /// The type of a multipart body. It is another one than the type that its schema has elsewhere.
    pub fn multipart(&mut self, key: MultipartKey, place: &ir::Place) -> Option<ir::TypeId> {
        let (id, own) = self.multiparts.get(&key)?;
        let id = *id;
        Some(if own == place {
            id
        } else {
            self.named_at(id, place)
        })
    }

    /// An identity for the type of a multipart body.
    pub fn reserve_multipart(&mut self, key: MultipartKey, place: &ir::Place) -> ir::TypeId {
        let id = next(&mut self.count);
        self.shapes.insert(id, Shape::Struct);
        self.multiparts.insert(key, (id, place.clone()));
        id
    }

    /// Defines the identity of a multipart body.
    pub fn define_multipart(&mut self, id: ir::TypeId, def: ir::TypeDef) {
        self.defined.insert(id, def);
    }

    /// Defines the identity reserved for the schema, and gives the identity to refer to: that
    /// of an equal inline schema, where there is one, by a name of its own. The first of their places has the definition.
    pub fn define(
        &mut self,
        key: impl Into<TypeKey>,
        id: ir::TypeId,
        def: ir::TypeDef,
    ) -> ir::TypeId {
        let key = key.into();
        let Some(inline) = inline(&def) else {
            self.defined.insert(id, def);
            return id;
        };
        let known = *self.inline.entry(inline).or_insert(id);
        let is_referred_to = |found: &Found| found.is_referred_to;
        match self.defined.get_mut(&known) {
            Some(equal) if !self.by_key.get(&key).is_some_and(is_referred_to) => {
                let name = def.name;
                let mut other = def;
                if other.place.order() < equal.place.order() {
                    other.also_at = std::mem::take(&mut equal.also_at);
                    std::mem::swap(equal, &mut other);
                }
                equal.also_at.push((other.name, other.place));
                let known = known.by(name);
                self.replace(key, &ir::Type::Named(known));
                known
            }
            Some(_) | None => {
                self.defined.insert(id, def);
                id
            }
        }
    }

    /// Gives a reserved identity up for a type that needs none; whether that is still possible, because nothing refers to
    /// the identity yet.
    pub fn replace(&mut self, key: impl Into<TypeKey>, ty: &ir::Type) -> bool {
        match self.by_key.get_mut(&key.into()) {
            Some(found) if !found.is_referred_to => {
                found.ty = ty.clone();
                true
            }
            Some(_) | None => false,
        }
    }

    /// Gives a type of this place the words of the schema that became it, where it has none of its own.
    pub fn describe(&mut self, ty: &ir::Type, place: &ir::Place, docs: &ir::Docs) {
        let ir::Type::Named(id) = ty else {
            return;
        };
        let def = self.defined.get_mut(id).filter(|def| def.place == *place);
        if let Some(def) = def {
            def.docs.summary = def.docs.summary.take().or_else(|| docs.summary.clone());
            let description = def.docs.description.take();
            def.docs.description = description.or_else(|| docs.description.clone());
        }
    }

    /// Whether a schema has a type of its own already.
    pub fn is_found(&self, schema: SchemaId) -> bool {
        self.by_key.contains_key(&schema.into())
    }

    /// What kind of type a named type is or will be.
    pub fn shape(&self, id: ir::TypeId) -> Option<Shape> {
        self.shapes.get(&id).copied()
    }

    /// What a named type is, where that is known already.
    pub fn kind(&self, id: ir::TypeId) -> Option<&ir::TypeKind> {
        self.defined.get(&id).map(|def| &def.kind)
    }

    /// Whether a schema has been looked at.
    pub fn is_used(&self, schema: SchemaId) -> bool {
        self.used.contains(&schema)
    }

    /// Remembers that a schema has been looked at.
    pub fn mark_used(&mut self, schema: SchemaId) {
        self.used.insert(schema);
    }

    /// Whether the schema is being lowered, and neither it nor any schema on the way from there has an identity: then it is
    /// nothing but itself.
    pub fn is_open(&self, schema: SchemaId) -> bool {
        let place = self.open.iter().rposition(|open| *open == schema);
        place.is_some_and(|place| {
            !self.open[place..]
                .iter()
                .any(|open| self.by_key.contains_key(&(*open).into()))
        })
    }

    /// Whether one of the schemas from this one on, each within the other, is of this kind.
    pub fn holds_itself(&self, schema: SchemaId, is: impl Fn(SchemaId) -> bool) -> bool {
        let place = self.open.iter().rposition(|open| *open == schema);
        place.is_some_and(|place| self.open[place..].iter().any(|open| is(*open)))
    }

    /// How many schemas are being lowered, one within the other.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Remembers that a schema is being lowered, until [`Types::close`].
    pub fn open(&mut self, schema: SchemaId) {
        self.used.insert(schema);
        self.open.push(schema);
    }

    /// Ends what [`Types::open`] began.
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// Hands the types over. A type that could not be made takes with it all that refers to it: the reason is
    /// reported already.
    pub fn finish(self, api: &mut ir::Api) {
        api.types = self.defined;
        for ((id, place), name) in self.further_names {
            if let Some(def) = api.types.get_mut(&id) {
                def.also_at.push((name, place));
            }
        }
        api.types.values_mut().for_each(sort_places);
        loop {
            let types = &api.types;
            let broken: Vec<ir::TypeId> = types
                .iter()
                .filter(|(_, def)| is_broken(types, |visit| def.for_each_named(visit)))
                .map(|(id, _)| *id)
                .collect();
            if broken.is_empty() {
                break;
            }
            broken.iter().for_each(|id| drop(api.types.remove(id)));
        }
        let types = &api.types;
        api.operations
            .retain(|operation| !is_broken(types, |visit| operation.for_each_named(visit)));
        api.webhooks
            .retain(|webhook| !is_broken(types, |visit| webhook.for_each_named(visit)));
        api.examples
            .retain(|example| !is_broken(types, |visit| example.ty.for_each_named(visit)));
        api.error
            .take_if(|error| is_broken(types, |visit| error.for_each_named(visit)));
        mark_usage(api);
    }
}

/// Lets the first of the places of a type be that of its definition.
fn sort_places(def: &mut ir::TypeDef) {
    def.also_at
        .sort_by(|(name, place), (other, at)| (place.order(), name).cmp(&(at.order(), other)));
    if let Some((name, place)) = def.also_at.first_mut()
        && place.order() < def.place.order()
    {
        std::mem::swap(place, &mut def.place);
        std::mem::swap(name, &mut def.name);
    }
}

fn next(count: &mut usize) -> ir::TypeId {
    *count += 1;
    ir::TypeId::new(*count)
}

/// Whether some type that is walked over is missing.
fn is_broken(
    types: &BTreeMap<ir::TypeId, ir::TypeDef>,
    walk: impl FnOnce(&mut dyn FnMut(ir::TypeId)),
) -> bool {
    let mut broken = false;
    walk(&mut |id| broken |= !types.contains_key(&id));
    broken
}
