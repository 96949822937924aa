//! The runtime: what a caller sees first, then how a call is made, then how data is read and written.

pub mod client;

pub mod builder;

pub mod base_url;

pub mod host;

pub mod server;

pub mod credentials;

pub mod tokens;

pub mod bearer;

pub mod client_credentials;

pub mod kept_token;

pub mod token_response;

pub mod request;

pub mod parts;

pub mod parameters;

pub mod idempotency_key;

pub mod url;

pub mod reference;

pub mod encode;

pub mod escape;

pub mod style;

pub mod shallow;

pub mod form;

pub mod file_part;

pub mod media_type;

pub mod charset;
pub mod chosen_header;

pub mod content;

pub mod multipart;
pub mod text;

pub mod execute;

pub mod call_span;

#[cfg(feature = "tracing")]
pub mod tracing;

pub mod race;

pub mod retry;

pub mod redirect;

pub mod received;

pub mod transport;

pub mod platform;

pub mod body;

pub mod pieces;

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub mod body_file;

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub mod known_origin;

#[cfg(all(feature = "reqwest", not(target_family = "wasm")))]
pub mod reqwest;

#[cfg(all(feature = "reqwest", target_family = "wasm", target_os = "unknown"))]
pub mod fetch;

#[cfg(all(feature = "tower", not(target_family = "wasm")))]
pub mod tower;

#[cfg(all(
    any(feature = "reqwest", feature = "tower"),
    not(target_family = "wasm")
))]
pub mod frames;

#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub mod blocking;
#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "mock")]
pub mod mock_response;

#[cfg(feature = "mock")]
pub mod mock_call;

#[cfg(feature = "mock")]
pub mod mock_clock;

pub mod response;

pub mod raw_response;

pub mod unread;

pub mod drift;

pub mod watch;

pub mod byte_stream;

pub mod items;

pub mod event_stream;

pub mod event_cutter;

pub mod event_data;

pub mod reconnection;

pub mod json_stream;

pub mod json_cutter;

pub mod pages;

pub mod paging;

pub mod json_pointer;

pub mod link;

pub mod error;

pub mod failures;

pub mod failure;

pub mod request_id;

pub mod header;

pub mod decode;

pub mod json_items;
pub mod json_path;

pub mod readable;

pub mod sent;
pub mod webhook;
pub mod wire;

pub mod numbers;

pub mod collections;

pub mod map;

pub mod object;

pub mod fields;

pub mod additional;

pub mod nullable;

pub mod open_enum;

pub mod open_integer_enum;

pub mod tuple;
pub mod union;

pub mod variants;

pub mod date;
pub mod timestamp;
pub mod verbatim;

pub mod base64;
pub mod base64_url;
