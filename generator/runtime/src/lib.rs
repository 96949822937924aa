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
pub use bytes;
#[cfg(feature = "code")]
pub use http;

#[cfg(feature = "code")]
pub use runtime::body::Body;
#[cfg(feature = "code")]
pub use runtime::client::Client;
#[cfg(feature = "code")]
pub use runtime::credentials::NoCredentials;
#[cfg(feature = "code")]
pub use runtime::error::Error;
#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub use runtime::reqwest::ReqwestTransport;
#[cfg(feature = "code")]
pub use runtime::transport::{BoxFuture, Transport, TransportError};
