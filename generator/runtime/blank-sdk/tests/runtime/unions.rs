//! Unions that are read and written by their tables.

mod choices;
mod nesting;

use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::open_enum::wire_enum;
use blank_sdk::runtime::union::wire_union;
use blank_sdk::runtime::wire::Wire;
use serde_json::{Map, Value, json};

#[derive(Clone)]
struct Cat {
    pet_type: String,
    lives: Option<i64>,
}

wire_object! { Cat { pet_type: "petType", lives: "lives" } }

#[derive(Clone)]
struct Dog {
    pet_type: String,
    friend: Option<Pet>,
}

wire_object! { Dog { pet_type: "petType", friend: "friend" } }

#[derive(Clone, Debug, PartialEq)]
enum Pet {
    Cat(Cat),
    Dog(Box<Dog>),
    Other(Value),
}

wire_union! {
    Pet by "petType" {
        Cat(Cat): "cat" | "kitten",
        Dog(Dog): "dog",
    }
}

#[derive(Clone)]
enum Size {
    Small,
    Other(String),
}

wire_enum! { Size { Small: "small" } }

#[derive(Clone)]
struct Card {
    number: String,
    expires: String,
}

wire_object! { Card { number: "number", expires: "expires" } }

#[derive(Clone)]
struct Voucher {
    number: String,
}

wire_object! { Voucher { number: "number" } }

#[derive(Clone)]
struct Account {
    iban: String,
    owner: Option<String>,
}

wire_object! { Account { iban: "iban", owner: "owner" nullable } }

#[derive(Clone, Debug, PartialEq)]
enum Payment {
    Size(Size),
    Count(i64),
    Paid(bool),
    Parts(Vec<Payment>),
    Voucher(Voucher),
    Card(Box<Card>),
    Account(Account),
    Other(Value),
}

wire_union! {
    Payment {
        Size(Size, &str): string,
        Count(i64): integer,
        Paid(bool): boolean,
        Parts: array,
        Voucher: object "number",
        Card: object "number" "expires",
        Account: object "iban" "owner",
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Anything {
    Map(Map<String, Value>),
    Ratio(f32),
    Other(Value),
}

wire_union! { Anything { Map: object, Ratio: number } }

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

/// Reads a text as a value and writes it back unchanged, both through serde's traits and through the runtime's own.
fn assert_round_trip<T: Wire + PartialEq + std::fmt::Debug>(json: &str, value: &T) {
    assert_eq!(read::<T>(json).unwrap(), *value, "{json}");
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), *value, "{json}");
    let tree: Value = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::from_value::<T>(tree).unwrap(), *value, "{json}");
    assert_eq!(write(value), json);
    assert_eq!(serde_json::to_string(value).unwrap(), json);
}

fn cat(pet_type: &str, lives: Option<i64>) -> Pet {
    Pet::Cat(Cat {
        pet_type: pet_type.to_owned(),
        lives,
    })
}

fn dog(friend: Option<Pet>) -> Pet {
    Pet::Dog(Box::new(Dog {
        pet_type: "dog".to_owned(),
        friend,
    }))
}

#[test]
fn known_tags() {
    assert_round_trip(r#"{"petType":"cat","lives":9}"#, &cat("cat", Some(9)));
    assert_round_trip(r#"{"petType":"kitten"}"#, &cat("kitten", None));
    assert_round_trip(r#"{"petType":"dog"}"#, &dog(None));
    assert_round_trip(
        r#"{"petType":"dog","friend":{"petType":"cat"}}"#,
        &dog(Some(cat("cat", None))),
    );
}

#[test]
fn the_tag_may_be_anywhere_in_the_object() {
    let pet: Pet = read(r#"{"unknown":[1],"lives":9,"petType":"cat"}"#).unwrap();
    assert_eq!(pet, cat("cat", Some(9)));
    let pet: Pet = read(r#"{"petType":"dog","petT\u0079pe":"cat"}"#).unwrap();
    assert_eq!(pet, cat("cat", None), "of duplicate keys the last counts");
}

#[test]
fn unknown_and_missing_tags_are_kept() {
    for json in [
        r#"{"lives":9,"petType":"lizard"}"#,
        r#"{"petType":"Cat"}"#,
        r#"{"petType":""}"#,
        r#"{"petType":null}"#,
        r#"{"petType":1}"#,
        r#"{"petType":["cat"]}"#,
        r#"{"pettype":"cat"}"#,
        r#"{"lives":9}"#,
        "{}",
        "[]",
        r#"["petType","cat"]"#,
        r#"[{"petType":"cat"}]"#,
        r#""cat""#,
        "1",
        "1.0",
        "-0.5",
        "18446744073709551615",
        "true",
        "null",
    ] {
        let value = serde_json::from_str(json).unwrap();
        assert_round_trip(json, &Pet::Other(value));
    }
}

#[test]
fn a_value_that_does_not_match_its_tag_is_kept_as_json() {
    for json in [
        r#"{"lives":"nine","petType":"cat"}"#,
        r#"{"lives":1.5,"petType":"kitten"}"#,
        r#"{"lives":9223372036854775808,"petType":"cat"}"#,
    ] {
        let value = serde_json::from_str(json).unwrap();
        assert_round_trip(json, &Pet::Other(value));
    }
    // A nested union decides for itself.
    assert_round_trip(
        r#"{"petType":"dog","friend":{"lives":"nine","petType":"cat"}}"#,
        &dog(Some(Pet::Other(json!({"lives": "nine", "petType": "cat"})))),
    );
}

#[test]
fn text_that_is_not_json_is_an_error() {
    for json in ["", "{", r#"{"petType":"cat""#, "cat", "[1,]"] {
        assert!(read::<Pet>(json).is_err(), "{json}");
        assert!(read::<Payment>(json).is_err(), "{json}");
    }
}

#[derive(Clone)]
struct Circle {
    radius: f64,
    rest: Map<String, Value>,
}

wire_object! { Circle { radius: "radius", ..rest } }

#[derive(Clone)]
struct Square {
    side: Option<i64>,
}

wire_object! { Square { side: "side" } }

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Circle(Box<Circle>),
    Square(Square),
    Other(Value),
}

wire_union! {
    Shape by "kind" {
        Circle: "circle" untagged,
        Square: 4 | 5 untagged,
    }
}

#[test]
fn a_type_without_a_field_for_its_tag_is_written_with_it() {
    let circle: Shape = read(r#"{"kind":"circle","radius":0.5}"#).unwrap();
    assert!(matches!(circle, Shape::Circle(_)));
    assert_eq!(write(&circle), r#"{"kind":"circle","radius":0.5}"#);
    let circle = Shape::Circle(Box::new(Circle {
        radius: 1.5,
        rest: Map::new(),
    }));
    assert_eq!(write(&circle), r#"{"kind":"circle","radius":1.5}"#);
    let square = Shape::Square(Square { side: Some(2) });
    assert_round_trip(r#"{"kind":4,"side":2}"#, &square);
    assert_eq!(
        read::<Shape>(r#"{"side":2}"#).unwrap(),
        Shape::Other(json!({"side": 2}))
    );
}

#[test]
fn values_convert_into_their_variants() {
    let dog = Dog {
        pet_type: "dog".to_owned(),
        friend: None,
    };
    assert_eq!(Pet::from(dog.clone()), Pet::Dog(Box::new(dog)));
    assert_eq!(Payment::from("small"), Payment::Size(Size::Small));
    assert_eq!(Payment::from(Size::Small), Payment::from("small"));
    assert_eq!(Payment::from(1), Payment::Count(1));
    assert_eq!(Payment::from(true), Payment::Paid(true));
}
