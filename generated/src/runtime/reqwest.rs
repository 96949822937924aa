//! The transport over reqwest.

use crate::runtime::body::{Body, Chunks};
use crate::runtime::error::{Error, Kind};
use crate::runtime::transport::{BoxFuture, Transport, TransportError};
use bytes::Bytes;
use http::{Method, StatusCode};
use reqwest::Url;
use reqwest::redirect::Policy;
use std::time::Duration;

/// How many redirects are followed.
const REDIRECTS: usize = 5;

/// Sends requests through a reqwest client, on tokio's timer.
pub(crate) struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// The settings where the user has none of their own.
    pub(crate) fn default_builder() -> reqwest::ClientBuilder {
        // A connection that takes this long will not come: ending it early leaves time for another attempt.
        reqwest::Client::builder().connect_timeout(Duration::from_secs(10))
    }

    pub(crate) fn new(builder: reqwest::ClientBuilder) -> Result<Self, Error> {
        let client = builder
            .redirect(Policy::none())
            .referer(false)
            .build()
            .map_err(|error| {
                let source = Box::new(error.without_url());
                Error::of_setup(Kind::Setup("the HTTP client cannot be built"), Some(source))
            })?;
        Ok(Self { client })
    }

    /// Sends a request, and again where the answer sends it elsewhere in the same origin.
    async fn follow(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<reqwest::Response, TransportError> {
        let mut request = reqwest::Request::try_from(request).map_err(transport_error)?;
        let mut left = match *request.method() {
            Method::GET | Method::HEAD => REDIRECTS,
            _ => 0,
        };
        while left > 0 {
            // Only a streamed body cannot be cloned, and there is none.
            let Some(next) = request.try_clone() else {
                break;
            };
            let response = self
                .client
                .execute(request)
                .await
                .map_err(transport_error)?;
            let Some(target) = redirect_target(&response) else {
                return Ok(response);
            };
            request = next;
            *request.url_mut() = target;
            left -= 1;
        }
        self.client.execute(request).await.map_err(transport_error)
    }
}

/// Where a redirect leads, if it stays in its origin: what leaves it must not take credentials along.
fn redirect_target(response: &reqwest::Response) -> Option<Url> {
    match response.status() {
        StatusCode::MOVED_PERMANENTLY
        | StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::PERMANENT_REDIRECT => {}
        _ => return None,
    }
    let location = response
        .headers()
        .get(http::header::LOCATION)?
        .to_str()
        .ok()?;
    let target = response.url().join(location).ok()?;
    let same_origin = target.origin() == response.url().origin();
    let no_user = target.username().is_empty() && target.password().is_none();
    (same_origin && no_user).then_some(target)
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    if error.is_connect() {
        TransportError::connect(error)
    } else if error.is_timeout() {
        TransportError::timeout(error)
    } else {
        TransportError::other(error)
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut response = self.follow(request).await?;
            let mut head = http::Response::new(());
            *head.status_mut() = response.status();
            *head.version_mut() = response.version();
            *head.headers_mut() = std::mem::take(response.headers_mut());
            Ok(head.map(|()| Body::from_chunks(ReqwestBody { response })))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

struct ReqwestBody {
    response: reqwest::Response,
}

impl Chunks for ReqwestBody {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { self.response.chunk().await.map_err(transport_error) })
    }
}
