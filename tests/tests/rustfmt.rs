//! The emitted code is laid out as rustfmt would: a user's formatter finds nothing to do.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use sdkwright::report::Format;
use sdkwright::{Config, Source, Sources};

#[test]
fn the_rownd_crate() {
    unchanged(include_str!("../../spec/rownd.yaml"));
}

#[test]
fn a_rich_document() {
    unchanged(include_str!("../../generator/tests/fixtures/rich.yaml"));
}

#[test]
fn documents_of_later_versions() {
    unchanged(include_str!("../../generator/tests/corpus/v31.yaml"));
    unchanged(include_str!("../../generator/tests/corpus/v32.yaml"));
}

/// Every line of the code that holds a name is as wide as rustfmt allows for one of these, and a column wider for the next.
#[test]
fn names_of_every_width() {
    unchanged(&document_of_every_width());
}

fn unchanged(text: &str) {
    let sources = Sources::from(Source {
        name: "document.yaml".to_owned(),
        text: text.to_owned(),
    });
    let output = sdkwright::generate(&sources, &Config::default());
    let Some(files) = output.files else {
        panic!(
            "nothing is emitted:\n{}",
            output.diagnostics.render(&sources, Format::PLAIN)
        );
    };
    let folder = tempfile::tempdir().expect("there is room for a crate");
    for file in files {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))
            .expect("there is room for a crate");
        fs::write(path, file.text).expect("there is room for a crate");
    }
    check(folder.path());
}

/// rustfmt follows the modules from the root of the crate.
fn check(folder: &Path) {
    let rustfmt = std::env::var_os("RUSTFMT").unwrap_or_else(|| "rustfmt".into());
    let output = Command::new(rustfmt)
        .args(["--check", "--edition", "2024", "--color", "never"])
        .arg(folder.join("src/lib.rs"))
        .output()
        .expect("rustfmt runs: `rustup component add rustfmt` installs it");
    let said = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    let first: Vec<&str> = said.lines().take(60).collect();
    assert!(
        output.status.success(),
        "rustfmt changes the emitted code:\n{failed}{}",
        first.join("\n")
    );
}

/// A document in which each kind of name comes in each width up to 60 columns.
fn document_of_every_width() -> String {
    let mut paths = String::new();
    let mut schemas = String::new();
    let mut schemes = String::new();
    for width in 1..=60 {
        let name = "x".repeat(width);
        let _ = write!(schemes, "\n    s{name}: {{type: http, scheme: bearer}}");
        let _ = write!(paths, "{}", PATH_ITEM.replace("NAME", &name));
        let _ = write!(schemas, "{}", SCHEMAS.replace("NAME", &name));
    }
    format!(
        "openapi: 3.0.3\ninfo: {{title: Widths, version: 1.0.0}}\npaths:{paths}\
         components:\n  securitySchemes:\n    key: {{type: apiKey, in: header, name: X-Key}}{schemes}\n  schemas:{schemas}"
    )
}

const PATH_ITEM: &str = "
  /p/NAME/{aNAME}:
    parameters:
      - {name: aNAME, in: path, required: true, schema: {type: string}}
    get:
      operationId: gNAME
      security: [{key: []}, {sNAME: []}]
      parameters:
        - {name: bNAME, in: query, required: true, schema: {type: integer}}
        - {name: cNAME, in: query, schema: {type: string}}
        - {name: dNAME, in: header, schema: {type: array, items: {type: string}}}
        - {name: eNAME, in: query, schema: {$ref: '#/components/schemas/eNAME'}}
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/tNAME'}}}}
        '201': {description: Many., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/tNAME'}}}}}
        '202': {description: None., headers: {X-NAME: {schema: {$ref: '#/components/schemas/eNAME'}}, YNAME: {schema: {type: array, items: {type: integer}}}}}
        '404': {description: Nothing.}
        '409': {description: Two., content: {application/json: {schema: {$ref: '#/components/schemas/tNAME'}}, application/problem+json: {schema: {type: string}}}}
        '410': {description: Bytes., content: {application/NAME: {}}}
        5XX: {description: Texts., content: {text/NAME: {}, text/plain: {}}}
        default: {description: Another., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/tNAME'}}}}}
    put:
      operationId: pNAME
      security: [{sNAME: []}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/rNAME'}}}}
      responses:
        '200': {description: Named., content: {application/json: {schema: {type: object, additionalProperties: {$ref: '#/components/schemas/tNAME'}}}}}
        '404': {description: Named., content: {application/json: {schema: {type: object, additionalProperties: {$ref: '#/components/schemas/tNAME'}}}}}
        '410': {description: Named., content: {application/json: {schema: {type: object, additionalProperties: {$ref: '#/components/schemas/tNAME'}}}}}
    post:
      operationId: qNAME
      requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/rNAME'}}}}}
      responses: {'200': {description: One of two., content: {application/json: {schema: {$ref: '#/components/schemas/uNAME'}}}}}
    delete:
      operationId: dNAME
      deprecated: true
      responses: {'404': {description: Never.}}
";

const SCHEMAS: &str = "
    tNAME:
      type: object
      properties:
        fNAME: {$ref: '#/components/schemas/tNAME'}
        lNAME: {type: array, items: {$ref: '#/components/schemas/eNAME'}}
        mNAME: {type: object, additionalProperties: {type: array, items: {$ref: '#/components/schemas/eNAME'}}}
    eNAME: {type: string, enum: [vNAME, NAME]}
    rNAME:
      type: object
      required: [rNAME, tNAME]
      properties:
        rNAME: {type: string}
        tNAME: {$ref: '#/components/schemas/tNAME'}
        oNAME: {type: string, deprecated: true}
        nNAME: {$ref: '#/components/schemas/rNAME'}
        kNAME: {type: object, additionalProperties: {$ref: '#/components/schemas/tNAME'}}
      additionalProperties: {type: array, items: {$ref: '#/components/schemas/tNAME'}}
    uNAME: {oneOf: [{$ref: '#/components/schemas/tNAME'}, {type: string}]}
";
