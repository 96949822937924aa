//! What the files of the crate import.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Import, Type};

/// The imports of a file: names by the paths that they are imported from.
#[derive(Default)]
pub struct Imports(BTreeMap<&'static str, BTreeSet<String>>);

impl Imports {
    /// Adds a name.
    pub fn add(&mut self, path: &'static str, name: &str) {
        self.0.entry(path).or_default().insert(name.to_owned());
    }

    /// Adds what a type and all types within it need outside the models, which are then behind the name of their module.
    pub fn add_type(&mut self, ty: &Type) {
        ty.visit(&mut |ty| match ty {
            Type::Model(_) => self.add("crate", "models"),
            ty => self.add_spelling(ty),
        });
    }

    /// Adds what the spelling of a type needs, without the types within it. Only the file knows the path to a model.
    pub fn add_spelling(&mut self, ty: &Type) {
        match ty {
            // A type of the runtime; the others are those of the language.
            Type::Scalar(scalar) if !scalar.row().files.is_empty() => {
                self.add("crate", scalar.row().rust);
            }
            Type::Bytes => self.add("bytes", "Bytes"),
            Type::Body => self.add("crate", "Body"),
            Type::JsonItems(_) => self.add("crate", "JsonItems"),
            Type::EventStream(_) => self.add("crate", "EventStream"),
            Type::JsonStream(_) => self.add("crate", "JsonStream"),
            Type::File | Type::Parts => self.add("crate", "FilePart"),
            Type::Value => self.add("serde_json", "Value"),
            Type::Object => {
                self.add("serde_json", "Map");
                self.add("serde_json", "Value");
            }
            Type::Map(_) => self.add("std::collections", "BTreeMap"),
            Type::Scalar(_)
            | Type::Vec(_)
            | Type::Tuple(_)
            | Type::Option(_)
            | Type::Box(_)
            | Type::Model(_) => {}
        }
    }

    /// The declarations, sorted by path.
    pub fn finish(self) -> Vec<Import> {
        let import = |(path, names): (&str, BTreeSet<String>)| Import {
            path: path.to_owned(),
            names: names.into_iter().collect(),
        };
        self.0.into_iter().map(import).collect()
    }
}
