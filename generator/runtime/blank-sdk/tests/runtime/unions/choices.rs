//! Which of several variants a value is read as.

use super::{Account, Anything, Card, Payment, Size, Voucher, assert_round_trip, read};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::union::wire_union;
use serde_json::{Map, Value, json};

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

mod alike {
    use super::*;

    #[derive(Clone)]
    pub struct Wait {
        pub id: i64,
        pub minutes: Option<i64>,
    }

    wire_object! { Wait { id: "id", minutes: "minutes" } }

    #[derive(Clone)]
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

    #[derive(Clone)]
    pub struct Button {
        pub kind: Option<i64>,
        pub label: Option<String>,
    }

    wire_object! { Button { kind: "kind", label: "label" } }

    #[derive(Clone)]
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
