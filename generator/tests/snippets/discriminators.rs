//! Discriminators, and families of schemas that extend one.

use insta::assert_snapshot;

use crate::support::{V3_2, schemas, schemas_with_messages};

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

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `kind` is `cat`.
        Cat(Box<Cat>),
        /// Where the property `kind` is `Animal`.
        Animal(Box<Animal>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Pet by "kind" {
            Cat(Cat): "cat",
            Animal(Animal): "Animal",
        }
    }
    "#);
}

#[test]
fn tags_of_other_types() {
    let emitted = schemas(
        "
        Event:
          oneOf: [{$ref: '#/components/schemas/Started'}, {$ref: '#/components/schemas/Stopped'}]
          discriminator: {propertyName: code, mapping: {'1': Started, '2': Stopped, '3': Stopped}}
        Started: {type: object, required: [code], properties: {code: {type: integer}}}
        Stopped: {type: object, required: [code], properties: {code: {type: integer, enum: [2, 3]}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/event.rs", "wire_union!"), @r#"
    wire_union! {
        Event by "code" {
            Started(Started): 1,
            Stopped(Stopped): 2 | 3,
        }
    }
    "#);
}

#[test]
fn tags_that_the_members_do_not_declare() {
    let (emitted, _) = schemas_with_messages(
        "
        Money:
          oneOf: [{$ref: '#/components/schemas/Coin'}, {$ref: '#/components/schemas/Note'}]
          discriminator: {propertyName: form, mapping: {metal: Coin, token: Coin, paper: Note}}
        Coin: {type: object, required: [value], properties: {value: {type: integer}}}
        Note: {type: object, required: [value], properties: {value: {type: integer}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/money.rs", "pub enum Money"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Money {
        /// Where the property `form` is `metal`.
        Metal(Box<Coin>),
        /// Where the property `form` is `token`.
        Token(Box<Coin>),
        /// Where the property `form` is `paper`.
        Paper(Box<Note>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/money.rs", "wire_union!"), @r#"
    wire_union! {
        Money by "form" {
            Metal: "metal" untagged,
            Token: "token" untagged,
            Paper(Note): "paper" untagged,
        }
    }
    "#);
}

#[test]
fn a_family_of_several_levels() {
    let emitted = schemas("
        Vehicle:
          type: object
          required: [kind]
          properties: {kind: {type: string}}
          discriminator: {propertyName: kind, mapping: {boat: Boat}}
        Car: {allOf: [{$ref: '#/components/schemas/Vehicle'}, {type: object, properties: {doors: {type: integer}}}]}
        Van: {allOf: [{$ref: '#/components/schemas/Car'}, {type: object, properties: {load: {type: integer}}}]}
        Boat: {type: object, required: [kind], properties: {kind: {type: string}, sails: {type: integer}}}
    ");
    assert_snapshot!(emitted.item("src/models/vehicle.rs", "wire_union!"), @r#"
    wire_union! {
        Vehicle by "kind" {
            Car(Car): "Car",
            Van(Van): "Van",
            Boat(Boat): "boat",
        }
    }
    "#);
}
