//! What variants are called.

use insta::assert_snapshot;

use crate::support::schemas;

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
        Object(Box<ContactObject>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/size.rs", "pub enum Size"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Size {
        /// Minimum: `1`.
        Integer(i64),
        Choice(SizeChoice),
        SizeListItemList(Vec<SizeListItem>),
        ExactSize(Box<SizeExactSize>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
    assert_snapshot!(emitted.item("src/models/address.rs", "pub enum Address"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Address {
        Object(Box<AddressObject>),
        /// A string that is (empty).
        Empty(AddressEmpty),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
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
        RequestToolChoice:
          oneOf: [{$ref: '#/components/schemas/ToolChoiceNamed'}, {$ref: '#/components/schemas/ToolChoice'}]
        ToolChoiceNamed: {type: object, required: [name], properties: {name: {type: string}}}
        ToolChoice: {type: object, required: [choice], properties: {choice: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/request_tool_choice.rs", "wire_union!"), @r#"
    wire_union! {
        RequestToolChoice {
            Named(ToolChoiceNamed): object "name",
            ToolChoice(ToolChoice): object "choice",
        }
    }
    "#);
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
            - allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {a: {type: number}, b: {type: number}, c: {type: number}, d: {type: number}}}]
            - allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, a, b], properties: {a: {type: number}, b: {type: number}, c: {type: number}}}]
    ");
    assert_snapshot!(emitted.item("src/models/shape.rs", "pub enum Shape"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Shape {
        /// An object where `kind` is `area`.
        Area(Box<ShapeArea>),
        /// An object with `id`.
        Moved(Box<ShapeMoved>),
        /// An object with `id`, `radius`.
        Radius(Box<ShapeRadius>),
        /// An object with `id`.
        WidthHeight(Box<ShapeWidthHeight>),
        /// An object with `id`.
        Variant5(Box<ShapeVariant5>),
        /// An object with `id`, `a`, `b`.
        IdAB(Box<ShapeIdAB>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
}

#[test]
fn the_docs_of_a_variant_list_a_few_of_its_properties() {
    let member = |names: &str| {
        format!(
            "{{type: object, required: [{names}], properties: {{a: {{}}, b: {{}}, c: {{}}, d: {{}}, e: {{}}}}}}"
        )
    };
    let emitted = schemas(&format!(
        "Thing: {{oneOf: [{}, {}, {{type: string}}]}}",
        member("a, b, c, d, e"),
        member("a, b"),
    ));
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub enum Thing"), @r"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Thing {
        /// An object with `a`, `b`, `c`, `d` and others.
        Object(Box<ThingObject>),
        /// An object with `a`, `b`.
        AB(Box<ThingAB>),
        Text(String),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
}

#[test]
fn a_member_that_refers_to_a_member_of_another_union_is_called_as_that() {
    let emitted = schemas(
        "
        Owner:
          oneOf:
            - {type: object, required: [email], properties: {email: {type: string}}}
            - {type: integer}
        Keeper:
          oneOf:
            - {$ref: '#/components/schemas/Owner/oneOf/0'}
            - {type: string}
        ",
    );
    assert_snapshot!(emitted.item("src/models/keeper.rs", "wire_union!"), @r#"
    wire_union! {
        Keeper {
            Email(KeeperEmail): object "email",
            Text(String, &str): string,
        }
    }
    "#);
}
