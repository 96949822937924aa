//! The calls that the crate's docs and its README begin with.

use insta::assert_snapshot;

use crate::support::emit;

#[test]
fn the_quickstart_reads_the_main_resource() {
    let emitted = emit("
        paths:
          /ping: {get: {operationId: ping, responses: {'204': {description: Done.}}}}
          /pets:
            post: {operationId: addPet, security: [{api_key: []}], responses: {'204': {description: Done.}}}
            get:
              operationId: listPets
              security: [{api_key: []}]
              responses: {'200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}
          /pets/{id}: {get: {operationId: getPet, security: [{api_key: []}], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: Done.}}}}
        components:
          securitySchemes: {api_key: {type: apiKey, in: header, name: X-Key, description: Made in the settings.}}
          schemas: {Pet: {type: object, properties: {name: {type: string}}}}
    ");
    let docs = emitted.file("src/lib.rs");
    let start = docs.find("//! let api_key").unwrap_or_default();
    let end = docs.find("//! # Ok(())").unwrap_or_default();
    assert_snapshot!(docs.get(start..end).unwrap_or_default(), @r#"
    //! let api_key = std::env::var("THINGS_API_KEY")?;
    //! let client = Client::builder(ApiKey::new(api_key))
    //!     .base_url("https://api.example.com")
    //!     .build()?;
    //! let pets = client.list_pets().send().await?;
    //! println!("{pets:?}");
    //!
    //! let client = client.with_credentials(NoCredentials);
    //! let response = client.ping().send().await?;
    //! println!("{response:?}");
    "#);
    assert_snapshot!(emitted.item("src/credentials.rs", "pub struct ApiKey "), @r"
    /// The credential `api_key`, sent in the header `x-key`.
    ///
    /// Made in the settings.
    #[derive(Clone, Debug)]
    pub struct ApiKey {
        api_key: Secret,
    }
    ");
}

#[test]
fn the_readme_tests_a_call_of_the_quickstart() {
    let emitted = emit(
        "
        paths:
          /boats:
            get:
              operationId: listBoats
              responses:
                '200': {description: All., content: {application/json: {schema: {type: array, items: {type: string}}}}}
                '400': {description: No., content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}
            delete:
              operationId: clearBoats
              responses:
                '204': {description: Done.}
                '400': {description: No., content: {application/json: {schema: {type: string}}}}
        ",
    );
    let readme = emitted.file("README.md");
    assert!(readme.contains("mock.on::<ListBoats>().respond(200, &response);"));
    assert!(readme.contains("api_error::<things::operations::ListBoats>"));
}

#[test]
fn the_quickstart_reads_no_stream_where_there_is_something_else() {
    let emitted = emit("
        paths:
          /log:
            get:
              operationId: readLog
              responses: {'200': {description: Lines., content: {application/jsonl: {schema: {type: object}}}}}
            post: {operationId: clearLog, responses: {'204': {description: Done.}}}
          /pets/{id}: {get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: Done.}}}}
    ");
    let docs = emitted.file("src/lib.rs");
    let calls: Vec<&str> = docs
        .lines()
        .filter(|line| line.contains(".send().await"))
        .collect();
    assert_eq!(
        calls,
        ["//! let response = client.get_pet(\"id\").send().await?;"]
    );
}

#[test]
fn the_quickstart_writes_what_it_reads() {
    let emitted = emit("
        paths:
          /pets:
            get: {operationId: listPets, responses: {'204': {description: Done.}}}
            post:
              operationId: addPet
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'204': {description: Done.}}
          /pets/{id}: {get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: Done.}}}}
          /orders:
            post:
              operationId: addOrder
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Pet:
              type: object
              required: [name, kind, extra]
              properties: {name: {type: string}, kind: {type: string, enum: [cat, dog]}, extra: {type: object}}
    ");
    let docs = emitted.file("src/lib.rs");
    let start = docs.find("//! use things").unwrap_or_default();
    let end = docs.find("//! # Ok(())").unwrap_or_default();
    assert_snapshot!(docs.get(start..end).unwrap_or_default(), @r#"
    //! use things::{Client, NoCredentials, models, serde_json};
    //!
    //! # #[cfg(feature = "reqwest")]
    //! # async fn quickstart() -> Result<(), things::Error> {
    //! let client = Client::builder(NoCredentials)
    //!     .base_url("https://api.example.com")
    //!     .build()?;
    //! let response = client.list_pets().send().await?;
    //! println!("{response:?}");
    //!
    //! let body = models::Pet::new("name", models::PetKind::Cat, serde_json::Map::new());
    //! let response = client.add_pet(body).send().await?;
    //! println!("{response:?}");
    "#);
}

/// A text of the document may look like code.
#[test]
fn the_quickstart_imports_what_its_values_name() {
    let emitted = emit(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - {name: kind, in: query, required: true, schema: {type: string, example: 'models::Pet'}}
              responses: {'204': {description: Done.}}
        ",
    );
    let docs = emitted.file("src/lib.rs");
    assert!(docs.contains("client.list_pets(\"models::Pet\")"));
    assert!(docs.contains("//! use things::{Client, NoCredentials};"));
}
