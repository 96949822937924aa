//! What an operation gives.

use insta::assert_snapshot;

use crate::support::{Emitted, V3_1, emit, emit_with_messages, path_item};

fn responses(responses: &str) -> Emitted {
    path_item(&format!(
        "
        get:
          operationId: getThing
          responses:{responses}
    "
    ))
}

/// What the marker says of the operation.
fn decoding(responses: &str) -> String {
    self::responses(responses).item("src/operations/get_thing.rs", "impl Operation for GetThing")
}

#[test]
fn one_type() {
    assert_snapshot!(decoding("
            '200': {description: A number., content: {application/json: {schema: {type: integer}}}}
            '404': {description: Not there.}
    "), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const FAILURES: Failures = Failures::of_any_body(&["404"]);

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn no_content() {
    assert_snapshot!(decoding("
            '204': {description: Done.}
    "), @r#"
    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn one_type_for_several_statuses() {
    assert_snapshot!(decoding("
            '201': {description: Made., content: {application/json: {schema: {type: integer}}}}
            '200': {description: Known., content: {application/json: {schema: {type: integer}}}}
            2XX: {description: Something else., content: {application/json: {schema: {type: integer}}}}
    "), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200 | 201 | 200..=299 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn several_types() {
    let emitted = responses("
            '200': {description: A number., content: {application/json: {schema: {type: integer}}}}
            '201': {description: A text., content: {application/json: {schema: {type: string, nullable: true}}}}
            '202': {description: Later.}
            '299': {description: Odd., content: {application/json: {schema: {type: object}}}}
            2XX: {description: Something else., content: {application/json: {}}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Operation for GetThing"), @r#"
    impl Operation for GetThing {
        type Output = GetThingOutput;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<GetThingOutput, Error> {
            match response.status() {
                200 => response.json().map(GetThingOutput::Ok),
                201 => response.json().map(GetThingOutput::Created),
                202 => Ok(GetThingOutput::Accepted),
                299 => response.json().map(GetThingOutput::Success),
                203..=299 => response.json().map(GetThingOutput::Success2),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThingOutput"), @"
    /// The output of [`GetThing`], by the status of the response.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum GetThingOutput {
        /// A number.
        Ok(i64),
        /// A text.
        Created(Option<String>),
        /// Later.
        Accepted,
        /// Odd.
        Success(Map<String, Value>),
        /// Something else.
        Success2(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl GetThingOutput"), @"
    impl GetThingOutput {
        /// The body of [`Ok`](Self::Ok).
        pub fn into_ok(self) -> Option<i64> {
            match self {
                Self::Ok(body) => Some(body),
                _ => None,
            }
        }

        /// The body of [`Created`](Self::Created).
        pub fn into_created(self) -> Option<Option<String>> {
            match self {
                Self::Created(body) => Some(body),
                _ => None,
            }
        }

        /// The body of [`Success`](Self::Success).
        pub fn into_success(self) -> Option<Map<String, Value>> {
            match self {
                Self::Success(body) => Some(body),
                _ => None,
            }
        }

        /// The body of [`Success2`](Self::Success2).
        pub fn into_success2(self) -> Option<Value> {
            match self {
                Self::Success2(body) => Some(body),
                _ => None,
            }
        }
    }
    ");
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod get_thing;

    pub use get_thing::{GetThing, GetThingOutput};
    ");
}

#[test]
fn a_range() {
    assert_snapshot!(decoding("
            2XX: {description: A number., content: {application/json: {schema: {type: integer}}}}
    "), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200..=299 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn default_is_what_success_looks_like_where_nothing_else_says_so() {
    assert_snapshot!(decoding("
            default: {description: A number., content: {application/json: {schema: {type: integer}}}}
    "), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200..=299 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn default_is_no_success_beside_one() {
    assert_snapshot!(decoding("
            '200': {description: A number., content: {application/json: {schema: {type: integer}}}}
            default: {description: Why not., content: {application/json: {schema: {type: string}}}}
    "), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const FAILURES: Failures = Failures::of::<Self>(&["default"]);

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn no_success_at_all() {
    assert_snapshot!(decoding("
            '404': {description: Never there.}
    "), @r#"
    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const FAILURES: Failures = Failures::of_any_body(&["404"]);

        fn decode(response: &RawResponse) -> Result<(), Error> {
            Err(response.unexpected())
        }
    }
    "#);
}

#[test]
fn inline_types_are_named_after_operation_and_status() {
    let emitted = responses("
            '200': {description: A., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
            '201': {description: B., content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
            4XX: {description: C., content: {application/json: {schema: {type: object, properties: {c: {type: string}}}}}}
            default: {description: D., content: {application/json: {schema: {type: object, properties: {d: {type: string}}}}}}
    ");
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod get_thing;

    pub use get_thing::{
        GetThing4xxResponse, GetThing201Response, GetThingDefaultResponse, GetThingResponse,
    };
    ");
}

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
    #[derive(Clone, Default, PartialEq)]
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

#[test]
fn one_type_beside_responses_without_a_body() {
    let emitted = responses(
        "
            '200': {description: A number., content: {application/json: {schema: {type: integer}}}}
            '201': {description: A number., content: {application/json: {schema: {type: integer}}}}
            '202': {description: Later.}
    ",
    );
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl GetThingOutput"), @"
    impl GetThingOutput {
        /// The body, whatever the status; `None` where there is none.
        pub fn into_body(self) -> Option<i64> {
            match self {
                Self::Ok(body) | Self::Created(body) => Some(body),
                _ => None,
            }
        }
    }
    ");
}

#[test]
fn statuses_that_have_no_body() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /things:
            get:
              operationId: getThing
              responses:
                '204': {description: Done., content: {application/json: {schema: {type: string}}}}
                '304': {description: As before., content: {application/json: {schema: {type: string}}}}
    ");
    assert_snapshot!(messages, @"
    W0010: a response with the status 204 has no body
    W0010: a response with the status 304 has no body
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl Operation for GetThing"), @r#"
    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const FAILURES: Failures = Failures::of_any_body(&["304"]);

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

/// Clippy wants three and more statuses in a row as a range.
#[test]
fn statuses_in_a_row() {
    let number = "{description: A number., content: {application/json: {schema: {type: integer}}}}";
    assert_snapshot!(decoding(&format!(" {{'201': {number}, '200': {number}, '202': {number}}}")), @r#"
    impl Operation for GetThing {
        type Output = i64;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<i64, Error> {
            match response.status() {
                200..=202 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

/// A body that is much larger than the others is boxed, and accessors return it unboxed.
#[test]
fn a_response_that_is_much_larger_than_the_others() {
    let fields: Vec<String> = (0..9).map(|n| format!("f{n}: {{type: string}}")).collect();
    let large = format!("{{type: object, properties: {{{}}}}}", fields.join(", "));
    let response = |schema: &str| {
        format!("{{description: It., content: {{application/json: {{schema: {schema}}}}}}}")
    };
    let (large, small) = (response(&large), response("{type: integer}"));
    let emitted = responses(&format!(" {{'200': {large}, '201': {small}}}"));
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThingOutput"), @"
    /// The output of [`GetThing`], by the status of the response.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum GetThingOutput {
        /// It.
        Ok(Box<models::GetThingResponse>),
        /// It.
        Created(i64),
    }
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl GetThingOutput"), @"
    impl GetThingOutput {
        /// The body of [`Ok`](Self::Ok).
        pub fn into_ok(self) -> Option<models::GetThingResponse> {
            match self {
                Self::Ok(body) => Some(*body),
                _ => None,
            }
        }

        /// The body of [`Created`](Self::Created).
        pub fn into_created(self) -> Option<i64> {
            match self {
                Self::Created(body) => Some(body),
                _ => None,
            }
        }
    }
    ");
}

#[test]
fn an_operation_without_responses() {
    let emitted = V3_1.path_item("get: {operationId: getThing}");
    assert_snapshot!(emitted.file("src/operations/get_thing.rs"), @r#"
    //! `GET /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getThing`, which [`Client::get_thing`] requests.
    pub enum GetThing {}

    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                200..=299 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /things`
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
    "#);
}

/// Redirects are successes where no other response can be one, and are not followed then.
#[test]
fn redirects_are_successes_where_nothing_else_is() {
    let redirects = |responses: &str| {
        let marker = decoding(responses);
        let lines = marker.lines().map(str::trim);
        let said = lines.filter(|line| line.contains("REDIRECTS") || line.contains("=>"));
        said.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(redirects("
            '302': {description: Elsewhere., headers: {Location: {schema: {type: string}}}}
            default: {description: Failed.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    302 => Ok(()),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            3XX: {description: Elsewhere., content: {application/json: {schema: {type: string}}}}
            '304': {description: As before.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    304 => Ok(GetThingOutput::NotModified),
    300..=399 => response.json().map(GetThingOutput::Redirection),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '200': {description: Here., content: {application/json: {schema: {type: string}}}}
            '307': {description: Elsewhere.}
    "), @"
    200 => response.json(),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '304': {description: As before.}
            default: {description: Here.}
    "), @"
    200..=299 => Ok(()),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '304': {description: As before.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    304 => Ok(()),
    _ => Err(response.unexpected()),
    ");
}

#[test]
fn a_redirect_imports_what_it_needs() {
    let emitted = responses(
        "
            '303': {description: Elsewhere.}
    ",
    );
    assert_snapshot!(emitted.file("src/operations/get_thing.rs"), @r#"
    //! `GET /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::redirect::Redirects;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getThing`, which [`Client::get_thing`] requests.
    pub enum GetThing {}

    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const REDIRECTS: Redirects = Redirects::Returned;

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                303 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /things`
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
    "#);
}
