//! Conversion of free-form objects from and to a user's own types.

use crate::runtime::decode::{self, DecodeError};
use crate::runtime::error::{Error, Kind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::borrow::Borrow;

/// Turns a value of your own into a free-form object. It fails where the value does not serialise to an object.
pub fn to_map(value: impl Serialize) -> Result<Map<String, Value>, Error> {
    into_map(serde_json::to_value(value))
}

/// Turns a free-form object into a value of your own. It fails where the object does not fit; the error names the place.
pub fn from_map<T: DeserializeOwned>(map: impl Borrow<Map<String, Value>>) -> Result<T, Error> {
    let map = map.borrow();
    // Only a text has places that an error can name, so what does not fit is read again from its text.
    T::deserialize(map).or_else(|_| decode::from_json(&text_of(map)?).map_err(not_fitting))
}

fn into_map(value: serde_json::Result<Value>) -> Result<Map<String, Value>, Error> {
    match value {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(invalid("the value is no object")),
        Err(_) => Err(invalid("the value cannot be written as JSON")),
    }
}

fn text_of(map: &Map<String, Value>) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(map).map_err(|_| not_fitting(DecodeError::unexpected()))
}

fn invalid(problem: &str) -> Error {
    Error::of_setup(Kind::InvalidArgument(problem.to_owned()), None)
}

fn not_fitting(error: DecodeError) -> Error {
    Error::of_setup(Kind::Decode(error), None)
}
