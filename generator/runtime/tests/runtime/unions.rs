//! Unions that are read and written by their tables.

use sdkwright_runtime::runtime::object::wire_object;
use sdkwright_runtime::runtime::open_enum::wire_enum;
use sdkwright_runtime::runtime::union::wire_union;
use sdkwright_runtime::runtime::wire::Wire;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[derive(Clone, PartialEq)]
struct Cat {
    pet_type: String,
    lives: Option<i64>,
}

wire_object! { Cat { pet_type: "petType", lives: "lives" } }

#[derive(Clone, PartialEq)]
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

#[derive(Clone, PartialEq)]
struct Card {
    number: String,
    expires: String,
}

wire_object! { Card { number: "number", expires: "expires" } }

#[derive(Clone, PartialEq)]
struct Voucher {
    number: String,
}

wire_object! { Voucher { number: "number" } }

#[derive(Clone, PartialEq)]
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

#[derive(Clone, Default, PartialEq)]
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

#[derive(Clone, PartialEq)]
struct Owner {
    pet: Pet,
}

wire_object! { Owner { pet: "pet" } }

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
fn shapes() {
    assert_round_trip(r#""small""#, &Payment::Size(Size::Small));
    assert_round_trip(r#""""#, &Payment::Size(Size::Other(String::new())));
    assert_round_trip("3", &Payment::Count(3));
    assert_round_trip("-9223372036854775808", &Payment::Count(i64::MIN));
    assert_eq!(read::<Payment>("3.0").unwrap(), Payment::Count(3));
    assert_round_trip("true", &Payment::Paid(true));
    assert_round_trip("false", &Payment::Paid(false));
    assert_round_trip("[]", &Payment::Parts(vec![]));
    assert_round_trip(
        r#"[1,"x",[true],{"number":"n"},{"a":1}]"#,
        &Payment::Parts(vec![
            Payment::Count(1),
            Payment::Size(Size::Other("x".to_owned())),
            Payment::Parts(vec![Payment::Paid(true)]),
            Payment::Voucher(Voucher {
                number: "n".to_owned(),
            }),
            Payment::Other(json!({"a": 1})),
        ]),
    );
}

#[test]
fn objects_are_distinguished_by_their_required_keys() {
    let voucher = Payment::Voucher(Voucher {
        number: "n".to_owned(),
    });
    let card = Payment::Card(Box::new(Card {
        number: "n".to_owned(),
        expires: "e".to_owned(),
    }));
    let account = |owner: Option<&str>| {
        Payment::Account(Account {
            iban: "i".to_owned(),
            owner: owner.map(str::to_owned),
        })
    };
    assert_round_trip(r#"{"number":"n"}"#, &voucher);
    assert_round_trip(r#"{"number":"n","expires":"e"}"#, &card);
    assert_round_trip(r#"{"iban":"i","owner":"o"}"#, &account(Some("o")));
    // A key with a null value is present.
    assert_round_trip(r#"{"iban":"i","owner":null}"#, &account(None));
    assert_eq!(
        read::<Payment>(r#"{"x":1,"expires":"e","number":"n"}"#).unwrap(),
        card
    );
    // Where the type of the first row cannot read the value, the next one is tried.
    assert_eq!(
        read::<Payment>(r#"{"expires":1,"number":"n"}"#).unwrap(),
        voucher
    );
    // What no single type can keep remains JSON.
    let both = json!({"number": "n", "expires": "e", "iban": "i", "owner": "o"});
    assert_eq!(
        read::<Payment>(&both.to_string()).unwrap(),
        Payment::Other(both)
    );
}

#[test]
fn shapes_without_a_variant_are_kept_as_json() {
    for json in [
        "null",
        "{}",
        r#"{"iban":"i"}"#,
        r#"{"expires":"e"}"#,
        r#"{"number":1}"#,
        r#"{"number":null}"#,
        "1.5",
        "9223372036854775808",
        "1e300",
    ] {
        let value: Value = serde_json::from_str(json).unwrap();
        let payment: Payment = read(json).unwrap();
        assert_eq!(payment, Payment::Other(value.clone()), "{json}");
        assert_round_trip(&value.to_string(), &payment);
    }
}

#[test]
fn kinds_without_a_row_are_kept_as_json() {
    assert_round_trip("{}", &Anything::Map(Map::new()));
    let map = json!({"a": null, "b": [1]});
    assert_round_trip(
        r#"{"a":null,"b":[1]}"#,
        &Anything::Map(map.as_object().unwrap().clone()),
    );
    assert_round_trip("0.1", &Anything::Ratio(0.1));
    assert_eq!(read::<Anything>("2").unwrap(), Anything::Ratio(2.0));
    for json in [r#""x""#, "true", "[1]", "null"] {
        let value = serde_json::from_str(json).unwrap();
        assert_round_trip(json, &Anything::Other(value));
    }
    let vast = read::<Anything>("1e300").unwrap();
    assert_eq!(vast, Anything::Other(json!(1e300)));
}

#[test]
fn text_that_is_not_json_is_an_error() {
    for json in ["", "{", r#"{"petType":"cat""#, "cat", "[1,]"] {
        assert!(read::<Pet>(json).is_err(), "{json}");
        assert!(read::<Payment>(json).is_err(), "{json}");
    }
}

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

/// Types whose names are those of the standard library and of the runtime, as documents have them.
mod names {
    use sdkwright_runtime::runtime::object::wire_object;
    use sdkwright_runtime::runtime::union::wire_union;

    #[derive(PartialEq)]
    pub struct Value {
        pub some: std::option::Option<bool>,
    }

    wire_object! { Value { some: "some" } }

    #[derive(Debug, PartialEq)]
    pub enum Result {
        Ok(Value),
        Err(std::string::String),
        Other(serde_json::Value),
    }

    wire_union! { Result { Ok: object "some", Err: string } }

    #[derive(Debug, PartialEq)]
    pub enum Option {
        Some(Value),
        None(Box<Result>),
        Other(serde_json::Value),
    }

    wire_union! { Option by "some" { Some: "a", None: "b" } }

    #[derive(Debug, PartialEq)]
    pub enum Wire {
        String(String),
        Other(serde_json::Value),
    }

    wire_union! { Wire { String: number } }

    pub type String = i64;
}

#[test]
fn names_of_the_standard_library() {
    let ok = names::Result::Ok(names::Value { some: Some(true) });
    assert_round_trip(r#"{"some":true}"#, &ok);
    assert_round_trip(r#""e""#, &names::Result::Err("e".to_owned()));
    assert_round_trip(
        r#"{"some":"a"}"#,
        &names::Option::Other(json!({"some": "a"})),
    );
    // What the inner union does not recognize is unknown to the outer one, too.
    assert_round_trip(
        r#"{"some":"b"}"#,
        &names::Option::Other(json!({"some": "b"})),
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

mod alike {
    use super::*;

    #[derive(Clone, PartialEq)]
    pub struct Wait {
        pub id: i64,
        pub minutes: Option<i64>,
    }

    wire_object! { Wait { id: "id", minutes: "minutes" } }

    #[derive(Clone, PartialEq)]
    pub struct Review {
        pub id: i64,
        pub reviewers: Option<Vec<String>>,
        pub note: Option<String>,
    }

    wire_object! { Review { id: "id", reviewers: "reviewers", note: "note" } }

    #[derive(Clone, Debug, PartialEq)]
    pub enum Rule {
        Wait(Wait),
        Review(Box<Review>),
        Other(Value),
    }

    wire_union! { Rule { Wait: object "id", Review: object "id" } }
}

#[test]
fn of_objects_with_equally_many_required_keys_the_one_that_knows_most_keys_is_chosen() {
    for json in [
        r#"{"id":1,"minutes":30}"#,
        r#"{"id":1,"reviewers":["a"]}"#,
        r#"{"id":1,"note":"n"}"#,
    ] {
        let rule: alike::Rule = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
    }
    let rule: alike::Rule = serde_json::from_str(r#"{"id":1}"#).unwrap();
    assert!(matches!(rule, alike::Rule::Wait(_)));
}

mod constants {
    use super::*;

    #[derive(Clone, PartialEq)]
    pub struct Button {
        pub kind: Option<i64>,
        pub label: Option<String>,
    }

    wire_object! { Button { kind: "kind", label: "label" } }

    #[derive(Clone, PartialEq)]
    pub struct Envelope {
        pub is_deleted: Option<bool>,
        pub data: Option<Value>,
    }

    wire_object! { Envelope { is_deleted: "is/deleted*", data: "data" } }

    #[derive(Clone, Debug, PartialEq)]
    pub enum Component {
        Primary(Button),
        Secondary(Button),
        Envelope(Envelope),
        Deleted(Envelope),
        List(Vec<Button>),
        Integer(i64),
        Number(f64),
        Other(Value),
    }

    wire_union! {
        Component {
            Primary: object "kind" where "kind" = 1 and "label" = "a" | "b",
            Secondary: object "kind" where "kind" = 1 | 2,
            Deleted: object where "is~1deleted~2" = true and "data/*/kind" = "x",
            Envelope: object "data",
            List: array where "*/kind" = 3,
            Integer: integer,
            Number: number,
        }
    }
}

#[test]
fn all_constants_of_a_row_must_hold() {
    use constants::{Button, Component, Envelope};
    let button = |kind, label: &str| Button {
        kind: Some(kind),
        label: Some(label.to_owned()),
    };
    let envelope = |is_deleted, data| Envelope {
        is_deleted,
        data: Some(data),
    };
    assert_round_trip(
        r#"{"kind":1,"label":"b"}"#,
        &Component::Primary(button(1, "b")),
    );
    assert_round_trip(
        r#"{"kind":1,"label":"c"}"#,
        &Component::Secondary(button(1, "c")),
    );
    assert_eq!(
        read::<Component>(r#"{"kind":2.0}"#).unwrap(),
        Component::Secondary(Button {
            kind: Some(2),
            label: None
        })
    );
    assert_round_trip(
        r#"{"is/deleted*":true,"data":[{"kind":"x"},{}]}"#,
        &Component::Deleted(envelope(Some(true), json!([{"kind": "x"}, {}]))),
    );
    assert_round_trip(
        r#"{"is/deleted*":true,"data":[{"kind":"x"},{"kind":"y"}]}"#,
        &Component::Envelope(envelope(Some(true), json!([{"kind": "x"}, {"kind": "y"}]))),
    );
    assert_round_trip(
        r#"[{"kind":3,"label":"l"}]"#,
        &Component::List(vec![button(3, "l")]),
    );
    for json in [r#"[{"kind":4}]"#, r#"{"is/deleted*":false,"kind":3}"#] {
        let value = serde_json::from_str(json).unwrap();
        assert_round_trip(json, &Component::Other(value));
    }
}

#[test]
fn integers_and_numbers_keep_their_digits() {
    use constants::Component::{Integer, Number};
    assert_round_trip("9007199254740993", &Integer(9_007_199_254_740_993));
    assert_round_trip("-1", &Integer(-1));
    assert_round_trip("0.1", &Number(0.1));
}

#[derive(Clone, PartialEq)]
struct Circle {
    radius: f64,
    rest: Map<String, Value>,
}

wire_object! { Circle { radius: "radius", ..rest } }

#[derive(Clone, PartialEq)]
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
