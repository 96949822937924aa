//! Lists of types, null, constants, and the idioms of enums in JSON Schema.

use insta::assert_snapshot;

use crate::support::{V3_1, indent};

#[test]
fn null_is_a_type_among_others() {
    let fields = V3_1.field_types(
        "
        text: {type: [string, 'null']}
        items: {type: ['null', array], items: {type: integer}}
        list_of_one: {type: [boolean]}
        nothing: {type: 'null'}
        only_null: {type: ['null']}
        any_of: {anyOf: [{type: number}, {type: 'null'}]}
        one_of: {oneOf: [{type: 'null'}, {type: string, format: uuid}]}
        enumerated: {enum: [a, b, null]}
        typed: {type: [string, 'null'], enum: [a, b, null]}
        ",
    );
    assert_snapshot!(fields, @"
    text: Option<String>
    items: Option<Vec<i64>>
    list_of_one: Option<bool>
    nothing: Option<Value>
    only_null: Option<Value>
    any_of: Option<f64>
    one_of: Option<String>
    enumerated: Option<HolderEnumerated>
    typed: Option<HolderTyped>
    ");
}

#[test]
fn a_reference_or_null_is_nullable_and_has_no_type_of_its_own() {
    let emitted = V3_1.schemas(
        "
        Person:
          type: object
          properties:
            mother: {anyOf: [{$ref: '#/components/schemas/Person'}, {type: 'null'}]}
            home: {oneOf: [{$ref: '#/components/schemas/Address'}, {type: 'null'}], title: Home, description: Where they live.}
        Address: {type: object, properties: {street: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/address.rs
    src/models/person.rs
    ");
    assert_snapshot!(emitted.item("src/models/person.rs", "pub struct Person"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Person {
        pub mother: Option<Box<Person>>,
        /// Where they live.
        pub home: Option<Address>,
    }
    ");
}

#[test]
fn several_types_are_told_apart_by_the_type_of_json() {
    let emitted = V3_1.schemas(
        "
        Holder:
          type: object
          properties:
            id: {type: [string, integer], minLength: 1, minimum: 1}
            size: {type: [integer, number], maximum: 9}
            value:
              type: [string, array, object, boolean, 'null']
              items: {type: integer}
              properties: {name: {type: string}}
        ",
    );
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    id: Option<HolderId>
    size: Option<f64>
    value: Option<HolderValue>
    ");
    assert_snapshot!(emitted.file("src/models/holder.rs"), @r#"
    use crate::runtime::object::wire_object;
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub id: Option<HolderId>,
        /// Maximum: `9`.
        pub size: Option<f64>,
        pub value: Option<HolderValue>,
    }

    wire_object! {
        Holder {
            id: "id",
            size: "size",
            value: "value",
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum HolderId {
        /// Minimum length: `1`.
        Text(String),
        /// Minimum: `1`.
        Integer(i64),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        HolderId {
            Text(String, &str): string,
            Integer(i64): integer,
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum HolderValue {
        Text(String),
        IntegerList(Vec<i64>),
        Object(Box<HolderValueObject>),
        Boolean(bool),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        HolderValue {
            Text(String, &str): string,
            Object(HolderValueObject): object,
            Boolean(bool): boolean,
            IntegerList(Vec<i64>): array,
        }
    }

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct HolderValueObject {
        pub name: Option<String>,
    }

    wire_object! {
        HolderValueObject {
            name: "name",
        }
    }
    "#);
}

#[test]
fn a_constant_is_set_by_new() {
    let emitted = V3_1.emit(
        "
        paths:
          /events:
            post:
              operationId: addEvent
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
              responses: {'204': {description: ''}}
        components:
          schemas:
            Event:
              type: object
              required: [kind, version, at]
              properties:
                kind: {const: created}
                version: {type: integer, const: 2}
                done: {const: true}
                nothing: {const: null}
                at: {type: string}
        ",
    );
    assert_snapshot!(emitted.item("src/models/event.rs", "pub struct Event"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Event {
        /// Set to `created` by [`new`](Self::new).
        pub kind: String,
        /// Set to `2` by [`new`](Self::new).
        pub version: i64,
        /// Always: `true`.
        pub done: Option<bool>,
        /// Always: `null`.
        pub nothing: Option<Value>,
        pub at: String,
    }
    ");
    assert_snapshot!(emitted.item("src/models/event.rs", "impl Event"), @r#"
    impl Event {
        /// A value with what is required.
        #[must_use]
        pub fn new(at: impl Into<String>) -> Self {
            Self {
                kind: "created".into(),
                version: 2,
                done: None,
                nothing: None,
                at: at.into(),
            }
        }

        /// Sets [`done`](field@Self::done).
        #[must_use]
        pub fn done(mut self, done: bool) -> Self {
            self.done = Some(done);
            self
        }

        /// Sets [`nothing`](field@Self::nothing).
        #[must_use]
        pub fn nothing(mut self, nothing: Value) -> Self {
            self.nothing = Some(nothing);
            self
        }
    }
    "#);
}

#[test]
fn a_choice_of_constants_is_an_enum_with_docs() {
    let emitted = V3_1.schemas(
        "
        Size:
          description: How large it is.
          oneOf:
          - {const: s, title: Small, description: Fits into a pocket.}
          - {const: m, title: Medium}
          - {const: l, description: Needs a cart.}
        Level:
          type: integer
          oneOf: [{const: 0, title: Low}, {const: 1, title: High, description: Wakes people.}]
        Grade:
          type: [string, 'null']
          anyOf: [{const: a}, {const: b}, {type: 'null'}]
        Holder:
          type: object
          properties:
            grade: {$ref: '#/components/schemas/Grade'}
            state: {anyOf: [{type: string, const: 'on'}, {type: string, const: 'off'}]}
        ",
    );
    assert_snapshot!(emitted.file("src/models/size.rs"), @r#"
    use crate::runtime::open_enum::wire_enum;

    /// How large it is.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Size {
        /// Small.
        ///
        /// Fits into a pocket.
        S,
        /// Medium.
        M,
        /// Needs a cart.
        L,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        Size {
            S: "s",
            M: "m",
            L: "l",
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/models/level.rs"), @"
    use crate::runtime::open_integer_enum::wire_integer_enum;

    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum Level {
        /// Low.
        Low,
        /// High.
        ///
        /// Wakes people.
        High,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(i64),
    }

    wire_integer_enum! {
        Level {
            Low: 0,
            High: 1,
        }
    }
    ");
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    grade: Option<Grade>
    state: Option<HolderState>
    ");
}

#[test]
fn a_string_or_known_values_is_an_open_enum() {
    let model = "
        Model:
          description: Which model to use.
          anyOf:
          - {type: string}
          - {type: string, enum: [small, large]}
    ";
    let holder = "
        Holder:
          type: object
          properties:
            model: {$ref: '#/components/schemas/Model'}
            other: {anyOf: [{enum: [fast, slow], type: string}, {type: string}, {type: 'null'}]}
    ";
    let emitted = V3_1.schemas(&[indent(model, 0), indent(holder, 0)].concat());
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/holder.rs
    src/models/model.rs
    ");
    assert_snapshot!(emitted.file("src/models/model.rs"), @r#"
    use crate::runtime::open_enum::wire_enum;

    /// Which model to use.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Model {
        /// `small`
        Small,
        /// `large`
        Large,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        Model {
            Small: "small",
            Large: "large",
        }
    }
    "#);
    assert_snapshot!(emitted.fields("src/models/holder.rs", "Holder"), @"
    model: Option<Model>
    other: Option<HolderOther>
    ");
}

#[test]
fn enums_of_several_types_are_any_value() {
    let fields = V3_1.field_types(
        "
        mixed: {enum: [auto, 1, null]}
        by_type: {type: [string, integer], enum: [auto, 1]}
        ",
    );
    assert_snapshot!(fields, @"
    mixed: Option<Value>
    by_type: Option<HolderByType>
    ");
}
