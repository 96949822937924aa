//! Response headers.

use insta::assert_snapshot;

use crate::support::{emit, emit_with_messages, path_item};

#[test]
fn a_constant_for_each() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: getThings
              responses:
                '200':
                  description: Some.
                  headers:
                    X-Total: {description: How many there are., schema: {type: integer, format: int32}}
                    X-Ratio: {schema: {type: number}}
                    X-Last: {required: true, schema: {type: boolean, nullable: true}}
                    X-Ids: {schema: {type: array, items: {type: integer}}}
                    Last-Modified: {deprecated: true, schema: {type: string, format: date-time}}
                    X-Kind: {schema: {type: string, enum: [big, small]}}
                    X-Meta: {content: {application/json: {schema: {type: object}}}}
                    X-Any: {schema: {}}
                    content-type: {schema: {type: string}}
                    Access-Control-Allow-Origin: {schema: {type: string}}
                    Link: {$ref: '#/components/headers/Link'}
                '429': {description: Later., headers: {Retry-After: {schema: {type: integer}}}}
            put:
              operationId: putThings
              responses: {'204': {description: Done., headers: {x-total: {schema: {type: integer, format: int32}}, link: {$ref: '#/components/headers/Link'}}}}
        components:
          headers: {Link: {description: Where the next ones are., schema: {type: string}}}
    ");
    assert_snapshot!(emitted.file("src/headers.rs"), @r#"
    //! The documented response headers, with the types of their values.
    //! [`Response::header`](crate::Response::header) and [`Error::header`](crate::Error::header) return them.

    use crate::{Header, Timestamp, models};
    use serde_json::{Map, Value};

    /// The header `last-modified`.
    #[deprecated]
    pub const LAST_MODIFIED: Header<Timestamp> = Header::new("last-modified");

    /// Where the next ones are.
    pub const LINK: Header<String> = Header::new("link");

    /// The header `retry-after`.
    pub const RETRY_AFTER: Header<i64> = Header::new("retry-after");

    /// The header `x-any`.
    pub const X_ANY: Header<String> = Header::new("x-any");

    /// The header `x-ids`.
    pub const X_IDS: Header<Vec<i64>> = Header::new("x-ids");

    /// The header `x-kind`.
    pub const X_KIND: Header<models::GetThingsHeaderXKind> = Header::new("x-kind");

    /// The header `x-last`.
    pub const X_LAST: Header<bool> = Header::new("x-last");

    /// The header `x-meta`.
    pub const X_META: Header<Map<String, Value>> = Header::json("x-meta");

    /// The header `x-ratio`.
    pub const X_RATIO: Header<f64> = Header::new("x-ratio");

    /// How many there are.
    pub const X_TOTAL: Header<i32> = Header::new("x-total");
    "#);
    assert_snapshot!(emitted.item("src/operations/get_things.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// Response headers: [`X_TOTAL`](crate::headers::X_TOTAL),
        /// [`X_RATIO`](crate::headers::X_RATIO), [`X_LAST`](crate::headers::X_LAST),
        /// [`X_IDS`](crate::headers::X_IDS), [`LAST_MODIFIED`](crate::headers::LAST_MODIFIED),
        /// [`X_KIND`](crate::headers::X_KIND), [`X_META`](crate::headers::X_META),
        /// [`X_ANY`](crate::headers::X_ANY), [`LINK`](crate::headers::LINK),
        /// [`RETRY_AFTER`](crate::headers::RETRY_AFTER).
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_things().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_things(&self) -> Request<GetThings> {
            Request::new(self)
        }
    }
    ");
    assert_snapshot!(emitted.item("src/operations/put_things.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `PUT /things`
        ///
        /// Response headers: [`X_TOTAL`](crate::headers::X_TOTAL), [`LINK`](crate::headers::LINK).
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.put_things().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn put_things(&self) -> Request<PutThings> {
            Request::new(self)
        }
    }
    ");
}

#[test]
fn a_name_with_two_types() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /things:
            get:
              operationId: getThings
              responses: {'204': {description: Done., headers: {X-Total: {schema: {type: integer}}}}}
            put:
              operationId: putThings
              responses: {'204': {description: Done., headers: {X-Total: {schema: {type: boolean}}}}}
            post:
              operationId: postThings
              responses:
                '201': {description: Done., headers: {X-Total: {schema: {type: boolean}}}}
                '202': {description: Done., headers: {X-Total: {schema: {type: integer}}}}
    ");
    assert_eq!(
        messages,
        "W0002: the header `X-Total` has another type in another response of the operation\n"
    );
    assert_snapshot!(emitted.file("src/headers.rs"), @r#"
    //! The documented response headers, with the types of their values.
    //! [`Response::header`](crate::Response::header) and [`Error::header`](crate::Error::header) return them.

    use crate::Header;

    /// The header `x-total`.
    pub const POST_THINGS_X_TOTAL: Header<String> = Header::new("x-total");

    /// The header `x-total`.
    pub const PUT_THINGS_X_TOTAL: Header<bool> = Header::new("x-total");

    /// The header `x-total`.
    pub const X_TOTAL: Header<i64> = Header::new("x-total");
    "#);
}

#[test]
fn what_no_header_can_hold() {
    let (emitted, messages) = emit_with_messages(
        "
        paths:
          /things:
            get:
              operationId: getThings
              responses:
                '204':
                  description: Done.
                  headers:
                    X-Object: {schema: {type: object, additionalProperties: {type: string}}}
                    X-Lists: {schema: {type: array, items: {type: array, items: {type: string}}}}
                    X Space: {schema: {type: string}}
    ",
    );
    assert_snapshot!(messages, @"
    W0002: the value of the header `X-Object` is not decoded
    W0002: the value of the header `X-Lists` is not decoded
    W0003: `X Space` is not a valid name of a header
    ");
    assert_snapshot!(emitted.file("src/headers.rs"), @r#"
    //! The documented response headers, with the types of their values.
    //! [`Response::header`](crate::Response::header) and [`Error::header`](crate::Error::header) return them.

    use crate::Header;

    /// The header `x-lists`.
    pub const X_LISTS: Header<String> = Header::new("x-lists");

    /// The header `x-object`.
    pub const X_OBJECT: Header<String> = Header::new("x-object");
    "#);
}

#[test]
fn no_headers_no_file() {
    let emitted = path_item("
        get:
          operationId: getThing
          responses: {'204': {description: Done., headers: {Content-Type: {schema: {type: string}}}}}
    ");
    assert!(!emitted.paths("src/").contains("/header"));
}
