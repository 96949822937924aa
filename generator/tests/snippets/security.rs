//! Security requirements become credential types.

mod client_credentials;
mod schemes;

use insta::assert_snapshot;

use crate::support::{Emitted, V3_1, V3_2, emit, emit_with_messages};

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
