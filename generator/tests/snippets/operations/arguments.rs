//! What an operation is given: parameters and bodies, as arguments and by setters.

use insta::assert_snapshot;

use crate::support::{emit, emit_with_messages, path_item};

#[test]
fn arguments_are_path_then_query_then_headers_then_body() {
    let emitted = emit("
        paths:
          /a/{one}/b/{two}.{three}:
            put:
              operationId: putThing
              parameters:
                - {name: X-Four, in: header, required: true, schema: {type: string}}
                - {name: three, in: path, required: true, schema: {type: string}}
                - {name: five, in: query, required: true, schema: {type: integer}}
                - {name: two, in: path, required: true, schema: {type: boolean}}
                - {name: one, in: path, required: true, schema: {type: number}}
              requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
              responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/put_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `PUT /a/{one}/b/{two}.{three}`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = ["text"];
        /// client.put_thing(1.0, true, "three", 1, "X-Four", body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn put_thing(
            &self,
            one: f64,
            two: bool,
            three: impl Into<String>,
            five: i64,
            x_four: impl Into<String>,
            body: impl IntoIterator<Item = impl Into<String>>,
        ) -> Request<PutThing> {
            let mut request = Request::new(self);
            request.parts.path("one", one);
            request.parts.path("two", two);
            request.parts.path("three", three.into());
            request.parts.query("five", five);
            request.parts.header("X-Four", x_four.into());
            request.parts.json(collections::list(body));
            request
        }
    }
    "#);
}

#[test]
fn what_is_optional_is_set() {
    let emitted = path_item("
        get:
          operationId: getThings
          parameters:
            - {name: pageSize, in: query, description: How many., schema: {type: integer, format: int32, default: 20}}
            - {name: If-Match, in: header, schema: {type: string}}
            - {name: since, in: query, deprecated: true, schema: {type: string, format: date-time}}
          responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_things.rs", "impl Request<GetThings>"), @r#"
    impl Request<GetThings> {
        /// How many.
        ///
        /// Default: `20`.
        pub fn page_size(mut self, page_size: i32) -> Self {
            self.parts.query("pageSize", page_size);
            self
        }

        #[deprecated]
        pub fn since(mut self, since: impl Into<Timestamp>) -> Self {
            self.parts.query("since", since.into());
            self
        }

        /// `If-Match`
        pub fn if_match(mut self, if_match: impl Into<String>) -> Self {
            self.parts.header("If-Match", if_match.into());
            self
        }
    }
    "#);
}

#[test]
fn parameters_of_the_path_and_those_that_override_them() {
    let emitted = path_item(
        "
        parameters:
          - {name: page, in: query, schema: {type: string}}
          - {name: X-Trace, in: header, required: true, schema: {type: string}}
          - {name: page, in: header, schema: {type: string}}
        get:
          operationId: getThings
          parameters: [{name: page, in: query, required: true, schema: {type: integer}}]
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/get_things.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// Optional: [`page`][setters].
        ///
        /// [setters]: Request#impl-Request%3CGetThings%3E
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_things(1, "X-Trace").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_things(&self, page: i64, x_trace: impl Into<String>) -> Request<GetThings> {
            let mut request = Request::new(self);
            request.parts.query("page", page);
            request.parts.header("X-Trace", x_trace.into());
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_things.rs", "impl Request<GetThings>"), @r#"
    impl Request<GetThings> {
        pub fn page(mut self, page: impl Into<String>) -> Self {
            self.parts.header("page", page.into());
            self
        }
    }
    "#);
}

#[test]
fn headers_that_openapi_ignores() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get:
              operationId: getThings
              parameters:
                - {name: Accept, in: header, required: true, schema: {type: string}}
                - {name: content-type, in: header, required: true, schema: {type: string}}
                - {name: AUTHORIZATION, in: header, required: true, schema: {type: string}}
              responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(messages, @"
    W0010: OpenAPI 3.0 ignores a header parameter `Accept`
    W0010: OpenAPI 3.0 ignores a header parameter `content-type`
    W0010: OpenAPI 3.0 ignores a header parameter `AUTHORIZATION`
    ");
    assert_snapshot!(emitted.signature("src/operations/get_things.rs", "get_things"), @"pub fn get_things(&self) -> Request<GetThings>");
}

#[test]
fn a_nullable_parameter_is_never_null() {
    let emitted = path_item(
        "
        get:
          operationId: getThings
          parameters: [{name: q, in: query, required: true, schema: {type: string, nullable: true}}]
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.signature("src/operations/get_things.rs", "get_things"), @"pub fn get_things(&self, q: impl Into<String>) -> Request<GetThings>");
}

#[test]
fn inline_enums_of_parameters() {
    let emitted = path_item(
        "
        get:
          operationId: getThings
          parameters:
            - {name: sort, in: query, required: true, schema: {type: string, enum: [asc, desc]}}
            - {name: kinds, in: query, schema: {type: array, items: {type: string, enum: [big]}}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/get_things.rs"), @r#"
    use crate::runtime::open_enum::wire_enum;

    #[derive(Clone)]
    #[non_exhaustive]
    pub enum GetThingsSort {
        /// `asc`
        Asc,
        /// `desc`
        Desc,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        GetThingsSort {
            Asc: "asc",
            Desc: "desc",
        }
    }

    #[derive(Clone)]
    #[non_exhaustive]
    pub enum GetThingsKindsItem {
        /// `big`
        Big,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        GetThingsKindsItem {
            Big: "big",
        }
    }
    "#);
    assert_snapshot!(emitted.signature("src/operations/get_things.rs", "get_things"), @"pub fn get_things(&self, sort: impl Into<models::GetThingsSort>) -> Request<GetThings>");
    assert_snapshot!(emitted.signature("src/operations/get_things.rs", "kinds"), @"pub fn kinds(mut self, kinds: impl IntoIterator<Item = impl Into<models::GetThingsKindsItem>>) -> Self");
}

#[test]
fn an_optional_body_is_set() {
    let emitted = path_item("
        put:
          operationId: putThing
          requestBody: {description: The thing., content: {application/json: {schema: {type: object}}}}
          responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.signature("src/operations/put_thing.rs", "put_thing"), @"pub fn put_thing(&self) -> Request<PutThing>");
    assert_snapshot!(emitted.item("src/operations/put_thing.rs", "impl Request<PutThing>"), @"
    impl Request<PutThing> {
        /// The thing.
        pub fn body(mut self, body: Map<String, Value>) -> Self {
            self.parts.json(body);
            self
        }
    }
    ");
}

#[test]
fn an_optional_body_and_a_parameter_named_body() {
    let emitted = path_item(
        "
        put:
          operationId: putThing
          parameters: [{name: body, in: query, schema: {type: string}}]
          requestBody: {content: {application/json: {schema: {type: object}}}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.signature("src/operations/put_thing.rs", "body"), @"pub fn body(mut self, body: impl Into<String>) -> Self");
    assert_snapshot!(emitted.signature("src/operations/put_thing.rs", "body_2"), @"pub fn body_2(mut self, body_2: Map<String, Value>) -> Self");
}

#[test]
fn a_parameter_of_the_path_that_nobody_declares() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters: [{name: other, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(messages, @"W0003: the path `/things/{id}` has no place for the parameter `other`");
    assert_snapshot!(emitted.signature("src/operations/get_thing.rs", "get_thing"), @"pub fn get_thing(&self, id: impl Into<String>) -> Request<GetThing>");
}

#[test]
fn docs_of_arguments() {
    let emitted = emit("
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: kind, in: query, required: true, description: 'The kind.', schema: {type: string, default: big, example: small}}
                - name: filter
                  in: query
                  required: true
                  description: |-
                    Which things:

                    - big ones
                    - small ones
                  schema: {type: string, maxLength: 10}
              responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things/{id}`
        ///
        /// - `kind`: The kind. Default: `big`. Example: `small`.
        /// - `filter`: Which things:
        ///
        ///   - big ones
        ///   - small ones
        ///
        ///   Maximum length: `10`.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing("id", "small", "filter").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(
            &self,
            id: impl Into<String>,
            kind: impl Into<String>,
            filter: impl Into<String>,
        ) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path("id", id.into());
            request.parts.query("kind", kind.into());
            request.parts.query("filter", filter.into());
            request
        }
    }
    "#);
}
