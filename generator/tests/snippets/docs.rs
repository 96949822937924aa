//! What the document says of a value becomes docs.

mod notes;

use insta::assert_snapshot;

use crate::support::{emit, field_docs, path_item, schemas, schemas_with_messages};

#[test]
fn a_field_that_nothing_is_said_of() {
    assert_snapshot!(field_docs("type: string"), @"");
}

#[test]
fn description_and_title() {
    assert_snapshot!(field_docs("
        type: string
        title: A title
        description: A description.
    "), @"A description.");
}

#[test]
fn a_title_that_the_description_repeats() {
    assert_snapshot!(field_docs("
        type: string
        title: The name
        description: The name of the thing.
    "), @"The name of the thing.");
}

#[test]
fn a_summary_that_the_description_begins_with_in_other_words() {
    let docs = |summary: &str, description: &str| {
        let emitted = path_item(&format!(
            "
            get:
              operationId: getThing
              summary: {summary}
              description: {description}
              responses: {{'204': {{description: Done.}}}}
            "
        ));
        let method = emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>");
        let lines = method.lines().skip(1).map(str::trim);
        let lines = lines.take_while(|line| !line.contains("`GET"));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(docs("Update user", "Updates the specified user. Slow."), @r"
    /// Updates the specified user. Slow.
    ///
    ");
    assert_snapshot!(docs("Copy a thing", "Copies a new thing"), @r"
    /// Copies a new thing
    ///
    ");
    assert_snapshot!(docs("Get a thing", "Gets a thing of a user."), @r"
    /// Get a thing.
    ///
    /// Gets a thing of a user.
    ///
    ");
    assert_snapshot!(docs("Get a thing", "Gets things."), @r"
    /// Get a thing.
    ///
    /// Gets things.
    ///
    ");
}

#[test]
fn external_docs() {
    assert_snapshot!(field_docs("
        type: string
        description: The color.
        externalDocs: {description: All colors, url: https://example.com/colors}
    "), @"
    The color.

    [All colors](https://example.com/colors)
    ");
    assert_snapshot!(field_docs("
        type: string
        externalDocs: {url: https://example.com/colors}
    "), @"<https://example.com/colors>");
    assert_snapshot!(field_docs("
        type: string
        description: The color.
        externalDocs: {description: All colors, url: 'javascript:alert(1)'}
    "), @"
    The color.

    All colors
    ");
}

#[test]
fn links_to_paths_are_on_the_site_of_the_documentation() {
    let emitted = emit("
        externalDocs: {url: 'https://docs.example.com/api/start'}
        paths:
          /things:
            get:
              operationId: listThings
              description: >-
                See [all](/things), [`code`](/code \"Code\"), [here](#here), [there](../there), [another site](//example.org/x),
                [a page](https://example.org/y) and `[text](/x)`.
              responses: {'204': {description: Done.}}
    ");
    let file = emitted.file("src/operations/list_things.rs");
    let start = file.find("    /// See").unwrap_or_default();
    let end = file.find("    /// `GET").unwrap_or_default();
    assert_snapshot!(file.get(start..end).unwrap_or_default(), @r"
    /// See [all](https://docs.example.com/things), [`code`](https://docs.example.com/code), here,
    /// there (`../there`), another site (`//example.org/x`), [a page](https://example.org/y) and
    /// `[text](/x)`.
    ///
    ");
}

#[test]
fn a_referenced_schema_speaks_for_the_field() {
    let emitted = schemas(
        "
        Id: {type: string, description: The identity of a thing., example: thing_1}
        Thing: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// The identity of a thing.
        ///
        /// Example: `thing_1`.
        pub id: Option<String>,
    }
    ");
}

#[test]
fn deprecated_fields() {
    let emitted = schemas(
        "
        Thing:
          type: object
          properties:
            size: {type: integer, deprecated: true, description: No longer told.}
            color: {type: string}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// No longer told.
        #[deprecated]
        pub size: Option<i64>,
        pub color: Option<String>,
    }
    ");
}

#[test]
fn setters_of_deprecated_fields_are_deprecated_and_compile_without_a_warning() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Thing:
              type: object
              required: [name]
              properties:
                name: {type: string}
                size: {type: integer, deprecated: true}
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "impl Thing"), @"
    impl Thing {
        /// A value with what is required.
        #[allow(deprecated)]
        #[must_use]
        pub fn new(name: impl Into<String>) -> Self {
            Self {
                name: name.into(),
                size: None,
            }
        }

        /// Sets [`size`](field@Self::size).
        #[deprecated]
        #[allow(deprecated)]
        #[must_use]
        pub fn size(mut self, size: i64) -> Self {
            self.size = Some(size);
            self
        }
    }
    ");
}

#[test]
fn types_tell_of_themselves() {
    let emitted = schemas(
        "
        Thing:
          type: object
          title: A thing
          description: It can be of any kind.
          externalDocs: {url: https://example.com/things}
          properties: {kind: {type: string, enum: [big, small], description: Which kind.}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    /// It can be of any kind.
    ///
    /// <https://example.com/things>
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Which kind.
        pub kind: Option<ThingKind>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub enum ThingKind"), @"
    /// Which kind.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum ThingKind {
        /// `big`
        Big,
        /// `small`
        Small,
        /// A value that this version of the SDK does not know, kept as it came.
        Other(String),
    }
    ");
}

#[test]
fn what_members_of_an_all_of_add() {
    let (emitted, _) = schemas_with_messages(
        "
        Id: {type: string, description: The identity of a thing., format: uuid}
        Page: {type: object, minProperties: 1, default: {}, example: {size: 1}, properties: {size: {type: integer}}}
        Thing:
          type: object
          properties:
            id: {description: Its identity., allOf: [{$ref: '#/components/schemas/Id'}, {maxLength: 36}], default: none}
            page: {allOf: [{$ref: '#/components/schemas/Page'}], default: {size: 2}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @r#"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        /// Its identity.
        ///
        /// Default: `none`. Format: `uuid`. Maximum length: `36`.
        pub id: Option<String>,
        /// Default: `{"size": 2}`.
        pub page: Option<Page>,
    }
    "#);
    assert_snapshot!(emitted.item("src/models/page.rs", "pub struct Page"), @r#"
    /// Minimum number of properties: `1`. Example: `{"size": 1}`.
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Page {
        pub size: Option<i64>,
    }
    "#);
}

/// A line that ends like a statement is no end of a member.
#[test]
fn a_line_that_ends_with_a_semicolon() {
    let first = "a".repeat(90);
    let emitted = emit(&format!("
        paths: {{/a: {{get: {{operationId: getA, description: '{first}; then more words.', responses: {{'204': {{description: Done.}}}}}}}}}}
    "));
    let method = emitted.item("src/operations/get_a.rs", "impl<C> Client<C>");
    let lines = format!("    /// {first};\n    /// then more words.\n");
    assert!(method.contains(&lines), "{method}");
}

#[test]
fn a_title_stands_for_a_description_if_it_is_more_than_a_name() {
    assert_snapshot!(field_docs("{type: string, title: The color of it}"), @"The color of it.");
    assert_snapshot!(field_docs("{type: string, title: Field}"), @"");
    assert_snapshot!(field_docs("{type: string, title: other_field}"), @"");
    assert_snapshot!(field_docs("{type: string, title: OtherField}"), @"");
}

#[test]
fn a_description_that_only_repeats_a_name() {
    assert_snapshot!(field_docs("{type: string, description: The field.}"), @"");
    assert_snapshot!(field_docs("{type: string, title: A color, description: field}"), @"A color.");
    let emitted = schemas(
        "
        small_box: {type: object, title: SmallBox, description: A small box, properties: {in: {$ref: '#/components/schemas/small_box'}}}
        Shelf:
          type: object
          description: A shelf of boxes
          properties:
            small: {$ref: '#/components/schemas/small_box'}
            each: {type: array, title: Small box, items: {$ref: '#/components/schemas/small_box'}}
        ",
    );
    assert_snapshot!(emitted.item("src/models/small_box.rs", "pub struct SmallBox"), @r"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct SmallBox {
        pub r#in: Option<Box<SmallBox>>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/shelf.rs", "pub struct Shelf"), @r"
    /// A shelf of boxes
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Shelf {
        pub small: Option<SmallBox>,
        pub each: Option<Vec<SmallBox>>,
    }
    ");
}

#[test]
fn names_in_the_document_that_identifiers_do_not_show() {
    let emitted = schemas(
        "
        big_thing: {type: object, properties: {made: {type: string}}}
        BigThing: {type: object, properties: {madeAt: {type: string}, made: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.item("src/models/big_thing_2.rs", "pub struct BigThing2"), @r"
    /// `big_thing`
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct BigThing2 {
        pub made: Option<String>,
    }
    ");
    let docs = emitted.item("src/models/big_thing.rs", "pub struct BigThing ");
    assert!(docs.starts_with("#[derive("), "{docs}");
    assert!(docs.contains("/// `madeAt`\n    pub made_at:"), "{docs}");
}

#[test]
fn an_operation_lists_its_arguments_and_links_to_its_setters() {
    let emitted = emit("
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - {name: id, in: path, required: true, description: The identity, schema: {type: string}, example: t1}
                - {name: page, in: query, schema: {type: integer}}
                - {name: type, in: query, schema: {type: string}}
              responses: {'204': {description: Done.}}
            delete:
              operationId: deleteThing
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done.}}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "pub enum GetThing"), @r"
    /// The operation `getThing`, which [`Client::get_thing`] requests.
    ///
    /// Optional: [`page`][setters], [`type`][setters].
    ///
    /// [setters]: Request#impl-Request%3CGetThing%3E
    pub enum GetThing {}
    ");
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things/{id}`
        ///
        /// - `id`: The identity. Example: `t1`.
        ///
        /// Optional: [`page`][setters], [`type`][setters].
        ///
        /// [setters]: Request#impl-Request%3CGetThing%3E
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing("t1").await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self, id: impl Into<String>) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path("id", id.into());
            request
        }
    }
    "#);
    assert_snapshot!(emitted.item("src/operations/delete_thing.rs", "pub enum DeleteThing"), @r"
    /// The operation `deleteThing`, which [`Client::delete_thing`] requests.
    pub enum DeleteThing {}
    ");
}

#[test]
fn a_long_call_in_a_group_has_a_line_for_each_method() {
    let emitted = path_item(
        "
        post:
          operationId: describe_what_happened_to_shipment
          x-sdk-group: shipments_of_goods
          parameters:
            - name: shipment
              in: query
              required: true
              example: 1735
              schema: {oneOf: [{type: string, format: date}, {type: integer}]}
          responses: {'204': {description: Done.}}
        ",
    );
    let path = "src/operations/shipments_of_goods/describe_what_happened_to_shipment.rs";
    let method = emitted.item(path, "impl<C> ShipmentsOfGoods<'_, C>");
    let lines = method.lines().map(str::trim);
    let lines = lines.skip_while(|line| !line.ends_with("client"));
    let lines: Vec<&str> = lines.take_while(|line| !line.contains('#')).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    /// client
    ///     .shipments_of_goods()
    ///     .describe_what_happened_to_shipment(
    ///         models::DescribeWhatHappenedToShipmentShipment::Integer(1735),
    ///     )
    ///     .await?;
    "#);
}

#[test]
fn what_is_deprecated_names_its_replacement() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: getThings
              deprecated: true
              description: Lists things. **Deprecated**, use [`listAll`](https://example.com/list) instead. It is slow.
              parameters:
                - {name: old, in: query, deprecated: true, description: No longer read., schema: {type: string}}
                - {name: limit, in: query, deprecated: true, description: Superseded by `size`., schema: {type: string}}
              responses: {'204': {description: Done.}}
    ");
    let file = emitted.file("src/operations/get_things.rs");
    assert!(
        file.contains(
            "#[deprecated = \"Deprecated, use `listAll` instead.\"]\n    pub fn get_things"
        )
    );
    assert!(file.contains("#[deprecated]\n    pub fn old"));
    assert!(file.contains("#[deprecated = \"Superseded by `size`.\"]\n    pub fn limit"));
}
