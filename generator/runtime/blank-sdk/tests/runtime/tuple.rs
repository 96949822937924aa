//! Lists of a fixed length.

use blank_sdk::runtime::wire::Wire;
use serde_json::{Value, json};

fn read<T: Wire>(value: &Value) -> Result<T, String> {
    T::read(value).map_err(|error| error.to_string())
}

#[test]
fn each_item_is_read_as_its_type() {
    let read = read::<(String, i64, Option<bool>)>(&json!(["a", 3.0, null])).unwrap();
    assert_eq!(read, ("a".to_owned(), 3, None));
    let written = read.write(serde_json::value::Serializer).unwrap();
    assert_eq!(written, json!(["a", 3, null]));
}

#[test]
fn further_items_are_ignored() {
    assert_eq!(read::<(i64,)>(&json!([1, {"a": []}, 2])), Ok((1,)));
}

#[test]
fn an_item_that_is_missing_or_null_is_an_error() {
    let missing = read::<(i64, String)>(&json!([1])).unwrap_err();
    assert_eq!(missing, "item 1 is missing");
    let null = read::<(i64, String)>(&json!([1, null])).unwrap_err();
    assert_eq!(null, "invalid type: null, expected a string");
    assert!(read::<(i64,)>(&json!({})).is_err());
}
