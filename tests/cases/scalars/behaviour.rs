use sdk::bytes::Bytes;
use sdk::models::Day;
use sdk::{Base64, Client, Date, NoCredentials, headers};
use serde_json::{from_value, json, to_value};

use crate::support::{Server, block_on};

#[test]
fn dates_are_text_everywhere_and_constants_are_set() {
    let server = Server::new();
    server.respond_with(
        200,
        &[("content-type", "application/json"), ("closed-on", "2024-02-30")],
        r#"{"version":3,"weight":0.5,"open":true,"image":"AA==","date":"31.12.2024","holidays":["2024-01-01",20240101],"count":18446744073709551615}"#,
    );
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let day = Day::new(b"\xfb\xff", "2024-02-29", u64::MAX);
    let request = client.put_day("2024-02-29", "2024-03-01", day);
    let request = request.until("2024-04-01").token([0xfb, 0xff]);
    let response = block_on(request.send_raw()).unwrap();
    assert_eq!(server.url(), "https://api.example.com/days/2024-02-29?until=2024-04-01&token=%2B%2F8%3D");
    assert_eq!(server.header("asked-on").as_deref(), Some("2024-03-01"));
    let sent = json!({
        "version": 3,
        "weight": 0.5,
        "open": true,
        "image": "+/8=",
        "date": "2024-02-29",
        "count": u64::MAX,
    });
    assert_eq!(server.json(), sent);
    // What is not a date costs nothing but itself.
    assert_eq!(response.header(headers::CLOSED_ON), Some(Date::from("2024-02-30")));
    let day = response.into_body();
    assert_eq!(day.date.as_str(), "31.12.2024");
    assert_eq!(to_value(&day).unwrap()["holidays"], json!(["2024-01-01", 20240101]));
}

#[test]
fn bytes_are_encoded_and_text_is_taken_as_it_is_only_by_name() {
    let day = Day::new(Bytes::from_static(b"f"), "2024-02-29", 1).thumbnail(vec![0xfb, 0xff, 0xbf]);
    let json = to_value(&day).unwrap();
    assert_eq!((&json["image"], &json["thumbnail"]), (&json!("Zg=="), &json!("-_-_")));
    let encoded = Day::new(Base64::from_encoded("Zg"), "2024-02-29", 1);
    let read: Day = from_value(to_value(&encoded).unwrap()).unwrap();
    assert_eq!(read.image.as_str(), "Zg");
    assert_eq!(read.image.decode().as_deref(), Some(&b"f"[..]));
}
