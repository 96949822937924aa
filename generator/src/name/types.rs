//! How types are called and spelled.

mod words;

use std::collections::BTreeMap;

use super::boxing::Boxing;
use super::constants::Constants;
use super::conversions::Conversions;
use super::defaults::Defaults;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Content, Ident, Reading, Type};
use words::Words;

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
    idents: BTreeMap<ir::NameId, Ident>,
    /// Where their values are boxed.
    pub boxing: Boxing,
    /// Which of their properties have one value.
    pub constants: Constants,
    /// What converts into them.
    pub conversions: Conversions,
    /// Which of them have a default although something is required.
    pub defaults: Defaults,
}

impl Types {
    /// Names all types, each by its places, in an order that does not depend on what is found first: no inline schema takes the name of
    /// one that the document names, and no name that leaves steps of its path out takes that of a whole path.
    pub fn new(api: &ir::Api) -> Self {
        let mut scope = Scope::reserving(RESERVED);
        let mut places: Vec<(Words, &ir::Place, ir::NameId)> = Vec::new();
        for def in api.types.values() {
            let own = (&def.place, def.name);
            let others = def.also_at.iter().map(|(name, place)| (place, *name));
            let of_type = std::iter::once(own).chain(others);
            places.extend(of_type.map(|(place, name)| (Words::of(place), place, name)));
        }
        places.sort_by_cached_key(|(words, place, name)| (words.precedence, place.order(), *name));
        let claim =
            |(words, _, name): (Words, &ir::Place, ir::NameId)| (name, claim(&mut scope, &words));
        let idents = places.into_iter().map(claim).collect();
        Self {
            idents,
            boxing: Boxing::new(api),
            constants: Constants::new(api),
            conversions: Conversions::new(api),
            defaults: Defaults::new(api),
        }
    }

    /// A name of a type.
    pub fn ident(&self, name: ir::NameId) -> Option<&Ident> {
        self.idents.get(&name)
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
        let ty = self.spell(&content.ty);
        let ty = match content.reading {
            Reading::Events { .. } => Type::EventStream(Box::new(ty)),
            Reading::JsonLines | Reading::JsonSequence => Type::JsonStream(Box::new(ty)),
            Reading::Json
            | Reading::Text
            | Reading::TextIn(_)
            | Reading::JsonOrText
            | Reading::TextOrJson
            | Reading::Bytes
            | Reading::BytesOrStream => ty,
        };
        Content::Value(ty, content.reading.clone())
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
                .ident(id.name())
                .map_or(Type::Value, |ident| Type::Model(ident.clone())),
        }
    }
}

/// The name of the best words that make one which is not taken.
fn claim(scope: &mut Scope, words: &Words) -> Ident {
    let whole = std::iter::once(&words.whole);
    let mut best = words.shorter.iter().chain(whole).chain(&words.other);
    let free = best.find(|words| scope.is_free(words, Role::Type));
    scope.claim(free.unwrap_or(&words.whole), Role::Type)
}
