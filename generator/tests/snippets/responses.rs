//! What an operation gives.

mod failures;
mod redirects;

use insta::assert_snapshot;

use crate::support::{Emitted, V3_1, emit_with_messages, path_item};

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
