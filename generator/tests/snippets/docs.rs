//! What the document says of a value becomes docs.

use insta::assert_snapshot;

use crate::support::{emit, field_docs, schemas, schemas_with_messages};

#[test]
fn a_field_that_nothing_is_said_of() {
    assert_snapshot!(field_docs("type: string"), @"");
}

#[test]
fn description_and_title() {
    assert_snapshot!(field_docs("
        type: string
        title: A title
        description: A description.
    "), @"
    A description.
    ");
}

#[test]
fn a_title_that_the_description_repeats() {
    assert_snapshot!(field_docs("
        type: string
        title: The name
        description: The name of the thing.
    "), @"The name of the thing.");
}

#[test]
fn constraints_of_strings() {
    assert_snapshot!(field_docs("
        type: string
        format: email
        pattern: ^[a-z`]+$
        minLength: 1
        maxLength: 20
    "), @"
    Format: `email`. Pattern: ``^[a-z`]+$``. Minimum length: `1`. Maximum length: `20`.
    ");
}

#[test]
fn constraints_of_numbers() {
    assert_snapshot!(field_docs("
        type: number
        minimum: 0
        exclusiveMinimum: true
        maximum: 1.50
        multipleOf: 0.25
    "), @"
    Greater than: `0`. Maximum: `1.50`. Multiple of: `0.25`.
    ");
}

#[test]
fn constraints_of_lists_and_maps() {
    assert_snapshot!(field_docs("
        type: array
        minItems: 1
        maxItems: 3
        items: {type: string}
    "), @"
    Minimum number of items: `1`. Maximum number of items: `3`.
    ");
    assert_snapshot!(field_docs("
        type: object
        minProperties: 1
        maxProperties: 3
        additionalProperties: {type: string}
    "), @"
    Minimum number of properties: `1`. Maximum number of properties: `3`.
    ");
}

#[test]
fn formats_that_the_type_tells() {
    assert_snapshot!(field_docs("{type: integer, format: int32}"), @"");
    assert_snapshot!(field_docs("{type: string, format: date-time}"), @"");
}

#[test]
fn defaults() {
    assert_snapshot!(field_docs("{type: integer, default: 0}"), @"
    Default: `0`.
    ");
    assert_snapshot!(field_docs("{type: boolean, default: false}"), @"
    Default: `false`.
    ");
    assert_snapshot!(field_docs("{type: string, default: ''}"), @r#"
    Default: `""`.
    "#);
    assert_snapshot!(field_docs("{type: array, items: {type: string}, default: [a, b]}"), @r#"
    Default: `["a", "b"]`.
    "#);
}

#[test]
fn examples() {
    assert_snapshot!(field_docs("{type: string, example: thing_1}"), @"
    Example: `thing_1`.
    ");
    assert_snapshot!(field_docs("{type: number, example: 1.10}"), @"
    Example: `1.10`.
    ");
    assert_snapshot!(field_docs("{type: object, example: {a: 1, b: [true, null]}}"), @r#"
    Example: `{"a": 1, "b": [true, null]}`.
    "#);
    assert_snapshot!(field_docs("{type: string, nullable: true, example: null}"), @"");
}

#[test]
fn a_long_example_is_a_block() {
    assert_snapshot!(field_docs("
        type: object
        example:
          name: A thing that has a name of some length
          parts: [{size: 1}, {size: 2, note: this part has a note and would not fit on a line}]
          empty: {}
    "), @r#"
    Example:

    ```json
    {
      "name": "A thing that has a name of some length",
      "parts": [
        {"size": 1},
        {
          "size": 2,
          "note": "this part has a note and would not fit on a line"
        }
      ],
      "empty": {}
    }
    ```
    "#);
}

#[test]
fn a_very_long_example_is_left_out() {
    let items = vec!["a text of some length that fills a line of the example"; 60].join(", ");
    assert_snapshot!(field_docs(&format!("{{type: array, items: {{type: string}}, example: [{items}]}}")), @"");
}

#[test]
fn external_docs() {
    assert_snapshot!(field_docs("
        type: string
        description: The color.
        externalDocs: {description: All colors, url: https://example.com/colors}
    "), @"
    The color.

    [All colors](https://example.com/colors)
    ");
    assert_snapshot!(field_docs("
        type: string
        externalDocs: {url: https://example.com/colors}
    "), @"
    <https://example.com/colors>
    ");
    assert_snapshot!(field_docs("
        type: string
        description: The color.
        externalDocs: {description: All colors, url: 'javascript:alert(1)'}
    "), @"
    The color.

    All colors
    ");
}

#[test]
fn a_referenced_schema_speaks_for_the_field() {
    let emitted = schemas(
        "
        Id: {type: string, description: The identity of a thing., example: thing_1}
        Thing: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// The identity of a thing.
        ///
        /// Example: `thing_1`.
        pub id: Option<String>,
    }
    ");
}

#[test]
fn deprecated_fields() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            size: {type: integer, deprecated: true, description: No longer told.}
            color: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// No longer told.
        #[deprecated]
        pub size: Option<i64>,
        pub color: Option<String>,
    }
    ");
}

#[test]
fn setters_of_deprecated_fields_are_deprecated_and_compile_without_a_warning() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Thing:
              type: object
              required: [name]
              properties:
                name: {type: string}
                size: {type: integer, deprecated: true}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @"
    impl Thing {
        /// A value with what is required.
        #[allow(deprecated)]
        #[must_use]
        pub fn new(name: impl Into<String>) -> Self {
            Self {
                name: name.into(),
                size: None,
            }
        }

        /// Sets [`size`](field@Self::size).
        #[deprecated]
        #[allow(deprecated)]
        #[must_use]
        pub fn size(mut self, size: i64) -> Self {
            self.size = Some(size);
            self
        }
    }
    ");
}

#[test]
fn types_tell_of_themselves() {
    let emitted = schemas(
        "
        Thing:
          type: object
          title: A thing
          description: It can be of any kind.
          externalDocs: {url: https://example.com/things}
          properties: {kind: {type: string, enum: [big, small], description: Which kind.}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    /// It can be of any kind.
    ///
    /// <https://example.com/things>
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// Which kind.
        pub kind: Option<ThingKind>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub enum ThingKind"), @"
    /// Which kind.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum ThingKind {
        /// `big`
        Big,
        /// `small`
        Small,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }
    ");
}

#[test]
fn the_other_constraints() {
    assert_snapshot!(field_docs("
        type: array
        uniqueItems: true
        readOnly: true
        not: {maxItems: 3}
        items: {type: string, format: ulid, minLength: 1, example: a}
    "), @r#"
    Unique items. Never matches: `{"maxItems": 3}`. Read-only. Item format: `ulid`. Item minimum
    length: `1`. Item example: `a`.
    "#);
    assert_snapshot!(field_docs("
        type: object
        writeOnly: true
        additionalProperties: {type: array, items: {type: integer, minimum: 1, enum: [1, 2]}}
    "), @"
    Write-only. Value item one of: `1`, `2`. Value item minimum: `1`.
    ");
    assert_snapshot!(field_docs("
        type: object
        anyOf: [{required: [email]}, {required: [phone, country]}]
    "), @"
    Any of these: `email`, `phone, country`.
    ");
}

#[test]
fn values_without_a_type_of_their_own() {
    assert_snapshot!(field_docs("{type: integer, enum: [1, 2, 3], default: 1}"), @"
    One of: `1`, `2`, `3`. Default: `1`.
    ");
    assert_snapshot!(field_docs("{type: number, enum: [0.5, 1.0], nullable: true}"), @"
    One of: `0.5`, `1.0`.
    ");
    assert_snapshot!(field_docs("{type: boolean, enum: [true]}"), @"
    Always: `true`.
    ");
    assert_snapshot!(field_docs("{enum: [1, auto, null]}"), @"
    One of: `1`, `auto`, `null`.
    ");
    assert_snapshot!(field_docs("{type: array, items: {enum: [1, auto, {a: 1}]}}"), @r#"
    Item one of: `1`, `auto`, `{"a": 1}`.
    "#);
}

#[test]
fn formats_that_say_something_else_than_the_type() {
    assert_snapshot!(field_docs("{type: string, format: int64}"), @"
    Format: `int64`.
    ");
    assert_snapshot!(field_docs("{type: integer, format: int32, maximum: 4294967295}"), @"
    Format: `int32`. Maximum: `4294967295`.
    ");
    assert_snapshot!(field_docs("{type: string, format: byte, maxLength: 10}"), @"
    Maximum length: `10`.
    ");
    assert_snapshot!(field_docs("{type: string, format: binary}"), @"
    Media type: `application/octet-stream`.
    ");
}

#[test]
fn what_members_of_an_all_of_add() {
    let (emitted, _) = schemas_with_messages(
        "
        Id: {type: string, description: The identity of a thing., format: uuid}
        Page: {type: object, minProperties: 1, default: {}, example: {size: 1}, properties: {size: {type: integer}}}
        Thing:
          type: object
          properties:
            id: {description: Its identity., allOf: [{$ref: '#/components/schemas/Id'}, {maxLength: 36}], default: none}
            page: {allOf: [{$ref: '#/components/schemas/Page'}], default: {size: 2}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @r#"
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// Its identity.
        ///
        /// Default: `none`. Format: `uuid`. Maximum length: `36`.
        pub id: Option<String>,
        /// Default: `{"size": 2}`.
        pub page: Option<Page>,
    }
    "#);
    assert_snapshot!(emitted.item("src/models/page.rs", "pub struct Page"), @r#"
    /// Minimum number of properties: `1`. Default: `{}`. Example: `{"size": 1}`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Page {
        pub size: Option<i64>,
    }
    "#);
}

/// A line that ends like a statement is no end of a member.
#[test]
fn a_line_that_ends_with_a_semicolon() {
    let first = "a".repeat(90);
    let emitted = emit(&format!("
        paths: {{/a: {{get: {{operationId: getA, description: '{first}; then more words.', responses: {{'204': {{description: Done.}}}}}}}}}}
    "));
    let method = emitted.item("src/operations/get_a.rs", "impl<C> Client<C>");
    let lines = format!("    /// {first};\n    /// then more words.\n");
    assert!(method.contains(&lines), "{method}");
}

#[test]
fn a_title_stands_for_a_description_if_it_is_more_than_a_name() {
    assert_snapshot!(field_docs("{type: string, title: The color of it}"), @"The color of it.");
    assert_snapshot!(field_docs("{type: string, title: Field}"), @"");
    assert_snapshot!(field_docs("{type: string, title: other_field}"), @"");
}

#[test]
fn names_in_the_document_that_identifiers_do_not_show() {
    let emitted = schemas(
        "
        big_thing: {type: object, properties: {made: {type: string}}}
        BigThing: {type: object, properties: {madeAt: {type: string}, made: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/big_thing_2.rs", "pub struct BigThing2"), @r"
    /// `big_thing`
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct BigThing2 {
        pub made: Option<String>,
    }
    ");
    let docs = emitted.item("src/models/big_thing.rs", "pub struct BigThing ");
    assert!(docs.starts_with("#[derive("), "{docs}");
    assert!(docs.contains("/// `madeAt`\n    pub made_at:"), "{docs}");
}

#[test]
fn only_lists_have_unique_items() {
    assert_snapshot!(field_docs("{type: array, uniqueItems: true, items: {type: string}}"), @"Unique items.");
    let (emitted, _) = schemas_with_messages(
        "
        Thing: {type: object, properties: {name: {type: string, uniqueItems: true}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @r"
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        pub name: Option<String>,
    }
    ");
}

#[test]
fn an_operation_lists_its_arguments_and_links_to_its_setters() {
    let emitted = emit("
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - {name: id, in: path, required: true, description: The identity, schema: {type: string}, example: t1}
                - {name: page, in: query, schema: {type: integer}}
                - {name: type, in: query, schema: {type: string}}
              responses: {'204': {description: Done.}}
            delete:
              operationId: deleteThing
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThing"), @r"
    /// The operation `getThing`, which [`Client::get_thing`] requests.
    ///
    /// Optional: [`page`][setters], [`type`][setters].
    ///
    /// [setters]: Request#impl-Request%3CGetThing%3E
    pub enum GetThing {}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things/{id}`
        ///
        /// - `id`: The identity. Example: `t1`.
        ///
        /// Optional: [`page`][setters], [`type`][setters].
        ///
        /// [setters]: Request#impl-Request%3CGetThing%3E
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing("t1").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self, id: impl Into<String>) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path("id", id.into());
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/delete_thing.rs", "pub enum DeleteThing"), @r"
    /// The operation `deleteThing`, which [`Client::delete_thing`] requests.
    pub enum DeleteThing {}
    ");
}

#[test]
fn what_is_deprecated_names_its_replacement() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: getThings
              deprecated: true
              description: Lists things. **Deprecated**, use [`listAll`](https://example.com/list) instead. It is slow.
              parameters:
                - {name: old, in: query, deprecated: true, description: No longer read., schema: {type: string}}
                - {name: limit, in: query, deprecated: true, description: Superseded by `size`., schema: {type: string}}
              responses: {'204': {description: Done.}}
    ");
    let file = emitted.file("src/operations/get_things.rs");
    assert!(
        file.contains(
            "#[deprecated = \"Deprecated, use `listAll` instead.\"]\n    pub fn get_things"
        )
    );
    assert!(file.contains("#[deprecated]\n    pub fn old"));
    assert!(file.contains("#[deprecated = \"Superseded by `size`.\"]\n    pub fn limit"));
}

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
fn what_is_obvious_is_not_noted() {
    assert_snapshot!(field_docs("{type: boolean, example: true, default: false}"), @"Default: `false`.");
    assert_snapshot!(field_docs("{type: string, enum: [thing], example: thing}"), @"Always: `thing`.");
    assert_snapshot!(field_docs("{type: integer, format: integer, example: 3}"), @"Example: `3`.");
}
