//! The list of a document's examples, for those who ask for it.

use std::fmt::Write;

use insta::assert_snapshot;
use sdkwright::{Config, Source, Sources};

#[test]
fn of_media_types_and_schemas() {
    assert_snapshot!(examples("
        paths:
          /things:
            put:
              operationId: putThings
              requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}, example: [{size: 1}]}}}
              responses:
                '200':
                  description: ''
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Thing'}
                      examples: {one: {value: {size: 2}}, two: {$ref: '#/components/examples/Two'}, far: {externalValue: far.json}}
        components:
          examples: {Two: {value: {size: 3}}}
          schemas:
            Thing: {type: object, properties: {size: {type: integer, example: 5}}, example: {size: 4}}
    "), @r##"
    fits: Vec < models :: Thing > [{"size":1}] #/paths/~1things/put/requestBody/content/application~1json/example
    fits: models :: Thing {"size":2} #/paths/~1things/put/responses/200/content/application~1json/examples/one/value
    fits: models :: Thing {"size":3} #/components/examples/Two/value
    fits: models :: Thing {"size":4} #/components/schemas/Thing/example
    "##);
}

#[test]
fn what_no_schema_declares_is_left_out() {
    assert_snapshot!(known("
        type: object
        properties: {a: {type: string}, open: {type: object, properties: {b: {type: string}}, additionalProperties: {type: integer}}, free: {type: object}}
        example: {a: x, b: y, open: {b: x, c: 1}, free: {d: 1}}
    "), @r#"fits: models :: Thing {"a":"x","free":{"d":1},"open":{"b":"x","c":1}} #/components/schemas/Thing/example"#);
    assert_snapshot!(known("
        allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]
        example: {a: x, b: y, c: z}
    "), @r#"fits: models :: Thing {"a":"x","b":"y"} #/components/schemas/Thing/example"#);
}

#[test]
fn what_does_not_fit_its_schema_is_told_apart() {
    for (example, fits) in [
        ("{id: 1}", true),
        ("{id: 1.0}", true),
        ("{id: 1, kind: {b: x}}", true),
        ("{}", false),
        ("{id: one}", false),
        ("{id: 1.5}", false),
        ("{id: null}", false),
        ("{id: 1, list: {}}", false),
        ("{id: 1, list: [1]}", false),
        ("{id: 1, kind: {c: x}}", false),
    ] {
        let list = known(&format!("
        type: object
        required: [id]
        properties:
          id: {{type: integer}}
          list: {{type: array, items: {{type: string}}}}
          kind: {{oneOf: [{{type: object, required: [a], properties: {{a: {{type: string}}}}}}, {{type: object, required: [b], properties: {{b: {{type: string}}}}}}]}}
        example: {example}
    "));
        assert_eq!(list.starts_with("fits"), fits, "{list}");
    }
}

/// The examples of a schema `Thing`.
fn known(schema: &str) -> String {
    examples(&format!(
        "\npaths: {{}}\ncomponents:\n  schemas:\n    Thing:{}",
        schema.replace('\n', "\n    ")
    ))
}

/// The examples of a document without its first lines, a line each.
fn examples(rest: &str) -> String {
    let sources = Sources::from(Source {
        name: "things.yaml".to_owned(),
        text: format!(
            "openapi: 3.0.3\ninfo: {{title: Things, version: 1.0.0}}\n{}",
            crate::support::indent(rest, 0)
        ),
    });
    let config = Config {
        examples: true,
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    output
        .examples
        .iter()
        .fold(String::new(), |mut text, example| {
            let fits = if example.fits { "fits" } else { "misfit" };
            let _ = writeln!(
                text,
                "{fits}: {} {} {}",
                example.ty, example.json, example.pointer
            );
            text
        })
}
