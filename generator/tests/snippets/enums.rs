//! Enumerated strings.

use insta::assert_snapshot;

use crate::support::{schemas, schemas_with_messages};

#[test]
fn a_whole_file() {
    let emitted = schemas(
        "
        Kind: {type: string, description: The kind of a thing., enum: [small, very-large]}
    ",
    );
    assert_snapshot!(emitted.file("src/models/kind.rs"), @r#"
    use crate::runtime::open_enum::wire_enum;

    /// The kind of a thing.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Kind {
        /// `small`
        Small,
        /// `very-large`
        VeryLarge,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        Kind {
            Small: "small",
            VeryLarge: "very-large",
        }
    }
    "#);
}

/// The table of an enum with these values.
fn table(values: &str) -> String {
    let emitted = schemas(&format!("Kind: {{type: string, enum: {values}}}"));
    emitted.item("src/models/kind.rs", "wire_enum!")
}

#[test]
fn values_that_collide() {
    assert_snapshot!(table("[small-big, small_big, smallBig, SMALL_BIG]"), @r#"
    wire_enum! {
        Kind {
            SmallBig: "small-big",
            SmallBig2: "small_big",
            SmallBig3: "smallBig",
            SmallBig4: "SMALL_BIG",
        }
    }
    "#);
}

#[test]
fn values_that_are_given_twice() {
    let (emitted, messages) =
        schemas_with_messages("Kind: {type: string, enum: ['on', 'off', 'on']}");
    assert_snapshot!(messages, @r#"W0012: the value `"on"` is there twice"#);
    assert_snapshot!(emitted.item("src/models/kind.rs", "wire_enum!"), @r#"
    wire_enum! {
        Kind {
            On: "on",
            Off: "off",
        }
    }
    "#);
}

#[test]
fn signs() {
    assert_snapshot!(table("['+1', '-1', '1', '', '*', '>=', '<', a+b, '-name', '+name', ' ']"), @r#"
    wire_enum! {
        Kind {
            Plus1: "+1",
            Minus1: "-1",
            Value1: "1",
            Empty: "",
            Star: "*",
            GreaterEqual: ">=",
            Less: "<",
            AB: "a+b",
            MinusName: "-name",
            PlusName: "+name",
            Empty2: " ",
        }
    }
    "#);
}

#[test]
fn numbers() {
    assert_snapshot!(table("['10', '1.0', '102', 3d, '5', '2.50']"), @r#"
    wire_enum! {
        Kind {
            Value10: "10",
            Value1_0: "1.0",
            Value102: "102",
            Value3d: "3d",
            Value5: "5",
            Value2_50: "2.50",
        }
    }
    "#);
}

#[test]
fn words_that_rust_or_the_enum_needs() {
    assert_snapshot!(table("[self, Self, type, other, Other, some, none, 'true', 'null']"), @r#"
    wire_enum! {
        Kind {
            Self_: "self",
            Self2: "Self",
            Type: "type",
            OtherValue: "other",
            OtherValue2: "Other",
            Some: "some",
            None: "none",
            True: "true",
            Null: "null",
        }
    }
    "#);
}

#[test]
fn letters_beyond_ascii() {
    assert_snapshot!(table("[größe, 日本, é]"), @r#"
    wire_enum! {
        Kind {
            Größe: "größe",
            日本: "日本",
            É: "é",
        }
    }
    "#);
}

#[test]
fn quotes_and_backslashes() {
    assert_snapshot!(table(r#"['say "hi"', 'back\slash', "new\nline", "nul\0", "rtl\u202e"]"#), @r#"
    wire_enum! {
        Kind {
            SayHi: "say \"hi\"",
            BackSlash: "back\\slash",
            NewLine: "new\nline",
            Nul: "nul\0",
            Rtl: "rtl\u{202e}",
        }
    }
    "#);
}

#[test]
fn null_among_the_values_makes_it_nullable() {
    let emitted = schemas(
        "
        Thing:
          type: object
          required: [state]
          properties: {state: {type: string, nullable: true, enum: ['on', 'off', null]}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;
    use crate::runtime::open_enum::wire_enum;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub state: Option<ThingState>,
    }

    wire_object! {
        Thing {
            state: "state" nullable,
        }
    }

    #[derive(Clone)]
    #[non_exhaustive]
    pub enum ThingState {
        /// `on`
        On,
        /// `off`
        Off,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        ThingState {
            On: "on",
            Off: "off",
        }
    }
    "#);
}

#[test]
fn an_enum_without_values_is_a_string() {
    let (emitted, messages) = schemas_with_messages(
        "Thing: {type: object, properties: {state: {type: string, enum: []}}}",
    );
    assert_snapshot!(messages, @"W0012: this `enum` has no values");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub state: Option<String>,
    }
    ");
}

#[test]
fn an_enum_in_a_list_and_in_a_map() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            states: {type: array, items: {type: string, enum: ['on']}}
            by_name: {type: object, additionalProperties: {type: string, enum: [up]}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing "), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub states: Option<Vec<ThingStatesItem>>,
        pub by_name: Option<BTreeMap<String, ThingByNameValue>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub enum ThingByNameValue"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum ThingByNameValue {
        /// `up`
        Up,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }
    ");
}

#[test]
fn one_enum_in_several_places_is_one_type() {
    let emitted = schemas("
        Kind: {type: string, enum: [big]}
        One: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
        Other: {type: object, required: [kind], properties: {kind: {$ref: '#/components/schemas/Kind'}}}
    ");
    assert_snapshot!(emitted.item("src/models/one.rs", "pub struct One"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct One {
        pub kind: Option<Kind>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/other.rs", "pub struct Other"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Other {
        pub kind: Kind,
    }
    ");
}

#[test]
fn an_enum_of_integers_is_an_integer() {
    let emitted =
        schemas("Thing: {type: object, properties: {size: {type: integer, enum: [1, 2, 3]}}}");
    let thing = emitted.item("src/models/thing.rs", "pub struct Thing");
    assert!(thing.contains("pub size: Option<i64>,"));
}

#[test]
fn integers_that_have_names() {
    let emitted = schemas(
        "
        Priority:
          type: integer
          enum: [-1, 0, 2]
          x-enum-varnames: [Low, Normal, high_priority]
          x-enum-descriptions: ['', 'As ever.', 'At once.']
    ",
    );
    assert_snapshot!(emitted.file("src/models/priority.rs"), @"
    use crate::runtime::open_integer_enum::wire_integer_enum;

    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum Priority {
        /// `-1`
        Low,
        /// As ever.
        Normal,
        /// At once.
        HighPriority,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(i64),
    }

    wire_integer_enum! {
        Priority {
            Low: -1,
            Normal: 0,
            HighPriority: 2,
        }
    }
    ");
    assert_eq!(
        emitted.paths("src/runtime/open"),
        "src/runtime/open_integer_enum.rs\n"
    );
}

#[test]
fn integers_without_names_are_integers() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            plain: {type: integer, enum: [1, 2, null], nullable: true}
            too_few_names: {type: integer, enum: [1, 2], x-enumNames: [one]}
            huge: {type: integer, enum: [1, 18446744073709551615], x-enumNames: [one, huge]}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// One of: `1`, `2`, `null`.
        pub plain: Option<i64>,
        /// One of: `1`, `2`.
        pub too_few_names: Option<i64>,
        /// One of: `1`, `18446744073709551615`.
        pub huge: Option<u64>,
    }
    ");
}

#[test]
fn strings_that_have_names() {
    let emitted = schemas(
        "
        Sort:
          type: string
          enum: ['*', '+', a]
          x-enumNames: [all, rising, a]
          x-enumDescriptions: {'*': All of them.}
    ",
    );
    assert_snapshot!(emitted.item("src/models/sort.rs", "pub enum Sort"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Sort {
        /// All of them.
        All,
        /// `+`
        Rising,
        /// `a`
        A,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }
    ");
    assert_snapshot!(emitted.item("src/models/sort.rs", "wire_enum!"), @r#"
    wire_enum! {
        Sort {
            All: "*",
            Rising: "+",
            A: "a",
        }
    }
    "#);
}

#[test]
fn of_one_value_in_a_property_are_strings() {
    let emitted = schemas(
        "
        Charge:
          type: object
          required: [object, kind, next]
          properties:
            object: {type: string, enum: [charge]}
            state: {type: string, enum: [paid, null], nullable: true}
            kind: {$ref: '#/components/schemas/Kind'}
            next: {anyOf: [{type: integer}, {type: string, enum: [never]}]}
        Kind: {type: string, enum: [card]}
    ",
    );
    assert_snapshot!(emitted.file("src/models/charge.rs"), @r#"
    use crate::models::Kind;
    use crate::runtime::object::wire_object;
    use crate::runtime::open_enum::wire_enum;
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Charge {
        /// Always: `charge`.
        pub object: String,
        /// One of: `paid`, `null`.
        pub state: Option<String>,
        pub kind: Kind,
        pub next: ChargeNext,
    }

    wire_object! {
        Charge {
            object: "object",
            state: "state",
            kind: "kind",
            next: "next",
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum ChargeNext {
        Integer(i64),
        /// A string that is `never`.
        Never(ChargeNextNever),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        ChargeNext {
            Never(ChargeNextNever): string where "" = "never",
            Integer(i64): integer,
        }
    }

    impl Default for ChargeNext {
        fn default() -> Self {
            Self::Other(Value::Null)
        }
    }

    #[derive(Clone)]
    #[non_exhaustive]
    pub enum ChargeNextNever {
        /// `never`
        Never,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }

    wire_enum! {
        ChargeNextNever {
            Never: "never",
        }
    }
    "#);
}
