//! Schemas that are all of others.

use insta::assert_snapshot;

use crate::support::{emit, refuse, schemas, schemas_with_messages};

#[test]
fn a_reference_and_own_properties() {
    let emitted = schemas(
        "
        Base: {type: object, required: [id], properties: {id: {type: string}, note: {type: string}}}
        Thing:
          description: What is kept.
          allOf:
            - $ref: '#/components/schemas/Base'
            - type: object
              required: [size]
              properties: {size: {type: integer}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;

    /// What is kept.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
        pub note: Option<String>,
        pub size: i64,
    }

    wire_object! {
        Thing {
            id: "id",
            note: "note",
            size: "size",
        }
    }
    "#);
}

#[test]
fn a_schema_that_only_stands_in_an_all_of_has_no_type() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: getThing
              responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        components:
          schemas:
            Base: {type: object, properties: {id: {type: string}}}
            Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {size: {type: integer}}}]}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/thing.rs");
}

#[test]
fn properties_beside_the_members() {
    let emitted = schemas(
        "
        Base: {type: object, properties: {id: {type: string}}}
        Thing:
          type: object
          allOf: [{$ref: '#/components/schemas/Base'}]
          required: [id]
          properties: {size: {type: integer}}
          additionalProperties: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
        pub size: Option<i64>,
        /// The properties that have no field of their own.
        pub additional_properties: BTreeMap<String, String>,
    }
    ");
}

#[test]
fn members_of_members() {
    let emitted = schemas("
        A: {type: object, properties: {a: {type: string}}}
        B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: string}}}]}
        C: {allOf: [{$ref: '#/components/schemas/B'}, {allOf: [{type: object, properties: {c: {type: string}}}]}]}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/a.rs
    src/models/b.rs
    src/models/c.rs
    ");
    assert_snapshot!(emitted.item("src/models/c.rs", "pub struct C"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct C {
        pub a: Option<String>,
        pub b: Option<String>,
        pub c: Option<String>,
    }
    ");
}

#[test]
fn a_property_that_two_members_define_is_the_later_one() {
    let emitted = schemas("
        Base: {type: object, properties: {id: {type: integer, description: The one.}, note: {type: string}}}
        Thing:
          allOf:
            - $ref: '#/components/schemas/Base'
            - {type: object, required: [id], properties: {id: {type: integer, format: int32, description: The other.}}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// The other.
        pub id: i32,
        pub note: Option<String>,
    }
    ");
}

#[test]
fn a_single_reference_only_adds_words() {
    let emitted = schemas("
        Part: {type: object, description: A part., properties: {size: {type: integer}}}
        Thing:
          type: object
          required: [main, maybe]
          properties:
            main: {description: The main part., deprecated: true, allOf: [{$ref: '#/components/schemas/Part'}]}
            maybe: {description: Perhaps a part., nullable: true, allOf: [{$ref: '#/components/schemas/Part'}]}
            parts: {type: array, items: {allOf: [{$ref: '#/components/schemas/Part'}]}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// The main part.
        #[deprecated]
        pub main: Part,
        /// Perhaps a part.
        pub maybe: Option<Part>,
        pub parts: Option<Vec<Part>>,
    }
    ");
}

#[test]
fn a_single_reference_to_an_enum_with_a_default() {
    let emitted = schemas(
        "
        Kind: {type: string, enum: [big, small]}
        Thing:
          type: object
          properties: {kind: {default: big, allOf: [{$ref: '#/components/schemas/Kind'}]}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Default: `big`.
        pub kind: Option<Kind>,
    }
    ");
}

#[test]
fn inline_objects_of_members() {
    let emitted = schemas("
        Base: {type: object, properties: {owner: {type: object, properties: {name: {type: string}}}}}
        One: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {a: {type: string}}}]}
        Two: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {b: {type: string}}}]}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/base.rs
    src/models/one.rs
    src/models/two.rs
    ");
    assert_snapshot!(emitted.item("src/models/one.rs", "pub struct One"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct One {
        pub owner: Option<BaseOwner>,
        pub a: Option<String>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/two.rs", "pub struct Two"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Two {
        pub owner: Option<BaseOwner>,
        pub b: Option<String>,
    }
    ");
}

#[test]
fn open_members_stay_open() {
    let emitted = schemas("
        Base: {type: object, properties: {id: {type: string}}, additionalProperties: true}
        Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {size: {type: integer}}}]}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: Option<String>,
        pub size: Option<i64>,
        /// The properties that have no field of their own.
        pub additional_properties: Map<String, Value>,
    }
    ");
}

#[test]
fn a_schema_that_is_all_of_itself() {
    let direct = "
        paths: {}
        components: {schemas: {Thing: {allOf: [{$ref: '#/components/schemas/Thing'}]}}}
    ";
    assert_snapshot!(refuse(direct), @"E0008: this schema contains nothing but itself");
    let merged = "
        paths: {}
        components:
          schemas:
            Thing: {allOf: [{$ref: '#/components/schemas/Other'}, {type: object, properties: {a: {type: string}}}]}
            Other: {allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {b: {type: string}}}]}
    ";
    assert_snapshot!(refuse(merged), @"E0008: this `allOf` contains itself");
}

#[test]
fn a_member_may_hold_the_whole() {
    let emitted = schemas("
        Base: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
        Tree: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {parent: {$ref: '#/components/schemas/Tree'}}}]}
    ");
    assert_snapshot!(emitted.item("src/models/tree.rs", "pub struct Tree"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Tree {
        pub children: Option<Vec<Tree>>,
        pub parent: Option<Box<Tree>>,
    }
    ");
}

#[test]
fn what_a_member_requires_of_another_one() {
    let emitted = schemas(
        "
        Base: {type: object, properties: {id: {type: string}, note: {type: string}}}
        Thing:
          description: What is kept.
          allOf: [{$ref: '#/components/schemas/Base'}, {required: [id]}]
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing "), @"
    /// What is kept.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
        pub note: Option<String>,
    }
    ");
}

#[test]
fn members_that_only_constrain() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            kind: {type: string, enum: [a, b], allOf: [{description: Which kind.}]}
            tags: {type: array, items: {type: string}, allOf: [{maxItems: 3}]}
            size: {allOf: [{type: number}, {type: integer}, {minimum: 1}]}
            narrow: {allOf: [{$ref: '#/components/schemas/Text'}, {type: string, enum: [x]}]}
            own: {type: string, enum: [y], allOf: [{$ref: '#/components/schemas/Text'}]}
            maybe: {allOf: [{$ref: '#/components/schemas/Text'}, {nullable: true}]}
        Text: {type: string, maxLength: 3}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Which kind.
        pub kind: Option<ThingKind>,
        /// Maximum number of items: `3`.
        pub tags: Option<Vec<String>>,
        /// Minimum: `1`.
        pub size: Option<i64>,
        /// Maximum length: `3`. Always: `x`.
        pub narrow: Option<String>,
        /// Always: `y`. Maximum length: `3`.
        pub own: Option<String>,
        /// Maximum length: `3`.
        pub maybe: Option<String>,
    }
    ");
}

#[test]
fn a_property_that_is_described_twice() {
    let emitted = schemas(
        "
        Base: {type: object, properties: {kind: {type: string}, size: {type: integer}}}
        Thing:
          allOf:
            - {$ref: '#/components/schemas/Base'}
            - type: object
              required: [kind]
              properties:
                kind: {type: string, enum: [thing]}
                size: {description: Only words.}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Always: `thing`.
        pub kind: String,
        pub size: Option<i64>,
    }
    ");
}

#[test]
fn an_object_with_one_of_several_forms() {
    let emitted = schemas("
        Thing:
          type: object
          properties: {id: {type: string}}
          oneOf:
            - {properties: {kind: {type: string, enum: [a]}, value: {type: integer}, same: {type: boolean}}}
            - {properties: {kind: {type: string, enum: [b]}, value: {type: string}, same: {type: boolean}}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: Option<String>,
        /// The properties that depend on what the object is.
        pub variant: ThingVariant,
    }
    ");
}

#[test]
fn recursion_through_members() {
    let emitted = schemas("
        Tree:
          allOf:
            - {$ref: '#/components/schemas/Leaf'}
            - type: object
              properties:
                left: {allOf: [{$ref: '#/components/schemas/Tree'}], description: The left one.}
                others: {type: object, additionalProperties: {oneOf: [{$ref: '#/components/schemas/Tree'}, {type: string}]}}
        Leaf: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}
    ");
    assert_snapshot!(emitted.item("src/models/tree.rs", "pub struct Tree"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Tree {
        pub tree: Option<Box<Tree>>,
        /// The left one.
        pub left: Option<Box<Tree>>,
        pub others: Option<BTreeMap<String, TreeOthersValue>>,
    }
    ");
}

#[test]
fn additional_properties_beside_variants_are_reported() {
    let (_, messages) = schemas_with_messages(
        "
        Thing:
          type: object
          properties: {id: {type: string}}
          additionalProperties: true
          anyOf:
            - {required: [a], properties: {a: {type: integer}}}
            - {required: [b], properties: {b: {type: string}}}
    ",
    );
    assert_snapshot!(messages, @"W0002: `additionalProperties` beside `oneOf` or `anyOf` is not generated yet");
}

#[test]
fn a_union_that_is_joined_with_properties() {
    let emitted = schemas("
        Move:
          allOf:
            - {$ref: '#/components/schemas/Way'}
            - {type: object, required: [speed], properties: {speed: {type: number}, note: {type: string}}}
            - anyOf: [{required: [note]}, {required: [speed]}]
        Way: {oneOf: [{$ref: '#/components/schemas/Up'}, {$ref: '#/components/schemas/Down'}]}
        Up: {type: object, required: [height], properties: {height: {type: integer}}}
        Down: {type: object, required: [depth], properties: {depth: {type: integer}}}
    ");
    assert_snapshot!(emitted.item("src/models/move.rs", "pub struct Move"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Move {
        pub speed: f64,
        pub note: Option<String>,
        /// The properties that depend on what the object is.
        pub way: Way,
    }
    ");
    assert_snapshot!(emitted.item("src/models/move.rs", "wire_object!"), @r#"
    wire_object! {
        Move {
            speed: "speed",
            note: "note",
            ..=way,
        }
    }
    "#);
}

#[test]
fn a_property_that_each_variant_has_is_theirs() {
    let emitted = schemas("
        Rule:
          type: object
          required: [type, name]
          properties: {type: {type: string}, name: {type: string}}
          oneOf:
            - {title: Pattern, required: [type, pattern], properties: {type: {type: string, enum: [pattern]}, pattern: {type: string}}}
            - {title: Words, required: [type], properties: {type: {type: string, enum: [words]}, name: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/rule.rs", "wire_object!"), @r#"
    wire_object! {
        Rule {
            name: "name",
            ..=variant,
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/models/rule.rs", "wire_union!"), @r#"
    wire_union! {
        RuleVariant by "type" {
            Pattern(RulePattern): "pattern",
            Words(RuleWords): "words",
        }
    }
    "#);
}

#[test]
fn a_property_of_two_types_is_reported() {
    let messages = refuse("
        paths: {}
        components:
          schemas:
            Thing:
              allOf:
                - {type: object, properties: {size: {type: string}, name: {type: string}}}
                - {type: object, properties: {size: {type: integer}, name: {type: string, maxLength: 3}}}
    ");
    assert_snapshot!(messages, @"E0011: the property `size` is both string and integer");
}
