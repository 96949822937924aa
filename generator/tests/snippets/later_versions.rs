//! What OpenAPI 3.1 and 3.2 add beside schemas.

use insta::assert_snapshot;

use crate::support::{V3_1, V3_2};

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
    //! - `reqwest` (default): sends requests through reqwest and rustls. Without it the crate has no HTTP
    //!   stack, and a client needs a [`Transport`] of your own.

    #![cfg_attr(docsrs, feature(doc_cfg))]

    mod credentials;
    ");
}

#[test]
fn a_client_certificate_is_a_credential_without_a_secret() {
    let emitted = V3_1.emit(
        "
        paths:
          /things: {get: {operationId: getThing, security: [{certificate: []}], responses: {'204': {description: ''}}}}
          /others: {get: {operationId: getOther, security: [{certificate: [], key: []}], responses: {'204': {description: ''}}}}
        components:
          securitySchemes:
            certificate: {type: mutualTLS, description: Issued by us.}
            key: {type: apiKey, name: X-Key, in: header}
        ",
    );
    assert_snapshot!(emitted.file("src/credentials.rs"), @r#"
    //! The credentials that the operations require.

    use crate::runtime::credentials::{Authorization, Credentials, Secret};

    /// Lower-case names of the headers that carry credentials.
    pub(crate) const HEADERS: &[&str] = &["x-key"];

    /// The credential `certificate`, sent by the transport as a client certificate.
    #[derive(Clone, Debug, Default)]
    pub struct Certificate {}

    impl Certificate {
        /// Creates the credentials. The certificate is configured on the transport.
        ///
        /// - `certificate`: Issued by us.
        pub fn new() -> Self {
            Self {}
        }
    }

    impl Credentials for Certificate {
        fn authorize(&self, _: &mut Authorization<'_>) {}
    }

    /// The credentials `certificate`, sent by the transport as a client certificate, and `key`,
    /// sent in the header `x-key`.
    #[derive(Clone, Debug)]
    pub struct CertificateKey {
        key: Secret,
    }

    impl CertificateKey {
        /// Creates the credentials. Neither errors nor `Debug` output show the secret.
        ///
        /// - `certificate`: Issued by us.
        pub fn new(key: impl Into<String>) -> Self {
            Self {
                key: Secret::new(key),
            }
        }
    }

    impl Credentials for CertificateKey {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.header("x-key", &self.key);
        }
    }
    "#);
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

#[test]
fn an_operation_without_responses() {
    let emitted = V3_1.path_item("get: {operationId: getThing}");
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

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                200..=299 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /things`
        pub fn get_thing(&self) -> Request<GetThing> {
            Request::new(self)
        }
    }
    "#);
}

#[test]
fn any_token_is_a_method() {
    let emitted = V3_2.path_item(
        "
        query:
          operationId: findThings
          requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
          responses: {'200': {description: '', content: {application/json: {schema: {type: array, items: {type: string}}}}}}
        additionalOperations:
          PURGE: {operationId: purgeThings, responses: {'204': {description: ''}}}
          link: {responses: {'204': {description: ''}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/find_things.rs
    src/operations/link_things.rs
    src/operations/purge_things.rs
    ");
    assert_snapshot!(emitted.file("src/operations/find_things.rs"), @r#"
    //! `QUERY /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request, models};

    /// The operation `findThings`, which [`Client::find_things`] requests.
    pub enum FindThings {}

    impl Operation for FindThings {
        type Output = Vec<String>;
        const METHOD: &'static str = "QUERY";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<Vec<String>, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `QUERY /things`
        pub fn find_things(&self, body: models::FindThingsBody) -> Request<FindThings> {
            let mut request = Request::new(self);
            request.parts.json(body);
            request
        }
    }
    "#);
    let purge = emitted.file("src/operations/purge_things.rs");
    assert!(
        purge.contains("const METHOD: &'static str = \"PURGE\";"),
        "{purge}"
    );
}

#[test]
fn a_parameter_may_be_the_whole_query() {
    let emitted = V3_2.emit(
        "
        paths:
          /forms:
            get:
              operationId: getForms
              parameters:
              - name: filter
                in: querystring
                required: true
                description: What to find.
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, required: [name], properties: {name: {type: string}, sizes: {type: array, items: {type: integer}}}}
              responses: {'204': {description: ''}}
          /json:
            get:
              operationId: getJson
              parameters:
              - {name: filter, in: querystring, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/get_forms.rs");
    assert_snapshot!(emitted.item("src/operations/get_forms.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /forms`
        ///
        /// - `filter`: What to find.
        pub fn get_forms(&self, filter: models::GetFormsFilter) -> Request<GetForms> {
            let mut request = Request::new(self);
            request.parts.query_string("filter", filter);
            request
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/operations/get_json.rs"), @r#"
    //! `GET /json`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getJson`, which [`Client::get_json`] requests.
    pub enum GetJson {}

    impl Operation for GetJson {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/json";

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /json`
        pub fn get_json(&self) -> Request<GetJson> {
            Request::new(self)
        }
    }

    impl Request<GetJson> {
        /// Sets the parameter `filter`.
        pub fn filter(mut self, value: Vec<i64>) -> Self {
            self.parts.query_string_json("filter", value);
            self
        }
    }
    "#);
}

#[test]
fn a_whole_query_that_is_written_otherwise_is_left_out_or_reported() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /text:
            get:
              operationId: getText
              parameters:
              - {name: path, in: querystring, content: {text/plain: {schema: {type: string}}}}
              responses: {'204': {description: ''}}
          /forms:
            get:
              operationId: getForms
              parameters:
              - name: filter
                in: querystring
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {sizes: {type: array, items: {type: integer}}}}
                    encoding: {sizes: {style: pipeDelimited, explode: false}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(messages, @"
    W0002: the parameter `path` of the media type `text/plain` is not generated yet
    W0002: the encoding of the field `sizes` is not generated
    ");
    assert_snapshot!(emitted.paths("src/operations/"), @"src/operations/get_forms.rs");
}

#[test]
fn where_and_how_a_parameter_is_sent() {
    let emitted = V3_2.emit(
        "
        paths:
          /things/{id}/{label}:
            get:
              operationId: getThing
              parameters:
              - {name: id, in: path, required: true, allowReserved: true, schema: {type: string}}
              - {name: label, in: path, required: true, style: label, allowReserved: true, schema: {type: string}}
              - {name: session, in: cookie, required: true, style: cookie, schema: {type: string}}
              - {name: flags, in: cookie, required: true, style: cookie, explode: false, schema: {type: array, items: {type: string}}}
              - {name: plain, in: cookie, required: true, schema: {type: string}}
              - {name: next, in: query, required: true, allowReserved: true, schema: {type: string}}
              - {name: ids, in: query, required: true, explode: false, schema: {type: array, items: {type: string}}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things/{id}/{label}`
        #[allow(clippy::too_many_arguments)]
        pub fn get_thing(
            &self,
            id: impl Into<String>,
            label: impl Into<String>,
            next: impl Into<String>,
            ids: Vec<String>,
            session: impl Into<String>,
            flags: Vec<String>,
            plain: impl Into<String>,
        ) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path_reserved("id", Style::Simple, id.into());
            request
                .parts
                .path_reserved("label", Style::Label, label.into());
            request
                .parts
                .query_reserved("next", Style::FormExplode, next.into());
            request.parts.query_as("ids", Style::Form, ids);
            request
                .parts
                .cookie_as("session", Style::CookieExplode, session.into());
            request.parts.cookie_as("flags", Style::Cookie, flags);
            request.parts.cookie("plain", plain.into());
            request
        }
    }
    "#);
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

#[test]
fn media_types_are_components() {
    let emitted = V3_2.emit(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              responses: {'200': {summary: All pets., content: {application/json: {$ref: '#/components/mediaTypes/Pets'}}}}
            post:
              operationId: addPets
              requestBody: {required: true, content: {application/json: {$ref: '#/components/mediaTypes/Pets'}}}
              responses: {'204': {}}
        components:
          mediaTypes:
            Pets: {schema: {type: array, items: {type: object, properties: {name: {type: string}}}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/pets.rs");
    assert_snapshot!(emitted.file("src/operations/list_pets.rs"), @r#"
    //! `GET /pets`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request, models};

    /// The operation `listPets`, which [`Client::list_pets`] requests.
    pub enum ListPets {}

    impl Operation for ListPets {
        type Output = Vec<models::PetsContentItem>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/pets";

        fn decode(response: &RawResponse) -> Result<Vec<models::PetsContentItem>, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /pets`
        pub fn list_pets(&self) -> Request<ListPets> {
            Request::new(self)
        }
    }
    "#);
    assert_snapshot!(emitted.signature("src/operations/add_pets.rs", "add_pets"), @"pub fn add_pets(&self, body: Vec<models::PetsContentItem>) -> Request<AddPets>");
}

#[test]
fn items_of_a_stream_are_reported() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              responses: {'200': {description: '', content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}}}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"W0002: the items of `application/jsonl` are not generated as a stream yet");
    assert_snapshot!(emitted.item("src/operations/list_pets.rs", "impl Operation"), @r#"
    impl Operation for ListPets {
        type Output = Bytes;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/pets";
        const ACCEPT: &'static str = "application/jsonl";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}

#[test]
fn the_schema_of_all_other_values_is_not_generated_yet() {
    let (emitted, messages) = V3_2.schemas_with_messages(
        "
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Animal'}]
          discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Animal}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Animal: {type: object, properties: {kind: {type: string}, name: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"W0002: `defaultMapping` is not generated yet");
    assert_snapshot!(emitted.file("src/models/pet.rs"), @r#"
    use crate::models::{Animal, Cat};
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    /// The values of `Pet`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `kind` is `cat`.
        Cat(Cat),
        /// Where the property `kind` is `Animal`.
        Animal(Animal),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Pet by "kind" {
            Cat: "cat",
            Animal: "Animal",
        }
    }
    "#);
}
