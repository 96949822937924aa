//! How types are called and spelled.

use std::collections::BTreeMap;

use super::boxing::Boxing;
use super::constants::Constants;
use super::conversions::Conversions;
use super::defaults::Defaults;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Content, Ident, Reading, Type};

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
    /// Names all types, each by its places: first those of named schemas, so that no inline schema takes the name of one, then in an
    /// order that does not depend on what is found first.
    pub fn new(api: &ir::Api) -> Self {
        let mut scope = Scope::reserving(RESERVED);
        let mut places: Vec<(&ir::Place, ir::NameId)> = Vec::new();
        for def in api.types.values() {
            places.push((&def.place, def.name));
            places.extend(def.also_at.iter().map(|(name, place)| (place, *name)));
        }
        places.sort_by_cached_key(|(place, name)| (!place.is_schema(), place.order(), *name));
        let claim = |(place, name): (&ir::Place, ir::NameId)| {
            (name, scope.claim(&words(place), Role::Type))
        };
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
            | Reading::Bytes => ty,
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

/// The words from which a type gets its name.
fn words(place: &ir::Place) -> String {
    let (ir::Home::Schema(home) | ir::Home::Operation(home)) = &place.home;
    let path = place.path.iter().map(String::as_str);
    let words: Vec<&str> = std::iter::once(home.as_str()).chain(path).collect();
    words.join(" ")
}
