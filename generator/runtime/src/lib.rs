//! The hand-written core of every emitted SDK.
//!
//! Only `src/runtime/` is copied, byte for byte. What its files need of the crate around them is what this file holds: two modules
//! that are emitted there and that stand here in the same shape.

/// The servers of the API.
pub mod servers {
    /// The document's first server, the base URL of a new client.
    pub const DEFAULT: &str = "https://api.example.com";
}

/// The credentials of the API.
pub mod credentials {
    /// Lower-case names of the headers in which credentials travel: `with_header` refuses them.
    pub const HEADERS: &[&str] = &["authorization", "x-key", "x-secret"];
}

pub mod runtime;
