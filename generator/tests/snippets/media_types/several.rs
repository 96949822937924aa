//! Several media types for one body.

use insta::assert_snapshot;

use super::{methods, operation};
use crate::support::{emit, emit_with_messages};

#[test]
fn json_is_preferred_and_what_carries_other_data_is_asked_for_by_a_method_of_its_own() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /things:
            post:
              operationId: postThing
              requestBody: {required: true, content: {application/xml: {schema: {type: string}}, application/json: {schema: {type: integer}}}}
              responses: {'200': {description: It., content: {text/csv: {}, application/json: {schema: {type: integer}}}}}
    ");
    assert_eq!(messages, "");
    assert_snapshot!(emitted.signature("src/operations/post_thing.rs", "post_thing"), @"pub fn post_thing(&self, body: i64) -> Request<PostThing>");
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Operation for PostThing"), @r#"
    impl Operation for PostThing {
        type Output = i64;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200 if response.is_one_of(&["text/csv"]) => Err(response.in_another_format()),
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing_as_csv.rs", "impl Operation for PostThingAsCsv"), @r#"
    impl Operation for PostThingAsCsv {
        type Output = String;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "text/csv";

        fn decode(response: &RawResponse) -> Result<String, Error> {
            match response.status() {
                200 if response.is_one_of(&["application/json"]) => Err(response.in_another_format()),
                200 => response.text(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing_as_csv.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// Unlike [`Client::post_thing`], it asks for `text/csv`.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = 1;
        /// let response = client.post_thing_as_csv(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing_as_csv(&self, body: i64) -> Request<PostThingAsCsv> {
            let mut request = Request::new(self);
            request.parts.json(body);
            request
        }
    }
    ");
    assert_snapshot!(emitted.signature("src/operations/post_thing.rs", "post_thing_as_bytes"), @"pub fn post_thing_as_bytes(&self, body: impl Into<Body>) -> Request<PostThing>");
}

#[test]
fn the_same_data_in_another_format_is_no_other_body() {
    let thing = "{schema: {$ref: '#/components/schemas/Thing'}}";
    let same = methods(&format!(
        "{{application/xml: {thing}, multipart/form-data: {thing}, application/x-www-form-urlencoded: {thing}, application/json: {thing}}}"
    ));
    assert_snapshot!(same, @"
    pub fn post_thing(&self, body: models::Thing)
    request.parts.json(body);
    ");
    let alike = methods(
        "{application/json: {schema: {type: object, properties: {a: {type: string}}}},
          application/x-www-form-urlencoded: {schema: {type: object, description: Words., properties: {a: {type: string, example: x}}}}}",
    );
    assert_snapshot!(alike, @"
    pub fn post_thing(&self, body: models::PostThingBody)
    request.parts.json(body);
    ");
}

#[test]
fn other_data_has_a_method_of_its_own() {
    let methods = methods(
        "{application/merge-patch+json: {schema: {type: object}},
          application/json: {schema: {type: object, properties: {file: {type: string, format: binary}}}},
          multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}},
          application/x-www-form-urlencoded: {schema: {type: object, required: [url], properties: {url: {type: string}}}},
          text/plain: {},
          application/zip: {}}",
    );
    assert_snapshot!(methods, @r#"
    pub fn post_thing(&self, body: models::PostThingBody)
    request.parts.json(body);
    pub fn post_thing_as_merge_patch_json(&self, body: Map<String, Value>)
    request.parts.json_as("application/merge-patch+json", body);
    pub fn post_thing_as_form(&self, body: models::PostThingFormBody)
    request.parts.form(body, &[]);
    pub fn post_thing_as_text(&self, body: impl Into<String>)
    request.parts.text("text/plain", body);
    pub fn post_thing_as_bytes(&self, body: impl Into<Body>)
    request.parts.plain("application/zip", body);
    pub fn post_thing_as_multipart(
    request.parts.multipart("multipart/form-data", body);
    "#);
}

#[test]
fn of_several_media_types_of_one_format_the_caller_chooses() {
    let several = methods("{image/png: {}, image/jpeg: {}, application/octet-stream: {}}");
    assert_snapshot!(several, @r#"
    pub fn post_thing(&self, body: impl Into<Body>)
    request.parts.plain("image/png", body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    "#);
    let json = "{schema: {$ref: '#/components/schemas/Thing'}}";
    let json = methods(&format!(
        "{{application/vnd.api+json: {json}, application/json: {json}}}"
    ));
    assert_snapshot!(json, @"
    pub fn post_thing(&self, body: models::Thing)
    request.parts.json(body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    ");
}

#[test]
fn of_a_range_the_caller_says_the_media_type() {
    assert_snapshot!(methods("{image/*: {}}"), @r#"
    pub fn post_thing(
    request.parts.content_type(content_type);
    request.parts.plain("application/octet-stream", body);
    "#);
    assert_snapshot!(methods("{'*/*': {schema: {type: string, format: binary}}}"), @r#"
    pub fn post_thing(&self, body: impl Into<Body>)
    request.parts.plain("application/octet-stream", body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    "#);
    assert_snapshot!(methods("{'*/*': {schema: {type: string}}}"), @r#"
    pub fn post_thing(&self, body: impl Into<String>)
    request.parts.text("text/plain", body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    "#);
    let beside_json =
        methods("{application/json: {schema: {type: integer}}, '*/*': {schema: {type: boolean}}}");
    assert_snapshot!(beside_json, @r#"
    pub fn post_thing(&self, body: i64)
    request.parts.json(body);
    pub fn post_thing_as_bytes(&self, body: impl Into<Body>)
    request.parts.plain("application/octet-stream", body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    "#);
}

#[test]
fn an_optional_body_is_set_in_any_of_its_ways() {
    let emitted = operation(
        "
          parameters: [{name: body, in: query, schema: {type: string}}, {name: content_type, in: query, schema: {type: string}}]
          requestBody: {description: The thing., content: {application/json: {schema: {type: integer}}, image/png: {}, image/jpeg: {}}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Request<PostThing>"), @r#"
    impl Request<PostThing> {
        pub fn body(mut self, body: impl Into<String>) -> Self {
            self.parts.query("body", body.into());
            self
        }

        pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
            self.parts.query("content_type", content_type.into());
            self
        }

        /// The thing.
        pub fn body_2(mut self, body_2: i64) -> Self {
            self.parts.json(body_2);
            self
        }

        /// The thing.
        ///
        /// It is sent as `image/png`.
        pub fn body_as_bytes(mut self, body_as_bytes: impl Into<Body>) -> Self {
            self.parts.plain("image/png", body_as_bytes);
            self
        }

        /// Sets the content type of the body. The API names `image/png`, `image/jpeg`.
        pub fn content_type_2(mut self, content_type_2: impl Into<String>) -> Self {
            self.parts.content_type(content_type_2);
            self
        }
    }
    "#);
}

#[test]
fn further_methods_have_names_that_no_operation_has() {
    let emitted = emit(
        "
        paths:
          /things:
            post:
              operationId: postThing
              description: Posts a thing.
              requestBody: {required: true, description: The thing., content: {application/json: {schema: {type: integer}}, text/plain: {}}}
              responses: {'204': {description: Done.}}
            get:
              operationId: postThingAsText
              responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// Posts a thing.
        ///
        /// `POST /things`
        ///
        /// - `body`: The thing.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = 1;
        /// client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: i64) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.json(body);
            request
        }

        /// Posts a thing.
        ///
        /// `POST /things`
        ///
        /// - `body`: The thing.
        ///
        /// Unlike [`Client::post_thing`], it takes the body as `text/plain`.
        pub fn post_thing_as_text_2(&self, body: impl Into<String>) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.text("text/plain", body);
            request
        }
    }
    "#);
    assert_snapshot!(emitted.signature("src/operations/post_thing_as_text.rs", "post_thing_as_text"), @"pub fn post_thing_as_text(&self) -> Request<PostThingAsText>");
}

#[test]
fn nothing_is_asked_for_that_is_another_format_of_a_success() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /things:
            get:
              operationId: getThing
              responses:
                '200': {description: It., content: {text/html: {}, application/json: {schema: {type: integer}}}}
                '400': {description: A page., content: {text/html: {}}}
                '500': {description: A text., content: {text/plain: {}}}
    ");
    assert_eq!(messages, "");
    let accept = |file| {
        let mut lines = emitted.file(file).lines();
        let line = lines.find(|line| line.contains("ACCEPT"));
        line.unwrap_or_default().trim().to_owned()
    };
    assert_snapshot!(accept("src/operations/get_thing.rs"), @r#"const ACCEPT: &'static str = "application/json, text/plain";"#);
    assert_snapshot!(accept("src/operations/get_thing_as_html.rs"), @r#"const ACCEPT: &'static str = "text/html, text/plain";"#);
}

#[test]
fn each_format_of_the_body_and_each_format_of_the_success_has_one_method() {
    let emitted = operation(
        "
          requestBody: {required: true, content: {application/json: {schema: {type: integer}}, text/plain: {}}}
          responses:
            '200':
              description: It.
              content: {application/json: {}, application/pdf: {}, text/csv: {}, image/png: {}}
    ",
    );
    let methods = |file| {
        let lines = emitted.file(file).lines().map(str::trim);
        let methods =
            lines.filter(|line| line.starts_with("pub fn") || line.starts_with("const ACCEPT"));
        methods.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(methods("src/operations/post_thing.rs"), @"
    pub fn post_thing(&self, body: i64) -> Request<PostThing> {
    pub fn post_thing_as_text(&self, body: impl Into<String>) -> Request<PostThing> {
    ");
    assert_snapshot!(methods("src/operations/post_thing_as_csv.rs"), @r#"
    const ACCEPT: &'static str = "text/csv";
    pub fn post_thing_as_csv(&self, body: i64) -> Request<PostThingAsCsv> {
    "#);
    assert_snapshot!(methods("src/operations/post_thing_as_bytes.rs"), @r#"
    const ACCEPT: &'static str = "application/pdf, image/png";
    pub fn post_thing_as_bytes(&self, body: i64) -> Request<PostThingAsBytes> {
    "#);
}
