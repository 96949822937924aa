//! What the API says of failures.

use insta::assert_snapshot;

use super::responses;
use crate::support::{emit, path_item};

#[test]
fn one_error_type_for_all_failures() {
    let emitted = emit("
        paths:
          /a:
            get: {operationId: getA, responses: {'204': {description: Done.}, 4XX: {$ref: '#/components/responses/Bad'}}}
          /b:
            get: {operationId: getB, responses: {'204': {description: Done.}, '404': {description: Not there.}, default: {$ref: '#/components/responses/Bad'}}}
        components:
          responses: {Bad: {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}}
          schemas: {Error: {type: object, properties: {message: {type: string}}}}
    ");
    assert_snapshot!(emitted.file("src/error.rs"), @r#"
    //! The API's error body of a failed call.

    use crate::{Error, models};

    impl Error {
        /// The API's error body, decoded from the response.
        ///
        /// `None` if the response is not a failure, or if its body does not match the type.
        ///
        /// ```
        /// fn report(error: &things::Error) {
        ///     match error.api_error() {
        ///         Some(body) => eprintln!("{error}: {body:?}"),
        ///         None => eprintln!("{error}"),
        ///     }
        /// }
        /// ```
        pub fn api_error(&self) -> Option<models::Error> {
            self.decode_failure()
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/error.rs", "pub struct Error"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Error {
        pub message: Option<String>,
    }
    ");
}

#[test]
fn failures_of_several_types_are_an_enum_of_their_operation() {
    let emitted = responses("
            '204': {description: Done.}
            '304': {description: As before.}
            default: {description: Anything else., content: {application/json: {schema: {type: string}}}}
            5XX: {description: Broken., content: {text/plain: {schema: {type: string}}, text/html: {}}}
            '404': {description: ''}
            '400': {description: Bad., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
            '499': {description: Odd., content: {application/pdf: {}}}
    ");
    assert!(!emitted.paths("src/").contains("src/error.rs"));
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Fallible for GetThing"), @r#"
    impl Fallible for GetThing {
        type Failure = GetThingError;

        fn failure(failed: &Failed<'_>) -> Option<GetThingError> {
            match failed.status() {
                304 => Some(GetThingError::NotModified),
                400 => failed.json().map(GetThingError::BadRequest),
                404 => Some(GetThingError::NotFound),
                499 => failed
                    .bytes(&["application/pdf"])
                    .map(GetThingError::Status499),
                500..=599 => failed
                    .text(&["text/plain", "text/html"])
                    .map(GetThingError::ServerError),
                _ => failed.json().map(GetThingError::Default),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThingError"), @"
    /// The error body of [`GetThing`], by the status of the response.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum GetThingError {
        /// As before.
        NotModified,
        /// Bad.
        BadRequest(Box<models::GetThing400Response>),
        /// Failure.
        NotFound,
        /// Odd.
        Status499(Bytes),
        /// Broken.
        ServerError(String),
        /// Anything else.
        Default(String),
    }
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// [`error.api_error::<GetThing>()`](Error::api_error) returns the [`GetThingError`] of a
        /// failed call.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self) -> Request<GetThing> {
            Request::new(self)
        }
    }
    ");
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod get_thing;

    pub use get_thing::{GetThing, GetThingError};
    ");
}

/// Two operations, so that their errors differ over the document.
fn failure(responses: &str) -> String {
    let emitted = path_item(&format!(
        "
        get:
          operationId: getThing
          responses:{responses}
        put:
          operationId: putThing
          responses:
            '204': {{description: Done.}}
            '400': {{description: Bad., content: {{application/json: {{schema: {{type: boolean}}}}}}}}
    "
    ));
    emitted.item("src/operations/get_thing.rs", "impl Fallible for GetThing")
}

#[test]
fn failures_of_one_type() {
    assert_snapshot!(failure("
            '204': {description: Done.}
            '404': {description: Bad., content: {application/json: {schema: {type: string}}}}
            '400': {description: Bad., content: {application/json: {schema: {type: string}}}}
            '500': {description: Broken.}
    "), @"
    impl Fallible for GetThing {
        type Failure = String;

        fn failure(failed: &Failed<'_>) -> Option<String> {
            match failed.status() {
                400 | 404 => failed.json(),
                _ => None,
            }
        }
    }
    ");
}

#[test]
fn a_status_without_a_body_is_told_from_those_that_have_one() {
    assert_snapshot!(failure("
            '204': {description: Done.}
            '404': {description: Not there.}
            '409': {description: Bad., content: {application/json: {schema: {type: string}}}}
            4XX: {description: Not there.}
            default: {description: Bad., content: {application/json: {schema: {type: string}}}}
    "), @"
    impl Fallible for GetThing {
        type Failure = String;

        fn failure(failed: &Failed<'_>) -> Option<String> {
            match failed.status() {
                404 => None,
                409 => failed.json(),
                400..=499 => None,
                _ => failed.json(),
            }
        }
    }
    ");
}

#[test]
fn failures_of_any_status() {
    assert_snapshot!(failure("
            '204': {description: Done.}
            '404': {description: Bad., content: {application/json: {schema: {type: string}}}}
            default: {description: Bad., content: {application/json: {schema: {type: string}}}}
    "), @"
    impl Fallible for GetThing {
        type Failure = String;

        fn failure(failed: &Failed<'_>) -> Option<String> {
            failed.json()
        }
    }
    ");
}

#[test]
fn failures_told_by_their_media_types() {
    let emitted = responses("
            '204': {description: Done.}
            '400':
              description: Bad.
              content:
                application/json: {schema: {type: string}}
                application/problem+json: {schema: {type: object, properties: {title: {type: string}}}}
                text/json: {schema: {type: string}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Fallible for GetThing"), @r#"
    impl Fallible for GetThing {
        type Failure = GetThingError;

        fn failure(failed: &Failed<'_>) -> Option<GetThingError> {
            match failed.status() {
                400 if failed.is_one_of(&["application/problem+json"]) => {
                    failed.json().map(GetThingError::BadRequestProblemJson)
                }
                400 => failed.json().map(GetThingError::BadRequest),
                _ => None,
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThingError"), @"
    /// The error body of [`GetThing`], by the status of the response.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum GetThingError {
        /// Bad.
        BadRequest(String),
        /// Bad.
        BadRequestProblemJson(Box<models::GetThing400ResponseProblemJson>),
    }
    ");
}
