use sdk::{Client, Key, NoCredentials, models};
use serde_json::json;

use crate::support::{Server, block_on};

#[test]
fn operations_are_called_through_their_groups() -> Result<(), sdk::Error> {
    let server = Server::with(200, "application/json", r#"[{"name":"Ida","berth":{"pier":3}}]"#);
    let client = Client::builder(Key::new("secret")).transport(server.clone()).build()?;

    let boats = block_on(client.boats().list().limit(1).send())?;
    assert_eq!(boats[0].berth.pier, 3);
    assert_eq!(server.url(), "https://harbour.example/boats?limit=1");
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer secret"));

    server.respond(200, "application/json", r#"{"place":{"pier":4}}"#);
    let berth = block_on(client.berths().book("b/4", models::Booking::new("Ida")).send())?;
    assert_eq!(berth.place.pier, 4);
    assert_eq!(server.json(), json!({"boat": "Ida"}));
    assert!(server.url().ends_with("/berths/b%2F4"), "{}", server.url());
    Ok(())
}

#[test]
fn an_operation_without_a_group_is_one_of_the_client() -> Result<(), sdk::Error> {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build()?;
    block_on(client.health().send())?;
    assert_eq!(server.header("authorization"), None);
    Ok(())
}

#[test]
fn webhooks_and_models_that_nothing_uses_are_there_with_their_features() -> Result<(), sdk::Error> {
    let body = br#"{"from":{"pier":5},"weather":"storm"}"#;
    let left = sdk::webhooks::BoatLeft::decode(Some("application/json"), body)?;
    assert_eq!(left.from.map(|place| place.pier), Some(5));
    assert_eq!(left.weather, Some(models::Weather::Storm));

    let buoy: models::Buoy = serde_json::from_str(r#"{"light":"red"}"#).expect("a buoy");
    assert_eq!(buoy.light, Some(models::Light::Red));
    Ok(())
}
