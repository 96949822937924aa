use sdk::models::{Event, Started, Vehicle};
use sdk::{Client, NoCredentials};
use serde_json::json;

use crate::support::{Server, block_on};

#[test]
fn a_family_has_all_descendants() {
    let vehicles = json!([
        {"kind": "Car", "doors": 4},
        {"kind": "Van", "name": "v", "doors": 2, "load": 900},
        {"kind": "Bike", "gears": 7},
        {"kind": "Boat", "sails": 2},
    ]);
    let server = Server::with(200, "application/json", vehicles.to_string());
    let client = Client::builder(NoCredentials).transport(server).build().unwrap();
    let list = block_on(client.list_vehicles().send()).unwrap();
    let [Vehicle::Car(_), Vehicle::Van(van), Vehicle::Bike(_), Vehicle::Other(_)] = list.as_slice() else {
        panic!("{list:?}");
    };
    assert_eq!((van.doors, van.load), (Some(2), 900));
    assert_eq!(serde_json::to_value(&list).unwrap(), vehicles);
}

#[test]
fn whatever_a_mapping_names_is_a_member() {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let started = Event::from(Started::new("now"));
    block_on(client.add_event(started).send()).unwrap();
    assert_eq!(server.json(), json!({"code": 1, "at": "now"}));
    let stopped: Event = serde_json::from_value(json!({"code": 2, "reason": "r"})).unwrap();
    assert!(matches!(stopped, Event::Stopped(_)));
}
