//! `README.md`.

mod large_bodies;
mod pages;
mod streams;
mod tokens;

use super::{features, quickstart, webhooks};
use crate::File;
use crate::mark::MARK;
use crate::rust::{Crate, Operation, StatusPattern};

/// The page that a visitor of the package sees first.
pub fn readme(krate: &Crate) -> File {
    let manifest = &krate.manifest;
    // Webhooks alone call nothing, so they need no asynchronous runtime.
    let runtime = if krate.has_webhooks_alone() {
        ""
    } else {
        "\ncargo add tokio --features macros,rt-multi-thread,time"
    };
    let mut sections = vec![
        format!("<!-- {MARK}: change the document, not this file. -->"),
        format!("# {}", manifest.name),
        krate.about.0.join("\n"),
        format!("```console\ncargo add {}{runtime}\n```", manifest.name),
    ];
    let quickstart = quickstart::program(krate);
    if !quickstart.is_empty() {
        sections.push("## Quickstart".to_owned());
        sections.push(format!("```rust\n{}\n```", quickstart.join("\n")));
    }
    let lib = manifest.lib.to_string();
    let base_url = krate.example_base_url.as_ref();
    let base_url = base_url.map_or(String::new(), |url| format!(".base_url(\"{url}\")"));
    if krate.credentials.is_empty() && !krate.has_webhooks_alone() {
        sections.push(
            CREDENTIALS
                .replace("CRATE", &lib)
                .replace("BASE_URL", &base_url.replace(".base", "\n    .base")),
        );
    }
    let fails = |operation: &Operation| operation.failure.is_some();
    sections.extend(shown(krate, fails).map(|operation| {
        ERRORS
            .replace("CRATE", &lib)
            .replace("OPERATION", &operation.marker.to_string())
    }));
    sections.extend(krate.headers.first().map(|header| {
        HEADERS
            .replace("CRATE", &lib)
            .replace("HEADER", &header.ident.to_string())
    }));
    sections.extend(pages::section(krate));
    sections.extend(tokens::section(krate, &lib));
    sections.extend(streams::section(krate));
    sections.extend(large_bodies::section(krate, &lib));
    sections.extend(
        webhooks::example(krate).map(|example| WEBHOOKS.replace("EXAMPLE", &example.join("\n"))),
    );
    if !krate.has_webhooks_alone() {
        sections.push(TRAITS.replace("CRATE", &lib).replace("BASE_URL", &base_url));
        sections.push(format!("## Features\n\n{}", list_of_features(krate)));
    }
    let is_tested = shown(krate, responds).or(krate.operations.first());
    sections.extend(is_tested.map(|operation| {
        TESTS
            .replace("CRATE", &lib)
            .replace("OPERATION", &operation.marker.to_string())
    }));
    if !krate.calls_by_tag.0.is_empty() {
        let calls = krate.calls_by_tag.0.join("\n");
        sections.push(format!("## Operations\n\n{calls}"));
    }
    if !krate.introduction.0.is_empty() {
        let introduction = krate.introduction.below_heading().below_heading();
        sections.push(format!("## Introduction\n\n{}", introduction.0.join("\n")));
    }
    if let Some(license) = &manifest.license {
        sections.push(format!("## Licence\n\n{license}"));
    }
    File {
        path: "README.md".to_owned(),
        text: format!("{}\n", sections.join("\n\n")),
    }
}

/// The features, without the links of the docs, which lead nowhere on this page.
fn list_of_features(krate: &Crate) -> String {
    let list = features::list(krate).join("\n");
    list.replace("[`", "`").replace("`]", "`")
}

/// The operation of an example: one that the reader has met in the quickstart, if there is such a one, else the first one.
fn shown(krate: &Crate, is_such: impl Fn(&Operation) -> bool) -> Option<&Operation> {
    let such = krate.operations.iter().filter(|one| is_such(one));
    let met = |one: &&Operation| {
        krate
            .quickstart
            .iter()
            .any(|call| call.marker == one.marker)
    };
    such.clone().find(met).or(such.clone().next())
}

/// Whether a response of status 200 is a success.
fn responds(operation: &Operation) -> bool {
    let mut cases = operation.output.cases.iter();
    cases.any(|case| case.statuses.contains(&StatusPattern::Code(200)))
}

const CREDENTIALS: &str = "\
## Credentials

The API describes no credentials. If it requires some all the same, send them in a header of all requests, which neither errors nor \
`Debug` output show:

```rust
let client = CRATE::Client::builder(CRATE::NoCredentials)BASE_URL
    .secret_header(\"authorization\", format!(\"Bearer {token}\"))
    .build()?;
```";

const ERRORS: &str = "\
## Errors

All calls return the same error type, `Error`. Its `api_error` decodes the error body that the API documents for the status and \
the media type of the response:

```rust
fn report(error: &CRATE::Error) {
    match error.api_error::<CRATE::operations::OPERATION>() {
        Some(body) => eprintln!(\"{error}: {body:?}\"),
        None => eprintln!(\"{error}\"),
    }
}
```

It is `None` if no body is documented for such a response, if the response does not match the documentation, such as the HTML page \
of a proxy, and if another operation failed. `error.decode::<T>()` decodes the body as any other type.";

const HEADERS: &str = "\
## Response headers

`send_raw` returns a success with its headers, and an error has the headers of its response. The documented ones are in \
`CRATE::headers`, with their types:

```rust
let value = response.header(CRATE::headers::HEADER);
```

It is `None` if the header is absent or does not match its type.";

const WEBHOOKS: &str = "\
## Webhooks

The requests that the API sends are types, too. Each decodes its body, given the header `Content-Type` of the request:

```rust
EXAMPLE
```";

const TRAITS: &str = "\
## What you get

- Credentials are types: an operation that a client's credentials do not allow does not compile, and no other \
operation's credentials are ever sent.
- A response is decoded even if the API has been extended since: unknown fields, unknown enum values and unusual timestamps are \
not errors.
- A call ends within its time limit (30 s), follows redirects within the same origin only, reads at most 16 MiB, and is retried \
only where that is safe.
- An error keeps status, headers and body, but its text shows neither headers nor bodies nor secrets. Its `request_id()`, and that of \
a response, is the ID that the server gave the request.
- What surrounds a call can be extended: `ReqwestTransport` is the default transport, which a `Transport` of your own may contain, \
to add a header or to measure time.
- `Client::builder(credentials).on_drift(…)` takes a function that learns where responses have what the API does not document, and no \
value of it.

## Without a network

With `default-features = false` the crate has no HTTP stack, and a client needs a `Transport` of your own: \
`Client::builder(credentials)BASE_URL.transport(transport).build()`.";

const TESTS: &str = "\
## Tests

With the feature `mock`, a `Mock` stands in for the API in your tests:

```rust
use CRATE::operations::OPERATION;

let mock = CRATE::Mock::new();
mock.on::<OPERATION>().refuse_connection();
mock.on::<OPERATION>().respond(200, &response);
let client = mock.client(credentials)?;
// … the code that you test …
assert_eq!(mock.calls::<OPERATION>().len(), 2);
```

Responses are given in this order, and the last one to all further calls. What the API does not document panics where it is added; \
`respond_with` gives anything. No test waits for delays and retries.";
