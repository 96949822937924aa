//! Unions inside of other types, and of each other.

use super::{Card, Payment, Pet, assert_round_trip, cat, dog, read, write};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::union::wire_union;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Clone, Default)]
struct Holder {
    list: Option<Vec<Pet>>,
    map: Option<BTreeMap<String, Payment>>,
    nullable: Option<Pet>,
    boxed: Option<Box<Payment>>,
    optional_items: Option<Vec<Option<Pet>>>,
}

wire_object! {
    Holder {
        list: "list",
        map: "map",
        nullable: "nullable" nullable,
        boxed: "boxed",
        optional_items: "optionalItems",
    }
}

#[derive(Clone)]
struct Owner {
    pet: Pet,
}

wire_object! { Owner { pet: "pet" } }

#[test]
fn unions_inside_others() {
    let json = concat!(
        r#"{"list":[{"petType":"cat"},{"petType":"lizard"},7],"#,
        r#""map":{"a":1,"b":{"x":null},"c":[]},"nullable":{"petType":"dog"},"#,
        r#""boxed":true,"optionalItems":[null,{"petType":"cat"}]}"#
    );
    let holder = Holder {
        list: Some(vec![
            cat("cat", None),
            Pet::Other(json!({"petType": "lizard"})),
            Pet::Other(json!(7)),
        ]),
        map: Some(BTreeMap::from([
            ("a".to_owned(), Payment::Count(1)),
            ("b".to_owned(), Payment::Other(json!({"x": null}))),
            ("c".to_owned(), Payment::Parts(vec![])),
        ])),
        nullable: Some(dog(None)),
        boxed: Some(Box::new(Payment::Paid(true))),
        optional_items: Some(vec![None, Some(cat("cat", None))]),
    };
    assert_round_trip(json, &holder);
}

#[test]
fn a_null_union_is_absent_or_kept() {
    let nulls = r#"{"list":null,"map":null,"nullable":null,"boxed":null,"optionalItems":null}"#;
    assert_eq!(read::<Holder>(nulls).unwrap(), Holder::default());
    assert_eq!(write(&Holder::default()), r#"{"nullable":null}"#);
    assert_eq!(read::<Option<Pet>>("null").unwrap(), None);
    assert_eq!(write(&None::<Pet>), "null");
    assert_eq!(
        read::<Vec<Pet>>(r#"[null,{"petType":"cat"},null]"#).unwrap(),
        [cat("cat", None)]
    );
    assert_eq!(
        read::<Vec<Option<Pet>>>("[null]").unwrap(),
        [None],
        "where items may be null they stay"
    );
    assert_eq!(
        read::<BTreeMap<String, Payment>>(r#"{"a":null,"b":1,"b":null}"#).unwrap(),
        BTreeMap::new()
    );
    let error = read::<Owner>("{}").unwrap_err().to_string();
    assert!(error.starts_with("missing field `pet`"), "{error}");
    assert_eq!(
        write(&read::<Owner>(r#"{"pet":null}"#).unwrap()),
        r#"{"pet":null}"#
    );
    assert_eq!(write(&Pet::Other(Value::Null)), "null");
}

#[test]
fn plain_containers() {
    assert_round_trip(
        r#"[{"petType":"cat"},{"a":[null]}]"#,
        &vec![cat("cat", None), Pet::Other(json!({"a": [null]}))],
    );
    let map = BTreeMap::from([("k".to_owned(), Some(dog(None))), ("l".to_owned(), None)]);
    let json = r#"{"k":{"petType":"dog"},"l":null}"#;
    assert_eq!(read::<BTreeMap<String, Option<Pet>>>(json).unwrap(), map);
    assert_eq!(write(&map), json);
    let boxed = Box::new(cat("cat", None));
    assert_round_trip(r#"{"petType":"cat"}"#, &boxed);
    assert_round_trip("1", &Some(Payment::Count(1)));
}

#[test]
fn deep_nesting() {
    let depth = 100;
    let json = format!(
        r#"{}{{"petType":"cat"}}{}"#,
        r#"{"petType":"dog","friend":"#.repeat(depth),
        "}".repeat(depth)
    );
    let pet = (0..depth).fold(cat("cat", None), |friend, _| dog(Some(friend)));
    assert_round_trip(&json, &pet);
    let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(write(&read::<Payment>(&lists).unwrap()), lists);
}

#[test]
fn endless_nesting_is_an_error() {
    let dogs = r#"{"petType":"dog","friend":"#.repeat(20_000);
    assert!(read::<Pet>(&dogs).is_err());
    assert!(read::<Payment>(&"[".repeat(20_000)).is_err());
}

/// Types whose names the tables use too. Those of the prelude are not among them: no model has such a name.
mod names {
    use blank_sdk::runtime::object::wire_object;
    use blank_sdk::runtime::union::wire_union;

    pub struct Value {
        pub some: Option<bool>,
    }

    wire_object! { Value { some: "some" } }

    #[derive(Debug, PartialEq)]
    pub enum Serialize {
        Ok(Value),
        Err(String),
        Other(serde_json::Value),
    }

    wire_union! { Serialize { Ok: object "some", Err: string } }

    #[derive(Debug, PartialEq)]
    pub enum Serializer {
        Some(Value),
        None(Box<Serialize>),
        Other(serde_json::Value),
    }

    wire_union! { Serializer by "some" { Some: "a", None: "b" } }

    #[derive(Debug, PartialEq)]
    pub enum Wire {
        String(Kind),
        Other(serde_json::Value),
    }

    wire_union! { Wire { String: number } }

    pub type Kind = i64;
}

#[test]
fn names_that_the_tables_use() {
    let ok = names::Serialize::Ok(names::Value { some: Some(true) });
    assert_round_trip(r#"{"some":true}"#, &ok);
    assert_round_trip(r#""e""#, &names::Serialize::Err("e".to_owned()));
    assert_round_trip(
        r#"{"some":"a"}"#,
        &names::Serializer::Other(json!({"some": "a"})),
    );
    // What the inner union does not recognize is unknown to the outer one, too.
    assert_round_trip(
        r#"{"some":"b"}"#,
        &names::Serializer::Other(json!({"some": "b"})),
    );
    assert_round_trip("1", &names::Wire::String(1));
}

#[derive(Clone, Debug, PartialEq)]
enum Belonging {
    Pet(Pet),
    Either(Card),
    Other(Value),
}

wire_union! {
    Belonging {
        Pet: union,
        Either: object "number" "expires",
    }
}

#[test]
fn a_variant_may_be_a_union() {
    let cat = json!({ "petType": "cat", "lives": 7 });
    let value: Belonging = serde_json::from_value(cat.clone()).unwrap();
    assert!(matches!(value, Belonging::Pet(Pet::Cat(_))), "{value:?}");
    assert_eq!(json!(value), cat);

    let card = json!({ "number": "1", "expires": "2030" });
    let value: Belonging = serde_json::from_value(card.clone()).unwrap();
    assert!(matches!(value, Belonging::Either(_)), "{value:?}");
    assert_eq!(json!(value), card);

    // What the nested union does not recognize is unknown here, too.
    for unknown in [json!(1), json!("text"), json!({ "petType": "lizard" })] {
        let value: Belonging = serde_json::from_value(unknown.clone()).unwrap();
        assert_eq!(value, Belonging::Other(unknown));
    }
}
