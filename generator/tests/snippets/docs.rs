//! What the document says of a value becomes docs.

use insta::assert_snapshot;

use crate::support::{emit, field_docs, schemas, schemas_with_messages};

#[test]
fn a_field_that_nothing_is_said_of() {
    assert_snapshot!(field_docs("type: string"), @"The property `field`.");
}

#[test]
fn description_and_title() {
    assert_snapshot!(field_docs("
        type: string
        title: A title
        description: A description.
    "), @"
    A title.

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
    The property `field`.

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
    The property `field`.

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
    The property `field`.

    Minimum number of items: `1`. Maximum number of items: `3`.
    ");
    assert_snapshot!(field_docs("
        type: object
        minProperties: 1
        maxProperties: 3
        additionalProperties: {type: string}
    "), @"
    The property `field`.

    Minimum number of properties: `1`. Maximum number of properties: `3`.
    ");
}

#[test]
fn formats_that_the_type_tells() {
    assert_snapshot!(field_docs("{type: integer, format: int32}"), @"The property `field`.");
    assert_snapshot!(field_docs("{type: string, format: date-time}"), @"The property `field`.");
}

#[test]
fn defaults() {
    assert_snapshot!(field_docs("{type: integer, default: 0}"), @"
    The property `field`.

    Default: `0`.
    ");
    assert_snapshot!(field_docs("{type: boolean, default: false}"), @"
    The property `field`.

    Default: `false`.
    ");
    assert_snapshot!(field_docs("{type: string, default: ''}"), @r#"
    The property `field`.

    Default: `""`.
    "#);
    assert_snapshot!(field_docs("{type: array, items: {type: string}, default: [a, b]}"), @r#"
    The property `field`.

    Default: `["a", "b"]`.
    "#);
}

#[test]
fn examples() {
    assert_snapshot!(field_docs("{type: string, example: thing_1}"), @"
    The property `field`.

    Example: `thing_1`.
    ");
    assert_snapshot!(field_docs("{type: number, example: 1.10}"), @"
    The property `field`.

    Example: `1.10`.
    ");
    assert_snapshot!(field_docs("{type: object, example: {a: 1, b: [true, null]}}"), @r#"
    The property `field`.

    Example: `{"a": 1, "b": [true, null]}`.
    "#);
    assert_snapshot!(field_docs("{type: string, nullable: true, example: null}"), @"The property `field`.");
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
    The property `field`.

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
    assert_snapshot!(field_docs(&format!("{{type: array, items: {{type: string}}, example: [{items}]}}")), @"The property `field`.");
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
    The property `field`.

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
    /// The object `Thing`.
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
    /// The object `Thing`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// No longer told.
        #[deprecated]
        pub size: Option<i64>,
        /// The property `color`.
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

        /// Sets [`size`](Self::size).
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
    /// A thing.
    ///
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
    The property `field`.

    Unique items. Never matches: `{"maxItems": 3}`. Read-only. Item format: `ulid`. Item minimum
    length: `1`. Item example: `a`.
    "#);
    assert_snapshot!(field_docs("
        type: object
        writeOnly: true
        additionalProperties: {type: array, items: {type: integer, minimum: 1, enum: [1, 2]}}
    "), @"
    The property `field`.

    Write-only. Value item one of: `1`, `2`. Value item minimum: `1`.
    ");
    assert_snapshot!(field_docs("
        type: object
        anyOf: [{required: [email]}, {required: [phone, country]}]
    "), @"
    The property `field`.

    Any of these: `email`, `phone, country`.
    ");
}

#[test]
fn values_without_a_type_of_their_own() {
    assert_snapshot!(field_docs("{type: integer, enum: [1, 2, 3], default: 1}"), @"
    The property `field`.

    One of: `1`, `2`, `3`. Default: `1`.
    ");
    assert_snapshot!(field_docs("{type: number, enum: [0.5, 1.0], nullable: true}"), @"
    The property `field`.

    One of: `0.5`, `1.0`.
    ");
    assert_snapshot!(field_docs("{type: boolean, enum: [true]}"), @"
    The property `field`.

    Always: `true`.
    ");
    assert_snapshot!(field_docs("{enum: [1, auto, null]}"), @"
    The property `field`.

    One of: `1`, `auto`, `null`.
    ");
    assert_snapshot!(field_docs("{type: array, items: {enum: [1, auto, {a: 1}]}}"), @r#"
    The property `field`.

    Item one of: `1`, `auto`, `{"a": 1}`.
    "#);
}

#[test]
fn formats_that_say_something_else_than_the_type() {
    assert_snapshot!(field_docs("{type: string, format: int64}"), @"
    The property `field`.

    Format: `int64`.
    ");
    assert_snapshot!(field_docs("{type: integer, format: int32, maximum: 4294967295}"), @"
    The property `field`.

    Format: `int32`. Maximum: `4294967295`.
    ");
    assert_snapshot!(field_docs("{type: string, format: byte, maxLength: 10}"), @"
    The property `field`.

    Maximum length: `10`.
    ");
    assert_snapshot!(field_docs("{type: string, format: binary}"), @"
    The property `field`.

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
    /// The object `Thing`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// Its identity.
        ///
        /// Default: `none`. Format: `uuid`. Maximum length: `36`.
        pub id: Option<String>,
        /// The property `page`.
        ///
        /// Default: `{"size": 2}`.
        pub page: Option<Page>,
    }
    "#);
    assert_snapshot!(emitted.item("src/models/page.rs", "pub struct Page"), @r#"
    /// The object `Page`.
    ///
    /// Minimum number of properties: `1`. Default: `{}`. Example: `{"size": 1}`.
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Page {
        /// The property `size`.
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
