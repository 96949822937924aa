//! What is repeated, and after which wait.

use crate::runtime::transport::{Reason, TransportError};
use http::header::RETRY_AFTER;
use http::{HeaderMap, Method, StatusCode};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, SystemTime};

/// The longest wait before the first repetition; it doubles with each further one.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// The longest wait that the SDK chooses by itself.
const LONGEST_WAIT: Duration = Duration::from_secs(8);

/// What it means to send a request twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// The server's state is the same after one and after many.
    Harmless,
    /// Each one that arrives may have an effect of its own.
    Effective,
}

impl Repetition {
    /// What the document states of an operation, else what RFC 9110 section 9.2.2 says of its method.
    pub(crate) fn of(method: &Method, idempotent: Option<bool>) -> Self {
        if idempotent.unwrap_or_else(|| method.is_idempotent()) {
            Self::Harmless
        } else {
            Self::Effective
        }
    }

    /// Whether the request may be sent again after such an answer.
    pub(crate) fn allowed_after_status(self, status: StatusCode) -> bool {
        match status {
            // The server says that it did not do the work.
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => true,
            StatusCode::REQUEST_TIMEOUT
            | StatusCode::INTERNAL_SERVER_ERROR
            | StatusCode::BAD_GATEWAY
            | StatusCode::GATEWAY_TIMEOUT => self == Self::Harmless,
            _ => false,
        }
    }
}

/// Whether any request may be sent again after such an error: only where it was surely not sent.
pub(crate) fn allowed_after_error(error: &TransportError) -> bool {
    error.reason == Reason::Connect
}

/// How long to wait before the next repetition, `done` of which have been made: as long as the server asks, else a random
/// time below a bound that doubles with each repetition, so that clients which failed together do not return together.
pub(crate) fn wait(done: u32, headers: Option<&HeaderMap>) -> Duration {
    headers
        .and_then(retry_after)
        .unwrap_or_else(|| below(backoff(done)))
}

/// What the header `Retry-After` asks for, in seconds or as a date; `None` where it is absent or makes no sense.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number beyond 64 bits is a wait without end.
        return Some(text.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    // A date in the past means at once.
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

fn backoff(done: u32) -> Duration {
    let factor = 2_u32.checked_pow(done).unwrap_or(u32::MAX);
    FIRST_WAIT.saturating_mul(factor).min(LONGEST_WAIT)
}

/// A random duration up to `bound`.
fn below(bound: Duration) -> Duration {
    // The standard library seeds its hash maps at random, which is as good as needed here and costs no dependency.
    let random = RandomState::new().build_hasher().finish() >> 32;
    let micros = u64::try_from(bound.as_micros()).unwrap_or(u64::MAX);
    Duration::from_micros(micros.saturating_mul(random) >> 32)
}
