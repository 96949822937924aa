//! Things that would have the same name.

use insta::assert_snapshot;

use crate::support::{emit, emit_with_messages, path_item, schemas};

#[test]
fn fields_that_collide() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            createdAt: {type: string}
            created_at: {type: string}
            CreatedAt: {type: string}
            created-at: {type: string}
            new: {type: string}
            New: {type: string}
            self: {type: string}
            SELF: {type: string}
            created_at_2: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            created_at_5: "createdAt",
            created_at: "created_at",
            created_at_3: "CreatedAt",
            created_at_4: "created-at",
            new_: "new",
            new_2: "New",
            self_: "self",
            self_2: "SELF",
            created_at_2: "created_at_2",
        }
    }
    "#);
}

#[test]
fn schemas_that_collide() {
    let emitted = schemas(
        "
        thing: {type: object, properties: {x: {type: string}}}
        Thing: {type: object, properties: {part: {type: object, properties: {x: {type: string}}}}}
        ThingPart: {type: object, properties: {x: {type: string}}}
        thing-part: {type: object, properties: {x: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod thing;
    mod thing_2;
    mod thing_part;
    mod thing_part_2;

    pub use thing::{Thing, ThingPartProperty};
    pub use thing_2::Thing2;
    pub use thing_part::ThingPart;
    pub use thing_part_2::ThingPart2;
    ");
}

#[test]
fn operations_that_share_an_id() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get: {operationId: read, responses: {'204': {description: Done.}}}
            put: {operationId: read, responses: {'204': {description: Done.}}}
            post: {operationId: Read, responses: {'204': {description: Done.}}}
    ",
    );
    assert_snapshot!(messages, @"W0003: the operationId `read` is given twice");
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod read;
    mod read_2;
    mod read_3;

    pub use read::Read;
    pub use read_2::Read2;
    pub use read_3::Read3;
    ");
    assert_snapshot!(emitted.signature("src/operations/read_2.rs", "read_2"), @"pub fn read_2(&self) -> Request<Read2>");
}

#[test]
fn a_schema_and_an_operation_of_one_name() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: thing
              responses: {'200': {description: It., content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}
        components:
          schemas: {Thing: {type: object, properties: {x: {type: string}}}, ThingResponse: {type: object, properties: {y: {type: string}}}}
    ");
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod thing;
    mod thing_2;
    mod thing_response;

    pub use thing::Thing;
    pub use thing_2::ThingResponseBody;
    pub use thing_response::ThingResponse;
    ");
    assert_snapshot!(emitted.signature("src/operations/thing.rs", "thing"), @"pub fn thing(&self) -> Request<Thing>");
}

#[test]
fn arguments_that_collide() {
    let emitted = path_item(
        "
        put:
          operationId: putThing
          parameters:
            - {name: body, in: query, required: true, schema: {type: string}}
            - {name: Body, in: header, required: true, schema: {type: string}}
            - {name: request, in: query, required: true, schema: {type: string}}
            - {name: self, in: query, required: true, schema: {type: string}}
            - {name: type, in: query, required: true, schema: {type: string}}
          requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/put_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `PUT /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body_3 = serde_json::Map::new();
        /// client.put_thing("body", "request", "self", "type", "Body", body_3).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn put_thing(
            &self,
            body_: impl Into<String>,
            request_: impl Into<String>,
            self_: impl Into<String>,
            r#type: impl Into<String>,
            body_2: impl Into<String>,
            body: Map<String, Value>,
        ) -> Request<PutThing> {
            let mut request = Request::new(self);
            request.parts.query("body", body_.into());
            request.parts.query("request", request_.into());
            request.parts.query("self", self_.into());
            request.parts.query("type", r#type.into());
            request.parts.header("Body", body_2.into());
            request.parts.json(body);
            request
        }
    }
    "#);
}

#[test]
fn setters_with_names_of_the_request() {
    let names = [
        "send",
        "send_raw",
        "send_blocking",
        "new",
        "authorized",
        "clone",
        "body",
        "with_timeout",
        "withTimeout",
        "With-Header",
        "with",
        "within",
        "self",
        "into_http_request",
        "value",
        "parts",
    ];
    let parameters =
        names.map(|name| format!("    - {{name: {name}, in: query, schema: {{type: boolean}}}}\n"));
    let emitted = path_item(&format!(
        "get:\n  operationId: getThing\n  parameters:\n{}  responses: {{'204': {{description: Done.}}}}",
        parameters.concat()
    ));
    let setters = emitted
        .file("src/operations/get_thing.rs")
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("pub fn ")
                .or_else(|| line.trim().strip_prefix("self.parts."))
        });
    assert_snapshot!(setters.skip(1).collect::<Vec<_>>().join("\n"), @r#"
    send_(mut self, send_: bool) -> Self {
    query("send", send_);
    send_raw_(mut self, send_raw_: bool) -> Self {
    query("send_raw", send_raw_);
    send_blocking_(mut self, send_blocking_: bool) -> Self {
    query("send_blocking", send_blocking_);
    new_(mut self, new_: bool) -> Self {
    query("new", new_);
    authorized_(mut self, authorized_: bool) -> Self {
    query("authorized", authorized_);
    clone_(mut self, clone_: bool) -> Self {
    query("clone", clone_);
    body(mut self, body: bool) -> Self {
    query("body", body);
    set_with_timeout(mut self, set_with_timeout: bool) -> Self {
    query("with_timeout", set_with_timeout);
    set_with_timeout_2(mut self, set_with_timeout_2: bool) -> Self {
    query("withTimeout", set_with_timeout_2);
    set_with_header(mut self, set_with_header: bool) -> Self {
    query("With-Header", set_with_header);
    with(mut self, with: bool) -> Self {
    query("with", with);
    within(mut self, within: bool) -> Self {
    query("within", within);
    self_(mut self, self_: bool) -> Self {
    query("self", self_);
    into_http_request_(mut self, into_http_request_: bool) -> Self {
    query("into_http_request", into_http_request_);
    value(mut self, value: bool) -> Self {
    query("value", value);
    parts(mut self, parts: bool) -> Self {
    query("parts", parts);
    "#);
}

#[test]
fn of_two_long_names_that_would_be_one_the_later_keeps_more_of_its_path() {
    let sealed = "{type: object, properties: {certificate_of_authenticity: {type: object, properties: {x: {type: string}, NAME: {type: string}}}}}";
    let [east, west] =
        ["eastern", "western"].map(|side| sealed.replace("NAME", &format!("{side}_office")));
    let emitted = schemas(&format!(
        "
        MerchantAgreement:
          type: object
          properties:
            eastern_representation: {east}
            western_representation: {west}
        "
    ));
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod merchant_agreement;

    pub use merchant_agreement::{
        MerchantAgreement, MerchantAgreementCertificateOfAuthenticity,
        MerchantAgreementEasternRepresentation, MerchantAgreementWesternRepresentation,
        MerchantAgreementWesternRepresentationCertificateOfAuthenticity,
    };
    ");
}
