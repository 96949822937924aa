//! What responses have that the document does not describe.

use crate::support::{Script, response, response_with};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::drift::{Drift, DriftKind};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::json_stream::JsonStream;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::open_enum::wire_enum;
use blank_sdk::runtime::open_integer_enum::wire_integer_enum;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::Body;
use blank_sdk::runtime::union::wire_union;
use blank_sdk::runtime::unread::Delivery;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

#[derive(Clone)]
enum Color {
    Red,
    Other(String),
}

wire_enum! { Color { Red: "red" } }

#[derive(Clone, Debug)]
enum Level {
    One,
    Other(i64),
}

wire_integer_enum! { Level { One: 1 } }

#[derive(Clone)]
struct Tin {
    color: Option<Color>,
}

wire_object! { Tin { color: "color" } }

#[derive(Clone)]
struct Jar {
    color: Option<Color>,
    lid: Option<Tin>,
}

wire_object! { Jar { color: "color", lid: "lid" } }

#[derive(Clone, Debug, PartialEq)]
enum Vessel {
    Tin(Tin),
    Jar(Box<Jar>),
    Other(Value),
}

wire_union! { Vessel by "kind" { Tin: "tin" untagged, Jar: "jar" untagged } }

/// A union of which several members match the same values.
#[derive(Clone, Debug, PartialEq)]
enum Similar {
    Tin(Tin),
    Jar(Box<Jar>),
    Other(Value),
}

wire_union! { Similar { Tin: object, Jar: object } }

#[derive(Clone)]
struct Free {
    additional_properties: Map<String, Value>,
}

wire_object! { Free { ..additional_properties } }

#[derive(Clone)]
struct Shelf {
    color: Option<Color>,
    levels: Option<Vec<Level>>,
    tins: Option<Vec<Tin>>,
    named: Option<BTreeMap<String, Tin>>,
    vessels: Option<Vec<Vessel>>,
    similar: Option<Similar>,
    part: Option<Part>,
    free: Option<Free>,
    odd: Option<Color>,
    sha256: Option<Color>,
}

wire_object! {
    Shelf {
        color: "color",
        levels: "levels",
        tins: "tins",
        named: "named",
        vessels: "vessels",
        similar: "similar",
        part: "part",
        free: "free",
        odd: "a b",
        sha256: "sha256",
    }
}

/// An object some of whose properties are those of one of several types.
#[derive(Clone)]
struct Part {
    name: Option<String>,
    variant: Vessel,
}

wire_object! { Part { name: "name", ..=variant } }

struct GetShelf;

impl Operation for GetShelf {
    type Output = Shelf;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/shelves/{shelf}";

    fn decode(response: &RawResponse) -> Result<Shelf, Error> {
        response.json()
    }
}

struct GetShelves;

impl Operation for GetShelves {
    type Output = JsonStream<Shelf>;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/shelves";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<JsonStream<Shelf>, Error> {
        response.json_lines()
    }
}

/// A client that receives these responses, and the record of what its function is called with.
fn client(script: &Arc<Script>) -> (Client<NoCredentials>, Arc<Mutex<Vec<Drift>>>) {
    let record = Arc::new(Mutex::new(Vec::new()));
    let recorder = Arc::clone(&record);
    let client = Client::builder(NoCredentials)
        .transport(Arc::clone(script))
        .on_drift(move |drift| recorder.lock().unwrap().push(drift.clone()))
        .build()
        .unwrap();
    (client, record)
}

/// The places and kinds that are reported for a response, sorted by place.
async fn drifts(body: &Value) -> Vec<(String, DriftKind)> {
    let script = Script::new([response_with(200, &[], Body::from(body.to_string()))]);
    let (client, record) = client(&script);
    let mut request = Request::<GetShelf>::new(&client);
    request.parts.path("shelf", "7");
    request.send().await.unwrap();
    let record = record.lock().unwrap();
    let places = record.iter().map(|drift| (drift.place.clone(), drift.kind));
    let mut places: Vec<_> = places.collect();
    places.sort_by(|one, other| one.0.cmp(&other.0));
    places
}

fn at(place: &str, kind: DriftKind) -> (String, DriftKind) {
    (place.to_owned(), kind)
}

#[tokio::test]
async fn what_the_document_describes_is_not_reported() {
    let body = json!({
        "color": "red",
        "levels": [1],
        "tins": [{"color": "red"}, {}],
        "named": {"any": {"color": "red"}},
        "vessels": [{"kind": "tin", "color": "red"}, {"kind": "jar", "lid": {}}],
        "similar": {"color": "red", "lid": {"color": "red"}},
        "part": {"name": "n", "kind": "jar", "color": "red", "lid": {}},
        "free": {"any": 1},
        "a b": null,
    });
    assert_eq!(drifts(&body).await, []);
}

#[tokio::test]
async fn unknown_values_of_enums() {
    let body = json!({
        "color": "zzz",
        "levels": [1, 7, 8],
        "tins": [{}, {"color": "zzz"}, {"color": "yyy"}],
        "named": {"zzz": {"color": "zzz"}},
        "a b": "zzz",
        "sha256": "zzz",
    });
    let kind = DriftKind::EnumValue;
    let places = [
        "$.color",
        "$.levels[*]",
        "$.named[*].color",
        "$.sha256",
        "$.tins[*].color",
        "$[\"a b\"]",
    ];
    assert_eq!(drifts(&body).await, places.map(|place| at(place, kind)));
}

#[tokio::test]
async fn unknown_properties() {
    let body = json!({
        "new": 1,
        "x@zzz.example": 1,
        "tins": [{"new": {"color": "zzz"}}, {"new": 1}],
        "free": {"new": 1},
    });
    let kind = DriftKind::Property;
    let places = ["$.new", "$.tins[*].new", "$[*]"];
    assert_eq!(drifts(&body).await, places.map(|place| at(place, kind)));
}

#[tokio::test]
async fn unions_report_what_is_unknown_within_the_chosen_variant_alone() {
    let body = json!({
        "vessels": [
            {"kind": "tin", "lid": {}},
            {"kind": "jar", "lid": {"color": "zzz"}},
            {"kind": "zzz", "new": 1},
        ],
        // A tin has no lid, but a jar keeps it.
        "similar": {"lid": {"color": "red", "new": 1}},
    });
    let places = [
        at("$.similar.lid.new", DriftKind::Property),
        at("$.vessels[*]", DriftKind::UnionValue),
        at("$.vessels[*].lid", DriftKind::Property),
        at("$.vessels[*].lid.color", DriftKind::EnumValue),
    ];
    assert_eq!(drifts(&body).await, places);
}

#[tokio::test]
async fn properties_of_a_variant_belong_to_the_object_around_it() {
    let body = json!({"part": {"name": "n", "kind": "jar", "lid": {"new": 1}}});
    assert_eq!(
        drifts(&body).await,
        [at("$.part.lid.new", DriftKind::Property)]
    );
}

#[tokio::test]
async fn a_place_is_reported_once_and_few_of_them_are() {
    let one = drifts(&json!({"tins": vec![json!({"color": "zzz"}); 100]})).await;
    assert_eq!(one, [at("$.tins[*].color", DriftKind::EnumValue)]);
    let letters = || "abcdefghij".chars();
    let names = letters().flat_map(|one| letters().map(move |other| format!("{one}{other}")));
    let many: Map<String, Value> = names.map(|name| (name, Value::Null)).collect();
    assert_eq!(drifts(&Value::Object(many)).await.len(), 32);
}

#[tokio::test]
async fn a_report_names_the_operation_and_no_value() {
    let script = Script::new([response(200, "{\"color\":\"zzz\"}")]);
    let (client, record) = client(&script);
    let mut request = Request::<GetShelf>::new(&client);
    request.parts.path("shelf", "zzz");
    request.send().await.unwrap();
    let record = record.lock().unwrap();
    let shown: Vec<String> = record.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        ["GET /shelves/{shelf}: unknown enum value at `$.color`"]
    );
    assert!(!format!("{record:?}").contains("zzz"));
}

#[tokio::test]
async fn items_of_a_stream_are_reported() {
    let script = Script::new([response(200, "{\"color\":\"red\"}\n{\"new\":1}\n")]);
    let (client, record) = client(&script);
    let mut shelves = Request::<GetShelves>::new(&client).send().await.unwrap();
    while let Some(shelf) = shelves.next().await {
        shelf.unwrap();
    }
    let record = record.lock().unwrap();
    let places: Vec<&str> = record.iter().map(|drift| drift.place.as_str()).collect();
    assert_eq!(places, ["$.new"]);
}

/// The function may make a call of its own, and decode whatever it likes.
#[tokio::test]
async fn nothing_is_reported_of_what_else_is_decoded() {
    let script = Script::new([response(200, "{\"new\":1}")]);
    let count = Arc::new(Mutex::new(0));
    let counter = Arc::clone(&count);
    let client = Client::builder(NoCredentials)
        .transport(script)
        .on_drift(move |_| {
            let shelf: Shelf = serde_json::from_str("{\"color\":\"zzz\"}").unwrap();
            assert!(shelf.color.is_some());
            *counter.lock().unwrap() += 1;
        })
        .build()
        .unwrap();
    let mut request = Request::<GetShelf>::new(&client);
    request.parts.path("shelf", "7");
    request.send().await.unwrap();
    assert!(serde_json::from_str::<Shelf>("{\"color\":\"zzz\"}").is_ok());
    assert_eq!(*count.lock().unwrap(), 1);
}
