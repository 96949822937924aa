//! Mocks: which responses they give and refuse, which calls they record, and how time passes.

use crate::support::{Get, GetUser, Keys, Mint, Post, Put, texts};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{Authorization, Credentials, NoCredentials, Secret};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::failure::{Failed, Fallible};
use blank_sdk::runtime::failures::Failures;
use blank_sdk::runtime::mock::Mock;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::{Body, TransportError};
use blank_sdk::wire_object;
use bytes::Bytes;
use serde_json::{Value, json};
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

#[derive(Clone)]
struct Pet {
    id: u32,
    name: Option<String>,
}

wire_object! {
    Pet {
        id: "id",
        name: "name",
    }
}

#[derive(Clone)]
struct Problem {
    code: Option<String>,
}

wire_object! {
    Problem {
        code: "code",
    }
}

enum GetPet {}

impl Operation for GetPet {
    type Output = Pet;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/pets/{id}";
    const FAILURES: Failures = Failures::of_json::<Problem>(&["404", "5XX"]);

    fn decode(response: &RawResponse) -> Result<Pet, Error> {
        match response.status() {
            200 => response.json(),
            _ => Err(response.unexpected()),
        }
    }
}

enum DeletePet {}

impl Operation for DeletePet {
    type Output = ();
    const METHOD: &'static str = "DELETE";
    const PATH: &'static str = "/pets/{id}";
    const FAILURES: Failures = Failures::of::<Self>(&["404", "default"]);

    fn decode(response: &RawResponse) -> Result<(), Error> {
        match response.status() {
            204 => Ok(()),
            _ => Err(response.unexpected()),
        }
    }
}

impl Fallible for DeletePet {
    type Failure = Problem;

    fn failure(failed: &Failed<'_>) -> Option<Problem> {
        match failed.status() {
            404 => failed.json(),
            _ => None,
        }
    }
}

fn pet(id: u32) -> Pet {
    let name = Some("Rex".to_owned());
    Pet { id, name }
}

fn get_pet(mock: &Mock, id: &str) -> Request<GetPet> {
    let mut request = Request::new(&mock.client(NoCredentials).unwrap());
    request.parts.path("id", id);
    request
}

/// The message of a panic.
fn refusal(add: impl FnOnce() -> Mock + std::panic::UnwindSafe) -> String {
    let panic = catch_unwind(add).unwrap_err();
    panic.downcast_ref::<String>().unwrap().clone()
}

#[tokio::test]
async fn an_operation_has_its_response() {
    let mock = Mock::new().on::<GetPet>().respond(200, &pet(7));
    assert!(get_pet(&mock, "7").send().await.unwrap() == pet(7));
    assert!(
        get_pet(&mock, "8").send().await.unwrap() == pet(7),
        "the last one stays"
    );
    let response = get_pet(&mock, "7").send_raw().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
}

#[tokio::test]
async fn responses_are_given_in_order() {
    let mock = Mock::new();
    mock.on::<GetPet>().respond(200, &pet(1));
    mock.on::<GetPet>()
        .header("x-page", "2")
        .respond(200, &pet(2));
    mock.on::<GetPet>().respond(404, &json!({"code": "gone"}));
    assert_eq!(get_pet(&mock, "7").await.unwrap().id, 1);
    let second = get_pet(&mock, "7").send_raw().await.unwrap();
    assert_eq!(second.headers()["x-page"], "2");
    for _ in 0..2 {
        let error = get_pet(&mock, "7").await.unwrap_err();
        assert_eq!(error.status().unwrap(), 404);
        assert_eq!(error.decode::<Problem>().unwrap().code.unwrap(), "gone");
    }
}

#[test]
fn what_is_not_documented_is_refused() {
    let on = || Mock::new().on::<GetPet>();
    assert_eq!(
        refusal(|| on().respond(201, &pet(7))),
        "201 is not a response of `GetPet`: its status is not documented"
    );
    assert_eq!(
        refusal(|| on().respond(200, &json!({"id": 7, "nmae": "Rex"}))),
        "200 is not a response of `GetPet`: it has an unknown property at `$.nmae`"
    );
    assert!(refusal(|| on().respond(200, &json!({"name": "Rex"}))).contains("missing field `id`"));
    assert!(refusal(|| on().respond(200, &json!({"id": "7"}))).contains("at `id`: expected"));
    assert!(refusal(|| on().respond_empty(200)).ends_with("is empty, not JSON"));
    assert_eq!(
        refusal(|| on().respond(400, &json!({}))),
        "400 is not a response of `GetPet`: its status is not documented"
    );
    assert_eq!(
        refusal(|| on().respond(404, &pet(7))),
        "404 is not a response of `GetPet`: it has an unknown property at `$.id`"
    );
    assert_eq!(
        refusal(|| on().respond(404, &json!({"code": 7}))),
        "404 is not a response of `GetPet`: its body is not of the documented type"
    );
    assert_eq!(
        refusal(|| on().respond(99, &pet(7))),
        "99 is not a valid status code"
    );
    on().respond(404, &json!({"code": null}));
    on().respond(503, &json!({}));
    on().respond_empty(503);
}

#[test]
fn the_failures_of_an_operation_are_its_own() {
    let on = || Mock::new().on::<DeletePet>();
    on().respond_empty(204);
    on().respond_empty(418);
    on().respond(404, &json!({"code": "gone"}));
    assert!(refusal(|| on().respond(404, &json!([]))).ends_with("the documented type"));
    assert!(refusal(|| on().respond(418, &json!({}))).ends_with("the documented type"));
    assert!(refusal(|| on().respond_empty(202)).ends_with("not documented"));
}

#[tokio::test]
async fn a_function_may_respond_with_anything() {
    let mock = Mock::new()
        .on::<GetPet>()
        .header("x-trace", "1")
        .respond_with(|call| {
            let id: u32 = call.path("id").unwrap().parse().unwrap();
            let body = serde_json::to_vec(&pet(id)).unwrap();
            Ok(http::Response::new(Body::from(body)))
        });
    assert_eq!(get_pet(&mock, "7").await.unwrap().id, 7);
    let nine = get_pet(&mock, "9").send_raw().await.unwrap();
    assert_eq!(nine.body().id, 9);
    assert_eq!(nine.headers()["x-trace"], "1");
}

#[tokio::test]
async fn a_call_without_a_response_is_an_error_that_says_so() {
    let mock = Mock::new().on::<GetPet>().respond(200, &pet(7));
    let mut request = Request::<GetUser>::new(&mock.client(NoCredentials).unwrap());
    request.parts.path("app", "secret-app");
    request.parts.path("user", "secret-user");
    let error = request.send().await.unwrap_err();
    let texts = texts(&error);
    assert!(
        texts.contains("the mock has no response for `GetUser`; it has responses for `GetPet`")
    );
    assert!(texts.contains("GET /apps/{app}/users/{user}/data"));
    assert!(!texts.contains("secret"));
    assert_eq!(
        mock.calls::<GetUser>().len(),
        1,
        "it is recorded, and not retried"
    );
    let error = get_pet(&Mock::new(), "7").await.unwrap_err();
    assert!(self::texts(&error).contains("it has responses for no operation"));
}

#[tokio::test]
async fn calls_are_recorded_by_operation() {
    let mock = Mock::new();
    mock.on::<GetPet>().respond(200, &pet(7));
    mock.on::<Post>().respond(200, &json!(null));
    get_pet(&mock, "a b/c")
        .with_header("x-trace", "1")
        .await
        .unwrap();
    let mut request = Request::<Post>::new(&mock.client(NoCredentials).unwrap());
    request.parts.query("sort", "näme&more");
    request.parts.query("tag", vec!["a", "b"]);
    request.parts.json(pet(8));
    request.send().await.unwrap();
    assert_eq!(mock.all_calls().len(), 2);
    let calls = mock.calls::<GetPet>();
    let [call] = &*calls else { panic!("one call") };
    assert_eq!(call.method(), "GET");
    assert_eq!(call.path_template(), "/pets/{id}");
    assert_eq!(call.path("id"), Some("a b/c"));
    assert_eq!(call.path("name"), None);
    assert_eq!(call.header("x-trace"), Some("1"));
    assert_eq!(call.headers()["accept"], "application/json");
    assert_eq!(call.body(), &Bytes::new());
    let calls = mock.calls::<Post>();
    let [call] = &*calls else { panic!("one call") };
    assert_eq!(call.query("sort"), Some("näme&more"));
    let pairs = [("sort", "näme&more"), ("tag", "a"), ("tag", "b")];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(call.query_pairs(), pairs);
    assert!(call.json::<Pet>().unwrap() == pet(8));
    let error = call.json::<Vec<Value>>().unwrap_err();
    assert!(error.is_decode());
}

#[tokio::test]
async fn a_streamed_body_is_recorded_as_a_whole() {
    let mock = Mock::new().on::<Post>().respond(200, &json!(null));
    let mut request = Request::<Post>::new(&mock.client(NoCredentials).unwrap());
    let body = Body::joined([Body::from("ab"), Body::from("cd")]);
    request.parts.plain("text/plain", body);
    request.send().await.unwrap();
    assert_eq!(mock.calls::<Post>()[0].body(), "abcd");
}

/// A key in a header, and one in the query.
struct Both(Keys);

impl Credentials for Both {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        self.0.authorize(authorization);
        authorization.query("key", &Secret::new("secret-query"));
    }
}

#[tokio::test]
async fn secrets_are_not_recorded() {
    let mock = Mock::new().on::<Get>().respond(200, &json!("secret-body"));
    let keys = Keys {
        key: Secret::new("secret-key"),
        secret: Secret::new("secret-secret"),
    };
    let client = mock.client(Both(keys)).unwrap();
    let mut request = Request::<Get>::authorized::<Both, _>(&client);
    request.parts.query("page", 2);
    request.send().await.unwrap();
    let calls = mock.calls::<Get>();
    let [call] = &*calls else { panic!("one call") };
    assert_eq!(call.query_pairs(), [("page".to_owned(), "2".to_owned())]);
    assert_eq!(call.header("x-key"), None);
    let shown = format!(
        "{mock:?} {call:?} {:?} {:?}",
        call.headers(),
        call.query_pairs()
    );
    assert!(!shown.contains("secret-"), "{shown}");
    assert!(
        shown.starts_with("Mock { responses: {\"Get\": 1}, calls: [MockCall(GET /things)], .. }")
    );
}

#[tokio::test]
async fn no_attempt_waits() {
    let mock = Mock::new();
    mock.on::<GetPet>().refuse_connection();
    mock.on::<GetPet>()
        .header("retry-after", "20")
        .respond_empty(503);
    mock.on::<GetPet>().respond(200, &pet(7));
    let started = Instant::now();
    let response = get_pet(&mock, "7").send_raw().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(mock.calls::<GetPet>().len(), 3);
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn failures_of_the_connection() {
    let mock = Mock::new();
    mock.on::<Mint>().refuse_connection();
    let client = Client::builder(NoCredentials)
        .base_url("https://api.example.com")
        .transport(mock.clone())
        .max_retries(0)
        .build()
        .unwrap();
    assert!(
        Request::<Mint>::new(&client)
            .await
            .unwrap_err()
            .is_connect()
    );
    mock.on::<Put>().time_out();
    assert!(Request::<Put>::new(&client).await.unwrap_err().is_timeout());
    mock.on::<Get>()
        .respond_with(|_| Err(TransportError::other("reset")));
    let error = Request::<Get>::new(&client).await.unwrap_err();
    assert!(texts(&error).contains("reset"));
}

#[tokio::test]
async fn a_delay_takes_no_time_but_counts() {
    let mock = Mock::new();
    mock.on::<GetPet>()
        .after(Duration::from_secs(20))
        .respond(200, &pet(7));
    let started = Instant::now();
    let second = Duration::from_secs(1);
    get_pet(&mock, "7").with_timeout(second * 21).await.unwrap();
    let error = get_pet(&mock, "7")
        .with_timeout(second * 19)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    get_pet(&mock, "7").with_timeout(second * 21).await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn calls_at_the_same_time_end_in_the_order_of_their_delays() {
    let mock = Mock::new();
    for id in [3, 1, 2] {
        let delay = Duration::from_secs(u64::from(id));
        mock.on::<GetPet>().after(delay).respond(200, &pet(id));
    }
    let ended = std::sync::Mutex::new(Vec::new());
    let call = async || {
        let pet = get_pet(&mock, "7").await.unwrap();
        ended.lock().unwrap().push(pet.id);
    };
    tokio::join!(call(), call(), call());
    assert_eq!(*ended.lock().unwrap(), [1, 2, 3]);
}

#[tokio::test]
async fn time_may_pass_as_that_of_a_timer() {
    let mock = Mock::with_timer(|duration| Box::pin(tokio::time::sleep(duration)));
    let delay = Duration::from_millis(20);
    mock.on::<GetPet>().after(delay).respond(200, &pet(7));
    let started = Instant::now();
    get_pet(&mock, "7").await.unwrap();
    assert!(started.elapsed() >= delay);
}
