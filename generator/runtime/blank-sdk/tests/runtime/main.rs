//! Tests of the runtime, as an emitted crate and its users see it.

mod support;

mod arguments;
mod base64;
mod base_url;
#[cfg(all(feature = "reqwest", feature = "blocking"))]
mod blocking;
mod calls;
mod client_credentials;
mod content;
mod credentials;
mod cutters;
mod dates;
mod decode_errors;
#[cfg(feature = "reqwest")]
mod downloads;
mod drift;
mod errors;
mod event_streams;
mod failures;
mod forms;
mod headers;
mod idempotency_keys;
#[cfg(feature = "reqwest")]
mod kept_connections;
mod map;
#[cfg(feature = "mock")]
mod mock;
mod multipart;
mod nullable;
mod numbers;
mod objects;
mod open_enums;
mod open_integer_enums;
mod pages;
mod parameters;
mod reconnections;
mod redirects;
mod request_ids;
#[cfg(feature = "reqwest")]
mod reqwest;
mod retries;
mod sent;
#[cfg(feature = "reqwest")]
mod server;
mod servers;
mod styles;
mod surface;
mod timestamps;
mod tokens;
#[cfg(all(feature = "reqwest", feature = "tower"))]
mod tower;
#[cfg(feature = "tracing")]
mod tracing;
mod tuple;
mod unions;
#[cfg(feature = "reqwest")]
mod unusable;
#[cfg(feature = "reqwest")]
mod uploads;
mod webhook;
mod wire;
