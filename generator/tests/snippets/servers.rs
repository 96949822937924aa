//! Servers become constants, and functions where they have variables.

use insta::assert_snapshot;

use crate::support::{V3_2, emit};

fn servers(servers: &str) -> String {
    emit(&format!("{servers}\npaths: {{}}"))
        .file("src/servers.rs")
        .to_owned()
}

#[test]
fn none() {
    assert_snapshot!(servers(""), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub(crate) const DEFAULT: &str = "";
    "#);
}

#[test]
fn several() {
    assert_snapshot!(servers("servers: [{url: https://api.example.com, description: Production.}, {url: https://test.example.com/v2, description: For tests}, {url: https://other.example.com}]"), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub const DEFAULT: &str = "https://api.example.com";

    /// Production.
    pub const PRODUCTION: &str = "https://api.example.com";

    /// For tests
    pub const FOR_TESTS: &str = "https://test.example.com/v2";

    /// A server of the API.
    pub const SERVER: &str = "https://other.example.com";
    "#);
}

#[test]
fn relative() {
    assert_snapshot!(servers("servers: [{url: /v1}]"), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub(crate) const DEFAULT: &str = "/v1";
    "#);
}

#[test]
fn variables_are_their_defaults() {
    assert_snapshot!(servers("servers: [{url: 'https://{region}.example.com:{port}/{type}', variables: {region: {default: eu, enum: [eu, us], description: Where it runs.}, port: {default: '443'}, type: {default: v1}}}]"), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub const DEFAULT: &str = "https://eu.example.com:443/v1";

    /// The URL `https://{region}.example.com:{port}/{type}` with values for its variables.
    ///
    /// - `region`: Where it runs. Default: `eu`. One of: `eu`, `us`.
    /// - `port`: Default: `443`.
    /// - `type_value`: Default: `v1`.
    pub fn server(region: &str, port: &str, type_value: &str) -> String {
        format!("https://{region}.example.com:{port}/{type_value}")
    }
    "#);
}

#[test]
fn names_that_collide() {
    assert_snapshot!(servers("servers: [{url: https://a.example.com, description: default}, {url: https://b.example.com, description: Test}, {url: https://c.example.com, description: test}, {url: https://d.example.com, description: A description that is too long to be a name.}]"), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub const DEFAULT: &str = "https://a.example.com";

    /// default
    pub const DEFAULT_: &str = "https://a.example.com";

    /// Test
    pub const TEST: &str = "https://b.example.com";

    /// test
    pub const TEST_2: &str = "https://c.example.com";

    /// A description that is too long to be a name.
    pub const SERVER: &str = "https://d.example.com";
    "#);
}

/// Without an absolute address, the program that shows the crate has to give one.
#[test]
fn a_relative_one_in_the_quickstart() {
    let emitted = emit(
        "
        servers: [{url: /v1/}]
        paths: {/things: {get: {operationId: listThings, responses: {'204': {description: Done.}}}}}
    ",
    );
    let readme = emitted.file("README.md");
    let program = readme.split("```").find(|part| part.contains("Client::"));
    assert_snapshot!(program.unwrap_or_default(), @r#"
    rust
    use things::{Client, NoCredentials};

    #[tokio::main]
    async fn main() -> Result<(), things::Error> {
        let client = Client::builder(NoCredentials)
            .base_url("https://api.example.com/v1")
            .build()?;
        let response = client.list_things().send().await?;
        println!("{response:?}");
        Ok(())
    }
    "#);
    assert!(readme.contains(
        r#"`Client::builder(credentials).base_url("https://api.example.com/v1").transport("#
    ));
}

#[test]
fn the_name_of_a_server_is_its_constant() {
    let emitted = V3_2.emit(
        "
        servers:
        - {url: 'https://example.com', name: production, description: Where it is served.}
        - {url: 'https://staging.example.com', name: staging}
        - {url: 'https://{region}.example.com', name: regional, variables: {region: {default: eu, enum: [eu, us]}}}
        paths: {}
        ",
    );
    assert_snapshot!(emitted.file("src/servers.rs"), @r#"
    //! The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).

    /// The base URL of a client that is given no other.
    pub const DEFAULT: &str = "https://example.com";

    /// Where it is served.
    pub const PRODUCTION: &str = "https://example.com";

    /// A server of the API.
    pub const STAGING: &str = "https://staging.example.com";

    /// A server of the API.
    pub const REGIONAL: &str = "https://eu.example.com";

    /// The URL `https://{region}.example.com` with values for its variables.
    ///
    /// - `region`: Default: `eu`. One of: `eu`, `us`.
    pub fn regional(region: &str) -> String {
        format!("https://{region}.example.com")
    }
    "#);
}
