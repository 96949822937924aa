//! The spans and events of calls, as a subscriber records them.

use crate::support::{
    Get, GetUser, Keys, Post, Script, Step, Token, refused, response, response_with,
};
use ::tracing::field::{Field, Visit};
use ::tracing::span::{Attributes, Id, Record};
use ::tracing::{Event, Metadata, Subscriber, subscriber};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{NoCredentials, Secret};
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::transport::{Body, TransportError};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A span or an event.
#[derive(Clone, Debug, Default)]
struct Item {
    target: String,
    level: String,
    fields: BTreeMap<String, String>,
    /// For an event, the number of the span within which it was recorded.
    within: Option<u64>,
}

impl Item {
    fn new(metadata: &Metadata<'_>) -> Self {
        Self {
            target: metadata.target().to_owned(),
            level: metadata.level().to_string(),
            ..Self::default()
        }
    }

    fn has(&self, fields: &[(&str, &str)]) -> bool {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.fields == fields.collect()
    }
}

impl Visit for Item {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields
            .insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields
            .insert(field.name().to_owned(), format!("{value:?}"));
    }
}

/// What is recorded.
#[derive(Default)]
struct Recorded {
    spans: Vec<Item>,
    events: Vec<Item>,
    entered: Vec<u64>,
}

/// A subscriber that records everything.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Recorded>>);

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut recorded = self.0.lock().unwrap();
        let mut item = Item::new(span.metadata());
        span.record(&mut item);
        recorded.spans.push(item);
        Id::from_u64(recorded.spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut recorded = self.0.lock().unwrap();
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut recorded.spans[index]);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut recorded = self.0.lock().unwrap();
        let mut item = Item::new(event.metadata());
        event.record(&mut item);
        item.within = recorded.entered.last().copied();
        recorded.events.push(item);
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().entered.push(span.into_u64());
    }

    fn exit(&self, _: &Id) {
        self.0.lock().unwrap().entered.pop();
    }
}

/// The spans and the events of a call that meets these steps, and all that they say as one text.
async fn recorded(
    base_url: &str,
    steps: impl IntoIterator<Item = Step>,
    call: impl AsyncFnOnce(Client<NoCredentials>),
) -> (Vec<Item>, Vec<Item>) {
    let recorder = Recorder::default();
    let client = Client::builder(NoCredentials)
        .base_url(base_url)
        .transport(Script::new(steps))
        .build()
        .unwrap();
    let guard = subscriber::set_default(recorder.clone());
    call(client).await;
    drop(guard);
    let recorded = recorder.0.lock().unwrap();
    (recorded.spans.clone(), recorded.events.clone())
}

async fn get(client: Client<NoCredentials>) {
    drop(Request::<Get>::new(&client).send().await);
}

#[tokio::test]
async fn a_call_is_a_span_with_the_fields_of_the_conventions() {
    let steps = [response(200, "1")];
    let (spans, _) = recorded("https://a.example/v1", steps, async |client| {
        let mut request = Request::<GetUser>::new(&client);
        request.parts.path("app", "a1");
        request.parts.path("user", "u1");
        request.send().await.unwrap();
    })
    .await;
    let [span] = &spans[..] else {
        panic!("{spans:?}");
    };
    assert_eq!(
        (span.target.as_str(), span.level.as_str()),
        ("blank_sdk", "INFO")
    );
    let fields = [
        ("otel.name", "GET /apps/{app}/users/{user}/data"),
        ("otel.kind", "client"),
        ("http.request.method", "GET"),
        ("url.template", "/apps/{app}/users/{user}/data"),
        ("server.address", "a.example"),
        ("server.port", "443"),
        ("http.response.status_code", "200"),
    ];
    assert!(span.has(&fields), "{span:?}");
}

#[tokio::test]
async fn an_attempt_is_an_event_within_the_span() {
    let steps = [response(503, ""), refused(), response(200, "1")];
    let (spans, events) = recorded("http://a.example:8080", steps, get).await;
    assert_eq!(spans[0].fields["http.request.resend_count"], "2");
    assert_eq!(spans[0].fields["http.response.status_code"], "200");
    assert_eq!(spans[0].fields["server.port"], "8080");
    assert!(!spans[0].fields.contains_key("error.type"));
    let expected: [&[_]; 3] = [
        &[
            ("message", "attempt"),
            ("http.request.resend_count", "0"),
            ("http.response.status_code", "503"),
            ("error.type", "503"),
        ],
        &[
            ("message", "attempt"),
            ("http.request.resend_count", "1"),
            ("error.type", "connect"),
        ],
        &[
            ("message", "attempt"),
            ("http.request.resend_count", "2"),
            ("http.response.status_code", "200"),
        ],
    ];
    assert_eq!(events.len(), 3);
    for (event, fields) in events.iter().zip(expected) {
        assert!(event.has(fields), "{event:?}");
        assert_eq!(event.within, Some(1));
        assert_eq!(event.level, "DEBUG");
    }
}

#[tokio::test]
async fn a_failure_has_the_type_of_its_error() {
    let failures = [
        (response(404, "{}"), "404"),
        (refused(), "connect"),
        (Step::Fail(TransportError::other("reset")), "transport"),
        (
            Step::Fail(TransportError::rejected("no")),
            "invalid_argument",
        ),
        (Step::Hang, "timeout"),
    ];
    for (step, error) in failures {
        let (spans, _) = recorded("http://[::1]", [step], async |client| {
            let request = Request::<Get>::new(&client).with_retries(0);
            request.send().await.unwrap_err();
        })
        .await;
        assert_eq!(spans[0].fields["error.type"], error);
        assert_eq!(spans[0].fields["otel.status_code"], "ERROR");
        assert_eq!(spans[0].fields["server.address"], "::1");
        assert_eq!(spans[0].fields["server.port"], "80");
    }
}

/// The values of everything that must not be recorded contain `zzz`.
#[tokio::test]
async fn neither_secrets_nor_ids_nor_bodies_are_recorded() {
    let headers = [
        ("location", "/zzz"),
        ("x-request-id", "zzz"),
        ("set-cookie", "zzz"),
    ];
    let steps = [
        response_with(302, &headers, Body::from("zzz")),
        response_with(503, &headers, Body::from("zzz")),
        Step::Fail(TransportError::connect("https://a.example/zzz?zzz")),
        response_with(200, &headers, Body::from("\"zzz\"")),
        response_with(200, &headers, Body::from("zzz")),
        response_with(400, &headers, Body::from("{\"zzz\":1}")),
    ];
    let (spans, events) = recorded("https://a.example", steps, async |client| {
        let keys = client.with_credentials(Keys {
            key: Secret::new("zzz-key"),
            secret: Secret::new("zzz-secret"),
        });
        let mut request = Request::<GetUser>::authorized::<Keys, _>(&keys);
        request.parts.path("app", "zzz");
        request.parts.path("user", "zzz");
        request.parts.query("mail", "zzz");
        let request = request.with_header("x-tenant", "zzz");
        request
            .with_timeout(Duration::from_secs(100))
            .send()
            .await
            .unwrap();
        let token = client.with_credentials(Token(Secret::new("zzz")));
        Request::<Get>::authorized::<Token, _>(&token)
            .send()
            .await
            .unwrap_err();
        let mut request = Request::<Post>::authorized::<Token, _>(&token);
        request.parts.json("zzz");
        request.send().await.unwrap_err();
    })
    .await;
    assert_eq!((spans.len(), events.len()), (3, 5));
    let text = format!("{spans:?}{events:?}");
    assert!(!text.contains("zzz"), "{text}");
}
