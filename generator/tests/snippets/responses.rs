//! What an operation gives.

use insta::assert_snapshot;

use crate::support::{Emitted, emit, path_item};

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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<i64, Error> {
            match answer.status() {
                200 => answer.json(),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<(), Error> {
            match answer.status() {
                204 => Ok(()),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<i64, Error> {
            match answer.status() {
                200 | 201 | 200..=299 => answer.json(),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<GetThingOutput, Error> {
            match answer.status() {
                200 => answer.json().map(GetThingOutput::Ok),
                201 => answer.json().map(GetThingOutput::Created),
                202 => Ok(GetThingOutput::Accepted),
                299 => answer.json().map(GetThingOutput::Success),
                200..=299 => answer.json().map(GetThingOutput::Success2),
                _ => Err(answer.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThingOutput"), @"
    /// What [`GetThing`] gives, by the status of the answer.
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<i64, Error> {
            match answer.status() {
                200..=299 => answer.json(),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<i64, Error> {
            match answer.status() {
                200..=299 => answer.json(),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<i64, Error> {
            match answer.status() {
                200 => answer.json(),
                _ => Err(answer.unexpected()),
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
        const METHOD: Method = Method::GET;
        const PATH: &'static str = "/things";

        fn decode(answer: &Answer) -> Result<(), Error> {
            Err(answer.unexpected())
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
    assert_snapshot!(emitted.file("src/error.rs"), @"
    //! What the API says of a failed call.

    use crate::{Error, models};

    impl Error {
        /// The API's own account of what went wrong, decoded from the body of the answer.
        ///
        /// `None` where the answer reports no failure, or where its body is of another shape.
        pub fn api_error(&self) -> Option<models::Error> {
            self.decode_failure()
        }
    }
    ");
    assert_snapshot!(emitted.item("src/models/error.rs", "pub struct Error"), @"
    /// The object `Error`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Error {
        /// The property `message`.
        pub message: Option<String>,
    }
    ");
}

#[test]
fn failures_of_several_types_have_no_common_error() {
    let emitted = responses("
            '204': {description: Done.}
            '400': {description: Bad., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
            '500': {description: Worse., content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
    ");
    assert!(!emitted.paths("src/").contains("src/error.rs"));
}
