//! How types are referred to.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// A key of [`Api::types`](crate::ir::Api::types). Only lowering makes one, so that each leads to a type.
///
/// A type of several places has a name for each of them. The key has the name of the place that refers to the type, which is no part of
/// what it is: two keys are equal where they are of the same type.
#[derive(Clone, Copy, Debug)]
pub struct TypeId {
    index: usize,
    name: NameId,
}

/// A name of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(usize);

impl TypeId {
    /// The key of the type with this number, and its first name.
    pub fn new(index: usize) -> Self {
        Self {
            index,
            name: NameId(index),
        }
    }

    /// By which name the type is referred to.
    pub fn name(self) -> NameId {
        self.name
    }

    /// The key of the same type by another name.
    pub fn by(self, name: NameId) -> Self {
        Self { name, ..self }
    }
}

impl PartialEq for TypeId {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl Eq for TypeId {}

impl PartialOrd for TypeId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TypeId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl Hash for TypeId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
