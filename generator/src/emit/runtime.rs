//! `src/runtime.rs`, and the files of the runtime, copied as they are.

use std::collections::BTreeSet;

use super::{features, rust_file};
use crate::File;
use crate::rust::{Crate, Model, RuntimeType};
use crate::scalar::Scalar;

macro_rules! files {
    ($($need:ident: $($name:literal)+;)+) => {
        &[$($(($name, Need::$need)),+),+]
    };
}

/// What a document must hold for a file of the runtime to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Always,
    Objects,
    Nullables,
    Tuples,
    Enums,
    IntegerEnums,
    Unions,
    Variants,
    Multipart,
    Uploads,
    Downloads,
    Streams,
    StreamFlags,
    Events,
    JsonItems,
    JsonStreams,
    ClientCredentials,
    IdempotencyKeys,
    Pages,
    Failures,
    Headers,
    Servers,
    Webhooks,
}

/// The files of the runtime, without those of scalar types.
const FILES: &[(&str, Need)] = files! {
    Always: "base_url" "bearer" "blocking" "body" "builder" "call_span" "charset" "chosen_header" "client" "collections" "content" "credentials" "decode" "drift"
        "encode" "error" "escape" "execute" "failures" "fetch" "form" "frames" "host" "json_path" "known_origin" "map" "media_type" "mock" "mock_call" "mock_clock" "mock_response"
        "numbers" "parameters" "parts" "pieces" "platform" "race" "raw_response" "readable" "received" "redirect" "reference" "request" "request_id" "reqwest" "response"
        "retry" "sent" "shallow" "style" "text" "tokens" "tower" "tracing" "transport" "unread" "url" "watch" "wire";
    Objects: "additional" "fields" "object";
    Nullables: "nullable";
    Tuples: "tuple";
    Enums: "open_enum";
    IntegerEnums: "open_integer_enum";
    Unions: "union";
    Variants: "variants";
    Multipart: "file_part" "multipart";
    Uploads: "body_file";
    Downloads: "byte_stream";
    Streams: "items";
    StreamFlags: "stream_flag";
    Events: "event_cutter" "event_data" "event_stream" "reconnection";
    JsonItems: "json_items";
    JsonStreams: "json_cutter" "json_stream";
    ClientCredentials: "client_credentials" "kept_token" "token_response";
    IdempotencyKeys: "idempotency_key";
    Pages: "json_pointer" "link" "pages" "paging";
    Failures: "failure";
    Headers: "header";
    Servers: "server";
    Webhooks: "webhook";
};

/// The files that are compiled only with a feature, or only on some targets. Each condition is laid out as rustfmt does.
const CONDITIONS: [(&str, &str); 12] = [
    ("blocking", features::BLOCKING),
    ("body_file", features::REQWEST),
    ("fetch", features::FETCH),
    (
        "frames",
        "all(\n    any(feature = \"reqwest\", feature = \"tower\"),\n    not(target_family = \"wasm\")\n)",
    ),
    ("known_origin", features::REQWEST),
    ("mock", features::MOCK),
    ("mock_call", features::MOCK),
    ("mock_clock", features::MOCK),
    ("mock_response", features::MOCK),
    ("reqwest", features::REQWEST),
    ("tower", features::TOWER),
    ("tracing", "feature = \"tracing\""),
];

fn has_variants(model: &Model) -> bool {
    matches!(model, Model::Struct(strukt) if !strukt.variants.is_empty())
}

/// The module of the runtime and the files that the document needs.
pub fn runtime(krate: &Crate) -> Vec<File> {
    let models = || krate.models.iter().flat_map(|file| &file.models);
    let is_enum = |model: &Model, is_integer| matches!(model, Model::Enum(one) if one.is_integer == is_integer);
    let needed = |need: Need| match need {
        Need::Always => true,
        Need::Objects => models().any(|model| matches!(model, Model::Struct(_))),
        Need::Tuples => krate.has(RuntimeType::Tuple),
        Need::Nullables => krate.has(RuntimeType::Nullable),
        Need::Enums => models().any(|model| is_enum(model, false)),
        Need::IntegerEnums => models().any(|model| is_enum(model, true)),
        Need::Unions => models().any(|model| matches!(model, Model::Union(_))),
        Need::Variants => models().any(has_variants),
        Need::Multipart => krate.has(RuntimeType::FilePart),
        Need::Uploads => krate.has(RuntimeType::Upload),
        Need::Downloads => krate.has(RuntimeType::ByteStream) || krate.has_streams(),
        Need::Streams => krate.has_streams(),
        Need::StreamFlags => krate.has_stream_flags(),
        Need::Events => krate.has(RuntimeType::EventStream),
        Need::JsonItems => krate.has(RuntimeType::JsonItems),
        Need::JsonStreams => krate.has(RuntimeType::JsonStream),
        Need::ClientCredentials => krate.has_client_credentials(),
        Need::IdempotencyKeys => krate.has_idempotency_keys(),
        Need::Pages => krate.has_pages(),
        Need::Failures => krate.has_failures(),
        Need::Headers => !krate.headers.is_empty(),
        Need::Servers => krate.has_choice_of_servers(),
        Need::Webhooks => !krate.webhooks.all.is_empty(),
    };
    let files = FILES.iter().filter(|(_, need)| needed(*need));
    let files = files.map(|(name, _)| *name);
    let scalars = krate.scalars().flat_map(|scalar| scalar.files);
    let needed: BTreeSet<&str> = files.chain(scalars.copied()).collect();
    let mut mods = Vec::new();
    let mut files = Vec::new();
    // They are in the order of their names, as is everything emitted.
    for (name, text) in sdkwright_runtime::FILES {
        if !needed.contains(name) {
            continue;
        }
        mods.extend(condition(krate, name).map(|condition| format!("#[cfg({condition})]")));
        mods.push(format!("pub mod {name};"));
        files.push(File {
            path: format!("src/runtime/{name}.rs"),
            text: (*text).to_owned(),
        });
    }
    let docs =
        "//! The code that all SDKs share: written by hand, tested on its own, and copied here unchanged."
            .to_owned();
    files.push(rust_file("src/runtime.rs", &[docs, mods.join("\n")]));
    files
}

/// What must hold for a file to be compiled.
fn condition(krate: &Crate, file: &str) -> Option<String> {
    if file == "webhook" {
        return features::webhooks(krate);
    }
    let mut conditions = CONDITIONS.iter();
    let (_, condition) = conditions.find(|(name, _)| *name == file)?;
    Some((*condition).to_owned())
}

/// The files of the runtime that documents can need.
pub fn rows() -> impl Iterator<Item = &'static str> {
    let scalars = Scalar::ALL.iter().flat_map(|scalar| scalar.row().files);
    FILES.iter().map(|(name, _)| *name).chain(scalars.copied())
}
