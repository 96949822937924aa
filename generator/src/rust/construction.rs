//! How users make a struct.

use super::{Conversion, Field, Ident, Slot, Struct};

/// How users make a value of a struct.
#[derive(Debug, PartialEq, Eq)]
pub enum Construction {
    /// As its default, which tests then change: only responses have it.
    Default,
    /// By `new` without arguments, which is its default.
    Empty,
    /// By `new` with an argument for each field that is required.
    Arguments,
    /// By `new` with a struct of this name that has the required fields, because arguments could be confused.
    Required(Ident),
}

impl Struct {
    /// Whether it has a default that is derived.
    pub fn has_default(&self) -> bool {
        match self.construction {
            Construction::Default | Construction::Empty => true,
            Construction::Arguments | Construction::Required(_) => false,
        }
    }

    /// Whether users make it with `new`.
    pub fn has_new(&self) -> bool {
        self.construction != Construction::Default
    }

    /// The fields whose values `new` takes, in the order of the arguments.
    pub fn asked_for(&self) -> impl Iterator<Item = &Field> + Clone {
        let fields = self.fields.iter();
        let mut asked: Vec<&Field> = fields.filter(|field| field.slot.is_asked_for()).collect();
        asked.sort_by_key(|field| field.order);
        asked.into_iter()
    }

    /// Whether a constructor or a setter makes a list of what it is given.
    pub fn takes_items(&self) -> bool {
        let as_arguments = self.construction == Construction::Arguments;
        let takes = |field: &Field| match field.slot {
            Slot::Required | Slot::RequiredInRequest => as_arguments,
            Slot::RequiredNullable | Slot::Optional => self.has_setters && !field.is_read_only,
            Slot::Constant(_) | Slot::Preset(_) | Slot::OptionalNullable => false,
        };
        let mut fields = self.fields.iter();
        fields.any(|field| field.conversion == Conversion::Items && takes(field))
    }
}
