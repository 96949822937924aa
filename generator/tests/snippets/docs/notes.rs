//! What else the document says of a value: constraints, formats, defaults, examples.

use insta::assert_snapshot;

use crate::support::{field_docs, schemas_with_messages};

#[test]
fn constraints_of_strings() {
    assert_snapshot!(field_docs("
        type: string
        format: email
        pattern: ^[a-z`]+$
        minLength: 1
        maxLength: 20
    "), @"Format: `email`. Pattern: ``^[a-z`]+$``. Minimum length: `1`. Maximum length: `20`.");
}

#[test]
fn constraints_of_numbers() {
    assert_snapshot!(field_docs("
        type: number
        minimum: 0
        exclusiveMinimum: true
        maximum: 1.50
        multipleOf: 0.25
    "), @"Greater than: `0`. Maximum: `1.50`. Multiple of: `0.25`.");
}

#[test]
fn constraints_of_lists_and_maps() {
    assert_snapshot!(field_docs("
        type: array
        minItems: 1
        maxItems: 3
        items: {type: string}
    "), @"Minimum number of items: `1`. Maximum number of items: `3`.");
    assert_snapshot!(field_docs("
        type: object
        minProperties: 1
        maxProperties: 3
        additionalProperties: {type: string}
    "), @"Minimum number of properties: `1`. Maximum number of properties: `3`.");
}

#[test]
fn a_limit_that_is_both_the_smallest_and_the_largest() {
    assert_snapshot!(field_docs("{type: string, minLength: 34, maxLength: 34}"), @"Length: `34`.");
    assert_snapshot!(field_docs("{type: array, minItems: 2, maxItems: 2, items: {type: string, minLength: 3, maxLength: 3}}"), @"Number of items: `2`. Item length: `3`.");
    assert_snapshot!(field_docs("{type: object, minProperties: 1, maxProperties: 1, additionalProperties: {type: string}}"), @"Number of properties: `1`.");
}

#[test]
fn limits_that_the_description_states() {
    assert_snapshot!(field_docs("{type: string, maxLength: 100, description: 'The name (max length = 100)'}"), @"The name (max length = 100)");
    assert_snapshot!(field_docs("{type: integer, minimum: 1, maximum: 1000, description: 'How many. Must be between 1 and 1,000.'}"), @"How many. Must be between 1 and 1,000.");
    assert_snapshot!(field_docs("{type: integer, minimum: 1, maximum: 50, description: 'At least 1, up to **50**; max. 50'}"), @"At least 1, up to **50**; max. 50");
    // Another number, another sentence, or another meaning.
    assert_snapshot!(field_docs("{type: string, maxLength: 100, description: 'At most 1000 letters'}"), @r"
    At most 1000 letters

    Maximum length: `100`.
    ");
    assert_snapshot!(field_docs("{type: integer, maximum: 50, description: 'The maximum. By then 50 are there'}"), @r"
    The maximum. By then 50 are there

    Maximum: `50`.
    ");
    assert_snapshot!(field_docs("{type: integer, minimum: 50, description: 'The default is 50'}"), @r"
    The default is 50

    Minimum: `50`.
    ");
}

#[test]
fn defaults_and_directions_that_the_description_states() {
    assert_snapshot!(field_docs("{type: boolean, default: true, description: Defaults to `true` for new ones.}"), @"Defaults to `true` for new ones.");
    assert_snapshot!(field_docs("{type: number, default: 1.2, description: Default is 1.2}"), @"Default is 1.2");
    assert_snapshot!(field_docs("{type: string, default: asc, description: 'The order, asc or desc.'}"), @r"
    The order, asc or desc.

    Default: `asc`.
    ");
    assert_snapshot!(field_docs("{type: string, readOnly: true, description: 'The total (read only)'}"), @"The total (read only)");
    assert_snapshot!(field_docs("{type: string, readOnly: true, description: The total}"), @r"
    The total

    Read-only.
    ");
}

#[test]
fn what_has_one_value_has_no_default() {
    assert_snapshot!(field_docs("{type: string, enum: [tool], default: tool}"), @"Always: `tool`.");
    assert_snapshot!(field_docs("{type: integer, enum: [1, 2], default: 1}"), @"One of: `1`, `2`. Default: `1`.");
}

#[test]
fn formats_that_the_type_tells() {
    assert_snapshot!(field_docs("{type: integer, format: int32}"), @"");
    assert_snapshot!(field_docs("{type: string, format: date-time}"), @"");
}

#[test]
fn defaults() {
    assert_snapshot!(field_docs("{type: integer, default: 0}"), @"Default: `0`.");
    assert_snapshot!(field_docs("{type: boolean, default: false}"), @"Default: `false`.");
    assert_snapshot!(field_docs("{type: string, default: ''}"), @r#"Default: `""`."#);
    assert_snapshot!(field_docs("{type: array, items: {type: string}, default: [a, b]}"), @r#"Default: `["a", "b"]`."#);
}

#[test]
fn examples() {
    assert_snapshot!(field_docs("{type: string, example: thing_1}"), @"Example: `thing_1`.");
    assert_snapshot!(field_docs("{type: number, example: 1.10}"), @"Example: `1.10`.");
    assert_snapshot!(field_docs("{type: object, example: {a: 1, b: [true, null]}}"), @r#"Example: `{"a": 1, "b": [true, null]}`."#);
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
    "), @"Write-only. Value item one of: `1`, `2`. Value item minimum: `1`.");
    assert_snapshot!(field_docs("
        type: object
        anyOf: [{required: [email]}, {required: [phone, country]}]
    "), @"Any of these: `email`, `phone, country`.");
}

#[test]
fn values_without_a_type_of_their_own() {
    assert_snapshot!(field_docs("{type: integer, enum: [1, 2, 3], default: 1}"), @"One of: `1`, `2`, `3`. Default: `1`.");
    assert_snapshot!(field_docs("{type: number, enum: [0.5, 1.0], nullable: true}"), @"One of: `0.5`, `1.0`.");
    assert_snapshot!(field_docs("{type: boolean, enum: [true]}"), @"Always: `true`.");
    assert_snapshot!(field_docs("{enum: [1, auto, null]}"), @"One of: `1`, `auto`, `null`.");
    assert_snapshot!(field_docs("{type: array, items: {enum: [1, auto, {a: 1}]}}"), @r#"Item one of: `1`, `auto`, `{"a": 1}`."#);
}

#[test]
fn formats_that_say_something_else_than_the_type() {
    assert_snapshot!(field_docs("{type: string, format: int64}"), @"Format: `int64`.");
    assert_snapshot!(field_docs("{type: integer, format: int32, maximum: 4294967295}"), @"Format: `int32`. Maximum: `4294967295`.");
    assert_snapshot!(field_docs("{type: string, format: byte, maxLength: 10}"), @"Maximum length: `10`.");
    assert_snapshot!(field_docs("{type: string, format: binary}"), @"Media type: `application/octet-stream`.");
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
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub name: Option<String>,
    }
    ");
}

#[test]
fn what_is_obvious_is_not_noted() {
    assert_snapshot!(field_docs("{type: boolean, example: true, default: false}"), @"Default: `false`.");
    assert_snapshot!(field_docs("{type: string, enum: [thing], example: thing}"), @"Always: `thing`.");
    assert_snapshot!(field_docs("{type: integer, format: integer, example: 3}"), @"Example: `3`.");
    assert_snapshot!(field_docs("{type: string, enum: [thing], description: Must be `thing`.}"), @"Must be `thing`.");
    assert_snapshot!(field_docs("{type: object, default: {}}"), @"");
}
