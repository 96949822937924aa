//! Services of tower as transports.

use crate::server;
use crate::support::{Get, Mint, Put, bytes};
use ::tower::{ServiceBuilder, service_fn};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::reqwest::ReqwestTransport;
use blank_sdk::runtime::tower::TowerTransport;
use blank_sdk::runtime::transport::{Body, Transport, TransportError};
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tower_service::Service;

fn client(transport: impl Transport) -> Client<NoCredentials> {
    let builder = Client::builder(NoCredentials).transport(transport);
    builder.build().unwrap()
}

#[tokio::test]
async fn a_layer_limits_the_rate_of_all_calls() {
    const PERIOD: Duration = Duration::from_millis(100);
    let url = server::start(|_, mut connection| {
        while !connection.head().is_empty() {
            connection.respond(200, "", "1");
        }
    });
    let settings = ReqwestTransport::builder().no_proxy();
    let service = ServiceBuilder::new()
        .buffer(8)
        .rate_limit(1, PERIOD)
        .service(ReqwestTransport::new(settings).unwrap());
    let client = Client::builder(NoCredentials)
        .base_url(&url)
        .transport(TowerTransport::new(service))
        .build()
        .unwrap();
    let started = Instant::now();
    let (one, other, third) = tokio::join!(
        Request::<Get>::new(&client).send(),
        Request::<Get>::new(&client).send(),
        Request::<Get>::new(&client).send(),
    );
    assert_eq!(
        (one.unwrap(), other.unwrap(), third.unwrap()),
        (1.into(), 1.into(), 1.into())
    );
    assert!(started.elapsed() >= 2 * PERIOD, "{:?}", started.elapsed());
}

/// A service that is not ready when it is first asked, and gives the body of a request back.
#[derive(Clone, Default)]
struct Slow {
    asked: usize,
    called: Arc<AtomicUsize>,
}

impl Service<http::Request<Body>> for Slow {
    type Response = http::Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<http::Response<String>, Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.asked += 1;
        context.waker().wake_by_ref();
        if self.asked < 3 {
            Poll::Pending
        } else {
            Poll::Ready(Ok(()))
        }
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        assert_eq!(self.asked, 3);
        self.called.fetch_add(1, Ordering::Relaxed);
        let body = String::from_utf8(bytes(request.body()).to_vec()).unwrap();
        ready(Ok(http::Response::new(body)))
    }
}

#[tokio::test]
async fn a_request_waits_until_the_service_is_ready() {
    let service = Slow::default();
    let client = client(TowerTransport::new(service.clone()));
    for _ in 0..2 {
        let mut request = Request::<Put>::new(&client);
        request.parts.json("back");
        assert_eq!(request.send().await.unwrap(), "back");
    }
    assert_eq!(service.called.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn an_error_of_the_service_is_one_of_the_transport() {
    let service = service_fn(|_: http::Request<Body>| async {
        Err::<http::Response<String>, _>("overloaded")
    });
    let client = client(TowerTransport::new(service));
    let error = Request::<Mint>::new(&client).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "PUT /things failed before a response was received"
    );
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "overloaded"
    );
}

#[tokio::test]
async fn an_error_of_a_transport_within_keeps_its_meaning() {
    let service = service_fn(|_: http::Request<Body>| async {
        let error: Box<dyn std::error::Error + Send + Sync> =
            TransportError::connect("refused").into();
        Err::<http::Response<String>, _>(error)
    });
    let client = client(TowerTransport::new(service));
    let request = Request::<Mint>::new(&client).with_retries(0);
    assert!(request.send().await.unwrap_err().is_connect());
}
