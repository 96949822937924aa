//! Fields that distinguish null from absent.

use blank_sdk::runtime::date::Date;
use blank_sdk::runtime::nullable::Nullable;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::open_enum::wire_enum;
use serde_json::{Value, from_value, json, to_value};
use std::collections::BTreeMap;

#[derive(Clone)]
enum Color {
    Red,
    Other(String),
}

wire_enum! {
    Color {
        Red: "red",
    }
}

#[derive(Clone, Default)]
struct Change {
    name: Nullable<String>,
    size: Nullable<i64>,
    tags: Nullable<Vec<String>>,
    limits: Nullable<BTreeMap<String, Option<i64>>>,
    color: Nullable<Color>,
    parent: Nullable<Box<Change>>,
}

wire_object! {
    Change {
        name: "name",
        size: "size",
        tags: "tags",
        limits: "limits",
        color: "color",
        parent: "parent",
    }
}

fn name(name: impl Into<Nullable<String>>) -> Nullable<String> {
    name.into()
}

fn size(size: impl Into<Nullable<i64>>) -> Nullable<i64> {
    size.into()
}

#[test]
fn absent_null_and_value_stay_what_they_are() {
    let cases = [
        json!({}),
        json!({ "name": null }),
        json!({ "name": "Gary", "size": null }),
        json!({ "size": 3, "tags": null, "limits": null, "color": null, "parent": null }),
        json!({ "tags": [], "limits": { "a": 1, "b": null }, "color": "red", "parent": { "name": null } }),
        json!({ "color": "blue", "parent": { "parent": { "parent": null } } }),
    ];
    for case in cases {
        let change: Change = from_value(case.clone()).unwrap();
        assert_eq!(to_value(&change).unwrap(), case);
    }
}

#[test]
fn of_duplicate_keys_the_last_counts() {
    let change: Change =
        serde_json::from_str(r#"{ "name": "Gary", "name": null, "size": null, "size": 1 }"#)
            .unwrap();
    assert_eq!(change.name, Nullable::Null);
    assert_eq!(change.size, Nullable::Value(1));
}

#[test]
fn values_are_set_as_they_are() {
    assert_eq!(name("Gary"), Nullable::Value("Gary".to_owned()));
    assert_eq!(name("Gary".to_owned()), Nullable::Value("Gary".to_owned()));
    assert_eq!(name(Nullable::Null), Nullable::Null);
    assert_eq!(name(Nullable::Absent), Nullable::default());
    assert_eq!(size(3), Nullable::Value(3));
    assert_eq!(size(Nullable::Null), Nullable::Null);
}

#[test]
fn values_are_reached() {
    let value = name("Gary");
    assert!(!value.is_null() && !value.is_absent());
    assert_eq!(value.value().map(String::as_str), Some("Gary"));
    assert_eq!(value.clone().map(|name| name.len()), Nullable::Value(4));
    assert_eq!(value.into_value().as_deref(), Some("Gary"));
    assert!(name(Nullable::Null).is_null());
    assert!(size(Nullable::Absent).is_absent());
    assert_eq!(size(Nullable::Null).value(), None);
    assert_eq!(size(Nullable::Null).map(|size| size + 1), Nullable::Null);
    assert_eq!(size(Nullable::Absent).into_value(), None);
}

#[test]
fn a_value_of_another_type_is_an_error() {
    let error = from_value::<Change>(json!({ "size": "three" })).unwrap_err();
    assert!(error.to_string().contains("string"), "{error}");
}

#[test]
fn alone_an_absent_value_is_a_null() {
    assert_eq!(to_value(Nullable::<i64>::Absent).unwrap(), Value::Null);
    assert_eq!(to_value(Nullable::Value(1_i64)).unwrap(), json!(1));
    assert_eq!(
        from_value::<Nullable<i64>>(Value::Null).unwrap(),
        Nullable::Null
    );
}

#[test]
fn what_converts_into_a_type_converts_into_one_that_may_be_null() {
    fn taken<T>(value: impl Into<Nullable<T>>) -> Nullable<T> {
        value.into()
    }
    assert_eq!(taken::<Color>("red"), Nullable::Value(Color::Red));
    assert_eq!(
        taken::<Color>("red".to_owned()),
        Nullable::Value(Color::Red)
    );
    assert_eq!(
        taken::<Date>("2024-02-29"),
        Nullable::Value("2024-02-29".into())
    );
    let tags = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(
        taken::<Vec<String>>(["a", "b"]),
        Nullable::Value(tags.clone())
    );
    assert_eq!(taken::<Vec<String>>(tags.clone()), Nullable::Value(tags));
}
