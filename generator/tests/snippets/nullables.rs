//! Optional fields of requests that may be null.

use insta::assert_snapshot;

use crate::support::{Emitted, components, emit};

/// The crate of an API that takes a `Thing` as this media type and returns an `Answer`.
fn things(media_type: &str, schemas: &str) -> Emitted {
    let paths = format!(
        "
paths:
  /things:
    patch:
      operationId: changeThing
      requestBody: {{required: true, content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/Thing'}}}}}}}}
      responses:
        '200': {{description: The thing., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Answer'}}}}}}}}
"
    );
    emit(&format!("{paths}{}", components("schemas", schemas)))
}

const SCHEMAS: &str = "
    Thing:
      type: object
      required: [id, owner]
      properties:
        id: {type: string}
        owner: {type: string, nullable: true}
        name: {type: string, nullable: true}
        tags: {type: array, nullable: true, items: {type: string, nullable: true}}
        parent: {nullable: true, allOf: [{$ref: '#/components/schemas/Thing'}]}
        size: {type: integer}
        made: {type: string, format: date-time, nullable: true, readOnly: true}
    Answer: {type: object, properties: {name: {type: string, nullable: true}}}
";

#[test]
fn are_absent_null_or_a_value() {
    let emitted = things("application/json", SCHEMAS);
    assert_snapshot!(emitted.file("src/models/thing.rs"), @r#"
    use crate::runtime::object::wire_object;
    use crate::{Nullable, Timestamp};

    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
        pub owner: Option<String>,
        pub name: Nullable<String>,
        pub tags: Nullable<Vec<Option<String>>>,
        pub parent: Nullable<Box<Thing>>,
        pub size: Option<i64>,
        /// Read-only.
        pub made: Option<Timestamp>,
    }

    impl Thing {
        /// A value with what is required.
        #[must_use]
        pub fn new(id: impl Into<String>) -> Self {
            Self {
                id: id.into(),
                owner: None,
                name: Nullable::Absent,
                tags: Nullable::Absent,
                parent: Nullable::Absent,
                size: None,
                made: None,
            }
        }

        /// Sets [`owner`](field@Self::owner).
        #[must_use]
        pub fn owner(mut self, owner: impl Into<String>) -> Self {
            self.owner = Some(owner.into());
            self
        }

        /// Sets [`name`](field@Self::name).
        #[must_use]
        pub fn name(mut self, name: impl Into<Nullable<String>>) -> Self {
            self.name = name.into();
            self
        }

        /// Sets [`tags`](field@Self::tags).
        #[must_use]
        pub fn tags(mut self, tags: impl Into<Nullable<Vec<Option<String>>>>) -> Self {
            self.tags = tags.into();
            self
        }

        /// Sets [`parent`](field@Self::parent).
        #[must_use]
        pub fn parent(mut self, parent: impl Into<Nullable<Thing>>) -> Self {
            self.parent = parent.into().map(Box::new);
            self
        }

        /// Sets [`size`](field@Self::size).
        #[must_use]
        pub fn size(mut self, size: i64) -> Self {
            self.size = Some(size);
            self
        }
    }

    wire_object! {
        Thing {
            id: "id",
            owner: "owner" nullable,
            name: "name",
            tags: "tags",
            parent: "parent",
            size: "size",
            made: "made" read_only,
        }
    }
    "#);
}

#[test]
fn are_options_where_nothing_is_sent() {
    let emitted = things("application/json", SCHEMAS);
    assert_snapshot!(emitted.item("src/models/answer.rs", "pub struct Answer"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Answer {
        pub name: Option<String>,
    }
    ");
    let answer = emitted.file("src/models/answer.rs");
    assert!(!answer.contains("Nullable"), "{answer}");
}

#[test]
fn are_options_in_forms_which_know_no_null() {
    let emitted = things("application/x-www-form-urlencoded", SCHEMAS);
    let thing = emitted.file("src/models/thing.rs");
    assert!(!thing.contains("Nullable"), "{thing}");
    assert_eq!(emitted.paths("src/runtime/nullable.rs"), "");
}

#[test]
fn a_merge_patch_removes_whatever_is_optional() {
    let schemas = "
    Thing:
      type: object
      required: [id]
      properties:
        id: {type: string}
        name: {type: string}
        made: {type: string, readOnly: true}
        sizes: {type: object, additionalProperties: {type: integer}}
        owner: {$ref: '#/components/schemas/Answer'}
      additionalProperties: {type: boolean}
    Answer: {type: object, properties: {name: {type: string}}}
";
    let emitted = things("application/merge-patch+json", schemas);
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Thing {
        pub id: String,
        pub name: Nullable<String>,
        /// Read-only.
        pub made: Option<String>,
        pub sizes: Nullable<BTreeMap<String, Option<i64>>>,
        pub owner: Nullable<Answer>,
        /// The properties that have no field of their own.
        pub additional_properties: BTreeMap<String, Option<bool>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/answer.rs", "pub struct Answer"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Answer {
        pub name: Nullable<String>,
    }
    ");
}
