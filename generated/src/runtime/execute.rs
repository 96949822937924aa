//! One call: its attempts, its time budget and the bound of its answer.

use crate::runtime::answer::Answer;
use crate::runtime::body::Body;
use crate::runtime::client::Core;
use crate::runtime::error::{Error, Kind, Label};
use crate::runtime::parts::Parts;
use crate::runtime::race::race;
use crate::runtime::received::{ReadError, Reading, drain};
use crate::runtime::retry::{self, Repetition};
use crate::runtime::transport::{Reason, TransportError};
use bytes::Bytes;
use std::future::pending;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Sends a request, again where that is safe, and reads the answer, all within the call's time.
///
/// It is the one place where the SDK waits, and it is the same code for every operation.
pub(crate) async fn execute(parts: Parts) -> Result<Answer, Error> {
    let core = Arc::clone(&parts.core);
    let label = parts.label.clone();
    let timeout = parts.timeout.unwrap_or(core.timeout);
    let mut call = Call {
        retries: parts.retries.unwrap_or(core.max_retries),
        repetition: Repetition::of(&label.method, parts.idempotent),
        request: parts.into_http_request()?,
        core: Arc::clone(&core),
        label,
        timeout,
        started: Instant::now(),
        attempts: 0,
        reading: None,
    };
    let outcome = race(call.run(), || core.transport.sleep(timeout)).await;
    outcome.unwrap_or_else(|| Err(call.error(Kind::Timeout, None)))
}

struct Call {
    core: Arc<Core>,
    label: Label,
    request: http::Request<Bytes>,
    repetition: Repetition,
    retries: u32,
    timeout: Duration,
    started: Instant,
    attempts: u32,
    /// What has been read of the last answer; it outlives the work that a timeout ends.
    reading: Option<Reading>,
}

impl Call {
    async fn run(&mut self) -> Result<Answer, Error> {
        loop {
            self.attempts = self.attempts.saturating_add(1);
            let outcome = self.core.transport.send(self.request.clone()).await;
            let wait = self.wait_before_repetition(&outcome);
            match (outcome, wait) {
                (Ok(response), None) => return self.read(response).await,
                (Err(error), None) => return Err(self.transport_error(error)),
                (Ok(response), Some(wait)) => self.wait(wait, response.into_body()).await,
                (Err(_), Some(wait)) => self.wait(wait, Body::empty()).await,
            }
        }
    }

    /// How long to wait before the request is sent again; `None` where it is not.
    fn wait_before_repetition(
        &self,
        outcome: &Result<http::Response<Body>, TransportError>,
    ) -> Option<Duration> {
        if self.attempts > self.retries {
            return None;
        }
        let (allowed, headers) = match outcome {
            Ok(response) => (
                self.repetition.allowed_after_status(response.status()),
                Some(response.headers()),
            ),
            Err(error) => (retry::allowed_after_error(error), None),
        };
        if !allowed {
            return None;
        }
        let wait = retry::wait(self.attempts - 1, headers);
        // An answer now is worth more than a timeout later.
        let left = self.timeout.saturating_sub(self.started.elapsed());
        (wait < left).then_some(wait)
    }

    /// Waits, and reads the rest of an answer meanwhile: its connection can then be used again.
    async fn wait(&self, wait: Duration, rest: Body) {
        let work = async {
            drain(rest).await;
            pending::<()>().await;
        };
        race(work, || self.core.transport.sleep(wait)).await;
    }

    async fn read(&mut self, response: http::Response<Body>) -> Result<Answer, Error> {
        let (head, mut body) = response.into_parts();
        let reading = self.reading.insert(Reading::new(head.status, head.headers));
        let outcome = reading
            .read(&mut body, &self.label.method, self.core.max_response_bytes)
            .await;
        match outcome {
            Ok(()) => Ok(Answer::new(
                self.label.clone(),
                self.attempts,
                reading.finish(),
            )),
            Err(ReadError::TooLarge) => {
                Err(self.error(Kind::TooLarge(self.core.max_response_bytes), None))
            }
            Err(ReadError::Transport(error)) => Err(self.transport_error(error)),
        }
    }

    fn transport_error(&mut self, error: TransportError) -> Error {
        let kind = match (error.reason, &self.reading) {
            (Reason::Timeout, _) => Kind::Timeout,
            (_, Some(_)) => Kind::Body,
            (Reason::Connect, None) => Kind::Connect,
            (Reason::Other, None) => Kind::Transport,
        };
        self.error(kind, Some(error.source))
    }

    fn error(
        &mut self,
        kind: Kind,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Error {
        let received = self.reading.as_mut().map(Reading::finish);
        Error::of_call(kind, self.label.clone(), self.attempts, received, source)
    }
}
