//! What the emitted package says of itself.

use insta::assert_snapshot;

use crate::support::{V3_1, emit};

/// The manifest up to the features.
fn manifest(root: &str) -> String {
    let emitted = emit(&format!("{root}\npaths: {{}}"));
    let manifest = emitted.file("Cargo.toml");
    manifest.split("\n\n").next().unwrap_or_default().to_owned()
}

#[test]
fn from_the_title() {
    assert_snapshot!(manifest(""), @r#"
    [package]
    name = "things"
    version = "0.1.0"
    edition = "2024"
    rust-version = "1.85"
    description = "A client of the API `Things`"
    readme = "README.md"
    "#);
}

#[test]
fn from_the_document() {
    assert_snapshot!(manifest("x-sdk-package: {name: things-sdk, version: 2.1.0-rc.1, license: MIT, repository: https://example.com/things, keywords: [things, api], categories: [api-bindings]}"), @r#"
    [package]
    name = "things-sdk"
    version = "2.1.0-rc.1"
    edition = "2024"
    rust-version = "1.85"
    description = "A client of the API `Things`"
    license = "MIT"
    repository = "https://example.com/things"
    readme = "README.md"
    keywords = ["things", "api"]
    categories = ["api-bindings"]
    "#);
}

/// Rust warns of a crate whose name is not in snake case, which is what cargo would make of these.
#[test]
fn a_library_whose_name_is_not_that_of_its_package() {
    for name in ["Things", "things--sdk"] {
        let emitted = emit(&format!("x-sdk-package: {{name: {name}}}\npaths: {{}}"));
        let manifest = emitted.file("Cargo.toml");
        assert!(manifest.contains(&format!("\nname = \"{name}\"\n")));
        let lib = name.to_lowercase().replace("--", "_");
        assert!(manifest.contains(&format!("\n[lib]\nname = \"{lib}\"\n")));
    }
    let usual = emit("x-sdk-package: {name: things-sdk}\npaths: {}");
    assert!(!usual.file("Cargo.toml").contains("[lib]"));
}

#[test]
fn licences_are_taken_along() {
    let emitted = emit("x-sdk-package: {license: MIT OR Apache-2.0}\npaths: {}");
    assert_snapshot!(emitted.paths("LICENSE"), @"
    LICENSE-APACHE
    LICENSE-MIT
    ");
    let emitted = emit("x-sdk-package: {license: MIT}\npaths: {}");
    assert_snapshot!(emitted.paths("LICENSE"), @"LICENSE-MIT");
    assert!(
        emitted
            .file("LICENSE-MIT")
            .contains("The authors of things")
    );
}

#[test]
fn the_runtime_is_taken_as_far_as_it_is_needed() {
    let nothing = emit("paths: {}");
    let nothing = nothing.paths("src/runtime/");
    for absent in ["object", "open_enum", "timestamp"] {
        assert!(!nothing.contains(absent), "{absent}");
    }
    let everything = emit("
        paths: {}
        components: {schemas: {Thing: {type: object, properties: {kind: {type: string, enum: [a, b]}, made: {type: string, format: date-time}}}}}
    ");
    let files = everything.paths("src/runtime/");
    let added: Vec<&str> = files
        .lines()
        .filter(|file| !nothing.contains(*file))
        .collect();
    assert_snapshot!(added.join("\n"), @"
    src/runtime/additional.rs
    src/runtime/fields.rs
    src/runtime/object.rs
    src/runtime/open_enum.rs
    src/runtime/timestamp.rs
    src/runtime/verbatim.rs
    ");
    assert!(
        everything
            .file("Cargo.toml")
            .contains("jiff = [\"dep:jiff\"]")
    );
}

#[test]
fn the_summary_and_the_licence_of_the_api() {
    let emitted = V3_1.emit(
        "
        info:
          title: Things
          version: 1.0.0
          summary: Things and their owners.
          description: All of it.
          license: {name: Apache 2.0, identifier: Apache-2.0}
        paths: {}
        ",
    );
    let manifest = emitted.file("Cargo.toml");
    assert_snapshot!(manifest.split("\n\n").next().unwrap_or_default(), @r#"
    [package]
    name = "things"
    version = "0.1.0"
    edition = "2024"
    rust-version = "1.85"
    description = "Things and their owners"
    license = "Apache-2.0"
    readme = "README.md"
    "#);
    assert_snapshot!(emitted.item("src/lib.rs", "//!"), @"
    //! Things and their owners.
    //!
    //! All of it.
    //!
    //! Generated from version `1.0.0` of the API's document.
    //!
    //! # Operations
    //!
    //! A [`Client`] offers the operations that its credentials allow; [`Client::with_credentials`]
    //! returns a client for others. Each operation is a [`Request`]: set its optional parameters, then
    //! [`send`](Request::send) it.
    //!
    //! # Features
    //!
    //! - `reqwest` (default): sends requests through reqwest and rustls, in a browser through `fetch`. Without
    //!   it the crate has no HTTP stack, and a client needs a [`Transport`] of your own.
    //! - `tracing`: each call is a span, with the names and fields of OpenTelemetry's conventions for HTTP
    //!   clients, and each attempt an event. They hold no secrets, no arguments and no bodies.
    //! - `blocking`: [`Request`] has `send_blocking`, for code that is not asynchronous, and `block_on` does
    //!   the same for the pages of a list and for streams. All such calls share one background thread.
    //! - `tower`: any service of tower that takes HTTP requests is a transport, by `TowerTransport`, and
    //!   `ReqwestTransport` is such a service, for layers to be put around it.
    //! - `mock`: `Mock`, which stands in for the API in tests.

    #![cfg_attr(docsrs, feature(doc_cfg))]

    mod credentials;
    ");
}

#[test]
fn a_long_description_stands_after_the_quickstart() {
    let emitted = emit(
        "
        info:
          title: Things
          version: 1.0.0
          description: |
            # Overview
            How *things* work.

            ```sh
            # no heading
            ```

            ## Limits
            There are some.
        paths: {/a: {get: {operationId: getA, responses: {'204': {description: Done.}}}}}
    ",
    );
    let manifest = emitted.file("Cargo.toml");
    assert!(
        manifest.contains("description = \"A client of the API `Things`\""),
        "{manifest}"
    );
    let readme = emitted.file("README.md");
    let (before, introduction) = readme
        .split_once("## Introduction")
        .expect("there is an introduction");
    assert!(
        before.contains("## Quickstart") && !before.contains("Overview"),
        "{before}"
    );
    assert_snapshot!(introduction, @r"


    ### Overview

    How *things* work.

    ```sh
    # no heading
    ```

    #### Limits

    There are some.
    ");
    let (_, introduction) = emitted
        .file("src/lib.rs")
        .split_once("//! # Introduction")
        .expect("there is an introduction");
    let docs: Vec<&str> = introduction
        .lines()
        .take_while(|line| !line.starts_with("#!"))
        .collect();
    assert_snapshot!(docs.join("\n"), @r"

    //!
    //! ## Overview
    //!
    //! How *things* work.
    //!
    //! ```sh
    //! # no heading
    //! ```
    //!
    //! ### Limits
    //!
    //! There are some.
    ");
}
