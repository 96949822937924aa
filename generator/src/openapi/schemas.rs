//! All schemas of a document, wherever they are: a schema refers to another one by its number.

use super::{Parsed, Schema};

/// The number of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(u32);

/// The schemas of a document.
#[derive(Debug, Default)]
pub struct Schemas<'d> {
    /// Each apart, since a growing list would be copied again and again.
    list: Vec<Parsed<Box<Schema<'d>>>>,
}

/// What a schema is, its own references followed.
#[derive(Clone, Copy, Debug)]
pub struct Target<'m, 'd> {
    /// The number of the schema.
    pub id: SchemaId,
    /// The schema, which is not a reference.
    pub schema: &'m Schema<'d>,
    /// The name by which a reference knows it; none where there was no reference.
    pub name: Option<&'d str>,
    /// Whether that name is the key of a definition.
    pub is_definition: bool,
}

impl<'d> Schemas<'d> {
    /// Adds a schema.
    pub fn add(&mut self, schema: Parsed<Schema<'d>>) -> SchemaId {
        // No document has as many schemas as there are numbers: each takes at least two bytes of it.
        let id = SchemaId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.list.push(schema.map(Box::new));
        id
    }

    /// Puts a schema in the place of another one.
    pub fn set(&mut self, id: SchemaId, schema: Parsed<Schema<'d>>) {
        if let Some(place) = self.list.get_mut(id.0 as usize) {
            *place = schema.map(Box::new);
        }
    }

    /// The schema, unless something is wrong with it.
    pub fn get(&self, id: SchemaId) -> Parsed<&Schema<'d>> {
        match &self.list[id.0 as usize] {
            Ok(schema) => Ok(schema),
            Err(reported) => Err(*reported),
        }
    }

    /// Follows the reference that a schema is.
    pub fn resolve(&self, id: SchemaId) -> Parsed<Target<'_, 'd>> {
        let schema = self.get(id)?;
        match schema.reference {
            Some(reference) => Ok(Target {
                id: reference.target,
                schema: self.get(reference.target)?,
                name: Some(reference.name),
                is_definition: reference.is_definition,
            }),
            None => Ok(Target {
                id,
                schema,
                name: None,
                is_definition: false,
            }),
        }
    }

    /// All of them.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..u32::try_from(self.list.len()).unwrap_or(u32::MAX)).map(SchemaId)
    }
}
