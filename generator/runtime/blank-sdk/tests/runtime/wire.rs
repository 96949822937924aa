//! Lists, maps and nulls.

use blank_sdk::runtime::wire::Wire;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

fn read<T: Wire>(json: &str) -> serde_json::Result<T> {
    T::read(&mut serde_json::Deserializer::from_str(json))
}

fn write<T: Wire>(value: &T) -> String {
    let mut json = Vec::new();
    value
        .write(&mut serde_json::Serializer::new(&mut json))
        .unwrap();
    String::from_utf8(json).unwrap()
}

fn map<T, const N: usize>(entries: [(&str, T); N]) -> BTreeMap<String, T> {
    entries.map(|(key, value)| (key.to_owned(), value)).into()
}

#[test]
fn nulls_in_lists_are_absent_where_items_cannot_be_null() {
    assert_eq!(read::<Vec<i64>>("[1,null,2]").unwrap(), [1, 2]);
    assert_eq!(
        read::<Vec<Option<i64>>>("[1,null]").unwrap(),
        [Some(1), None]
    );
    assert_eq!(
        read::<Vec<Value>>("[1,null]").unwrap(),
        [json!(1), Value::Null]
    );
    assert_eq!(
        read::<Vec<Vec<bool>>>("[[true,null],null,[]]").unwrap(),
        [vec![true], vec![]]
    );
    assert_eq!(
        read::<Vec<Box<String>>>("[\"a\",null]").unwrap(),
        [Box::new("a".to_owned())]
    );
    assert_eq!(write(&vec![Some(1_i64), None]), "[1,null]");
}

#[test]
fn nulls_in_maps_are_absent_where_values_cannot_be_null() {
    assert_eq!(
        read::<BTreeMap<String, i64>>(r#"{"a":1,"b":null}"#).unwrap(),
        map([("a", 1)])
    );
    let optional = map([("a", Some(1_i64)), ("b", None)]);
    assert_eq!(
        read::<BTreeMap<String, Option<i64>>>(r#"{"a":1,"b":null}"#).unwrap(),
        optional
    );
    assert_eq!(write(&optional), r#"{"a":1,"b":null}"#);
}

#[test]
fn of_duplicate_keys_the_last_counts() {
    assert_eq!(
        read::<BTreeMap<String, i64>>(r#"{"a":1,"a":2}"#).unwrap(),
        map([("a", 2)])
    );
    assert_eq!(
        read::<BTreeMap<String, i64>>(r#"{"a":1,"a":null}"#).unwrap(),
        map([])
    );
    let free: Map<String, Value> = read(r#"{"a":1,"a":{"b":1,"b":null}}"#).unwrap();
    assert_eq!(Value::from(free), json!({"a": {"b": null}}));
}

#[test]
fn free_form_objects_lose_nothing() {
    let json = r#"{"a":{"b":[1,null,true,"x",{"c":18446744073709551615}]},"e":{},"n":null,"rownd:v":-1.5}"#;
    let free: Map<String, Value> = read(json).unwrap();
    assert_eq!(write(&free), json);
    assert_eq!(write(&read::<Value>(json).unwrap()), json);
}

#[test]
fn optional_values() {
    assert_eq!(read::<Option<String>>("null").unwrap(), None);
    assert_eq!(
        read::<Option<String>>("\"a\"").unwrap(),
        Some("a".to_owned())
    );
    assert_eq!(read::<Option<Value>>("null").unwrap(), None);
    assert_eq!(read::<Value>("null").unwrap(), Value::Null);
    assert_eq!(write(&None::<bool>), "null");
    assert_eq!(write(&Box::new(true)), "true");
}

#[test]
fn other_types_are_errors() {
    let expectation = |error: serde_json::Error| error.to_string();
    assert!(expectation(read::<Vec<i64>>("{}").unwrap_err()).contains("expected a list"));
    assert!(
        expectation(read::<BTreeMap<String, i64>>("[]").unwrap_err())
            .contains("expected an object")
    );
    assert!(
        expectation(read::<Map<String, Value>>("1").unwrap_err()).contains("expected an object")
    );
    assert!(expectation(read::<String>("1").unwrap_err()).contains("expected a string"));
    assert!(expectation(read::<bool>("\"true\"").unwrap_err()).contains("expected a boolean"));
    assert!(read::<Vec<i64>>("null").is_err());
}

#[test]
fn depth_is_limited() {
    let deep = "[".repeat(10_000);
    assert!(
        read::<Value>(&deep)
            .unwrap_err()
            .to_string()
            .contains("recursion limit")
    );
}
