//! Additional properties: the entries of an object that its table does not name.

use crate::runtime::wire::{Place, Wire, Written};
use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The additional properties of an object: those that its table does not name.
pub trait AdditionalProperties: Default {
    /// Reads the value of a key.
    fn read_entry<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// Writes all entries but those with the names of fields.
    fn write_entries<M: SerializeMap>(&self, map: &mut M, fields: &[&str]) -> Result<(), M::Error>;
}

impl<T: Wire> AdditionalProperties for BTreeMap<String, T> {
    fn read_entry<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        // Of duplicate keys the last one counts, a null like an absent one.
        match map.next_value_seed(Place::new())? {
            Some(value) => self.insert(key, value),
            None => self.remove(&key),
        };
        Ok(())
    }

    fn write_entries<M: SerializeMap>(&self, map: &mut M, fields: &[&str]) -> Result<(), M::Error> {
        self.iter()
            .filter(|(key, _)| !fields.contains(&key.as_str()))
            .try_for_each(|(key, value)| map.serialize_entry(key, &Written(value)))
    }
}

impl AdditionalProperties for Map<String, Value> {
    fn read_entry<'de, A: MapAccess<'de>>(
        &mut self,
        key: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.insert(key, map.next_value()?);
        Ok(())
    }

    fn write_entries<M: SerializeMap>(&self, map: &mut M, fields: &[&str]) -> Result<(), M::Error> {
        self.iter()
            .filter(|(key, _)| !fields.contains(&key.as_str()))
            .try_for_each(|(key, value)| map.serialize_entry(key, value))
    }
}
