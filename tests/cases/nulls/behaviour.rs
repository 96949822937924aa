use sdk::models::{Shelf, Wish};
use sdk::{Client, Error, NoCredentials, Nullable};
use serde_json::{Value, json, to_value};

use crate::support::{Server, block_on};

fn shelf(change: impl FnOnce(&mut Value)) -> Result<Shelf, Error> {
    let book = json!({"title": "t"});
    let mut shelf = json!({"first": book, "last": book, "books": [book], "lent": [book], "label": "l"});
    change(&mut shelf);
    let server = Server::with(200, "application/json", shelf.to_string());
    let client = Client::builder(NoCredentials).transport(server).build().unwrap();
    block_on(client.get_shelf().send())
}

#[test]
fn nullable_beside_a_reference_is_meant() {
    let shelf = shelf(|shelf| {
        shelf["last"] = Value::Null;
        shelf["lent"] = json!([null, {"title": "t"}]);
    })
    .unwrap();
    assert_eq!(shelf.last, None);
    assert_eq!(to_value(&shelf.lent).unwrap(), json!([null, {"title": "t"}]));
}

#[test]
fn an_optional_property_is_none() {
    assert_eq!(shelf(|shelf| shelf["label"] = Value::Null).unwrap().label, None);
}

#[test]
fn a_null_that_is_not_allowed_is_reported_as_one() {
    let error = |change: fn(&mut Value)| shelf(change).unwrap_err().to_string();
    let required = error(|shelf| shelf["first"] = Value::Null);
    assert!(required.ends_with("at `first`: null, expected an object"), "{required}");
    let within = error(|shelf| shelf["first"]["title"] = Value::Null);
    assert!(within.ends_with("at `first.title`: null, expected a string"), "{within}");
}

#[test]
fn a_null_item_is_left_out() {
    let books = shelf(|shelf| shelf["books"] = json!([null, {"title": "t"}])).unwrap().books;
    assert_eq!(to_value(&books).unwrap(), json!([{"title": "t"}]));
}

#[test]
fn what_converts_into_a_type_converts_where_null_is_allowed() {
    let wish = |wish: Wish| to_value(wish).unwrap();
    assert_eq!(wish(Wish::new().reader("Ann")), json!({"reader": "Ann"}));
    assert_eq!(wish(Wish::new().reader(7)), json!({"reader": 7}));
    assert_eq!(wish(Wish::new().reader(Nullable::Null)), json!({"reader": null}));
    assert_eq!(wish(Wish::new().until("2024-02-29").tags(["a", "b"])), json!({"until": "2024-02-29", "tags": ["a", "b"]}));
}

#[test]
fn a_response_is_made_for_a_test() {
    let mut shelf = Shelf::default();
    shelf.first.title = "t".to_owned();
    assert_eq!(to_value(shelf).unwrap(), json!({"first": {"title": "t"}, "last": null, "books": [], "lent": []}));
}
