//! How users make models.

use insta::assert_snapshot;

use crate::support::{Emitted, emit, schemas};

/// The crate of a document that sends such an object.
fn sent(thing: &str) -> Emitted {
    emit(&format!("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}}}
              responses: {{'204': {{description: Done.}}}}
        components:
          schemas:
            Thing: {thing}
    "))
}

#[test]
fn what_only_responses_have_has_a_default() {
    let emitted = schemas(
        "
        Thing:
          type: object
          required: [state, owner, part]
          properties:
            state: {type: string, enum: [open, closed]}
            owner: {oneOf: [{type: string}, {type: integer}]}
            part: {type: object, required: [size], properties: {size: {type: integer}}}
            kind: {type: string, enum: [small, large]}
    ",
    );
    let models = "src/models/thing.rs";
    assert_snapshot!(emitted.item(models, "pub struct Thing "), @r"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub state: ThingState,
        pub owner: ThingOwner,
        pub part: ThingPart,
        pub kind: Option<ThingKind>,
    }
    ");
    assert_snapshot!(emitted.item(models, "pub struct ThingPart "), @r"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct ThingPart {
        pub size: i64,
    }
    ");
    assert_snapshot!(emitted.item(models, "impl Default for ThingState"), @r"
    impl Default for ThingState {
        fn default() -> Self {
            Self::Other(String::new())
        }
    }
    ");
    assert_snapshot!(emitted.item(models, "impl Default for ThingOwner"), @r"
    impl Default for ThingOwner {
        fn default() -> Self {
            Self::Other(Value::Null)
        }
    }
    ");
    // It is optional, so no default needs its own.
    assert!(!emitted.file(models).contains("impl Default for ThingKind"));
}

#[test]
fn a_response_that_has_what_requests_require_takes_it() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
              responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        components:
          schemas:
            Owner: {type: object, required: [name], properties: {name: {type: string}}}
            Thing: {type: object, required: [owner, title], properties: {owner: {$ref: '#/components/schemas/Owner'}, title: {type: string}, size: {type: integer}}}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing "), @r"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(owner: Owner, title: String) -> Self {
            Self {
                owner,
                title,
                size: None,
            }
        }
    }
    ");
}

#[test]
fn arguments_that_could_be_confused_are_fields() {
    let emitted = sent(
        "{type: object, required: [from, to, via, size], properties: {from: {type: string}, to: {type: string, description: Where it goes.}, via: {type: string}, size: {type: integer}, note: {type: string}}}",
    );
    let models = "src/models/thing.rs";
    assert_snapshot!(emitted.item(models, "impl Thing "), @r"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(required: ThingRequired) -> Self {
            Self {
                from: required.from,
                to: required.to,
                via: required.via,
                size: required.size,
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
    ");
    assert_snapshot!(emitted.item(models, "pub struct ThingRequired "), @r"
    /// What [`Thing`] requires.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ThingRequired {
        pub from: String,
        /// Where it goes.
        pub to: String,
        pub via: String,
        pub size: i64,
    }
    ");
    assert!(emitted.file("src/models.rs").contains("ThingRequired"));
}

#[test]
fn four_arguments_of_different_types_are_not_confused() {
    let emitted = sent(
        "{type: object, required: [from, to, size, tags], properties: {from: {type: string}, to: {type: string}, size: {type: integer}, tags: {type: array, items: {type: string}}}}",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing "), @r"
    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(
            from: impl Into<String>,
            to: impl Into<String>,
            size: i64,
            tags: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            Self {
                from: from.into(),
                to: to.into(),
                size,
                tags: collections::list(tags),
            }
        }
    }
    ");
}
