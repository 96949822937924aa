//! The keywords that only JSON Schema has.

use insta::assert_snapshot;

use crate::support::V3_1;

#[test]
fn a_schema_may_be_a_boolean() {
    let emitted = V3_1.schemas(
        "
        Holder:
          type: object
          properties:
            anything: true
            nothing: false
            list: {type: array, items: true}
            map: {type: object, additionalProperties: true}
            empty: {type: object, additionalProperties: false}
          additionalProperties: false
        Anything: true
        Nothing: false
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/holder.rs");
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    anything: Option<Value>
    list: Option<Vec<Value>>
    map: Option<Map<String, Value>>
    empty: Option<Map<String, Value>>
    ");
}

#[test]
fn examples_and_bounds_are_in_the_docs() {
    assert_snapshot!(V3_1.field_docs("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 10.5, examples: [2, 3]}"), @"Greater than: `0`. Less than: `10.5`. Example: `2`.");
    assert_snapshot!(V3_1.field_docs("{type: integer, minimum: 1, exclusiveMinimum: 0, maximum: 9, exclusiveMaximum: 9}"), @"Minimum: `1`. Less than: `9`.");
    assert_snapshot!(V3_1.field_docs("{type: [string, 'null'], examples: [null, a], default: null}"), @"Example: `a`.");
    assert_snapshot!(V3_1.field_docs("{type: array, items: {type: string, minLength: 1}, examples: [[a, b]]}"), @r#"Example: `["a", "b"]`. Item minimum length: `1`."#);
}

#[test]
fn a_list_of_a_fixed_length_is_a_tuple() {
    let emitted = V3_1.schemas(
        "
        Place:
          type: object
          required: [position]
          properties:
            position: {type: array, prefixItems: [{type: number}, {type: number}], minItems: 2, maxItems: 2}
            entry:
              type: [array, 'null']
              prefixItems:
              - {type: string}
              - {type: [integer, 'null']}
              - {type: object, properties: {note: {type: string}}}
              - {type: array, prefixItems: [{type: integer}], minItems: 1, items: false}
              minItems: 4
              items: false
        ",
    );
    assert_snapshot!(emitted.fields("src/models/place.rs", "Place"), @"
    position: (f64, f64)
    entry: Option<(String, Option<i64>, PlaceEntryItem3, (i64,))>
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/place.rs");
    assert_snapshot!(emitted.paths("src/runtime/tuple.rs"), @"src/runtime/tuple.rs");
}

#[test]
fn a_list_that_may_be_shorter_or_longer_is_a_list() {
    let fields = V3_1.field_types(
        "
        open: {type: array, prefixItems: [{type: string}, {type: integer}]}
        shorter: {type: array, prefixItems: [{type: string}, {type: string}], items: false}
        mixed: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
        longer: {type: array, prefixItems: [{type: string}], items: {type: string}}
        ",
    );
    assert_snapshot!(fields, @"
    open: Option<Vec<Value>>
    shorter: Option<Vec<String>>
    mixed: Option<Vec<HolderMixedItem>>
    longer: Option<Vec<String>>
    ");
}

#[test]
fn a_tuple_is_the_content_of_a_response() {
    let emitted = V3_1.path_item(
        "
        get:
          operationId: getThing
          responses:
            '200':
              description: ''
              content:
                application/json:
                  schema: {type: array, prefixItems: [{type: string}, {type: [integer, 'null']}], minItems: 2, maxItems: 2}
        ",
    );
    let operation = emitted.file("src/operations/get_thing.rs");
    assert!(
        operation.contains("type Output = (String, Option<i64>);"),
        "{operation}"
    );
}

#[test]
fn a_type_that_holds_itself_in_a_tuple_is_boxed() {
    let emitted = V3_1.schemas(
        "
        Node:
          type: object
          properties:
            next:
              type: array
              prefixItems: [{type: integer}, {anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}]
              minItems: 2
              maxItems: 2
        ",
    );
    assert_snapshot!(emitted.fields("src/models/node.rs", "Node"), @"next: Option<Box<(i64, Option<Node>)>>");
}

#[test]
fn properties_by_pattern_are_a_map() {
    let emitted = V3_1.schemas(
        "
        Holder:
          type: object
          properties:
            prices: {type: object, patternProperties: {'^[A-Z]{3}$': {type: number}}, additionalProperties: false}
            mixed: {type: object, patternProperties: {'^a': {type: number}, '^b': {type: string}}}
            beside: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: {type: string}}
            open: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: true}
        Extended:
          type: object
          properties: {name: {type: string}}
          patternProperties: {'^x-': {type: string}}
        ",
    );
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    prices: Option<BTreeMap<String, f64>>
    mixed: Option<BTreeMap<String, HolderMixedValue>>
    beside: Option<BTreeMap<String, String>>
    open: Option<Map<String, Value>>
    ");
    assert_snapshot!(emitted.item("src/models/extended.rs", "pub struct Extended"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Extended {
        pub name: Option<String>,
        /// The properties that have no field of their own.
        pub additional_properties: BTreeMap<String, String>,
    }
    ");
}

#[test]
fn names_of_properties_are_in_the_docs() {
    assert_snapshot!(V3_1.field_docs(
        "{type: object, propertyNames: {pattern: '^[a-z]+$', maxLength: 8}, additionalProperties: {type: integer, minimum: 0}}"
    ), @"Value minimum: `0`. Key pattern: `^[a-z]+$`. Key maximum length: `8`.");
}

#[test]
fn unevaluated_properties_close_an_object() {
    let emitted = V3_1.schemas(
        "
        Pet:
          type: object
          allOf: [{$ref: '#/components/schemas/Named'}]
          properties: {age: {type: integer}}
          unevaluatedProperties: false
        Named: {type: object, properties: {name: {type: string}}}
        Empty: {type: object, properties: {inner: {type: object, unevaluatedProperties: false}}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/pet.rs", "pub struct Pet"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Pet {
        pub name: Option<String>,
        pub age: Option<i64>,
    }
    ");
    assert_snapshot!(emitted.fields("src/models/empty.rs", "Empty"), @"inner: Option<Map<String, Value>>");
}

#[test]
fn what_no_type_expresses_is_named_once() {
    let (emitted, messages) = V3_1.schemas_with_messages(
        "
        One:
          type: object
          properties: {a: {type: string}, b: {type: array, items: {type: string}, contains: {const: x}, minContains: 2}}
          if: {properties: {a: {const: x}}}
          then: {required: [b]}
          dependentRequired: {a: [b]}
        Two:
          type: object
          properties: {a: {type: array, contains: {type: string}}}
          dependentSchemas: {a: {required: [b]}}
          if: {required: [a]}
          else: {required: [b]}
        ",
    );
    assert_snapshot!(messages, @"
    W0002: `contains` is not expressed in types
    W0002: `minContains` is not expressed in types
    W0002: `if` is not expressed in types
    W0002: `dependentRequired` is not expressed in types
    W0002: `dependentSchemas` is not expressed in types
    ");
    assert_snapshot!(emitted.fields("src/models/one.rs", "One"), @"
    a: Option<String>
    b: Option<Vec<String>>
    ");
}

#[test]
fn text_that_encodes_bytes_is_bytes() {
    let emitted = V3_1.schemas(
        "
        Holder:
          type: object
          properties:
            picture: {type: string, contentEncoding: base64, contentMediaType: image/png}
            key: {type: string, contentEncoding: base64url}
            without_type: {contentEncoding: base64}
            other: {type: string, contentEncoding: quoted-printable}
            document: {type: string, contentMediaType: application/json}
            raw: {type: string, contentMediaType: application/octet-stream}
        ",
    );
    assert_snapshot!(emitted.item("src/models/holder.rs", "pub struct Holder"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        /// Media type: `image/png`.
        pub picture: Option<Base64>,
        pub key: Option<Base64Url>,
        pub without_type: Option<Base64>,
        pub other: Option<String>,
        /// Media type: `application/json`.
        pub document: Option<String>,
        /// Media type: `application/octet-stream`.
        pub raw: Option<String>,
    }
    ");
}

#[test]
fn a_part_of_a_media_type_is_a_file() {
    let emitted = V3_1.path_item(
        "
        post:
          operationId: upload
          requestBody:
            required: true
            content:
              multipart/form-data:
                schema:
                  type: object
                  required: [file]
                  properties:
                    file: {type: string, contentMediaType: application/octet-stream}
                    picture: {type: string, contentMediaType: image/png}
                    encoded: {type: string, contentMediaType: image/png, contentEncoding: base64}
                    several: {type: array, items: {type: string, contentMediaType: application/octet-stream}}
                    anything: {}
                    maybe: {anyOf: [{type: string, contentMediaType: application/octet-stream}, {type: 'null'}]}
                    note: {type: string, contentMediaType: text/plain}
          responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/upload.rs", "pub struct UploadBody"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct UploadBody {
        pub file: FilePart,
        pub picture: Option<FilePart>,
        /// Media type: `image/png`.
        pub encoded: Option<Base64>,
        pub several: Option<Vec<FilePart>>,
        pub anything: Option<Value>,
        pub maybe: Option<FilePart>,
        /// Media type: `text/plain`.
        pub note: Option<String>,
    }
    ");
}

#[test]
fn a_media_type_without_a_schema_is_bytes() {
    let emitted = V3_1.path_item(
        "
        post:
          operationId: convert
          requestBody: {required: true, content: {application/octet-stream: {}}}
          responses: {'200': {description: '', content: {image/png: {}}}}
        put:
          operationId: replace
          requestBody: {required: true, content: {image/png: {schema: {type: string, contentMediaType: image/png}}}}
          responses: {'200': {description: '', content: {application/json: {}}}}
        ",
    );
    assert_snapshot!(emitted.signature("src/operations/convert.rs", "convert"), @"pub fn convert(&self, body: impl Into<Body>) -> Request<Convert>");
    assert_snapshot!(emitted.item("src/operations/convert.rs", "impl Operation"), @r#"
    impl Operation for Convert {
        type Output = Bytes;
        const METHOD: &'static str = "POST";
        const PATH: &'static str = "/things";
        const ACCEPT: &'static str = "image/png";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
    assert_snapshot!(emitted.signature("src/operations/replace.rs", "replace"), @"pub fn replace(&self, body: impl Into<Body>) -> Request<Replace>");
    assert_snapshot!(emitted.item("src/operations/replace.rs", "impl Operation"), @r#"
    impl Operation for Replace {
        type Output = Value;
        const METHOD: &'static str = "PUT";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<Value, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}
