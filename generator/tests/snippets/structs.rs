//! Objects with known properties.

use insta::assert_snapshot;

use crate::support::{Emitted, emit, schemas, schemas_with_messages};

/// The crate of a document that sends such an object.
fn sent(thing: &str) -> Emitted {
    emit(&format!("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}}}
              responses: {{'204': {{description: Done.}}}}
        components:
          schemas:
            Thing: {thing}
            Part: {{type: object, properties: {{size: {{type: integer}}}}}}
    "))
}

#[test]
fn a_whole_file() {
    let emitted = schemas(
        "
        Thing:
          type: object
          description: What is kept.
          required: [id]
          properties:
            id: {type: string, description: Its identity.}
            made: {type: string, format: date-time}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::Timestamp;
    use crate::runtime::object::wire_object;

    /// What is kept.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Its identity.
        pub id: String,
        pub made: Option<Timestamp>,
    }

    wire_object! {
        Thing {
            id: "id",
            made: "made",
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod thing;

    pub use thing::Thing;
    ");
}

#[test]
fn what_is_required_is_no_option() {
    let emitted = schemas("
        Thing:
          type: object
          required: [text, list, any]
          properties: {text: {type: string}, list: {type: array, items: {type: string}}, any: {}, other: {}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub text: String,
        pub list: Vec<String>,
        pub any: Value,
        pub other: Option<Value>,
    }
    ");
}

#[test]
fn a_required_field_that_may_be_null_is_told_to_the_table() {
    let emitted = schemas(
        "
        Thing:
          type: object
          required: [name]
          properties: {name: {type: string, nullable: true}, alias: {type: string, nullable: true}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub name: Option<String>,
        pub alias: Option<String>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        Thing {
            name: "name" nullable,
            alias: "alias",
        }
    }
    "#);
}

#[test]
fn a_required_property_that_does_not_exist_is_nothing() {
    let (emitted, messages) = schemas_with_messages(
        "Thing: {type: object, required: [id, name], properties: {id: {type: string}}}",
    );
    assert_snapshot!(messages, @"W0008: the required property `name` is not declared");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
    }
    ");
}

#[test]
fn open_objects() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties: {id: {type: string}}
          additionalProperties: true
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;
    use serde_json::{Map, Value};

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: Option<String>,
        /// The properties that have no field of their own.
        pub additional_properties: Map<String, Value>,
    }

    wire_object! {
        Thing {
            id: "id",
            ..additional_properties
        }
    }
    "#);
}

#[test]
fn typed_additional_properties() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties: {id: {type: string}, additional_properties: {type: string}}
          additionalProperties: {type: array, items: {$ref: '#/components/schemas/Part'}}
        Part: {type: object, properties: {size: {type: integer}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::models::Part;
    use crate::runtime::object::wire_object;
    use std::collections::BTreeMap;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: Option<String>,
        pub additional_properties: Option<String>,
        /// The properties that have no field of their own.
        pub additional_properties_2: BTreeMap<String, Vec<Part>>,
    }

    wire_object! {
        Thing {
            id: "id",
            additional_properties: "additional_properties",
            ..additional_properties_2
        }
    }
    "#);
}

#[test]
fn closed_objects() {
    let emitted = schemas(
        "
        Thing: {type: object, properties: {id: {type: string}}, additionalProperties: false}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: Option<String>,
    }
    ");
}

#[test]
fn an_object_without_properties_has_no_type() {
    let emitted = schemas(
        "
        Empty: {type: object, properties: {}}
        Thing: {type: object, properties: {empty: {$ref: '#/components/schemas/Empty'}}}
    ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/thing.rs");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub empty: Option<Map<String, Value>>,
    }
    ");
}

#[test]
fn a_response_model_has_no_constructor() {
    let emitted = schemas("Thing: {type: object, properties: {id: {type: string}}}");
    assert!(!emitted.file("src/models/thing.rs").contains("impl Thing"));
}

#[test]
fn a_request_where_nothing_is_required() {
    let emitted = sent("{type: object, properties: {name: {type: string}, size: {type: integer}}}");
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @"
    impl Thing {
        /// A value with nothing set.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }

        /// Sets [`name`](field@Self::name).
        #[must_use]
        pub fn name(mut self, name: impl Into<String>) -> Self {
            self.name = Some(name.into());
            self
        }

        /// Sets [`size`](field@Self::size).
        #[must_use]
        pub fn size(mut self, size: i64) -> Self {
            self.size = Some(size);
            self
        }
    }
    ");
}

#[test]
fn a_request_with_what_is_required() {
    let emitted = sent(
        "
              type: object
              required: [name, size, part, maybe]
              properties:
                name: {type: string}
                size: {type: integer}
                part: {$ref: '#/components/schemas/Part'}
                maybe: {type: string, nullable: true}
              additionalProperties: true
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>, size: i64, part: Part) -> Self {
            Self {
                name: name.into(),
                size,
                part,
                maybe: None,
                additional_properties: Map::new(),
            }
        }

        /// Sets [`maybe`](field@Self::maybe).
        #[must_use]
        pub fn maybe(mut self, maybe: impl Into<String>) -> Self {
            self.maybe = Some(maybe.into());
            self
        }

        /// Sets [`additional_properties`](field@Self::additional_properties).
        #[must_use]
        pub fn additional_properties(mut self, additional_properties: Map<String, Value>) -> Self {
            self.additional_properties = additional_properties;
            self
        }
    }
    ");
}

#[test]
fn the_parts_of_a_request_are_made_too() {
    let emitted = sent(
        "{type: object, properties: {parts: {type: array, items: {$ref: '#/components/schemas/Part'}}}}",
    );
    assert_snapshot!(emitted.item("src/models/part.rs", "impl Part"), @"
    impl Part {
        /// A value with nothing set.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }

        /// Sets [`size`](field@Self::size).
        #[must_use]
        pub fn size(mut self, size: i64) -> Self {
            self.size = Some(size);
            self
        }
    }
    ");
}

#[test]
fn the_table_of_a_struct_with_a_deprecated_field() {
    let emitted = schemas("
        Thing: {type: object, properties: {size: {type: integer}, old: {type: string, deprecated: true}}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "wire_object!"), @r#"
    wire_object! {
        #[allow(deprecated)]
        Thing {
            size: "size",
            old: "old",
        }
    }
    "#);
}

#[test]
fn what_can_only_be_one_thing_is_not_asked_for() {
    let thing = sent(
        "{type: object, required: [object, id], properties: {object: {type: string, enum: [thing]}, id: {type: string}, note: {type: string, enum: [x]}}}",
    );
    assert_snapshot!(thing.item("src/models/thing.rs", "impl Thing"), @r#"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(id: impl Into<String>) -> Self {
            Self {
                object: "thing".into(),
                id: id.into(),
                note: None,
            }
        }

        /// Sets [`note`](field@Self::note).
        #[must_use]
        pub fn note(mut self, note: impl Into<String>) -> Self {
            self.note = Some(note.into());
            self
        }
    }
    "#);
}

#[test]
fn what_can_only_be_one_value_is_set_by_new() {
    let thing = "
              type: object
              required: [kind, version, offset, ratio, whole, live, level, other, size, big]
              properties:
                kind: {type: string, enum: [thing]}
                version: {type: integer, enum: [2]}
                offset: {type: integer, format: int32, enum: [-1]}
                ratio: {type: number, enum: [-0.5]}
                whole: {type: number, enum: [3]}
                live: {type: boolean, enum: [true]}
                level: {type: integer, enum: [3], x-enum-varnames: [High]}
                other: {allOf: [{type: integer, enum: [4]}], description: Of another.}
                size: {type: integer, enum: [1, 2]}
                big: {type: integer, enum: [18446744073709551615]}
                may: {type: integer, enum: [7]}";
    let emitted = sent(thing);
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @r#"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(size: i64) -> Self {
            Self {
                kind: "thing".into(),
                version: 2,
                offset: -1,
                ratio: -0.5,
                whole: 3.0,
                live: true,
                level: 3i64.into(),
                other: 4,
                size,
                big: 18446744073709551615,
                may: None,
            }
        }

        /// Sets [`may`](field@Self::may).
        #[must_use]
        pub fn may(mut self, may: i64) -> Self {
            self.may = Some(may);
            self
        }
    }
    "#);
}
