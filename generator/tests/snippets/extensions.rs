//! Extensions that documents carry for other tools: names, groups, and what is not for clients.

use insta::assert_snapshot;

use crate::support::{V3_1, components, emit, emit_with_messages, refuse, schemas};

/// A document whose operations have these fields, as GET of `/a`, `/b` and so on.
fn operations(fields: &[&str]) -> String {
    let paths = ('a'..).zip(fields).map(|(path, fields)| {
        format!("  /{path}: {{get: {{{fields}, responses: {{'204': {{description: Done.}}}}}}}}\n")
    });
    format!("paths:\n{}", paths.collect::<String>())
}

#[test]
fn a_name_of_another_tool_is_one_in_its_group() {
    let emitted = emit(&operations(&[
        "operationId: op1, x-speakeasy-name-override: list, x-speakeasy-group: boats.crews",
        "operationId: op2, x-fern-sdk-method-name: list, x-fern-sdk-group-name: [boats, ports]",
        "operationId: op3, x-fern-sdk-method-name: list, x-fern-sdk-group-name: boats",
        // Without a group, it is that of the first tag.
        "operationId: op4, x-speakeasy-name-override: list, tags: [Sails, Boats]",
        "operationId: op5, x-speakeasy-name-override: ping",
        // A group alone takes its own words from the operationId.
        "operationId: listMasts, x-speakeasy-group: masts",
    ]));
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/boats.rs
    src/operations/boats/list.rs
    src/operations/boats_crews.rs
    src/operations/boats_crews/list.rs
    src/operations/boats_ports.rs
    src/operations/boats_ports/list.rs
    src/operations/masts.rs
    src/operations/masts/list.rs
    src/operations/ping.rs
    src/operations/sails.rs
    src/operations/sails/list.rs
    ");
    // The docs name what the document calls it.
    let marker = "The operation `op3`, which [`Boats::list`] requests.";
    assert!(
        emitted
            .file("src/operations/boats/list.rs")
            .contains(marker)
    );
}

#[test]
fn the_name_of_this_generator_wins() {
    let emitted = emit(&operations(&[
        "operationId: op1, x-sdk-name: launch, x-speakeasy-name-override: list, tags: [boats]",
        "operationId: op2, x-sdk-name: list, x-sdk-group: ports, x-fern-sdk-group-name: docks",
        "operationId: op3, x-sdk-group: sails, x-fern-sdk-method-name: list",
    ]));
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/launch.rs
    src/operations/ports.rs
    src/operations/ports/list.rs
    src/operations/sails.rs
    src/operations/sails/list.rs
    ");
    assert_snapshot!(refuse(&operations(&["x-sdk-name: [list], x-sdk-group: '  '"])), @"
    E0012: `x-sdk-name` must be a string with letters
    E0012: `x-sdk-group` must be a string with letters
    ");
}

#[test]
fn names_that_collide_stay_apart() {
    let emitted = emit(&operations(&[
        "operationId: op1, x-speakeasy-name-override: list, tags: [boats]",
        "operationId: boatsList",
    ]));
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/boats.rs
    src/operations/boats/list.rs
    src/operations/boats_list.rs
    ");
    let types = emitted.file("src/operations.rs");
    assert!(types.contains("pub use boats_list::BoatsList2;"), "{types}");
}

#[test]
fn a_group_is_a_type_that_borrows_the_client() {
    let emitted = emit(&operations(&[
        "operationId: listBoats, x-sdk-group: boats",
        "operationId: listOldBoats, x-sdk-group: boats",
        "operationId: boats/sink, x-sdk-group: Boats",
    ]));
    assert_snapshot!(emitted.paths("src/operations/boats/"), @"
    src/operations/boats/list.rs
    src/operations/boats/list_old_boats.rs
    src/operations/boats/sink.rs
    ");
    assert_snapshot!(emitted.item("src/operations/boats.rs", "pub struct Boats"), @"
    /// The operations of the group `Boats`.
    pub struct Boats<'c, C> {
        client: &'c Client<C>,
    }
    ");
    let list = emitted.file("src/operations/boats/list.rs");
    assert!(list.contains("client.boats().list().await?;"), "{list}");
}

#[test]
fn parts_of_a_crate_with_groups_have_features() {
    let webhooks = "
webhooks:
  sunk:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Wreck'}}}}
      responses: {'204': {description: Noted.}}
";
    let schemas = components(
        "schemas",
        "
        Boat: {type: object, properties: {port: {$ref: '#/components/schemas/Port'}}}
        Crew: {type: object, properties: {size: {type: integer}}}
        Port: {type: object, properties: {depth: {type: integer}}}
        Wreck: {type: object, properties: {near: {$ref: '#/components/schemas/Port'}}}
        Chart: {type: object, properties: {port: {$ref: '#/components/schemas/Port'}}}
        Problem: {type: object, properties: {title: {type: string}}}
        ",
    );
    let operation = |id: &str, group: &str, schema: &str| {
        format!(
            "  /{id}:\n    get:\n      operationId: {id}\n      x-sdk-group: {group}\n      responses:\n        \
             '200': {{description: It., content: {{application/json: {{schema: {{$ref: '#/components/schemas/{schema}'}}}}}}}}\n"
        )
    };
    let paths = format!(
        "paths:\n{}{}",
        operation("getBoat", "boats", "Boat"),
        operation("getCrew", "webhooks", "Crew"),
    );
    let emitted = V3_1.emit(&format!("{paths}{webhooks}{schemas}"));
    assert_snapshot!(emitted.file("src/models.rs"), @r#"
    //! The types of the API, as its document describes them.

    #[cfg(feature = "boats")]
    mod boat;
    #[cfg(feature = "unused-models")]
    mod chart;
    #[cfg(feature = "webhooks")]
    mod crew;
    #[cfg(any(
        feature = "boats",
        feature = "unused-models",
        feature = "webhooks"
    ))]
    mod port;
    #[cfg(feature = "unused-models")]
    mod problem;
    #[cfg(feature = "webhooks")]
    mod wreck;

    #[cfg(feature = "boats")]
    pub use boat::Boat;
    #[cfg(feature = "unused-models")]
    pub use chart::Chart;
    #[cfg(feature = "webhooks")]
    pub use crew::Crew;
    #[cfg(any(
        feature = "boats",
        feature = "unused-models",
        feature = "webhooks"
    ))]
    pub use port::Port;
    #[cfg(feature = "unused-models")]
    pub use problem::Problem;
    #[cfg(feature = "webhooks")]
    pub use wreck::Wreck;
    "#);
    let lib = emitted.file("src/lib.rs");
    assert!(
        lib.contains("#[cfg(feature = \"webhooks\")]\npub mod webhooks;"),
        "{lib}"
    );
    let manifest = emitted.file("Cargo.toml");
    let (_, features) = manifest.split_once("mock = []\n").unwrap();
    let (features, _) = features.split_once("\n\n").unwrap();
    // A group shares its feature with another part that has the same name.
    assert_snapshot!(features, @r"
    boats = []
    webhooks = []
    # The models that nothing else uses, which may be others in each version.
    unused-models = []
    ");
}

#[test]
fn what_is_not_for_clients_is_left_out() {
    let paths = operations(&[
        "operationId: hidden, x-internal: true",
        "operationId: unspeakable, x-speakeasy-ignore: true",
        "operationId: unferned, x-fern-ignore: true",
        "operationId: shown, x-internal: false",
    ]);
    let path_item = "  /e: {x-sdk-ignore: true, get: {responses: {'204': {description: Done.}}}}\n";
    let schemas = components(
        "schemas",
        "
        Boat:
          type: object
          properties:
            name: {type: string}
            secret: {type: string, x-internal: true}
            log: {$ref: '#/components/schemas/Log'}
        Log: {type: object, x-internal: true, properties: {line: {type: string}}}
        Audit: {type: object, x-fern-ignore: true}
        ",
    );
    let (emitted, messages) = emit_with_messages(&format!("{paths}{path_item}{schemas}"));
    assert_snapshot!(messages, @"W0002: an extension leaves the property `secret` out");
    assert_snapshot!(emitted.paths("src/operations/"), @"src/operations/shown.rs");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/boat.rs
    src/models/log.rs
    ");
    assert_snapshot!(emitted.fields("src/models/boat.rs", "Boat"), @"
    name: Option<String>
    log: Option<Log>
    ");
}

#[test]
fn patterns_name_the_operations_that_nothing_else_names() {
    let patterns = "
x-speakeasy-name-override:
  - {operationId: '^(get|fetch)_', methodNameOverride: get}
  - {operationId: '^get_b', methodNameOverride: never}
  - {operationId: '_all$', methodNameOverride: list}
";
    let emitted = emit(&format!(
        "{patterns}{}",
        operations(&[
            "operationId: get_boat, tags: [boats]",
            "operationId: boats_all, tags: [boats]",
            "operationId: fetch_port, x-speakeasy-group: ports",
            "operationId: get_crew, x-sdk-name: crew",
            "operationId: sink",
        ])
    ));
    assert_snapshot!(emitted.paths("src/operations/"), @r"
    src/operations/boats.rs
    src/operations/boats/get.rs
    src/operations/boats/list.rs
    src/operations/crew.rs
    src/operations/ports.rs
    src/operations/ports/get.rs
    src/operations/sink.rs
    ");
}

#[test]
fn patterns_that_cannot_be_applied_are_reported() {
    let patterns = "
x-speakeasy-name-override:
  - {operationId: '^a(', methodNameOverride: b}
  - {operationId: ^a}
";
    let document = format!("{patterns}{}", operations(&["operationId: a"]));
    let (_, messages) = emit_with_messages(&document);
    assert_snapshot!(messages, @r"
    W0002: `x-speakeasy-name-override` cannot be applied
    W0002: `x-speakeasy-name-override` cannot be applied
    ");
}

#[test]
fn values_have_names_and_words_from_any_tool() {
    let emitted = schemas(
        "
        Fern:
          type: string
          enum: ['+', '-']
          x-fern-enum: {'+': {name: Plus, description: More.}, '-': {name: Minus}}
        Microsoft:
          type: string
          enum: ['+', '-']
          x-ms-enum: {name: Sign, values: [{value: '-', name: Minus}, {value: '+', name: Plus, description: More.}]}
        Speakeasy:
          type: integer
          enum: [1, 2]
          x-speakeasy-enums: [One, Two]
    ",
    );
    for name in ["Fern", "Microsoft"] {
        let path = format!("src/models/{}.rs", name.to_lowercase());
        let item = emitted.item(&path, &format!("pub enum {name}"));
        assert!(item.contains("    /// More.\n    Plus,\n"), "{item}");
        assert!(item.contains("    Minus,\n"), "{item}");
    }
    let item = emitted.item("src/models/speakeasy.rs", "pub enum Speakeasy");
    assert!(item.contains("    One,\n"), "{item}");
}
