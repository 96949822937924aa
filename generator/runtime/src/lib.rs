//! The hand-written core of every emitted SDK.
//!
//! Only `src/runtime/` is copied, but for the name of the command in the first line of each file. This file holds what they need of the
//! surrounding crate, in the shape in which it is emitted: two modules, and the exports that the examples of the documentation use.

/// The servers of the API.
#[cfg(feature = "code")]
pub mod servers {
    /// The base URL of a client that is given no other.
    pub const BASE_URL: &str = "https://api.example.com";
}

/// The credentials of the API.
#[cfg(feature = "code")]
pub mod credentials {
    /// Lower-case names of the headers that carry credentials: `with_header` rejects them.
    pub const HEADERS: &[&str] = &["authorization", "x-key", "x-secret"];
}

#[cfg(feature = "code")]
pub mod runtime;

pub mod sources;

#[cfg(feature = "code")]
pub use {bytes, http, serde_json};

#[cfg(feature = "code")]
pub use runtime::{
    body::Body,
    client::Client,
    credentials::{Authorization, Credentials, NoCredentials, Satisfies, Secret},
    drift::DriftKind,
    error::Error,
    map::{from_map, to_map},
    request::{Operation, Request},
    timestamp::Timestamp,
    tokens::{TokenSource, Tokens},
    transport::{BoxFuture, Transport, TransportError},
};

#[cfg(feature = "blocking")]
pub use runtime::blocking::block_on;
#[cfg(feature = "mock")]
pub use runtime::mock::Mock;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use runtime::reqwest::ReqwestTransport;
