use std::sync::{Arc, Mutex};

use sdk::models::{Holder as Model, *};
use sdk::{Client, NoCredentials};
use serde_json::{Value, json};

use crate::support::{Server, block_on};

/// What the server sends, as it was read; written again, it is equal.
fn read(property: &str, value: &Value) -> Model {
    let json = json!({ property: value });
    let server = Server::with(200, "application/json", json.to_string());
    let client = Client::builder(NoCredentials).transport(server).build().unwrap();
    let model = block_on(client.put_holder(Model::new()).send()).unwrap();
    assert_eq!(serde_json::to_value(&model).unwrap(), json);
    model
}

/// The body of a request.
fn sent(model: Model) -> Value {
    let server = Server::with(200, "application/json", "{}");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    block_on(client.put_holder(model).send()).unwrap();
    server.json()
}

macro_rules! assert_read {
    ($property:ident: $value:tt is $pattern:pat) => {
        let model = read(stringify!($property), &json!($value));
        assert!(matches!(model.$property, Some($pattern)), "{:?}", model.$property);
    };
}

#[test]
fn a_tag_decides_whatever_its_type() {
    assert_read!(shape: {"kind": "square", "side": 2} is HolderShape::Square(_));
    assert_read!(shape: {"kind": "cube", "side": 2} is HolderShape::Other(_));
    assert_read!(level: {"rank": 2, "text": "t"} is HolderLevel::Two(_));
    assert_read!(level: {"rank": 3} is HolderLevel::Other(_));
    assert_read!(reply: {"ok": false, "data": "d"} is HolderReply::No(_));
    assert_read!(reply: {"ok": true} is HolderReply::Yes(_));
    let level = HolderLevel::from(Two::new());
    assert_eq!(sent(Model::new().level(level)), json!({"level": {"rank": 2}}));
}

#[test]
fn tags_that_members_do_not_declare_are_kept_and_sent() {
    assert_read!(coin: {"form": "metal", "value": 1} is HolderCoin::Metal(_));
    assert_read!(coin: {"form": "token", "value": 1} is HolderCoin::Token(_));
    assert_read!(coin: {"form": "paper", "value": 1} is HolderCoin::Paper(_));
    assert_read!(coin: {"form": "plastic", "value": 1} is HolderCoin::Other(_));
    let coin = HolderCoin::Token(Box::new(Coin::new(3)));
    assert_eq!(sent(Model::new().coin(coin)), json!({"coin": {"form": "token", "value": 3}}));
}

#[test]
fn all_constants_count_together_and_at_any_depth() {
    assert_read!(owner: "id" is HolderOwner::Text(_));
    assert_read!(owner: {"id": "1", "object": "user", "mail": "m"} is HolderOwner::User(_));
    assert_read!(owner: {"id": "1", "object": "user", "gone": true} is HolderOwner::GoneUser(_));
    assert_read!(owner: {"id": "1", "object": "group"} is HolderOwner::Other(_));
    assert_read!(letter: {"state": {"name": "opened"}, "by": "b"} is HolderLetter::Opened(_));
    assert_read!(letter: {"state": {"name": "burnt"}} is HolderLetter::Other(_));
    assert_read!(mode: 0 is HolderMode::Integer(0));
    assert_read!(mode: 1 is HolderMode::Other(_));
    assert_read!(mode: false is HolderMode::Other(_));
    assert_read!(mode: "auto" is HolderMode::Text(_));
}

#[test]
fn lists_and_maps_of_different_items_are_typed() {
    assert_read!(stack: [{"rank": 2}, {"rank": 2, "text": "t"}] is HolderStack::TwoList(_));
    assert_read!(stack: ["a"] is HolderStack::TextList(_));
    assert_read!(stack: [{"rank": 1}, {"rank": 2}] is HolderStack::Other(_));
    assert_read!(counts: {"a": 1} is HolderCounts::IntegerMap(_));
    assert_read!(counts: {"a": "b"} is HolderCounts::TextMap(_));
}

#[test]
fn a_value_that_fits_several_members_loses_nothing() {
    assert_read!(who: {"name": "n", "age": 3} is HolderWho::Person(_));
    assert_read!(who: {"badge": "b", "boss": "x"} is HolderWho::Employee(_));
    assert_read!(who: {"name": "n", "badge": "b", "boss": "x"} is HolderWho::Other(_));
    // The age cannot be read, so the value is of the other type.
    assert_eq!(
        serde_json::from_value::<HolderWho>(json!({"name": "n", "age": "old", "badge": "b"})).unwrap(),
        HolderWho::Employee(Box::new(Employee::new("b"))),
    );
}

#[test]
fn no_digit_of_a_number_is_lost() {
    assert_read!(size: 9_007_199_254_740_993_i64 is HolderSize::Integer(9_007_199_254_740_993));
    assert_read!(size: 0.5 is HolderSize::Number(_));
    assert_eq!(sent(Model::new().size(HolderSize::Integer(i64::MAX))).to_string(), r#"{"size":9223372036854775807}"#);
}

/// What is reported of a response that the document does not describe.
fn drifts(json: &Value) -> Vec<String> {
    let drifts = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&drifts);
    let server = Server::with(200, "application/json", json.to_string());
    let builder = Client::builder(NoCredentials).transport(server);
    let builder = builder.on_drift(move |drift| record.lock().unwrap().push(drift.to_string()));
    let client = builder.build().unwrap();
    block_on(client.put_holder(Model::new()).send()).unwrap();
    drifts.lock().unwrap().clone()
}

#[test]
fn values_of_a_variant_are_no_drift() {
    let json = json!({
        "shape": {"kind": "square", "side": 2},
        "level": {"rank": 2, "text": "t"},
        "coin": {"form": "token", "value": 1},
        "owner": {"id": "1", "object": "user", "gone": true},
        "stack": [{"rank": 2}, {"rank": 2, "text": "t"}],
        "who": {"badge": "b", "boss": "x"},
        "size": 0.5,
        "counts": {"a": "b"},
    });
    assert_eq!(drifts(&json), [""; 0]);
    // It matches both.
    assert_eq!(drifts(&json!({"who": {"name": "n", "badge": "b", "boss": "x"}})), [""; 0]);
}

#[test]
fn drift_is_reported_with_its_place_and_without_its_value() {
    let drift = |what: &str| format!("PUT /holder: unknown {what}");
    assert_eq!(drifts(&json!({"coin": {"form": "zzz", "value": 1}})), [drift("union value at `$.coin`")]);
    let json = json!({"coin": {"form": "token", "value": 1, "mint": "zzz"}, "new": "zzz"});
    assert_eq!(drifts(&json), [drift("property at `$.coin.mint`"), drift("property at `$.new`")]);
}
