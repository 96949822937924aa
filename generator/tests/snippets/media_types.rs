//! Bodies that are no JSON.

mod several;

use insta::assert_snapshot;

use crate::support::{Emitted, emit_with_messages, path_item};

fn operation(operation: &str) -> Emitted {
    path_item(&format!(
        "
        post:
          operationId: postThing
          {operation}
    "
    ))
}

/// The names of the methods that take a body, with the types of their arguments, and what there is to say.
fn methods(content: &str) -> String {
    let content = content.replace('\n', " ");
    let (emitted, messages) = emit_with_messages(&format!(
        "
        paths:
          /things:
            post:
              operationId: postThing
              requestBody: {{required: true, content: {content}}}
              responses: {{'204': {{description: Done.}}}}
        components:
          schemas:
            Thing: {{type: object, properties: {{name: {{type: string}}}}}}
    "
    ));
    let file = emitted.file("src/operations/post_thing.rs");
    let file = file.replace("request\n            .parts\n            ", "request.parts");
    let lines = file.lines().map(str::trim);
    let is_told = |line: &&str| {
        line.starts_with("pub fn")
            || line.starts_with("request.parts")
            || line.starts_with("self.parts")
    };
    let mut text = messages;
    for line in lines.filter(is_told) {
        text += line.split(" -> ").next().unwrap_or_default();
        text += "\n";
    }
    text
}

#[test]
fn text() {
    let emitted = operation(
        "
          requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
          responses: {'200': {description: A page., content: {text/html: {schema: {type: string}}}}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Operation for PostThing"), @r#"
    impl Operation for PostThing {
        type Output = String;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "text/html";

        fn decode(response: &RawResponse) -> Result<String, Error> {
            match response.status() {
                200 => response.text(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = "text";
        /// let response = client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: impl Into<String>) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.text("text/plain", body);
            request
        }
    }
    "#);
}

#[test]
fn bytes() {
    let emitted = operation("
          requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
          responses: {'200': {description: A picture., content: {image/png: {schema: {type: string, format: binary}}}}}
    ");
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Operation for PostThing"), @r#"
    impl Operation for PostThing {
        type Output = Bytes;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "image/png";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = "content";
        /// let response = client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: impl Into<Body>) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.plain("application/octet-stream", body);
            request
        }
    }
    "#);
}

#[test]
fn forms() {
    let emitted = operation("
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, required: [name], properties: {name: {type: string}, tags: {type: array, items: {type: string}}}}
                encoding: {tags: {style: pipeDelimited, explode: false}}
          responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::PostThingBody::new("name");
        /// client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: models::PostThingBody) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.form(body, &[("tags", Style::PipeDelimited)]);
            request
        }
    }
    "#);
}

#[test]
fn media_types_are_sent_as_documented() {
    let json =
        |media_type: &str| methods(&format!("{{{media_type}: {{schema: {{type: integer}}}}}}"));
    assert_snapshot!(json("application/vnd.api+json"), @r#"
    pub fn post_thing(&self, body: i64)
    request.parts.json_as("application/vnd.api+json", body);
    "#);
    assert_snapshot!(json("'application/json; charset=utf-8'"), @r#"
    pub fn post_thing(&self, body: i64)
    request.parts.json_as("application/json; charset=utf-8", body);
    "#);
    assert_snapshot!(json("'*/*'"), @"
    pub fn post_thing(&self, body: i64)
    request.parts.json(body);
    ");
    assert_snapshot!(json("x-www-form-urlencoded"), @"
    W0003: `x-www-form-urlencoded` is half of a media type
    pub fn post_thing(&self, body: i64)
    request.parts.form(body, &[]);
    ");
}

#[test]
fn an_object_in_a_form_has_the_style_that_is_spelled_out() {
    let emitted = operation(
        "
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, properties: {a: {type: object}, b: {type: object}, c: {type: object}}}
                encoding: {a: {style: form}, b: {style: deepObject, explode: true}, c: {contentType: application/json}}
          responses: {'204': {description: Done.}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::PostThingBody::new();
        /// client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: models::PostThingBody) -> Request<PostThing> {
            let mut request = Request::new(self);
            request
                .parts
                .form(body, &[("a", Style::FormExplode), ("b", Style::DeepObject)]);
            request
        }
    }
    "#);
}

#[test]
fn what_is_the_same_in_another_notation_is_not_told() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get:
              operationId: getThing
              responses:
                '200':
                  description: It.
                  content:
                    '*/*': {schema: {$ref: '#/components/schemas/Thing'}}
                    application/xml: {schema: {$ref: '#/components/schemas/Thing'}}
                    application/json: {schema: {type: object, properties: {a: {type: string}}}}
                    text/json: {schema: {type: object, properties: {a: {type: string}}}}
            put:
              operationId: putThing
              responses:
                '200': {description: A picture., content: {image/png: {}, image/jpeg: {}}}
        components: {schemas: {Thing: {type: object, properties: {a: {type: string}}}}}
    ",
    );
    assert_eq!(messages, "");
    assert!(
        !emitted
            .file("src/operations/get_thing.rs")
            .contains("ACCEPT")
    );
    assert!(
        emitted
            .file("src/operations/put_thing.rs")
            .contains("\"image/png, image/jpeg\"")
    );
}

#[test]
fn parameters_of_a_media_type_are_part_of_it_and_its_charset_is_not() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get:
              operationId: getThing
              responses:
                '200':
                  description: It.
                  content:
                    application/json; Level=1; charset=utf-8: {schema: {type: integer}}
                    application/json; level=\"2\": {schema: {type: boolean}}
                '400':
                  description: No.
                  content:
                    application/json: {schema: {type: string}}
                    application/json; level=2: {schema: {type: number}}
                    '*/*': {schema: {type: integer}}
    ",
    );
    assert_eq!(messages, "");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Operation for GetThing"), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "application/json;level=1";
        const FAILURES: Failures = Failures::of::<Self>(&["400"]);

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200 if response.is_one_of(&["application/json;level=2"]) => {
                    Err(response.in_another_format())
                }
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing_as_json_level_2.rs", "impl Operation for GetThingAsJsonLevel2"), @r#"
    impl Operation for GetThingAsJsonLevel2 {
        type Output = bool;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "application/json;level=2";
        const FAILURES: Failures = Failures::of_any_body(&["400"]);

        fn decode(response: &RawResponse) -> Result<bool, Error> {
            match response.status() {
                200 if response.is_one_of(&["application/json;level=1"]) => {
                    Err(response.in_another_format())
                }
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Fallible for GetThing"), @r#"
    impl Fallible for GetThing {
        type Failure = GetThingError;

        fn failure(failed: &Failed<'_>) -> Option<GetThingError> {
            match failed.status() {
                400 if failed.is_one_of(&["application/json;level=2"]) => {
                    failed.json().map(GetThingError::BadRequestJsonLevel2)
                }
                400 if failed.is_one_of(&["application/json"]) => {
                    failed.json().map(GetThingError::BadRequestJson)
                }
                400 => failed.text_or_json(&["*/*"]).map(GetThingError::BadRequest),
                _ => None,
            }
        }
    }
    "#);
}

#[test]
fn bytes_are_bytes_whatever_their_media_type() {
    let binary = "{schema: {type: string, format: binary}}";
    let bodies = methods(&format!(
        "{{application/json: {binary}, text/csv: {binary}}}"
    ));
    assert_snapshot!(bodies, @r#"
    pub fn post_thing(&self, body: impl Into<Body>)
    request.parts.plain("application/json", body);
    pub fn content_type(mut self, content_type: impl Into<String>)
    self.parts.content_type(content_type);
    "#);
    let emitted = operation(&format!(
        "
          responses: {{'200': {{description: A file., content: {{application/json: {binary}}}}}}}
    "
    ));
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Operation for PostThing"), @r#"
    impl Operation for PostThing {
        type Output = Bytes;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn scalars_of_text_have_their_types() {
    let emitted = operation(
        "
          requestBody: {required: true, content: {text/plain: {schema: {type: integer}}}}
          responses:
            '200': {description: A state., content: {text/plain; charset=iso-8859-1: {schema: {type: string, enum: [up, down]}}}}
            '201': {description: A count., content: {'*/*': {schema: {type: integer}}}}
            '202':
              description: A word.
              content: {text/plain: {schema: {type: string}}, application/json: {schema: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = 1;
        /// let response = client.post_thing(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn post_thing(&self, body: i64) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.scalar("text/plain", body);
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl Operation for PostThing"), @r#"
    impl Operation for PostThing {
        type Output = PostThingOutput;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "text/plain, */*, application/json";

        fn decode(response: &RawResponse) -> Result<PostThingOutput, Error> {
            match response.status() {
                200 => response.text_in("iso-8859-1").map(PostThingOutput::Ok),
                201 => response.text_or_json().map(PostThingOutput::Created),
                202 => response.json_or_text().map(PostThingOutput::Accepted),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}
