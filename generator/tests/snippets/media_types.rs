//! Bodies that are no JSON.

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
        const METHOD: Method = Method::POST;
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "text/html";

        fn decode(answer: &Answer) -> Result<String, Error> {
            match answer.status() {
                200 => answer.text(),
                _ => Err(answer.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        pub fn post_thing(&self, body: impl Into<String>) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.plain("text/plain", body.into());
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
        const METHOD: Method = Method::POST;
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "image/png";

        fn decode(answer: &Answer) -> Result<Bytes, Error> {
            match answer.status() {
                200 => answer.bytes(),
                _ => Err(answer.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/post_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /things`
        pub fn post_thing(&self, body: Bytes) -> Request<PostThing> {
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
        pub fn post_thing(&self, body: models::PostThingBody) -> Request<PostThing> {
            let mut request = Request::new(self);
            request.parts.form(body, &[("tags", Style::PipeDelimited)]);
            request
        }
    }
    "#);
}

#[test]
fn json_is_preferred_and_the_others_are_named() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /things:
            post:
              operationId: postThing
              requestBody: {required: true, content: {application/xml: {schema: {type: string}}, application/json: {schema: {type: integer}}}}
              responses: {'200': {description: It., content: {text/csv: {}, application/json: {schema: {type: integer}}}}}
    ");
    assert_snapshot!(messages, @"
    W0002: the media type `application/xml` is not generated
    W0002: the media type `text/csv` is not generated
    ");
    assert_snapshot!(emitted.signature("src/operations/post_thing.rs", "post_thing"), @"pub fn post_thing(&self, body: i64) -> Request<PostThing>");
}
