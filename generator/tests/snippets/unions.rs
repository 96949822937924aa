//! Values of one of several types.

mod names;
mod tell_apart;

use insta::assert_snapshot;

use crate::support::schemas;

#[test]
fn null_is_no_variant() {
    let emitted = schemas("
        Thing:
          type: object
          required: [value]
          properties: {value: {oneOf: [{type: string}, {type: integer}, {nullable: true, enum: [null]}]}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
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
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub part: Option<Part>,
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
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub text: Option<String>,
        pub number: Option<ThingNumber>,
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
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Expression {
        Number(f64),
        /// An object with `not`.
        Not(Box<ExpressionNot>),
        ExpressionList(Vec<Expression>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/expression.rs", "pub struct"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct ExpressionNot {
        pub not: Expression,
    }
    ");
}

#[test]
fn a_union_within_a_union() {
    let emitted = schemas("
        Outer:
          oneOf:
            - {$ref: '#/components/schemas/Inner'}
            - {$ref: '#/components/schemas/Pet'}
            - {type: boolean}
            - oneOf: [{type: array, items: {type: string}}, {type: object, required: [size], properties: {size: {type: integer}}}]
        Inner: {oneOf: [{type: string}, {type: number}, {type: object, required: [id], properties: {id: {type: string}}}]}
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: type}
        Animal:
          oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Fish'}]
          discriminator: {propertyName: type}
        Cat: {type: object, required: [type], properties: {type: {type: string}}}
        Dog: {type: object, required: [type], properties: {type: {type: string}}}
        Fish: {type: object, required: [type], properties: {type: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/outer.rs", "pub enum Outer"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Outer {
        Inner(Inner),
        Pet(Pet),
        Boolean(bool),
        TextList(Vec<String>),
        /// An object with `size`.
        Size(Box<OuterSize>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/outer.rs", "wire_union!"), @r#"
    wire_union! {
        Outer {
            Size(OuterSize): object "size",
            Inner(Inner, String, &str, f64, InnerId): union,
            Pet(Pet, Cat, Dog): union,
            Boolean(bool): boolean,
            TextList(Vec<String>): array,
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/animal.rs", "wire_union!"), @r#"
    wire_union! {
        Animal by "type" {
            Pet(Pet, Cat, Dog): "Cat" | "Dog",
            Fish(Fish): "Fish",
        }
    }
    "#);
}

#[test]
fn members_that_extend_a_schema_with_a_discriminator() {
    let emitted = schemas("
        Base:
          type: object
          required: [kind]
          properties: {kind: {type: string}, name: {type: string}}
          discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/First'}}
        First: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {first: {type: integer}}}]}
        Second: {allOf: [{$ref: '#/components/schemas/Base'}]}
        Either: {oneOf: [{$ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}]}
        Holder: {type: object, properties: {base: {$ref: '#/components/schemas/Base'}}}
    ");
    assert_snapshot!(emitted.file("src/models/base.rs"), @r#"
    use crate::models::{First, Second};
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Base {
        /// Where the property `kind` is `a`.
        A(Box<First>),
        /// Where the property `kind` is `Second`.
        Second(Box<Second>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Base by "kind" {
            A(First): "a",
            Second(Second): "Second",
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/second.rs", "pub struct Second"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Second {
        pub kind: String,
        pub name: Option<String>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/either.rs", "wire_union!"), @r#"
    wire_union! {
        Either by "kind" {
            A(First): "a",
            Second(Second): "Second",
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/holder.rs", "pub struct Holder"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub base: Option<Base>,
    }
    ");
}

#[test]
fn a_schema_that_lists_those_that_extend_it() {
    let emitted = schemas("
        Pet:
          type: object
          required: [type]
          properties: {type: {type: string}, name: {type: string}}
          discriminator: {propertyName: type}
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {prey: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}]}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "pub enum Pet"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `type` is `Cat`.
        Cat(Box<Cat>),
        /// Where the property `type` is `Dog`.
        Dog(Box<Dog>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/cat.rs", "pub struct Cat"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Cat {
        pub r#type: String,
        pub name: Option<String>,
        pub prey: Option<Vec<Pet>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/dog.rs", "pub struct Dog"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Dog {
        pub r#type: String,
        pub name: Option<String>,
    }
    ");
}

#[test]
fn several_tags_for_one_schema() {
    let emitted = schemas(
        "
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: type
            mapping: {cat: Cat, kitten: '#/components/schemas/Cat', dog: Dog}
        Cat: {type: object, required: [type], properties: {type: {type: string}}}
        Dog: {type: object, required: [type], properties: {type: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "type" {
            Cat(Cat): "cat" | "kitten",
            Dog(Dog): "dog",
        }
    }
    "#);
}

#[test]
fn members_that_are_equal_or_null() {
    let emitted = schemas("
        Id: {oneOf: [{$ref: '#/components/schemas/Name'}, {$ref: '#/components/schemas/Name'}, {nullable: true}]}
        Name: {type: object, properties: {name: {type: string}}}
        Holder:
          type: object
          required: [id, count]
          properties:
            id: {$ref: '#/components/schemas/Id'}
            count: {anyOf: [{type: integer, maximum: 3, nullable: true}]}
    ");
    assert_snapshot!(emitted.item("src/models/holder.rs", "pub struct Holder"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub id: Option<Name>,
        /// Maximum: `3`.
        pub count: Option<i64>,
    }
    ");
}

#[test]
fn any_text_and_known_texts_are_one_type() {
    let emitted = schemas(
        "
        Model: {description: Which model., anyOf: [{type: string}, {type: string, enum: [small, big]}]}
        Holder: {type: object, properties: {model: {oneOf: [{type: string, enum: [a, b]}, {type: string}]}, named: {$ref: '#/components/schemas/Model'}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/holder.rs", "pub struct Holder"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub model: Option<HolderModel>,
        /// Which model.
        pub named: Option<Model>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/model.rs", "pub enum Model"), @"
    /// Which model.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Model {
        /// `small`
        Small,
        /// `big`
        Big,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }
    ");
}

/// An enum is as large as its largest variant, so one that is much larger than the others is boxed.
#[test]
fn objects_are_boxed_in_variants_whatever_their_size() {
    let fields: Vec<String> = (0..9).map(|n| format!("f{n}: {{type: string}}")).collect();
    let fields = fields.join(", ");
    let emitted = schemas(&format!("
        Large: {{type: object, required: [kind], properties: {{kind: {{type: string}}, {fields}}}}}
        Small: {{type: object, required: [id], properties: {{id: {{type: integer}}}}}}
        Boxed: {{oneOf: [{{$ref: '#/components/schemas/Large'}}, {{$ref: '#/components/schemas/Small'}}]}}
        Held: {{type: object, required: [boxed, id], properties: {{boxed: {{$ref: '#/components/schemas/Boxed'}}, id: {{type: integer}}}}}}
        Even: {{oneOf: [{{$ref: '#/components/schemas/Held'}}, {{$ref: '#/components/schemas/Small'}}, {{type: string}}]}}
    "));
    let variants = |file: &str| {
        let text = emitted.file(file).lines();
        let variants = text.filter(|line| line.contains('(') && line.ends_with("),"));
        variants
            .map(|line| line.trim().to_owned() + "\n")
            .collect::<String>()
    };
    assert_snapshot!(variants("src/models/boxed.rs"), @"
    Large(Box<Large>),
    Small(Box<Small>),
    Other(Value),
    ");
    assert_snapshot!(variants("src/models/even.rs"), @"
    Held(Box<Held>),
    Small(Box<Small>),
    Text(String),
    Other(Value),
    ");
}
