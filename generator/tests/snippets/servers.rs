//! Servers become constants, and functions where they have variables.

use insta::assert_snapshot;

use crate::support::{V3_2, emit, path_item};

fn servers(servers: &str) -> String {
    emit(&format!("{servers}\npaths: {{}}"))
        .file("src/servers.rs")
        .to_owned()
}

#[test]
fn none() {
    assert_snapshot!(servers(""), @r#"
    //! The servers of the API.

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "";
    "#);
}

#[test]
fn several() {
    assert_snapshot!(servers("servers: [{url: https://api.example.com, description: Production.}, {url: https://test.example.com/v2, description: For tests}, {url: https://other.example.com}]"), @r#"
    //! The servers of the API, for [`server`](crate::ClientBuilder::server).

    use crate::Server;

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "https://api.example.com";

    /// The server of a client that is given no other.
    pub const DEFAULT: Server = Server::new(BASE_URL);

    /// Production.
    pub const PRODUCTION: Server = Server::new("https://api.example.com");

    /// For tests
    pub const FOR_TESTS: Server = Server::new("https://test.example.com/v2");

    /// A server of the API.
    pub const SERVER: Server = Server::new("https://other.example.com");
    "#);
}

#[test]
fn relative() {
    assert_snapshot!(servers("servers: [{url: /v1}]"), @r#"
    //! The servers of the API.

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "/v1";
    "#);
}

#[test]
fn variables_are_their_defaults() {
    assert_snapshot!(servers("servers: [{url: 'https://{region}.example.com:{port}/{type}', variables: {region: {default: eu, enum: [eu, us], description: Where it runs.}, port: {default: '443'}, type: {default: v1}}}]"), @r#"
    //! The servers of the API, for [`server`](crate::ClientBuilder::server).

    use crate::Server;

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "https://eu.example.com:443/v1";

    /// The server of a client that is given no other.
    pub const DEFAULT: Server = Server::new(BASE_URL);

    /// The URL `https://{region}.example.com:{port}/{type}` with values for its variables.
    ///
    /// - `region`: Where it runs. Default: `eu`. One of: `eu`, `us`.
    /// - `port`: Default: `443`.
    /// - `type_value`: Default: `v1`.
    pub fn server(region: &str, port: &str, type_value: &str) -> Server {
        Server::with_variables(format!("https://{region}.example.com:{port}/{type_value}"))
    }
    "#);
}

#[test]
fn names_that_collide() {
    assert_snapshot!(servers("servers: [{url: https://a.example.com, description: default}, {url: https://b.example.com, description: Test}, {url: https://c.example.com, description: test}, {url: https://d.example.com, description: A description that is too long to be a name.}]"), @r#"
    //! The servers of the API, for [`server`](crate::ClientBuilder::server).

    use crate::Server;

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "https://a.example.com";

    /// The server of a client that is given no other.
    pub const DEFAULT: Server = Server::new(BASE_URL);

    /// default
    pub const DEFAULT_: Server = Server::new("https://a.example.com");

    /// Test
    pub const TEST: Server = Server::new("https://b.example.com");

    /// test
    pub const TEST_2: Server = Server::new("https://c.example.com");

    /// A description that is too long to be a name.
    pub const SERVER: Server = Server::new("https://d.example.com");
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
    //! The servers of the API, for [`server`](crate::ClientBuilder::server).

    use crate::Server;

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "https://example.com";

    /// The server of a client that is given no other.
    pub const DEFAULT: Server = Server::new(BASE_URL);

    /// Where it is served.
    pub const PRODUCTION: Server = Server::new("https://example.com");

    /// A server of the API.
    pub const STAGING: Server = Server::new("https://staging.example.com");

    /// A server of the API.
    pub const REGIONAL: Server = Server::new("https://eu.example.com");

    /// The URL `https://{region}.example.com` with values for its variables.
    ///
    /// - `region`: Default: `eu`. One of: `eu`, `us`.
    pub fn regional(region: &str) -> Server {
        Server::with_variables(format!("https://{region}.example.com"))
    }
    "#);
}

#[test]
fn an_operation_has_its_own() {
    let emitted = path_item(
        "
        servers: [{url: /v2}]
        get: {operationId: getThing, responses: {'204': {description: Done.}}}
        post:
          operationId: addThing
          servers:
          - {url: 'https://{region}.example.com/u', description: Regional, variables: {region: {default: eu, enum: [eu, us]}}}
          - {url: 'https://upload.example.com', description: Anywhere}
          responses: {'204': {description: Done.}}
        ",
    );
    assert_snapshot!(emitted.file("src/operations/get_thing.rs"), @r#"
    //! `GET /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getThing`, which [`Client::get_thing`] requests.
    pub enum GetThing {}

    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const SERVER: Option<&'static str> = Some("/v2");

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self) -> Request<GetThing> {
            Request::new(self)
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/operations/add_thing.rs"), @r#"
    //! `POST /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request, Server};

    /// The operation `addThing`, which [`Client::add_thing`] requests.
    pub enum AddThing {}

    impl Operation for AddThing {
        type Output = ();
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const SERVER: Option<&'static str> = Some("https://eu.example.com/u");

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl AddThing {
        /// Regional
        pub const REGIONAL: Server<Self> = Server::new("https://eu.example.com/u");

        /// Anywhere
        pub const ANYWHERE: Server<Self> = Server::new("https://upload.example.com");

        /// The URL `https://{region}.example.com/u` with values for its variables.
        ///
        /// - `region`: Default: `eu`. One of: `eu`, `us`.
        pub fn regional(region: &str) -> Server<Self> {
            Server::with_variables(format!("https://{region}.example.com/u"))
        }
    }

    impl<C> Client<C> {
        /// `POST /things`
        ///
        /// [`with_server`](Request::with_server) chooses among the servers of [`AddThing`].
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.add_thing().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn add_thing(&self) -> Request<AddThing> {
            Request::new(self)
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/servers.rs"), @r#"
    //! The servers of the API, for [`server`](crate::ClientBuilder::server).

    use crate::Server;

    /// The base URL of a client that is given no other.
    pub(crate) const BASE_URL: &str = "";

    /// The server of a client that is given no other.
    pub const DEFAULT: Server = Server::new(BASE_URL);
    "#);
    assert!(
        emitted
            .file("src/lib.rs")
            .contains("pub use runtime::server::Server;")
    );
}

/// The API is where its operations are.
#[test]
fn the_servers_of_all_operations_are_enough() {
    let base_url = |rest: &str| {
        let operation = |id: &str, servers: &str| {
            format!(
                "{{get: {{operationId: {id}, {servers} responses: {{'204': {{description: Done.}}}}}}}}"
            )
        };
        let one = operation("one", "servers: [{url: 'https://one.example.com'}],");
        let emitted = emit(&format!(
            "paths: {{/one: {one}, /two: {}}}",
            operation("two", rest)
        ));
        let file = emitted.file("src/servers.rs");
        file.lines().last().unwrap_or_default().to_owned()
    };
    assert_snapshot!(base_url("servers: [{url: 'https://two.example.com'}],"), @r#"pub(crate) const BASE_URL: &str = "https://one.example.com";"#);
    assert_snapshot!(base_url("servers: [{url: /two}],"), @r#"pub(crate) const BASE_URL: &str = "";"#);
    assert_snapshot!(base_url(""), @r#"pub(crate) const BASE_URL: &str = "";"#);
}
