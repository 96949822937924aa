//! Security requirements become credential types.

use insta::assert_snapshot;

use crate::support::{Emitted, V3_1, V3_2, emit, emit_with_messages, refuse};

/// The crate of a document with every kind of scheme, and an operation `getIt` for each of these requirements.
fn secured(root: &str, requirements: &[&str]) -> Emitted {
    let (emitted, messages) = secured_with_messages(root, requirements);
    assert_eq!(messages, "", "the document is sound");
    emitted
}

/// The same, and what there is to say about the document.
fn secured_with_messages(root: &str, requirements: &[&str]) -> (Emitted, String) {
    let operations = requirements.iter().enumerate().map(|(index, security)| {
        format!("  /{index}:\n    get: {{operationId: get{index}, {security} responses: {{'204': {{description: Done.}}}}}}\n")
    });
    let operations: String = operations.collect();
    emit_with_messages(&format!("{root}\npaths:\n{operations}\n{SCHEMES}"))
}

const SCHEMES: &str = "
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key, description: The key.}
    secret: {type: apiKey, in: header, name: X-Api-Secret}
    queryKey: {type: apiKey, in: query, name: api_key}
    session: {type: apiKey, in: cookie, name: sid}
    basic: {type: http, scheme: Basic}
    token: {type: http, scheme: bearer, description: A JWT.}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://example.com/token, scopes: {}}}}
    openId: {type: openIdConnect, openIdConnectUrl: https://example.com/openid}
";

/// The entry methods of the operations, without their arguments.
fn bounds(emitted: &Emitted, operations: usize) -> String {
    let signatures = (0..operations).map(|index| {
        emitted.signature(
            &format!("src/operations/get{index}.rs"),
            &format!("get{index}"),
        ) + "\n"
    });
    signatures.collect()
}

#[test]
fn none() {
    let emitted = secured("", &["security: [],"]);
    assert_snapshot!(bounds(&emitted, 1), @"pub fn get0(&self) -> Request<Get0>");
    assert_snapshot!(emitted.file("src/credentials.rs"), @"
    //! The credentials that the operations require.

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &[];
    ");
}

#[test]
fn schemes_that_nothing_requires_are_optional() {
    let all_but_two = "security: [{key: []}, {secret: []}, {queryKey: []}, {session: []}, {basic: []}, {openId: []}],";
    let emitted = secured("", &["", "security: [],", all_but_two]);
    assert_snapshot!(bounds(&emitted, 2), @r"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<(Token, Oauth, NoCredentials)>,
    pub fn get1(&self) -> Request<Get1>
    ");
    let emitted = secured("security: [{key: []}]", &["", "security: [{key: []}],"]);
    assert_snapshot!(bounds(&emitted, 2), @r"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<Key>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<Key>,
    ");
}

#[test]
fn a_document_without_schemes_is_called_with_a_header() {
    let emitted = emit(
        "paths: {/things: {get: {operationId: list, responses: {'204': {description: Done.}}}}}",
    );
    let readme = emitted.file("README.md");
    let (_, section) = readme.split_once("## Credentials\n\n").unwrap_or_default();
    let (section, _) = section.split_once("\n## ").unwrap_or_default();
    assert_snapshot!(section, @r#"
    The API describes no credentials. If it requires some all the same, send them in a header of all requests, which neither errors nor `Debug` output show:

    ```rust
    let client = things::Client::builder(things::NoCredentials)
        .base_url("https://api.example.com")
        .secret_header("authorization", format!("Bearer {token}"))
        .build()?;
    ```
    "#);
    let secured = secured("", &["security: [{key: []}],"]);
    assert!(!secured.file("README.md").contains("secret_header"));
}

#[test]
fn a_key_in_a_header() {
    let emitted = secured("", &["security: [{key: []}],"]);
    assert_snapshot!(bounds(&emitted, 1), @"pub fn get0(&self) -> Request<Get0> where C: Satisfies<Key>,");
    assert_snapshot!(emitted.file("src/credentials.rs"), @r#"
    //! The credentials that the operations require.

    use crate::runtime::credentials::{Authorization, Credentials, Secret};

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["x-api-key"];

    /// The credential `key`, sent in the header `x-api-key`.
    ///
    /// The key.
    #[derive(Clone, Debug)]
    pub struct Key {
        key: Secret,
    }

    impl Key {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        pub fn new(key: impl Into<String>) -> Self {
            Self {
                key: Secret::new(key),
            }
        }
    }

    impl Credentials for Key {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.header("x-api-key", &self.key);
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/get0.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `GET /0`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<Key>) -> Result<(), Error> {
        /// client.get0().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get0(&self) -> Request<Get0>
        where
            C: Satisfies<Key>,
        {
            Request::authorized::<Key, _>(self)
        }
    }
    ");
}

#[test]
fn both_of_two() {
    let emitted = secured(
        "",
        &[
            "security: [{secret: [], key: []}],",
            "security: [{key: [], secret: []}],",
        ],
    );
    assert_snapshot!(bounds(&emitted, 2), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<KeySecret>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<KeySecret>,
    ");
    assert_snapshot!(emitted.item("src/credentials.rs", "pub struct KeySecret"), @"
    /// The credentials `key`, sent in the header `x-api-key`, and `secret`, sent in the header
    /// `x-api-secret`.
    ///
    /// - `key`: The key.
    #[derive(Clone, Debug)]
    pub struct KeySecret {
        key: Secret,
        secret: Secret,
    }
    ");
    assert_snapshot!(emitted.item("src/credentials.rs", "impl Credentials for KeySecret"), @r#"
    impl Credentials for KeySecret {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.header("x-api-key", &self.key);
            authorization.header("x-api-secret", &self.secret);
        }
    }
    "#);
}

/// A request has one header for both, so there is one token.
#[test]
fn both_of_two_that_are_the_same_token() {
    let (emitted, messages) = secured_with_messages(
        "",
        &[
            "security: [{token: [], oauth: []}],",
            "security: [{oauth: [], token: []}],",
            "security: [{token: []}],",
        ],
    );
    assert_snapshot!(messages, @"W0003: `oauth` and `token` use the same header, query parameter or cookie");
    assert_snapshot!(bounds(&emitted, 3), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<Oauth>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<Oauth>,
    pub fn get2(&self) -> Request<Get2> where C: Satisfies<Token>,
    ");
}

#[test]
fn either_of_two() {
    let emitted = secured("", &["security: [{key: []}, {token: []}],"]);
    assert_snapshot!(bounds(&emitted, 1), @"pub fn get0(&self) -> Request<Get0> where C: Satisfies<(Key, Token)>,");
    assert_snapshot!(emitted.item("src/credentials.rs", "impl Satisfies<(Key, Token)> for Key"), @"
    impl Satisfies<(Key, Token)> for Key {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            Credentials::authorize(self, authorization);
        }
    }
    ");
    assert_snapshot!(emitted.item("src/credentials.rs", "impl Satisfies<(Key, Token)> for Token"), @"
    impl Satisfies<(Key, Token)> for Token {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            Credentials::authorize(self, authorization);
        }
    }
    ");
    assert_snapshot!(emitted.item("src/operations/get0.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `GET /0`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<Key>) -> Result<(), Error> {
        /// client.get0().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get0(&self) -> Request<Get0>
        where
            C: Satisfies<(Key, Token)>,
        {
            Request::authorized::<(Key, Token), _>(self)
        }
    }
    ");
}

#[test]
fn optional() {
    let emitted = secured("", &["security: [{}, {key: []}],", "security: [{}],"]);
    assert_snapshot!(bounds(&emitted, 2), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<(Key, NoCredentials)>,
    pub fn get1(&self) -> Request<Get1>
    ");
    assert_snapshot!(emitted.item("src/credentials.rs", "impl Satisfies<(Key, NoCredentials)> for NoCredentials"), @"
    impl Satisfies<(Key, NoCredentials)> for NoCredentials {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            Credentials::authorize(self, authorization);
        }
    }
    ");
}

#[test]
fn of_the_whole_document_and_overridden() {
    let emitted = secured(
        "security: [{key: []}]",
        &[
            "",
            "security: [{token: []}],",
            "security: [],",
            "security: [{}],",
        ],
    );
    assert_snapshot!(bounds(&emitted, 4), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<Key>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<Token>,
    pub fn get2(&self) -> Request<Get2>
    pub fn get3(&self) -> Request<Get3>
    ");
}

#[test]
fn every_kind_of_scheme() {
    let requirements = ["queryKey", "session", "basic", "token", "oauth", "openId"];
    let requirements = requirements.map(|scheme| format!("security: [{{{scheme}: []}}],"));
    let requirements: Vec<&str> = requirements.iter().map(String::as_str).collect();
    let emitted = secured("", &requirements);
    let file = emitted.file("src/credentials.rs");
    let calls = file
        .lines()
        .filter(|line| line.contains("authorization.") || line.contains("pub fn new"));
    assert_snapshot!(calls.map(|line| line.trim().to_owned() + "\n").collect::<String>(), @r#"
    pub fn new(query_key: impl Into<String>) -> Self {
    authorization.query("api_key", &self.query_key);
    pub fn new(session: impl Into<String>) -> Self {
    authorization.cookie("sid", &self.session);
    pub fn new(user_name: impl Into<String>, password: impl Into<String>) -> Self {
    authorization.basic(&self.user_name, &self.password);
    pub fn new(token: impl Into<String>) -> Self {
    authorization.tokens(&self.token);
    pub fn new(oauth: impl Into<String>) -> Self {
    authorization.tokens(&self.oauth);
    pub fn new(open_id: impl Into<String>) -> Self {
    authorization.tokens(&self.open_id);
    "#);
    assert_snapshot!(emitted.item("src/credentials.rs", "pub(crate) const HEADERS"), @r#"
    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["authorization", "cookie"];
    "#);
    assert_snapshot!(emitted.item("src/credentials.rs", "pub struct Basic"), @"
    /// The credential `basic`, sent as user name and password in the header `authorization`.
    #[derive(Clone, Debug)]
    pub struct Basic {
        user_name: Secret,
        password: Secret,
    }
    ");
    assert_snapshot!(emitted.item("src/credentials.rs", "impl Token"), @"
    impl Token {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        ///
        /// - `token`: The token alone: the word `Bearer` is added.
        pub fn new(token: impl Into<String>) -> Self {
            Self {
                token: Tokens::new(token),
            }
        }

        /// Creates the credentials with a token that changes: the source is asked for it before each
        /// request.
        pub fn from_source(source: impl TokenSource) -> Self {
            Self {
                token: Tokens::from_source(source),
            }
        }
    }
    ");
}

#[test]
fn names_of_the_document() {
    let emitted = secured(
        "x-sdk-credentials: {Application: [key, secret], User: [token]}",
        &[
            "security: [{secret: [], key: []}],",
            "security: [{token: []}],",
            "security: [{key: []}],",
        ],
    );
    assert_snapshot!(bounds(&emitted, 3), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<Application>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<User>,
    pub fn get2(&self) -> Request<Get2> where C: Satisfies<Key>,
    ");
}

#[test]
fn names_that_the_crate_needs() {
    let names = [
        "Authorization",
        "Credentials",
        "Secret",
        "Client",
        "NoCredentials",
        "Operation",
        "String",
    ];
    let schemes = names
        .map(|name| format!("    {name}: {{type: http, scheme: bearer}}\n"))
        .concat();
    let requirements = names.map(|name| format!("{{{name}: []}}")).join(", ");
    let emitted = emit(&format!(
        "paths:\n  /0:\n    get: {{operationId: get0, security: [{requirements}], responses: {{'204': {{description: Done.}}}}}}\n\
         components:\n  securitySchemes:\n{schemes}"
    ));
    let types = emitted
        .file("src/credentials.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub struct "));
    assert_snapshot!(types.collect::<Vec<_>>().join("\n"), @"
    AuthorizationModel {
    CredentialsModel {
    SecretModel {
    ClientModel {
    NoCredentialsModel {
    OperationModel {
    StringModel {
    ");
}

#[test]
fn any_http_scheme_is_sent_as_a_finished_value() {
    let emitted = emit("
        paths:
          /0:
            get: {operationId: get0, security: [{signature: []}, {token: []}], responses: {'204': {description: Done.}}}
          /1:
            get: {operationId: get1, security: [{signature: []}], responses: {'204': {description: Done.}}}
        components:
          securitySchemes:
            signature: {type: http, scheme: Digest, description: How the request is signed.}
            token: {type: http, scheme: BEARER}
    ");
    assert_snapshot!(bounds(&emitted, 2), @"
    pub fn get0(&self) -> Request<Get0> where C: Satisfies<(Signature, Token)>,
    pub fn get1(&self) -> Request<Get1> where C: Satisfies<Signature>,
    ");
    assert_snapshot!(emitted.file("src/credentials.rs"), @r#"
    //! The credentials that the operations require.

    use crate::runtime::credentials::{Authorization, Credentials, Satisfies, Secret};
    use crate::runtime::tokens::{TokenSource, Tokens};

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["authorization"];

    /// The credential `signature`, sent as the whole value of the header `authorization`, such as
    /// `Digest …`.
    ///
    /// How the request is signed.
    #[derive(Clone, Debug)]
    pub struct Signature {
        signature: Secret,
    }

    impl Signature {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        ///
        /// - `signature`: The whole value, such as `Digest …`: it is sent as it is.
        pub fn new(signature: impl Into<String>) -> Self {
            Self {
                signature: Secret::new(signature),
            }
        }
    }

    impl Credentials for Signature {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.header("authorization", &self.signature);
        }
    }

    /// The credential `token`, sent as a bearer token in the header `authorization`.
    #[derive(Clone, Debug)]
    pub struct Token {
        token: Tokens,
    }

    impl Token {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        ///
        /// - `token`: The token alone: the word `Bearer` is added.
        pub fn new(token: impl Into<String>) -> Self {
            Self {
                token: Tokens::new(token),
            }
        }

        /// Creates the credentials with a token that changes: the source is asked for it before each
        /// request.
        pub fn from_source(source: impl TokenSource) -> Self {
            Self {
                token: Tokens::from_source(source),
            }
        }
    }

    impl Credentials for Token {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.tokens(&self.token);
        }
    }

    impl Satisfies<(Signature, Token)> for Signature {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            Credentials::authorize(self, authorization);
        }
    }

    impl Satisfies<(Signature, Token)> for Token {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            Credentials::authorize(self, authorization);
        }
    }
    "#);
}

#[test]
fn a_scheme_that_resembles_another_is_reported() {
    let messages = refuse("
        paths:
          /0:
            get: {operationId: get0, security: [{token: []}], responses: {'204': {description: Done.}}}
        components: {securitySchemes: {token: {type: http, scheme: baerer}}}
    ");
    assert_snapshot!(messages, @"E0006: unknown value `baerer` of `scheme`");
}

#[test]
fn a_requirement_may_list_roles_of_any_scheme() {
    let emitted = V3_1.emit(
        "
        paths:
          /things: {get: {operationId: getThing, security: [{key: [reader, writer]}], responses: {'204': {description: ''}}}}
        components:
          securitySchemes:
            key: {type: apiKey, name: X-Key, in: header}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @"
    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<Key>) -> Result<(), Error> {
        /// client.get_thing().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self) -> Request<GetThing>
        where
            C: Satisfies<Key>,
        {
            Request::authorized::<Key, _>(self)
        }
    }
    ");
}

#[test]
fn a_requirement_may_name_a_scheme_by_its_uri() {
    let emitted = V3_2.emit(
        "
        paths:
          /things: {get: {operationId: getThing, security: [{'#/components/securitySchemes/key': []}], responses: {'204': {}}}}
        components:
          securitySchemes:
            key: {type: apiKey, name: X-Key, in: header}
        ",
    );
    let operation = emitted.file("src/operations/get_thing.rs");
    assert!(operation.contains("C: Satisfies<Key>"), "{operation}");
}

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
