//! What tells the members of a union apart.

use insta::assert_snapshot;

use crate::support::{field_types, schemas};

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
        Text(String),
        Integer(i64),
        Boolean(bool),
        TextList(Vec<String>),
        Object(Map<String, Value>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Thing {
            Text(String, &str): string,
            Integer(i64): integer,
            Boolean(bool): boolean,
            TextList(Vec<String>): array,
            Object(Map<String, Value>): object,
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
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `petType` is `Cat`.
        Cat(Box<Cat>),
        /// Where the property `petType` is `Dog`.
        Dog(Box<Dog>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "petType" {
            Cat(Cat): "Cat",
            Dog(Dog): "Dog",
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
        Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "tabby" | "siamese",
            Hound(Dog): "hound",
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
            Made(EventMade): "made",
            Gone(EventGone): "gone",
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
            Circle(Circle): object "radius",
            Square(Square): object "side",
        }
    }
    "#);
}

#[test]
fn told_apart_by_properties_of_which_each_member_allows_other_values() {
    let emitted = schemas("
        Event:
          oneOf:
            - {type: object, required: [type], properties: {type: {type: string, enum: [made, changed]}, thing: {type: string}}}
            - {type: object, required: [type], properties: {type: {type: string, enum: [removed]}}}
    ");
    assert_snapshot!(emitted.item("src/models/event.rs", "wire_union!"), @r#"
    wire_union! {
        Event by "type" {
            Type(EventType): "made" | "changed",
            Removed(EventRemoved): "removed",
        }
    }
    "#);
}

#[test]
fn told_apart_by_constants() {
    let emitted = schemas("
        Owner: {anyOf: [{type: string}, {$ref: '#/components/schemas/User'}, {$ref: '#/components/schemas/Gone'}]}
        User: {type: object, required: [id, kind], properties: {id: {type: string}, kind: {type: string, enum: [user]}}}
        Gone: {type: object, required: [id, kind, gone], properties: {id: {type: string}, kind: {type: string, enum: [user]}, gone: {type: boolean, enum: [true]}}}
        Letter:
          oneOf:
            - {title: Sealed, type: object, properties: {state: {type: object, properties: {name: {type: string, enum: [sealed]}}}}}
            - {title: Opened, type: object, properties: {state: {type: object, properties: {name: {type: string, enum: [opened, read]}}}}}
        Stack:
          oneOf:
            - {type: array, items: {title: First, type: object, properties: {rank: {type: number, enum: [1.5]}}}}
            - {type: array, items: {title: Second, type: object, properties: {rank: {type: integer, enum: [-2]}}}}
        Mode: {oneOf: [{type: integer, enum: [0]}, {type: boolean, enum: [true]}, {type: string}]}
    ");
    let table = |file: &str| emitted.item(&format!("src/models/{file}.rs"), "wire_union!");
    assert_snapshot!(table("owner"), @r#"
    wire_union! {
        Owner {
            Gone(Gone): object "id" "kind" "gone" where "kind" = "user" and "gone" = true,
            User(User): object "id" "kind" where "kind" = "user",
            Text(String, &str): string,
        }
    }
    "#);
    assert_snapshot!(table("letter"), @r#"
    wire_union! {
        Letter {
            Sealed(LetterSealed): object where "state/name" = "sealed",
            Opened(LetterOpened): object where "state/name" = "opened" | "read",
        }
    }
    "#);
    assert_snapshot!(table("stack"), @r#"
    wire_union! {
        Stack {
            StackListItemList(Vec<StackListItem>): array where "*/rank" = 1.5,
            StackListItem2List(Vec<StackListItem2>): array where "*/rank" = -2,
        }
    }
    "#);
    assert_snapshot!(table("mode"), @r#"
    wire_union! {
        Mode {
            Integer(i64): integer where "" = 0,
            Boolean(bool): boolean where "" = true,
            Text(String, &str): string,
        }
    }
    "#);
}

/// They would only make the tables longer.
#[test]
fn deeper_constants_are_left_out_where_shallow_ones_suffice() {
    let emitted = schemas("
        Pet:
          oneOf:
            - {title: Cat, type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, owner: {$ref: '#/components/schemas/Owner'}}}
            - {title: Dog, type: object, properties: {kind: {type: string, enum: [dog]}, owner: {$ref: '#/components/schemas/Owner'}}}
        Owner: {type: object, properties: {object: {type: string, enum: [owner]}}}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet {
            Cat(PetCat): object "kind" where "kind" = "cat",
            Dog(PetDog): object where "kind" = "dog",
        }
    }
    "#);
}

#[test]
fn lists_and_maps_of_different_items() {
    let types = field_types("
        list: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: array, items: {type: number}}}]}
        map: {oneOf: [{type: object, additionalProperties: {type: integer}}, {type: object, additionalProperties: {type: boolean}}, {type: object}]}
        same: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: string, format: date-time}}]}
        integers: {anyOf: [{type: integer, format: int32}, {type: integer, minimum: 0, maximum: 18446744073709551615}]}
        unsigned: {anyOf: [{type: integer, format: uint32}, {type: integer, minimum: 0, maximum: 18446744073709551615}]}
    ");
    assert_snapshot!(types, @"
    list: Option<HolderList>
    map: Option<HolderMap>
    same: Option<Vec<String>>
    integers: Option<HolderIntegers>
    unsigned: Option<u64>
    ");
}
