//! Which Rust type a schema becomes.

use insta::assert_snapshot;

use crate::support::{field_types, schemas, schemas_with_messages};

#[test]
fn primitives() {
    assert_snapshot!(field_types("
        text: {type: string}
        boolean: {type: boolean}
        integer: {type: integer}
        number: {type: number}
    "), @"
    text: Option<String>
    boolean: Option<bool>
    integer: Option<i64>
    number: Option<f64>
    ");
}

#[test]
fn formats_of_integers() {
    assert_snapshot!(field_types("
        int32: {type: integer, format: int32}
        int64: {type: integer, format: int64}
        uint32: {type: integer, format: uint32}
        uint64: {type: integer, format: uint64}
        unsigned: {type: integer, format: uint, minimum: 0}
        unknown: {type: integer, format: bigint}
    "), @"
    int32: Option<i32>
    int64: Option<i64>
    uint32: Option<u32>
    uint64: Option<u64>
    unsigned: Option<u64>
    unknown: Option<i64>
    ");
}

#[test]
fn formats_of_numbers() {
    assert_snapshot!(field_types("
        float: {type: number, format: float}
        double: {type: number, format: double}
        integer: {type: number, format: int64}
        unknown: {type: number, format: percent}
    "), @"
    float: Option<f64>
    double: Option<f64>
    integer: Option<i64>
    unknown: Option<f64>
    ");
}

#[test]
fn formats_of_strings() {
    assert_snapshot!(field_types("
        date_time: {type: string, format: date-time}
        date: {type: string, format: date}
        uuid: {type: string, format: uuid}
        unknown: {type: string, format: color}
    "), @"
    date_time: Option<Timestamp>
    date: Option<Date>
    uuid: Option<String>
    unknown: Option<String>
    ");
}

#[test]
fn arrays() {
    assert_snapshot!(field_types("
        list: {type: array, items: {type: string}}
        lists: {type: array, items: {type: array, items: {type: integer}}}
        of_anything: {type: array, items: {}}
        without_type: {items: {type: boolean}}
    "), @"
    list: Option<Vec<String>>
    lists: Option<Vec<Vec<i64>>>
    of_anything: Option<Vec<Value>>
    without_type: Option<Vec<bool>>
    ");
}

#[test]
fn maps() {
    assert_snapshot!(field_types("
        map: {type: object, additionalProperties: {type: integer}}
        maps: {type: object, additionalProperties: {type: object, additionalProperties: {type: string}}}
        lists: {type: object, additionalProperties: {type: array, items: {type: string, format: date-time}}}
        without_type: {additionalProperties: {type: boolean}}
    "), @"
    map: Option<BTreeMap<String, i64>>
    maps: Option<BTreeMap<String, BTreeMap<String, String>>>
    lists: Option<BTreeMap<String, Vec<Timestamp>>>
    without_type: Option<BTreeMap<String, bool>>
    ");
}

#[test]
fn free_form_values() {
    assert_snapshot!(field_types("
        object: {type: object}
        open: {type: object, additionalProperties: true}
        of_anything: {type: object, additionalProperties: {}}
        closed: {type: object, additionalProperties: false}
        anything: {}
        described: {description: Anything.}
    "), @"
    object: Option<Map<String, Value>>
    open: Option<Map<String, Value>>
    of_anything: Option<Map<String, Value>>
    closed: Option<Map<String, Value>>
    anything: Option<Value>
    described: Option<Value>
    ");
}

#[test]
fn null_is_as_good_as_absent_in_an_optional_field() {
    assert_snapshot!(field_types("
        text: {type: string, nullable: true}
        list: {type: array, nullable: true, items: {type: string}}
        map: {type: object, nullable: true, additionalProperties: {type: string}}
        object: {type: object, nullable: true}
        anything: {nullable: true}
        enumerated: {type: string, nullable: true, enum: ['on', 'off', null]}
    "), @"
    text: Option<String>
    list: Option<Vec<String>>
    map: Option<BTreeMap<String, String>>
    object: Option<Map<String, Value>>
    anything: Option<Value>
    enumerated: Option<HolderEnumerated>
    ");
}

#[test]
fn null_within_lists_and_maps() {
    assert_snapshot!(field_types("
        items: {type: array, items: {type: string, nullable: true}}
        values: {type: object, additionalProperties: {type: integer, nullable: true}}
        lists: {type: array, items: {type: array, nullable: true, items: {type: string, nullable: true}}}
        anything: {type: array, items: {nullable: true}}
    "), @"
    items: Option<Vec<Option<String>>>
    values: Option<BTreeMap<String, Option<i64>>>
    lists: Option<Vec<Option<Vec<Option<String>>>>>
    anything: Option<Vec<Value>>
    ");
}

#[test]
fn a_reference_to_what_is_nullable() {
    let emitted = schemas(
        "
        Name: {type: string, nullable: true}
        Thing:
          type: object
          required: [name]
          properties:
            name: {$ref: '#/components/schemas/Name'}
            alias: {$ref: '#/components/schemas/Name'}
            names: {type: array, items: {$ref: '#/components/schemas/Name'}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub name: Option<String>,
        pub alias: Option<String>,
        pub names: Option<Vec<Option<String>>>,
    }

    wire_object! {
        Thing {
            name: "name" nullable,
            alias: "alias",
            names: "names",
        }
    }
    "#);
}

#[test]
fn a_schema_of_a_primitive_has_no_type_of_its_own() {
    let emitted = schemas("
        Id: {type: string, format: uuid}
        Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
        Thing:
          type: object
          properties: {id: {$ref: '#/components/schemas/Id'}, others: {$ref: '#/components/schemas/Ids'}}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/thing.rs");
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Format: `uuid`.
        pub id: Option<String>,
        /// Item format: `uuid`.
        pub others: Option<Vec<String>>,
    }

    wire_object! {
        Thing {
            id: "id",
            others: "others",
        }
    }
    "#);
}

#[test]
fn inline_objects_are_named_after_their_places() {
    let emitted = schemas("
        Thing:
          type: object
          properties:
            owner: {type: object, properties: {name: {type: string}}}
            parts: {type: array, items: {type: object, properties: {size: {type: integer}}}}
            by_name: {type: object, additionalProperties: {type: object, properties: {weight: {type: number}}}}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/thing.rs");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing "), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub owner: Option<ThingOwner>,
        pub parts: Option<Vec<ThingPartsItem>>,
        pub by_name: Option<BTreeMap<String, ThingByNameValue>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct ThingByNameValue"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct ThingByNameValue {
        pub weight: Option<f64>,
    }
    ");
    assert_snapshot!(emitted.item("src/models.rs", "pub use"), @"pub use thing::{Thing, ThingByNameValue, ThingOwner, ThingPartsItem};");
}

#[test]
fn numbers_and_words_where_a_string_is_meant() {
    let (emitted, messages) =
        schemas_with_messages("Kind: {type: string, enum: [1, 2.50, true, none]}");
    assert_snapshot!(messages, @"
    W0012: the value is a number, but the type is string
    W0012: the value is a number, but the type is string
    W0012: the value is a boolean, but the type is string
    ");
    assert_snapshot!(emitted.item("src/models/kind.rs", "wire_enum!"), @r#"
    wire_enum! {
        Kind {
            Value1: "1",
            Value2_50: "2.50",
            True: "true",
            None: "none",
        }
    }
    "#);
}

#[test]
fn words_without_a_type() {
    assert_snapshot!(field_types("kind: {enum: [small, large]}"), @"kind: Option<HolderKind>");
}

#[test]
fn an_array_without_items() {
    let (emitted, messages) =
        schemas_with_messages("Thing: {type: object, properties: {of_anything: {type: array}}}");
    assert_snapshot!(messages, @"W0003: an array needs the field `items`");
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            of_anything: "of_anything",
        }
    }
    "#);
}

#[test]
fn integers_beyond_the_width_of_their_format() {
    assert_snapshot!(field_types("
        small: {type: integer, format: int16}
        short: {type: integer, format: uint8}
        choice: {type: integer, format: int32, enum: [1, 4294967295]}
        huge: {type: integer, minimum: 0, maximum: 18446744073709551615}
        rounded: {type: integer, format: int64, maximum: 9223372036854776000}
        beyond: {type: integer, minimum: -1, maximum: 18446744073709551615}
        number: {type: number, format: int64}
        text: {type: string, format: int64}
    "), @"
    small: Option<i32>
    short: Option<u32>
    choice: Option<i64>
    huge: Option<u64>
    rounded: Option<i64>
    beyond: Option<i64>
    number: Option<i64>
    text: Option<String>
    ");
}

#[test]
fn an_example_beyond_the_width_of_its_format() {
    let epoch = "{type: integer, format: int32, example: 1700000000000}";
    let holder = format!("Holder: {{type: object, properties: {{epoch: {epoch}}}}}");
    let (emitted, messages) = schemas_with_messages(&holder);
    assert_snapshot!(messages, @"W0006: the example does not fit its schema: `1700000000000` is not a valid `int32`");
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"epoch: Option<i64>");
}

#[test]
fn bytes_within_json() {
    let emitted = schemas(
        "
        Thing:
          type: object
          required: [key]
          properties:
            key: {type: string, format: byte}
            keys: {type: array, items: {type: string, format: byte}}
            file: {type: string, format: binary}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::Base64;
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub key: Base64,
        pub keys: Option<Vec<Base64>>,
        /// Media type: `application/octet-stream`.
        pub file: Option<String>,
    }

    wire_object! {
        Thing {
            key: "key",
            keys: "keys",
            file: "file",
        }
    }
    "#);
}

#[test]
fn the_url_safe_alphabet_has_a_type_of_its_own() {
    let emitted =
        schemas("Thing: {type: object, properties: {key: {type: string, format: base64url}}}");
    assert_snapshot!(emitted.fields("src/models/thing.rs", "Thing"), @"key: Option<Base64Url>");
    assert_snapshot!(emitted.item("src/lib.rs", "pub use runtime::base64"), @"pub use runtime::base64_url::Base64Url;");
    let paths = emitted.paths("src/runtime/base64");
    assert_snapshot!(paths, @"
    src/runtime/base64.rs
    src/runtime/base64_url.rs
    ");
}

#[test]
fn where_a_type_is_not_named() {
    assert_snapshot!(field_types("
        nothing: {}
        properties: {properties: {a: {type: string}}}
        items: {items: {type: integer}}
        list: {type: array, items: {}}
        nullable_list: {type: array, nullable: true, items: {nullable: true}}
        words: {enum: [a, b]}
        words_or_null: {enum: [a, b, null]}
        integers: {enum: [1, 2, null]}
        booleans: {enum: [true]}
        mixed: {enum: [1, a]}
        map: {additionalProperties: {type: integer, nullable: true}}
        any_map: {additionalProperties: {}}
        open: {type: object, additionalProperties: true}
        closed: {type: object, additionalProperties: false}
        union: {nullable: true, oneOf: [{type: string, nullable: true}, {type: integer}]}
    "), @"
    nothing: Option<Value>
    properties: Option<HolderProperties>
    items: Option<Vec<i64>>
    list: Option<Vec<Value>>
    nullable_list: Option<Vec<Value>>
    words: Option<HolderWords>
    words_or_null: Option<HolderWordsOrNull>
    integers: Option<i64>
    booleans: Option<bool>
    mixed: Option<Value>
    map: Option<BTreeMap<String, Option<i64>>>
    any_map: Option<Map<String, Value>>
    open: Option<Map<String, Value>>
    closed: Option<Map<String, Value>>
    union: Option<HolderUnion>
    ");
}
