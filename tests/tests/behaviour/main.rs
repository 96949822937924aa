//! How the SDK behaves on the wire, against a real HTTP server on loopback.

mod auth;
mod body;
mod decoding;
mod enums;
mod errors;
mod limits;
mod maps;
mod missing_credentials;
mod mock;
mod numbers;
mod path;
mod query;
mod redirects;
mod retries;
mod round_trip;
mod secrecy;
mod statuses;
mod support;
mod surface;
mod time_limit;
mod timestamps;
mod transport;
