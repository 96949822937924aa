use sdk::models::{Circle, Shape};
use sdk::{Client, NoCredentials};
use serde_json::json;

use crate::support::{Server, block_on};

#[test]
fn a_tag_decides_and_is_sent() {
    let square = r#"{"kind":"square","side":2}"#;
    let server = Server::with(200, "application/json", square);
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let sent = Shape::Circle(Circle::new(3));
    let received = block_on(client.put_shape(sent).send()).unwrap();
    assert_eq!(server.json(), json!({"kind": "circle", "radius": 3}));
    assert!(matches!(&received, Shape::Square(square) if square.side == 2));
    assert_eq!(serde_json::to_string(&received).unwrap(), square);
}
