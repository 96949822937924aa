//! The kinds of schemes, and what their credentials are called.

use insta::assert_snapshot;

use super::{bounds, secured};
use crate::support::{emit, refuse};

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
