//! `src/lib.rs`.

use super::imports::{self, Export};
use super::print::inner_docs;
use super::{features, quickstart, rust_file};
use crate::File;
use crate::rust::{Crate, Ident, Import, Operation, RuntimeType, SecurityRequirement};

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
    if !krate.has_webhooks_alone() {
        lines.extend(["", "# Operations", ""].map(str::to_owned));
        lines.extend(operations_list(krate));
    }
    if !krate.links_by_tag.0.is_empty() {
        lines.extend(["", "# Operations by tag", ""].map(str::to_owned));
        lines.extend(krate.links_by_tag.0.clone());
    }
    if krate.has_choice_of_servers() {
        let about = [
            "",
            "# Servers",
            "",
            "[`ClientBuilder::server`] chooses one of the [`servers`] for all operations without servers of their",
            "own, and [`Request::with_server`] one of an operation's own. [`ClientBuilder::base_url`] moves every",
            "operation, for example to a server for tests.",
        ];
        lines.extend(about.map(str::to_owned));
    }
    if !krate.webhooks.all.is_empty() {
        let about = "The requests that the API sends are types of the module [`webhooks`], which decode their bodies.";
        lines.extend(["", "# Webhooks", "", about].map(str::to_owned));
    }
    lines.extend(["", "# Features", ""].map(str::to_owned));
    lines.extend(features::list(krate));
    if !krate.introduction.0.is_empty() {
        lines.extend(["", "# Introduction", ""].map(str::to_owned));
        lines.extend(krate.introduction.below_heading().0);
    }
    if let Some(levels) = krate.recursion_limit {
        let about = [
            "",
            "# Deep types",
            "",
            "The types of this API are nested so deeply that a crate that uses them needs",
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
        "returns a client for others. Each operation is a [`Request`]: set its optional parameters, then",
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
        lines.push(
            "If one fails, [`Error::api_error`] returns the documented error body.".to_owned(),
        );
    }
    if !krate.headers.is_empty() {
        lines.push(String::new());
        lines.push("[`Response::header`] and [`Error::header`] return the response [`headers`], with their types.".to_owned());
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
    let request = operation.request.replace('|', "\\|");
    let row = |method: &Ident| {
        let link = operation.link(method);
        let name = format!("{}::{}", operation.owner(), method.file_stem());
        let target = if name == link {
            String::new()
        } else {
            format!("({link})")
        };
        format!("| [`{name}`]{target} | {request} | {credentials} |")
    };
    let others = operation.others.iter().map(|entry| &entry.method);
    std::iter::once(&operation.method)
        .chain(others)
        .map(row)
        .collect()
}

fn modules(krate: &Crate) -> String {
    let condition = features::webhooks(krate).map(|condition| format!("#[cfg({condition})]"));
    let mut lines = vec!["mod credentials;"];
    if krate.api_error.is_some() {
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
    if !krate.webhooks.all.is_empty() {
        lines.extend(condition.as_deref());
        lines.push("pub mod webhooks;");
    }
    lines.join("\n")
}

fn crates() -> String {
    format!(
        "pub use bytes;\npub use http;\n#[cfg({})]\npub use reqwest;\npub use serde_json;",
        features::REQWEST
    )
}

fn exports(krate: &Crate) -> String {
    let mut exports = Vec::new();
    let mut add = |path: &str, names: &[&str]| {
        exports.push(Import {
            path: path.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        });
    };
    let credentials = krate.credentials.iter();
    let credentials: Vec<String> = credentials.map(|one| one.ident.to_string()).collect();
    if !credentials.is_empty() {
        let names: Vec<&str> = credentials.iter().map(String::as_str).collect();
        add("credentials", &names);
    }
    for row in krate.scalars() {
        // The first file is the one that defines the type.
        if let Some(module) = row.files.first() {
            add(&format!("runtime::{module}"), &[row.rust]);
        }
    }
    add("runtime::body", &["Body"]);
    add("runtime::builder", &["ClientBuilder"]);
    if krate.has(RuntimeType::ByteStream) {
        add("runtime::byte_stream", &["ByteStream", "Streamable"]);
    }
    add("runtime::client", &["Client"]);
    if krate.has(RuntimeType::EventStream) {
        add("runtime::event_stream", &["Event", "EventStream", "Events"]);
    }
    if krate.has(RuntimeType::JsonItems) {
        add("runtime::json_items", &["JsonItems"]);
    }
    if krate.has(RuntimeType::JsonStream) {
        add("runtime::json_stream", &["JsonStream"]);
    }
    add("runtime::drift", &["Drift", "DriftKind"]);
    let names = [
        "Authorization",
        "Credentials",
        "NoCredentials",
        "Satisfies",
        "Secret",
    ];
    if krate.has_client_credentials() {
        add("runtime::client_credentials", &["ClientCredentialsFlow"]);
    }
    add("runtime::credentials", &names);
    add("runtime::error", &["Error"]);
    if krate.has_failures() {
        add("runtime::failure", &["Failed", "Fallible"]);
    }
    if krate.has(RuntimeType::FilePart) {
        add("runtime::file_part", &["FilePart"]);
    }
    if !krate.headers.is_empty() {
        add("runtime::header", &["Header"]);
    }
    add("runtime::map", &["from_map", "to_map"]);
    if krate.has(RuntimeType::Nullable) {
        add("runtime::nullable", &["Nullable"]);
    }
    if krate.has_pages() {
        add("runtime::pages", &["Items", "Paged", "Pages"]);
    }
    add("runtime::request", &["Operation", "Request"]);
    add("runtime::response", &["Response"]);
    if krate.has_choice_of_servers() {
        add("runtime::server", &["Server"]);
    }
    add("runtime::tokens", &["TokenSource", "Tokens"]);
    add(
        "runtime::transport",
        &["BoxFuture", "Transport", "TransportError"],
    );
    let mut exports: Vec<Export> = exports.into_iter().map(Export::from).collect();
    for feature in features::ALL {
        exports.extend(
            feature
                .exports
                .iter()
                .map(|(condition, module, name)| Export {
                    import: Import {
                        path: format!("runtime::{module}"),
                        names: vec![(*name).to_owned()],
                    },
                    condition: Some((*condition).to_owned()),
                }),
        );
    }
    imports::exports(exports)
}
