//! An SDK of no API: the hand-written core of every emitted SDK, with what its files need of the crate around them.
//!
//! It compiles, documents and tests them as the emitted crates do. This file is in the shape in which it is emitted: two modules,
//! and the exports that the examples of the documentation use.

/// The servers of the API.
pub mod servers {
    /// The base URL of a client that is given no other.
    pub const BASE_URL: &str = "https://api.example.com";
}

/// The credentials of the API.
pub mod credentials {
    /// Lower-case names of the headers that carry credentials: `with_header` rejects them.
    pub const HEADERS: &[&str] = &["authorization", "x-key", "x-secret"];
}

#[path = "../../src/runtime/mod.rs"]
pub mod runtime;

pub use {bytes, http, serde_json};

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
