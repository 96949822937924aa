//! The code that all emitted SDKs share, as text: the generator copies the files of `src/runtime/` into each SDK that needs them.
//!
//! Nothing of it is compiled here, so that the generator is not built anew, with an HTTP client, where the code is tested: `blank-sdk`,
//! which is not published, compiles, documents and tests it as an SDK does.

macro_rules! files {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("runtime/", $name, ".rs")))),+]
    };
}

/// The files of `src/runtime`: the name of each without its extension, and its text.
pub const FILES: &[(&str, &str)] = files! {
    "additional" "base64" "base64_url" "base_url" "bearer" "blocking" "body" "body_file" "builder"
    "byte_stream" "call_span" "charset" "chosen_header" "client" "client_credentials" "collections" "content"
    "credentials" "date" "decode" "drift" "encode" "error" "escape" "event_cutter" "event_data" "event_stream"
    "execute" "failure" "failures" "fetch" "fields" "file_part" "form" "frames" "header" "host" "idempotency_key"
    "items" "json_cutter" "json_items" "json_path" "json_pointer" "json_stream" "kept_token" "known_origin" "link" "map"
    "media_type" "mock" "mock_call" "mock_clock" "mock_response" "multipart" "nullable" "numbers" "object"
    "open_enum" "open_integer_enum" "pages" "paging" "parameters" "parts" "pieces" "platform" "race" "raw_response"
    "readable" "received" "reconnection" "redirect" "reference" "request" "request_id" "reqwest" "response"
    "retry" "sent" "server" "shallow" "stream_flag" "style" "text" "timestamp" "token_response" "tokens" "tower" "tracing"
    "transport" "tuple" "union" "unread" "url" "variants" "verbatim" "watch" "webhook" "wire"
};

/// The lines of a manifest for the dependencies of these files.
pub const DEPENDENCIES: &str = include_str!("dependencies.toml");
