//! Objects that are read and written by their tables.

mod names;
mod variants;

use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::timestamp::Timestamp;
use blank_sdk::runtime::wire::Wire;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[derive(Clone, Default)]
struct Group {
    id: Option<String>,
    #[deprecated]
    member_count: Option<i64>,
    tags: Option<Vec<String>>,
    created_at: Option<Timestamp>,
    parent: Option<Box<Group>>,
    r#type: Option<String>,
    map: Option<Map<String, Value>>,
}

wire_object! {
    #[allow(deprecated)]
    Group {
        id: "id",
        member_count: "member_count",
        tags: "tags",
        created_at: "created-at",
        parent: "parent",
        r#type: "type",
        map: "rownd:map",
    }
}

#[derive(Clone)]
struct Strict {
    id: String,
    parent: Option<String>,
    any: Value,
}

wire_object! {
    Strict {
        id: "id",
        parent: "parent" nullable,
        any: "any",
    }
}

#[derive(Clone, Default)]
struct Open {
    key: Option<String>,
    fields: Option<i64>,
    additional_properties: Map<String, Value>,
}

wire_object! {
    Open {
        key: "key",
        fields: "fields",
        ..additional_properties
    }
}

#[derive(Clone, Default)]
struct Tally {
    total: Option<i64>,
    rest: BTreeMap<String, i64>,
}

wire_object! { Tally { total: "total", ..rest } }

/// More fields than one tuple holds.
#[derive(Clone)]
struct Wide {
    a: Option<i64>,
    b: Option<i64>,
    c: Option<i64>,
    d: Option<i64>,
    e: Option<i64>,
    f: Option<i64>,
    g: Option<i64>,
    h: Option<i64>,
    i: Option<i64>,
    j: String,
    k: Option<i64>,
    l: Option<i64>,
    m: Option<i64>,
    n: Option<i64>,
    o: Option<i64>,
    p: Option<i64>,
    q: Option<i64>,
}

wire_object! {
    Wide {
        a: "a",
        b: "b",
        c: "c",
        d: "d",
        e: "e",
        f: "f",
        g: "g",
        h: "h",
        i: "i",
        j: "j",
        k: "k",
        l: "l",
        m: "m" nullable,
        n: "n",
        o: "o",
        p: "p",
        q: "q" nullable,
    }
}

fn read<T: DeserializeOwned>(json: &str) -> serde_json::Result<T> {
    serde_json::from_str(json)
}

fn write(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn fields_have_their_wire_names() {
    let json = concat!(
        r#"{"id":"g","member_count":3,"tags":["a"],"created-at":"2023","parent":{"id":"p"},"#,
        r#""type":"t","rownd:map":{"a":null}}"#
    );
    let group: Group = read(json).unwrap();
    assert_eq!(group.parent.as_ref().unwrap().id.as_deref(), Some("p"));
    #[allow(deprecated)]
    let count = group.member_count;
    assert_eq!(count, Some(3));
    assert_eq!(write(&group), json);
}

#[test]
fn absent_and_null_are_none_and_empty_is_not() {
    assert_eq!(read::<Group>("{}").unwrap(), Group::default());
    let nulls = r#"{"id":null,"member_count":null,"tags":null,"created-at":null,"parent":null,"rownd:map":null}"#;
    assert_eq!(read::<Group>(nulls).unwrap(), Group::default());
    assert_eq!(write(&Group::default()), "{}");
    let empty = r#"{"tags":[],"parent":{},"rownd:map":{}}"#;
    assert_eq!(write(&read::<Group>(empty).unwrap()), empty);
}

#[test]
fn unknown_keys_are_skipped() {
    let group: Group = read(r#"{"x":[{"id":1}],"id":"g","":null,"y":1.5}"#).unwrap();
    assert_eq!(group.id.as_deref(), Some("g"));
}

#[test]
fn of_duplicate_keys_the_last_counts() {
    let group: Group = read(r#"{"id":"a","id":"b","tags":["x"],"tags":null}"#).unwrap();
    assert_eq!(group.id.as_deref(), Some("b"));
    assert_eq!(group.tags, None);
    assert!(read::<Strict>(r#"{"id":"a","any":1,"id":null}"#).is_err());
}

#[test]
fn keys_may_be_escaped() {
    let group: Group = read(r#"{"\u0069d":"g"}"#).unwrap();
    assert_eq!(group.id.as_deref(), Some("g"));
}

#[test]
fn required_fields_are_required() {
    let strict: Strict = read(r#"{"id":"a","any":null}"#).unwrap();
    assert_eq!(strict.any, Value::Null);
    assert_eq!(write(&strict), r#"{"id":"a","parent":null,"any":null}"#);
    let missing = read::<Strict>(r#"{"any":1}"#).unwrap_err().to_string();
    assert!(missing.starts_with("missing field `id`"), "{missing}");
    let null = read::<Strict>(r#"{"id":null,"any":1}"#).unwrap_err();
    let null = null.to_string();
    assert!(null.starts_with("invalid type: null"), "{null}");
    assert!(read::<Strict>(r#"{"id":"a"}"#).is_err());
}

#[test]
fn additional_properties_are_kept() {
    let json = r#"{"key":"k","a":1,"rownd:b":{"c":null},"n":null}"#;
    let open: Open = read(json).unwrap();
    assert_eq!(open.key.as_deref(), Some("k"));
    assert_eq!(
        Value::from(open.additional_properties.clone()),
        json!({"a": 1, "n": null, "rownd:b": {"c": null}})
    );
    assert_eq!(read::<Open>(&write(&open)).unwrap(), open);
}

#[test]
fn no_key_is_written_twice() {
    let mut open = Open {
        key: Some("named".to_owned()),
        ..Open::default()
    };
    open.additional_properties
        .insert("key".to_owned(), json!("additional"));
    open.additional_properties
        .insert("fields".to_owned(), json!("additional"));
    open.additional_properties
        .insert("other".to_owned(), json!(1));
    assert_eq!(write(&open), r#"{"key":"named","other":1}"#);
}

#[test]
fn typed_additional_properties() {
    let tally: Tally = read(r#"{"a":1.0,"b":null,"c":1,"c":null}"#).unwrap();
    assert_eq!(tally.rest, BTreeMap::from([("a".to_owned(), 1)]));
    assert_eq!(write(&tally), r#"{"a":1}"#);
}

#[test]
fn many_fields() {
    let wide: Wide = read(r#"{"q":17,"a":1,"h":8,"i":9,"j":"ten","p":16,"x":0}"#).unwrap();
    assert_eq!(
        (wide.a, wide.h, wide.i, wide.j.as_str()),
        (Some(1), Some(8), Some(9), "ten")
    );
    assert_eq!(
        (wide.b, wide.m, wide.p, wide.q),
        (None, None, Some(16), Some(17))
    );
    assert_eq!(
        write(&wide),
        r#"{"a":1,"h":8,"i":9,"j":"ten","m":null,"p":16,"q":17}"#
    );
    let error = read::<Wide>(r#"{"a":1}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("missing field `j`"),
        "{error}"
    );
}

#[test]
fn only_objects_are_objects() {
    for json in ["[]", "1", "\"a\"", "true", "null"] {
        let error = read::<Group>(json).unwrap_err().to_string();
        assert!(error.contains("expected an object"), "{json}: {error}");
    }
}

#[test]
fn a_null_in_a_map_or_a_list_is_absent() {
    let map = BTreeMap::<String, Group>::read(json!({"a": {"id": "a"}, "b": null})).unwrap();
    assert_eq!(map.len(), 1);
    let list = Vec::<Group>::read(json!([{"id": "a"}, null])).unwrap();
    assert_eq!(list.len(), 1);
    let list = Vec::<Option<Group>>::read(json!([{"id": "a"}, null])).unwrap();
    assert_eq!((list.len(), &list[1]), (2, &None));
}

#[test]
fn other_sources_than_text() {
    let value = json!({"id": "g", "member_count": 3.0, "parent": {"id": "p"}, "x": [1]});
    let from_value: Group = serde_json::from_value(value.clone()).unwrap();
    let from_reader: Group = serde_json::from_reader(value.to_string().as_bytes()).unwrap();
    assert_eq!(from_value, from_reader);
    assert_eq!(
        serde_json::to_value(&from_value).unwrap()["member_count"],
        3
    );
}

#[test]
fn deep_recursion_is_an_error() {
    let deep = format!("{}null{}", r#"{"parent":"#.repeat(5_000), "}".repeat(5_000));
    assert!(read::<Group>(&deep).is_err());
}

#[test]
fn objects_are_equal_if_their_json_is() {
    let group: Group = read(r#"{"id":"g","rownd:map":{"a":1,"b":null}}"#).unwrap();
    assert_eq!(group, group.clone());
    let same: Group = read(r#"{"rownd:map":{"b":null,"a":1},"unknown":2,"id":"g"}"#).unwrap();
    assert_eq!(group, same);
    let other: Group = read(r#"{"id":"g","rownd:map":{"a":1}}"#).unwrap();
    assert_ne!(group, other, "a null in free-form JSON is a value");
    let strict = |text| read::<Strict>(text).unwrap();
    assert_ne!(
        strict(r#"{"id":"a","any":1}"#),
        strict(r#"{"id":"b","any":1}"#)
    );
}

#[test]
fn debug_shows_the_json() {
    let group = Group {
        id: Some("g".to_owned()),
        tags: Some(vec!["a\nb".to_owned()]),
        ..Group::default()
    };
    assert_eq!(format!("{group:?}"), r#"Group {"id":"g","tags":["a\nb"]}"#);
    let pretty = "[\n    Group {\n      \"id\": \"g\",\n      \"tags\": [\n        \"a\\nb\"\n      ]\n    },\n]";
    assert_eq!(format!("{:#?}", [group]), pretty);
}
