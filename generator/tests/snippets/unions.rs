//! Values of one of several types.

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
        /// A string.
        Text(String),
        /// An integer.
        Integer(i64),
        /// A boolean.
        Boolean(bool),
        /// An array.
        TextList(Vec<String>),
        /// An object.
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
fn null_is_no_variant() {
    let emitted = schemas("
        Thing:
          type: object
          required: [value]
          properties: {value: {oneOf: [{type: string}, {type: integer}, {nullable: true, enum: [null]}]}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
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
        /// A number.
        Number(f64),
        /// An object with `not`.
        Not(Box<ExpressionNot>),
        /// An array.
        ExpressionList(Vec<Expression>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/expression.rs", "pub struct"), @"
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ExpressionNot {
        pub not: Expression,
    }
    ");
}

#[test]
fn members_without_names_are_called_by_what_makes_them_differ() {
    let emitted = schemas("
        Owner:
          oneOf:
            - {type: object, required: [kind, email], properties: {kind: {type: string, enum: [person]}, email: {type: string}}}
            - {type: object, required: [kind], properties: {kind: {type: string, enum: [team]}, members: {type: array, items: {type: object, properties: {id: {type: string}}}}}}
        Contact:
          anyOf:
            - {type: object, required: [email], properties: {email: {type: string}}}
            - {type: object, required: [phone], properties: {phone: {type: string}}}
            - {type: object, properties: {note: {type: string}}}
        Size:
          oneOf:
            - {type: integer, minimum: 1}
            - {type: string, enum: [auto, none]}
            - {type: array, items: {type: object, properties: {width: {type: integer}}}}
            - {type: object, title: Exact size, properties: {width: {type: integer}}}
        Address:
          anyOf: [{type: object, properties: {city: {type: string}}}, {type: string, enum: ['']}]
    ");
    assert_snapshot!(emitted.item("src/models/owner.rs", "pub enum Owner"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Owner {
        /// Where the property `kind` is `person`.
        Person(Box<OwnerPerson>),
        /// Where the property `kind` is `team`.
        Team(Box<OwnerTeam>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/contact.rs", "pub enum Contact"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Contact {
        /// An object with `email`.
        Email(Box<ContactEmail>),
        /// An object with `phone`.
        Phone(Box<ContactPhone>),
        /// An object.
        Object(Box<ContactObject>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/size.rs", "pub enum Size"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Size {
        /// An integer.
        ///
        /// Minimum: `1`.
        Integer(i64),
        /// A string.
        Choice(SizeChoice),
        /// An array.
        SizeListItemList(Vec<SizeListItem>),
        /// An object.
        ExactSize(Box<SizeExactSize>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/address.rs", "pub enum Address"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Address {
        /// An object.
        Object(Box<AddressObject>),
        /// A string that is (empty).
        Empty(AddressEmpty),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
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
        /// One of several types.
        Inner(Inner),
        /// One of several types.
        Pet(Pet),
        /// A boolean.
        Boolean(bool),
        /// An array.
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
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Cat {
        pub r#type: String,
        pub name: Option<String>,
        pub prey: Option<Vec<Pet>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/dog.rs", "pub struct Dog"), @"
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
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
    #[derive(Clone, Default, PartialEq)]
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

#[test]
fn variants_are_called_by_their_tags() {
    let emitted = schemas(
        "
        Message:
          oneOf:
            - {$ref: '#/components/schemas/UserMessage'}
            - {$ref: '#/components/schemas/SystemMessage'}
            - {$ref: '#/components/schemas/ToolMessage'}
            - {$ref: '#/components/schemas/OtherMessage'}
            - {$ref: '#/components/schemas/Numbered'}
          discriminator:
            propertyName: role
            mapping: {user: UserMessage, system: SystemMessage, developer: SystemMessage, my_tool.v1: ToolMessage, '1': Numbered}
        UserMessage: {type: object, required: [role], properties: {role: {type: string}}}
        SystemMessage: {type: object, required: [role], properties: {role: {type: string}}}
        ToolMessage: {type: object, required: [role], properties: {role: {type: string}}}
        OtherMessage: {type: object, required: [role], properties: {role: {type: string}}}
        Numbered: {type: object, required: [role], properties: {role: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/message.rs", "wire_union!"), @r#"
    wire_union! {
        Message by "role" {
            User(UserMessage): "user",
            System(SystemMessage): "system" | "developer",
            MyToolV1(ToolMessage): "my_tool.v1",
            OtherMessage(OtherMessage): "OtherMessage",
            Numbered(Numbered): "1",
        }
    }
    "#);
}

#[test]
fn variants_leave_out_what_the_union_says() {
    let emitted = schemas(
        "
        Condition:
          oneOf:
            - {$ref: '#/components/schemas/FieldCondition'}
            - {$ref: '#/components/schemas/Field'}
            - {$ref: '#/components/schemas/Condition3'}
            - {$ref: '#/components/schemas/IsEmpty'}
        FieldCondition: {type: object, required: [key], properties: {key: {type: string}}}
        Field: {type: object, required: [field], properties: {field: {type: string}}}
        Condition3: {type: object, required: [third], properties: {third: {type: string}}}
        IsEmpty: {type: object, required: [is_empty], properties: {is_empty: {type: string}}}
        PetOrTag:
          oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/PetBigTag'}]
        Pet: {type: object, required: [name], properties: {name: {type: string}}}
        PetBigTag: {type: object, required: [tag], properties: {tag: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/condition.rs", "wire_union!"), @r#"
    wire_union! {
        Condition {
            Field(FieldCondition): object "key",
            Field2(Field): object "field",
            Condition3(Condition3): object "third",
            IsEmpty(IsEmpty): object "is_empty",
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/pet_or_tag.rs", "wire_union!"), @r#"
    wire_union! {
        PetOrTag {
            Pet(Pet): object "name",
            Big(PetBigTag): object "tag",
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

#[test]
fn members_that_combine_schemas_are_called_by_what_tells_them_apart() {
    let emitted = schemas("
        Base: {type: object, required: [id], properties: {id: {type: string}}}
        Area: {type: object, required: [kind], properties: {kind: {type: string, enum: [area]}}}
        Moved: {type: object, properties: {speed: {type: integer}}}
        Shape:
          oneOf:
            - allOf: [{$ref: '#/components/schemas/Area'}, {$ref: '#/components/schemas/Base'}]
            - allOf: [{$ref: '#/components/schemas/Moved'}, {$ref: '#/components/schemas/Base'}]
            - allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [radius], properties: {radius: {type: number}}}]
            - allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {width: {type: number}, height: {type: number}}}]
            - allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, a, b], properties: {a: {type: number}, b: {type: number}, c: {type: number}}}]
    ");
    assert_snapshot!(emitted.item("src/models/shape.rs", "pub enum Shape"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Shape {
        /// An object with `kind`, `id` where `kind` is `area`.
        Area(Box<ShapeArea>),
        /// An object with `id`.
        Moved(Box<ShapeMoved>),
        /// An object with `id`, `radius`.
        Radius(Box<ShapeRadius>),
        /// An object with `id`.
        Variant4(Box<ShapeVariant4>),
        /// An object with `id`, `a`, `b`.
        Variant5(Box<ShapeVariant5>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
}
