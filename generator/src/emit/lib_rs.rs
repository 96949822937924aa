//! `src/lib.rs`.

use super::print::inner_docs;
use super::{quickstart, rust_file};
use crate::File;
use crate::rust::{Crate, Ident, Operation, RuntimeType, SecurityRequirement};

/// The crate's docs, its modules and what it exports.
pub fn lib_rs(krate: &Crate) -> File {
    let sections = [
        inner_docs(&docs(krate)),
        attributes(krate),
        modules(krate),
        crates(),
        exports(krate),
    ];
    rust_file("src/lib.rs", &sections)
}

fn attributes(krate: &Crate) -> String {
    let mut lines = vec!["#![cfg_attr(docsrs, feature(doc_cfg))]".to_owned()];
    lines.extend(krate.recursion_limit.map(limit));
    lines.join("\n")
}

fn limit(limit: usize) -> String {
    format!("#![recursion_limit = \"{limit}\"]")
}

fn docs(krate: &Crate) -> Vec<String> {
    let mut lines = krate.about.0.clone();
    let quickstart = quickstart::doctest(krate);
    if !quickstart.is_empty() {
        lines.extend(["", "# Quickstart", "", "```no_run"].map(str::to_owned));
        lines.extend(quickstart);
        lines.push("```".to_owned());
    }
    lines.extend(["", "# Operations", ""].map(str::to_owned));
    lines.extend(operations_list(krate));
    lines.extend(features(krate));
    if let Some(levels) = krate.recursion_limit {
        let about = [
            "",
            "# Deep types",
            "",
            "The types of this API hold one another over so many levels that a crate which uses them needs",
        ];
        lines.extend(about.map(str::to_owned));
        lines.push(format!("the attribute `{}` as well.", limit(levels)));
    }
    lines
}

/// Small APIs are listed; the rest is left to the docs of the client.
fn operations_list(krate: &Crate) -> Vec<String> {
    const FEW: usize = 40;
    let about = [
        "A [`Client`] offers the operations that its credentials allow; [`Client::with_credentials`]",
        "gives a client for others. Each operation is a [`Request`]: set what is optional, then",
        "[`send`](Request::send) it.",
    ];
    let mut lines: Vec<String> = Vec::new();
    if krate.operations.len() <= FEW && !krate.operations.is_empty() {
        lines.push("| method | request | credentials |".to_owned());
        lines.push("| --- | --- | --- |".to_owned());
        lines.extend(krate.operations.iter().flat_map(rows));
        lines.push(String::new());
    }
    lines.extend(about.map(str::to_owned));
    if krate.has_failures() {
        lines.push(String::new());
        lines.push("Where one fails, [`Error::api_error`] is what the API says of it.".to_owned());
    }
    if !krate.headers.is_empty() {
        lines.push(String::new());
        lines.push("[`Response::header`] and [`Error::header`] give the [`headers`] of an answer, with their types.".to_owned());
    }
    lines
}

fn rows(operation: &Operation) -> Vec<String> {
    let credentials = match &operation.security {
        SecurityRequirement::None => "none".to_owned(),
        SecurityRequirement::One(ident) => format!("[`{ident}`]"),
        SecurityRequirement::Any(idents) => {
            let idents: Vec<String> = idents.iter().map(|ident| format!("[`{ident}`]")).collect();
            idents.join(" or ")
        }
    };
    let request = format!(
        "{} {}",
        operation.http_method,
        operation.path.replace('|', "\\|")
    );
    let request = crate::name::code(&request);
    let row = |method: &Ident| {
        let method = method.file_stem();
        format!("| [`Client::{method}`] | {request} | {credentials} |")
    };
    let others = operation.others.iter().map(|entry| &entry.method);
    std::iter::once(&operation.method)
        .chain(others)
        .map(row)
        .collect()
}

fn features(krate: &Crate) -> Vec<String> {
    let mut lines: Vec<String> = [
        "",
        "# Features",
        "",
        "- `reqwest` (default): sends requests through reqwest and rustls. Without it the crate has no HTTP",
        "  stack, and a client is built on a [`Transport`] of your own.",
    ]
    .map(str::to_owned)
    .to_vec();
    if krate.has(RuntimeType::Timestamp) {
        lines.push(
            "- `jiff`, `chrono`: convert a [`Timestamp`] from and to the types of these crates."
                .to_owned(),
        );
    }
    lines
}

fn modules(krate: &Crate) -> String {
    let mut lines = vec!["mod credentials;"];
    if super::error::error(krate).is_some() {
        lines.push("mod error;");
    }
    if !krate.headers.is_empty() {
        lines.push("pub mod headers;");
    }
    if !krate.models.is_empty() {
        lines.push("pub mod models;");
    }
    if !krate.operations.is_empty() {
        lines.push("pub mod operations;");
    }
    lines.extend(["#[doc(hidden)]", "pub mod runtime;"]);
    lines.push(if krate.has_choice_of_servers() {
        "pub mod servers;"
    } else {
        "mod servers;"
    });
    lines.join("\n")
}

fn crates() -> String {
    "pub use bytes;\npub use http;\n#[cfg(feature = \"reqwest\")]\npub use reqwest;\npub use serde_json;".to_owned()
}

fn exports(krate: &Crate) -> String {
    let mut lines = Vec::new();
    if !krate.credentials.is_empty() {
        let names: Vec<String> = krate
            .credentials
            .iter()
            .map(|credential| credential.ident.to_string())
            .collect();
        let import = crate::rust::Import {
            path: "credentials".to_owned(),
            names,
        };
        lines.push(super::print::exports(vec![import]));
    }
    if krate.has(RuntimeType::Base64) {
        lines.push("pub use runtime::base64::Base64;".to_owned());
    }
    lines.extend(
        [
            "pub use runtime::body::{Body, Chunks};",
            "pub use runtime::builder::ClientBuilder;",
            "pub use runtime::client::Client;",
            "pub use runtime::credentials::{Authorization, Credentials, NoCredentials, Satisfies, Secret};",
            "pub use runtime::error::Error;",
        ]
        .map(str::to_owned),
    );
    if krate.has_failures() {
        lines.push("pub use runtime::failure::{Failed, Fallible};".to_owned());
    }
    if krate.has(RuntimeType::FilePart) {
        lines.push("pub use runtime::file_part::FilePart;".to_owned());
    }
    if !krate.headers.is_empty() {
        lines.push("pub use runtime::header::Header;".to_owned());
    }
    lines.extend(["pub use runtime::map::{from_map, to_map};"].map(str::to_owned));
    if krate.has(RuntimeType::Nullable) {
        lines.push("pub use runtime::nullable::Nullable;".to_owned());
    }
    lines.extend(
        [
            "pub use runtime::request::{Operation, Request};",
            "pub use runtime::response::Response;",
        ]
        .map(str::to_owned),
    );
    if krate.has(RuntimeType::Timestamp) {
        lines.push("pub use runtime::timestamp::Timestamp;".to_owned());
    }
    lines.push("pub use runtime::transport::{BoxFuture, Transport, TransportError};".to_owned());
    lines.join("\n")
}
