//! How types are called and spelled.

mod shared;

use std::collections::BTreeMap;

use super::boxing::Cycles;
use super::constants::Constants;
use super::conversions::Conversions;
use super::defaults::Defaults;
use super::sizes::Sizes;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Content, Ident, Type};
use shared::shared_words;

/// Names that a file of models uses without saying where they come from, and those of the prelude, which whoever imports all models
/// would lose.
const RESERVED: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "FilePart",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Map",
    "None",
    "Nullable",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Value",
    "Vec",
];

/// The names of all types.
pub struct Types {
    idents: BTreeMap<ir::TypeId, Ident>,
    /// Which types hold themselves.
    pub cycles: Cycles,
    /// How large they are.
    pub sizes: Sizes,
    /// Which of their properties have one value.
    pub constants: Constants,
    /// What converts into them.
    pub conversions: Conversions,
    /// Which of them have a default although something is required.
    pub defaults: Defaults,
}

impl Types {
    /// Names all types: those of named schemas first, so that no inline schema takes the name of one, then those that are at
    /// several places.
    pub fn new(api: &ir::Api) -> Self {
        let mut scope = Scope::reserving(RESERVED);
        let mut idents = BTreeMap::new();
        let is_named = |def: &ir::TypeDef| {
            matches!(def.place.home, ir::Home::Schema(_)) && def.place.path.is_empty()
        };
        let (named, inline): (Vec<_>, Vec<_>) =
            api.types.iter().partition(|(_, def)| is_named(def));
        let (shared, inline): (Vec<_>, Vec<_>) =
            inline.into_iter().partition(|(_, def)| def.is_shared());
        for (id, def) in named {
            idents.insert(*id, scope.claim(&words(&def.place), Role::Type));
        }
        for (id, def) in shared {
            let words = shared_words(def, |words| scope.is_free(words, Role::Type));
            idents.insert(*id, scope.claim(&words, Role::Type));
        }
        for (id, def) in inline {
            idents.insert(*id, scope.claim(&words(&def.place), Role::Type));
        }
        let cycles = Cycles::new(api);
        Self {
            idents,
            sizes: Sizes::new(api, &cycles),
            constants: Constants::new(api),
            conversions: Conversions::new(api),
            defaults: Defaults::new(api),
            cycles,
        }
    }

    /// The name of a type.
    pub fn ident(&self, id: ir::TypeId) -> Option<&Ident> {
        self.idents.get(&id)
    }

    /// The name of a type that is a model.
    pub fn model(&self, ty: &ir::Type) -> Option<Ident> {
        match self.spell(ty) {
            Type::Model(ident) => Some(ident),
            _ => None,
        }
    }

    /// A body as it is spelled.
    pub fn content(&self, content: &ir::Content) -> Content {
        Content::Value(self.spell(&content.ty), content.reading.clone())
    }

    /// A type as it is spelled.
    pub fn spell(&self, ty: &ir::Type) -> Type {
        match ty {
            ir::Type::Scalar(scalar) => Type::Scalar(*scalar),
            ir::Type::Bytes => Type::Bytes,
            ir::Type::File => Type::File,
            ir::Type::Parts => Type::Parts,
            ir::Type::Any => Type::Value,
            ir::Type::Object => Type::Object,
            ir::Type::List(item) => Type::Vec(Box::new(self.spell(item))),
            ir::Type::Tuple(items) => {
                Type::Tuple(items.iter().map(|item| self.spell(item)).collect())
            }
            ir::Type::Map(value) => Type::Map(Box::new(self.spell(value))),
            ir::Type::Nullable(ty) => Type::Option(Box::new(self.spell(ty))),
            ir::Type::Named(id) => self
                .ident(*id)
                .map_or(Type::Value, |ident| Type::Model(ident.clone())),
        }
    }
}

/// The words from which a type gets its name.
fn words(place: &ir::Place) -> String {
    all_words(place).join(" ")
}

fn all_words(place: &ir::Place) -> Vec<&str> {
    let (ir::Home::Schema(home) | ir::Home::Operation(home)) = &place.home;
    let path = place.path.iter().map(String::as_str);
    std::iter::once(home.as_str()).chain(path).collect()
}
