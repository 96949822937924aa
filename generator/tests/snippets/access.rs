//! Properties that travel in one direction only.

use insta::assert_snapshot;

use crate::support::{Emitted, components, emit};

/// The crate of an API that takes a `Sent` and gives a `Given`, and both takes and gives a `Thing`.
fn things() -> Emitted {
    let paths = "
paths:
  /things:
    post:
      operationId: makeThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
      responses:
        '200': {description: Given., content: {application/json: {schema: {$ref: '#/components/schemas/Given'}}}}
    put:
      operationId: putThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses:
        '200': {description: The thing., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
";
    let schema = |name| {
        format!(
            "
    {name}:
      type: object
      required: [id, name, secret]
      properties:
        id: {{allOf: [{{$ref: '#/components/schemas/Id'}}], readOnly: true}}
        name: {{type: string}}
        secret: {{type: string, writeOnly: true}}
"
        )
    };
    let id = "    Id: {type: string, format: uuid}".to_owned();
    let schemas = [schema("Sent"), schema("Given"), schema("Thing"), id].concat();
    emit(&format!("{paths}{}", components("schemas", &schemas)))
}

#[test]
fn of_a_request() {
    let emitted = things();
    assert_snapshot!(emitted.item("src/models/sent.rs", "pub struct Sent"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Sent {
        /// Read-only. Format: `uuid`.
        pub id: Option<String>,
        pub name: String,
        /// Write-only.
        pub secret: String,
    }
    ");
    assert_snapshot!(emitted.item("src/models/sent.rs", "impl Sent"), @"
    impl Sent {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>, secret: impl Into<String>) -> Self {
            Self {
                id: None,
                name: name.into(),
                secret: secret.into(),
            }
        }
    }
    ");
    assert_snapshot!(emitted.item("src/models/sent.rs", "wire_object!"), @r#"
    wire_object! {
        Sent {
            id: "id" read_only,
            name: "name",
            secret: "secret",
        }
    }
    "#);
}

#[test]
fn of_a_response() {
    let emitted = things();
    assert_snapshot!(emitted.item("src/models/given.rs", "wire_object!"), @r#"
    wire_object! {
        Given {
            id: "id",
            name: "name",
            secret: "secret",
        }
    }
    "#);
}

#[test]
fn of_both() {
    let emitted = things();
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>, secret: impl Into<String>) -> Self {
            Self {
                id: None,
                name: name.into(),
                secret: Some(secret.into()),
            }
        }
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            id: "id" read_only,
            name: "name",
            secret: "secret",
        }
    }
    "#);
}
