//! Tokens that a program gets by itself.

use insta::assert_snapshot;

use super::secured;
use crate::support::{Emitted, emit};

/// The scheme `oauth` with a token URL, required beside these others.
fn oauth(token_url: &str, others: &str) -> Emitted {
    emit(&format!(
        "
    security: [{{oauth: []{others}}}]
    paths: {{/things: {{get: {{operationId: list, responses: {{'204': {{description: Done.}}}}}}}}}}
    components:
      securitySchemes:
        key: {{type: apiKey, in: header, name: X-Api-Key, description: The key.}}
        oauth: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: '{token_url}', scopes: {{}}}}}}}}
    "
    ))
}

#[test]
fn a_program_gets_tokens_by_itself() {
    let emitted = oauth("https://id.example.com/token", "");
    assert_snapshot!(emitted.file("src/credentials.rs"), @r#"
    //! The credentials that the operations require.

    use crate::runtime::client_credentials::ClientCredentialsFlow;
    use crate::runtime::credentials::{Authorization, Credentials};
    use crate::runtime::tokens::{TokenSource, Tokens};

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["authorization"];

    /// The credential `oauth`, sent as a bearer token in the header `authorization`.
    #[derive(Clone, Debug)]
    pub struct Oauth {
        oauth: Tokens,
    }

    impl Oauth {
        /// The URL of the token endpoint.
        pub const TOKEN_URL: &str = "https://id.example.com/token";

        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        ///
        /// - `oauth`: The token alone: the word `Bearer` is added.
        pub fn new(oauth: impl Into<String>) -> Self {
            Self {
                oauth: Tokens::new(oauth),
            }
        }

        /// Creates the credentials with a token that changes: the source is asked for it before each
        /// request.
        pub fn from_source(source: impl TokenSource) -> Self {
            Self {
                oauth: Tokens::from_source(source),
            }
        }

        /// Creates the credentials with tokens that are fetched from [`TOKEN_URL`](Self::TOKEN_URL)
        /// when they are needed, with the ID and the secret of a client.
        pub fn client_credentials(
            client_id: impl Into<String>,
            client_secret: impl Into<String>,
        ) -> Self {
            Self {
                oauth: ClientCredentialsFlow::new(Self::TOKEN_URL, client_id, client_secret).into(),
            }
        }

        /// Creates the credentials with tokens that are fetched as the flow says, such as
        /// `ClientCredentialsFlow::new(Oauth::TOKEN_URL, client_id, client_secret).scopes(["…"])`.
        pub fn from_client_credentials(flow: ClientCredentialsFlow) -> Self {
            Self { oauth: flow.into() }
        }
    }

    impl Credentials for Oauth {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.tokens(&self.oauth);
        }
    }
    "#);
    assert_snapshot!(emitted.paths("src/runtime/client_credentials"), @"src/runtime/client_credentials.rs");
    let exports = emitted.file("src/lib.rs").lines();
    let exports: Vec<&str> = exports
        .filter(|line| line.contains("Token") || line.contains("Flow"))
        .collect();
    assert_snapshot!(exports.join("\n"), @r"
    pub use runtime::client_credentials::ClientCredentialsFlow;
    pub use runtime::tokens::{TokenSource, Tokens};
    ");
    let readme = emitted.file("README.md");
    let (_, section) = readme
        .split_once("## Tokens that change\n")
        .unwrap_or_default();
    let (section, _) = section.split_once("\n## ").unwrap_or_default();
    assert_snapshot!(section, @r#"

    `Oauth::from_source` takes a source of tokens. It is asked before each request, and told of a token that the server rejects with the status 401; if it then has another one, the request is sent once more:

    ```rust
    use things::{BoxFuture, Secret, TokenSource};

    impl TokenSource for Vault {
        fn token(&self) -> BoxFuture<'_, Result<Secret, Box<dyn std::error::Error + Send + Sync>>> {
            Box::pin(async { Ok(Secret::new(self.current().await?)) })
        }

        fn rejected(&self, token: &Secret) {
            self.forget(token);
        }
    }
    ```

    `ClientCredentialsFlow` is such a source: it fetches a token with the ID and the secret of a client, once for all calls, and keeps it until shortly before it expires:

    ```rust
    let flow = things::ClientCredentialsFlow::new(things::Oauth::TOKEN_URL, client_id, client_secret);
    let credentials = things::Oauth::from_client_credentials(flow.scopes(["read"]));
    ```
    "#);
}

#[test]
fn a_token_url_may_need_the_caller() {
    let emitted = oauth("https://{tenant}.example.com/token", ", key: []");
    let file = emitted.file("src/credentials.rs");
    assert!(!file.contains("TOKEN_URL"), "{file}");
    assert!(!file.contains("fn client_credentials("), "{file}");
    let arguments =
        "pub fn from_client_credentials(key: impl Into<String>, flow: ClientCredentialsFlow)";
    assert!(file.contains(arguments), "{file}");
}

#[test]
fn a_relative_token_url_is_as_good_as_an_absolute_one() {
    let emitted = oauth("/oauth/token", ", key: []");
    let file = emitted.file("src/credentials.rs");
    assert!(
        file.contains("pub const TOKEN_URL: &str = \"/oauth/token\";"),
        "{file}"
    );
    assert!(file.contains("pub fn client_credentials("), "{file}");
}

#[test]
fn without_the_flow_there_is_no_code_for_it() {
    let emitted = secured("", &["security: [{token: []}],"]);
    assert_snapshot!(emitted.paths("src/runtime/client_credentials"), @"");
    assert!(!emitted.file("README.md").contains("ClientCredentialsFlow"));
}
