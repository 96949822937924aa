//! Whether the values of one type are values of another, as a server takes them or as a crate reads them.

use super::Cx;
use super::change::{Effect, Rust, Wire};
use super::models::Renamed;
use super::side::Side;
use crate::rust::{Enum, Model, Scalar, Slot, Struct, Type, Union, Usage};
use crate::scalar::JsonType;

/// How deep models are compared that are not the same by their names.
const DEPTH_LIMIT: usize = 8;

/// Who takes the values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Taker {
    /// A server, which takes what its document says and nothing else.
    Server,
    /// The same, for values that are written as text, where `1` is a string, too, and one value is a list of one.
    Text,
    /// A crate, whose enums, unions and dates keep what they do not know.
    Crate,
}

impl Cx<'_> {
    /// What another type of a value means that requests have as text.
    pub fn respelled(&self, [old, new]: [&Type; 2]) -> Effect {
        if self.is_same(old, new) {
            return Effect::default();
        }
        let clause = format!("code that takes it for `{old}` does not compile: it is `{new}` now");
        let effect = Effect::default().rust(Rust::Breaking, &clause);
        effect.and(&self.in_requests(old, new, Taker::Text))
    }

    /// What the change of a type means for requests.
    fn in_requests(&self, old: &Type, new: &Type, server: Taker) -> Effect {
        let (is_wider, is_narrower) = (
            self.old_fits_new(old, new, server),
            self.new_fits_old(new, old, server),
        );
        let effect = Effect::default();
        match (is_wider, is_narrower) {
            (true, _) => effect.wire(Wire::Compatible, ""),
            (false, true) => effect.wire(
                Wire::of(false, true),
                "the new server can refuse what programs built with the old crate send",
            ),
            (false, false) => effect.wire(
                Wire::of(false, false),
                "neither server takes what programs built for the other one send",
            ),
        }
    }

    /// What the change of a type means for responses.
    fn in_responses(&self, old: &Type, new: &Type) -> Effect {
        let reads = (
            self.new_fits_old(new, old, Taker::Crate),
            self.old_fits_new(old, new, Taker::Crate),
        );
        let clause = match reads {
            (true, true) => "",
            (false, true) => {
                "programs built with the old crate cannot read what the new server sends"
            }
            (true, false) => {
                "programs built with the new crate cannot read what the old server sends"
            }
            (false, false) => {
                "programs built with one crate cannot read what the other server sends"
            }
        };
        Effect::default().wire(Wire::of(reads.0, reads.1), clause)
    }

    /// What another type of a thing means: for code that names it, and for values that are sent where `usage` says.
    pub fn retyped(&self, what: &str, [old, new]: [&Type; 2], usage: Usage) -> Effect {
        if self.is_same(old, new) {
            return Effect::default();
        }
        let clause =
            format!("code that takes {what} for `{old}` does not compile: it is `{new}` now");
        let mut effect = Effect::default().rust(Rust::Breaking, &clause);
        if usage.in_request {
            effect = effect.and(&self.in_requests(old, new, Taker::Server));
        }
        if usage.in_response {
            effect = effect.and(&self.in_responses(old, new));
        }
        effect
    }

    /// Whether the type has the same name and the same models in both crates.
    pub fn is_same(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Model(old), Type::Model(new)) => self.renamed.is_pair(old, new),
            (Type::Vec(old), Type::Vec(new))
            | (Type::Map(old), Type::Map(new))
            | (Type::Option(old), Type::Option(new))
            | (Type::Box(old), Type::Box(new)) => self.is_same(old, new),
            (Type::Tuple(old), Type::Tuple(new)) => {
                let mut pairs = old.iter().zip(new);
                old.len() == new.len() && pairs.all(|(old, new)| self.is_same(old, new))
            }
            (old, new) => old == new,
        }
    }

    fn old_fits_new(&self, old: &Type, new: &Type, taker: Taker) -> bool {
        let fit = Fit {
            inner: &self.old,
            outer: &self.new,
            renamed: &self.renamed,
            is_forward: true,
            taker,
        };
        fit.fits(old, new, 0)
    }

    fn new_fits_old(&self, new: &Type, old: &Type, taker: Taker) -> bool {
        let fit = Fit {
            inner: &self.new,
            outer: &self.old,
            renamed: &self.renamed,
            is_forward: false,
            taker,
        };
        fit.fits(new, old, 0)
    }
}

/// A question: whether values of the inner crate's types are values of the outer crate's.
struct Fit<'c, 'a> {
    inner: &'c Side<'a>,
    outer: &'c Side<'a>,
    renamed: &'c Renamed<'a>,
    /// Whether the inner crate is the old one.
    is_forward: bool,
    taker: Taker,
}

impl Fit<'_, '_> {
    fn fits(&self, inner: &Type, outer: &Type, depth: usize) -> bool {
        let fits = |inner: &Type, outer: &Type| self.fits(inner, outer, depth);
        match (inner.unboxed(), outer.unboxed()) {
            (_, Type::Value) | (Type::Map(_) | Type::Object, Type::Object) => true,
            (Type::Option(inner), Type::Option(outer))
            | (Type::Vec(inner), Type::Vec(outer))
            | (Type::Map(inner), Type::Map(outer))
            | (Type::JsonItems(inner), Type::JsonItems(outer))
            | (Type::EventStream(inner), Type::EventStream(outer))
            | (Type::JsonStream(inner), Type::JsonStream(outer)) => fits(inner, outer),
            (inner, Type::Option(outer)) => fits(inner, outer),
            (Type::Model(one), Type::Model(other)) => {
                let (old, new) = if self.is_forward {
                    (one, other)
                } else {
                    (other, one)
                };
                if self.renamed.is_pair(old, new) || depth > DEPTH_LIMIT {
                    // What is different in a model is told of the model.
                    return true;
                }
                match (self.inner.model(one), self.outer.model(other)) {
                    (Some(inner), Some(outer)) => self.model_fits(inner, outer, depth + 1),
                    _ => false,
                }
            }
            (Type::Model(ident), outer) => match self.inner.model(ident) {
                Some(model) => self.model_fits_type(model, outer, depth + 1),
                None => false,
            },
            (inner, Type::Model(ident)) => match self.outer.model(ident) {
                Some(model) => self.type_fits_model(inner, model, depth + 1),
                None => false,
            },
            (Type::Scalar(inner), Type::Scalar(outer)) => self.scalar_fits(*inner, *outer),
            (Type::Tuple(inner), Type::Tuple(outer)) => {
                let mut pairs = inner.iter().zip(outer);
                inner.len() == outer.len() && pairs.all(|(inner, outer)| fits(inner, outer))
            }
            (inner, Type::Vec(outer)) if self.taker == Taker::Text && is_one(inner) => {
                fits(inner, outer)
            }
            (Type::Tuple(items), Type::Vec(outer)) => items.iter().all(|inner| fits(inner, outer)),
            (Type::Object, Type::Map(outer)) => fits(&Type::Value, outer),
            (
                Type::Scalar(_)
                | Type::Bytes
                | Type::Body
                | Type::File
                | Type::Parts
                | Type::Value
                | Type::Object
                | Type::Vec(_)
                | Type::Map(_)
                | Type::Tuple(_)
                | Type::Option(_)
                | Type::Box(_)
                | Type::JsonItems(_)
                | Type::EventStream(_)
                | Type::JsonStream(_),
                outer,
            ) => inner.unboxed() == outer,
        }
    }

    fn scalar_fits(&self, inner: Scalar, outer: Scalar) -> bool {
        let (from, to) = (inner.row(), outer.row());
        match (from.range, to.range) {
            _ if inner == outer => true,
            _ if self.taker == Taker::Text && outer == Scalar::String => true,
            (Some(from), Some(to)) => to.contains(from.start()) && to.contains(from.end()),
            _ if from.json == JsonType::Integer => to.json == JsonType::Number,
            _ if from.json != JsonType::String || to.json != JsonType::String => false,
            _ => match outer {
                Scalar::String => true,
                Scalar::Timestamp | Scalar::Date => self.taker == Taker::Crate,
                _ => false,
            },
        }
    }

    fn model_fits(&self, inner: &Model, outer: &Model, depth: usize) -> bool {
        match (inner, outer) {
            (Model::Union(inner), outer) => self.all_fit(inner, outer.ident(), depth),
            (inner, Model::Union(outer)) => {
                let ty = Type::Model(inner.ident().clone());
                self.fits_one(&ty, outer, depth)
            }
            (Model::Enum(inner), Model::Enum(outer)) => self.enum_fits(inner, outer),
            (Model::Struct(inner), Model::Struct(outer)) => self.struct_fits(inner, outer, depth),
            (Model::Multipart(inner), Model::Multipart(outer)) => {
                self.struct_fits(&inner.strukt, &outer.strukt, depth)
            }
            (Model::Struct(_) | Model::Multipart(_) | Model::Enum(_), _) => false,
        }
    }

    /// Whether each variant is a value of a model.
    fn all_fit(&self, inner: &Union, outer: &crate::rust::Ident, depth: usize) -> bool {
        let outer = Type::Model(outer.clone());
        let mut variants = inner.variants.iter();
        variants.all(|variant| self.fits(&variant.ty, &outer, depth))
    }

    /// Whether a value is one of a variant; a crate keeps what it does not know.
    fn fits_one(&self, inner: &Type, outer: &Union, depth: usize) -> bool {
        let mut variants = outer.variants.iter();
        self.taker == Taker::Crate || variants.any(|variant| self.fits(inner, &variant.ty, depth))
    }

    fn enum_fits(&self, inner: &Enum, outer: &Enum) -> bool {
        let is_known = |wire: &str| outer.variants.iter().any(|variant| variant.wire == wire);
        inner.is_integer == outer.is_integer
            && (self.taker == Taker::Crate
                || inner.variants.iter().all(|variant| is_known(&variant.wire)))
    }

    fn struct_fits(&self, inner: &Struct, outer: &Struct, depth: usize) -> bool {
        let is_needed = |slot: &Slot| match self.taker {
            Taker::Server | Taker::Text => slot.is_demanded(),
            Taker::Crate => slot.must_be_read(),
        };
        let has_all = outer.fields.iter().all(|wanted| {
            let mut own = inner.fields.iter();
            match own.find(|field| field.wire == wanted.wire) {
                Some(own) => {
                    let is_there = own.slot.must_be_read() || own.slot.is_demanded();
                    (is_there || !is_needed(&wanted.slot)) && self.fits(&own.ty, &wanted.ty, depth)
                }
                None => !is_needed(&wanted.slot),
            }
        });
        let is_known = |wire: &str| outer.fields.iter().any(|field| field.wire == wire);
        let takes_all = self.taker == Taker::Crate || outer.additional.is_some();
        has_all && (takes_all || inner.fields.iter().all(|field| is_known(&field.wire)))
    }

    fn model_fits_type(&self, inner: &Model, outer: &Type, depth: usize) -> bool {
        match (inner, outer) {
            (Model::Union(union), outer) => {
                let mut variants = union.variants.iter();
                variants.all(|variant| self.fits(&variant.ty, outer, depth))
            }
            (Model::Enum(known), Type::Scalar(scalar)) => {
                let own = if known.is_integer {
                    Scalar::I64
                } else {
                    Scalar::String
                };
                self.scalar_fits(own, *scalar)
            }
            (Model::Struct(_), Type::Object) | (Model::Multipart(_), Type::Parts) => true,
            (Model::Struct(strukt), Type::Map(value)) => {
                let mut fields = strukt.fields.iter();
                fields.all(|field| self.fits(&field.ty, value, depth))
            }
            (Model::Struct(_) | Model::Enum(_) | Model::Multipart(_), _) => false,
        }
    }

    fn type_fits_model(&self, inner: &Type, outer: &Model, depth: usize) -> bool {
        match (inner, outer) {
            (inner, Model::Union(union)) => self.fits_one(inner, union, depth),
            (Type::Scalar(scalar), Model::Enum(known)) => {
                let json = scalar.row().json;
                let is_kind = if known.is_integer {
                    json == JsonType::Integer
                } else {
                    json == JsonType::String
                };
                self.taker == Taker::Crate && is_kind
            }
            (_, Model::Struct(_) | Model::Enum(_) | Model::Multipart(_)) => false,
        }
    }
}

/// Whether a value of the type is no list and no object.
fn is_one(ty: &Type) -> bool {
    matches!(ty, Type::Scalar(_) | Type::Model(_))
}
