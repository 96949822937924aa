//! Values of one of several types.

use insta::assert_snapshot;

use crate::support::schemas;

#[test]
fn told_apart_by_the_kind_of_value() {
    let emitted = schemas("
        Thing:
          description: A text, a number, or something else.
          oneOf: [{type: string}, {type: integer}, {type: boolean}, {type: array, items: {type: string}}, {type: object}]
    ");
    assert_snapshot!(emitted.file("src/models/thing.rs"), @"
    use crate::runtime::union::wire_union;
    use serde_json::{Map, Value};

    /// A text, a number, or something else.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Thing {
        /// A string.
        Text(String),
        /// A number.
        Integer(i64),
        /// A boolean.
        Boolean(bool),
        /// An array.
        List(Vec<String>),
        /// An object.
        Object(Map<String, Value>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Thing {
            Text: string,
            Integer: number,
            Boolean: boolean,
            List: array,
            Object: object,
        }
    }
    ");
}

#[test]
fn told_apart_by_a_discriminator() {
    let emitted = schemas(
        "
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: petType}
        Cat: {type: object, required: [petType], properties: {petType: {type: string}}}
        Dog: {type: object, required: [petType], properties: {petType: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/pet.rs", "pub enum Pet"), @"
    /// The values of `Pet`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `petType` is `Cat`.
        Cat(Cat),
        /// Where the property `petType` is `Dog`.
        Dog(Dog),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "petType" {
            Cat: "Cat",
            Dog: "Dog",
        }
    }
    "#);
}

#[test]
fn told_apart_by_a_discriminator_with_a_mapping() {
    let emitted = schemas("
        Pet:
          anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: kind
            mapping: {tabby: '#/components/schemas/Cat', siamese: Cat, hound: '#/components/schemas/Dog'}
        Cat: {type: object, properties: {kind: {type: string}}}
        Dog: {type: object, properties: {kind: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "kind" {
            Cat: "tabby" | "siamese",
            Dog: "hound",
        }
    }
    "#);
}

#[test]
fn told_apart_by_a_constant() {
    let emitted = schemas("
        Event:
          oneOf:
            - {type: object, required: [type], properties: {type: {type: string, enum: [made]}, by: {type: string}}}
            - {type: object, required: [type], properties: {type: {type: string, enum: [gone]}}}
    ");
    assert_snapshot!(emitted.item("src/models/event.rs", "wire_union!"), @r#"
    wire_union! {
        Event by "type" {
            EventVariant1: "made",
            EventVariant2: "gone",
        }
    }
    "#);
}

#[test]
fn told_apart_by_what_is_required() {
    let emitted = schemas("
        Shape: {oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]}
        Circle: {type: object, required: [radius], properties: {radius: {type: number}, name: {type: string}}}
        Square: {type: object, required: [side], properties: {side: {type: number}, name: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/shape.rs", "wire_union!"), @r#"
    wire_union! {
        Shape {
            Circle: object "radius",
            Square: object "side",
        }
    }
    "#);
}

#[test]
fn null_is_no_variant() {
    let emitted = schemas("
        Thing:
          type: object
          required: [value]
          properties: {value: {oneOf: [{type: string}, {type: integer}, {nullable: true, enum: [null]}]}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    /// The object `Thing`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// The property `value`.
        pub value: Option<ThingValue>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            value: "value" nullable,
        }
    }
    "#);
}

#[test]
fn a_single_member_is_that_member() {
    let emitted = schemas("
        Part: {type: object, properties: {size: {type: integer}}}
        Thing: {type: object, properties: {part: {oneOf: [{$ref: '#/components/schemas/Part'}]}, text: {anyOf: [{type: string}]}}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    /// The object `Thing`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// The property `part`.
        pub part: Option<Part>,
        /// The property `text`.
        pub text: Option<String>,
    }
    ");
}

#[test]
fn members_of_one_type_are_no_union() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            text: {oneOf: [{type: string, format: email}, {type: string, format: uri}]}
            number: {anyOf: [{type: integer}, {type: number}]}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    /// The object `Thing`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Thing {
        /// The property `text`.
        pub text: Option<String>,
        /// The property `number`.
        pub number: Option<f64>,
    }
    ");
}

#[test]
fn a_union_that_holds_itself() {
    let emitted = schemas("
        Expression:
          oneOf:
            - {type: number}
            - {type: object, required: [not], properties: {not: {$ref: '#/components/schemas/Expression'}}}
            - {type: array, items: {$ref: '#/components/schemas/Expression'}}
    ");
    assert_snapshot!(emitted.item("src/models/expression.rs", "pub enum Expression"), @"
    /// The values of `Expression`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Expression {
        /// A number.
        Number(f64),
        /// An object with `not`.
        ExpressionVariant2(ExpressionVariant2),
        /// An array.
        List(Vec<Expression>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/expression.rs", "pub struct"), @"
    /// The object `Expression / variant 2`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct ExpressionVariant2 {
        /// The property `not`.
        pub not: Box<Expression>,
    }
    ");
}
