//! Operations: entry method and setters.

mod arguments;

use insta::assert_snapshot;

use crate::support::{emit, path_item};

#[test]
fn a_whole_file() {
    let emitted = emit("
        paths:
          /things/{id}:
            get:
              operationId: getThing
              summary: Get a thing
              description: Gets one thing by its ID.
              externalDocs: {url: https://example.com/things}
              parameters:
                - {name: id, in: path, required: true, description: Which one., schema: {type: string}, example: thing_1}
                - {name: fields, in: query, description: Which parts., schema: {type: array, items: {type: string}}}
              responses:
                '200': {description: The thing., content: {application/json: {schema: {type: object}}}}
    ");
    assert_snapshot!(emitted.file("src/operations/get_thing.rs"), @r#"
    //! `GET /things/{id}`

    use crate::runtime::collections;
    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};
    use serde_json::{Map, Value};

    /// The operation `getThing`, which [`Client::get_thing`] requests.
    ///
    /// Optional: [`fields`][setters].
    ///
    /// [setters]: Request#impl-Request%3CGetThing%3E
    pub enum GetThing {}

    impl Operation for GetThing {
        type Output = Map<String, Value>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things/{id}";

        fn decode(response: &RawResponse) -> Result<Map<String, Value>, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// Get a thing.
        ///
        /// Gets one thing by its ID.
        ///
        /// `GET /things/{id}`
        ///
        /// - `id`: Which one. Example: `thing_1`.
        ///
        /// Optional: [`fields`][setters].
        ///
        /// [setters]: Request#impl-Request%3CGetThing%3E
        ///
        /// <https://example.com/things>
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let response = client.get_thing("thing_1").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self, id: impl Into<String>) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path("id", id.into());
            request
        }
    }

    impl Request<GetThing> {
        /// Which parts.
        pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
            self.parts.query("fields", collections::list(fields));
            self
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod get_thing;

    pub use get_thing::GetThing;
    ");
}

#[test]
fn bodies_of_every_type() {
    for (schema, expected) in [
        ("{type: string}", "body: impl Into<String>"),
        ("{type: integer}", "body: i64"),
        ("{type: array, items: {type: boolean}}", "body: Vec<bool>"),
        ("{type: object}", "body: Map<String, Value>"),
        ("{type: object, nullable: true}", "body: Map<String, Value>"),
        (
            "{type: object, additionalProperties: {type: integer}}",
            "body: BTreeMap<String, i64>",
        ),
        (
            "{type: object, properties: {x: {type: string}}}",
            "body: models::PutThingBody",
        ),
        ("{}", "body: Value"),
    ] {
        let emitted = path_item(&format!(
            "
            put:
              operationId: putThing
              requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}
              responses: {{'204': {{description: Done.}}}}
        "
        ));
        let signature = emitted.signature("src/operations/put_thing.rs", "put_thing");
        assert_eq!(
            signature,
            format!("pub fn put_thing(&self, {expected}) -> Request<PutThing>")
        );
    }
}

#[test]
fn media_types_of_json() {
    for media_type in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/vnd.api+json",
        "'*/*'",
    ] {
        let emitted = path_item(&format!("
            put:
              operationId: putThing
              requestBody: {{required: true, content: {{{media_type}: {{schema: {{type: integer}}}}}}}}
              responses: {{'200': {{description: It., content: {{{media_type}: {{schema: {{type: integer}}}}}}}}}}
        "));
        let signature = emitted.signature("src/operations/put_thing.rs", "put_thing");
        assert_eq!(
            signature, "pub fn put_thing(&self, body: i64) -> Request<PutThing>",
            "{media_type}"
        );
        assert!(
            emitted
                .file("src/operations/put_thing.rs")
                .contains("type Output = i64;"),
            "{media_type}"
        );
    }
}

#[test]
fn every_method() {
    let methods = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ];
    let item = methods.map(|method| {
        format!(
            "{method}: {{operationId: {method}It, responses: {{'204': {{description: Done.}}}}}}\n"
        )
    });
    let emitted = path_item(&item.concat());
    let constants = methods.map(|method| {
        let file = emitted.file(&format!("src/operations/{method}_it.rs"));
        file.lines()
            .find(|line| line.contains("METHOD"))
            .unwrap_or_default()
            .trim()
            .to_owned()
    });
    assert_snapshot!(constants.join("\n"), @r#"
    const METHOD: &'static str = "GET";
    const METHOD: &'static str = "PUT";
    const METHOD: &'static str = "POST";
    const METHOD: &'static str = "DELETE";
    const METHOD: &'static str = "OPTIONS";
    const METHOD: &'static str = "HEAD";
    const METHOD: &'static str = "PATCH";
    const METHOD: &'static str = "TRACE";
    "#);
}

#[test]
fn whether_a_repetition_is_harmless() {
    for (written, expected) in [("true", "Some(true)"), ("false", "Some(false)")] {
        let emitted = path_item(&format!("
            put: {{operationId: putThing, x-sdk-idempotent: {written}, responses: {{'204': {{description: Done.}}}}}}
        "));
        let constant = format!("    const IDEMPOTENT: Option<bool> = {expected};\n");
        assert!(
            emitted
                .file("src/operations/put_thing.rs")
                .contains(&constant)
        );
    }
}

#[test]
fn a_deprecated_operation() {
    let emitted = path_item("
        get: {operationId: getThings, deprecated: true, summary: Get things, responses: {'204': {description: Done.}}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_things.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// Get things.
        ///
        /// `GET /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # #[allow(deprecated)]
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_things().await?;
        /// # Ok(())
        /// # }
        /// ```
        #[deprecated]
        pub fn get_things(&self) -> Request<GetThings> {
            Request::new(self)
        }
    }
    ");
}
