//! Edits that are applied without a person's consent: each is known to be right.

use sdkwright::fix::{self, Fixed, Refused};
use sdkwright::{Config, Role, Source, Sources};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n";

#[test]
fn a_slip_in_a_word_of_the_specification_is_corrected() {
    assert_fixed(
        "paths: {}\ncomponents: {schemas: {Pet: {type: objct, proprties: {name: {type: 'strin', nullable: true}}}}}\n",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {name: {type: 'string', nullable: true}}}}}\n",
    );
}

#[test]
fn quotes_are_added_and_removed() {
    let document = "paths:
  /pets:
    get:
      parameters: [{name: a, in: query, required: 'true', schema: {type: string, maxLength: '3', enum: [yes, off]}}]
      responses: {4xx: {description: 5}}
";
    assert_fixed(
        document,
        &document
            .replace("'true'", "true")
            .replace("'3'", "3")
            .replace("yes, off", "'yes', 'off'")
            .replace("4xx", "4XX")
            .replace("description: 5", "description: \"5\""),
    );
}

/// What is beside the reference is read in the same way before and after.
#[test]
fn a_reference_is_put_into_an_all_of() {
    let document = "paths: {}
components:
  schemas:
    Owner: {type: object, properties: {name: {type: string}}}
    Pet:
      type: object
      properties:
        owner:
          $ref: '#/components/schemas/Owner'
          description: Who feeds it.
          readOnly: true
        ignored: {$ref: '#/components/schemas/Owner', nullable: true, type: object}
";
    let expected = document.replace(
        "          $ref: '#/components/schemas/Owner'\n",
        "          allOf: [{$ref: '#/components/schemas/Owner'}]\n",
    );
    assert_fixed(document, &expected);
    let generated = |document: &str| {
        let sources = Sources::from(source(format!("{HEAD}{document}")));
        sdkwright::generate(&sources, &Config::default()).files
    };
    assert_eq!(generated(document), generated(&expected));

    let json = r##"{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {}, "components": {"schemas": {
"A": {"type": "string"}, "B": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A", "nullable": true}}}}}}"##;
    let edited = json.replace(
        r##""$ref": "#/components/schemas/A","##,
        r##""allOf": [{"$ref": "#/components/schemas/A"}],"##,
    );
    assert_eq!(fix_text(json.to_owned()).sources.main().text, edited);
}

#[test]
fn what_is_merely_likely_is_left_to_a_person() {
    for document in [
        // Another name of the document.
        "paths: {}\ncomponents: {schemas: {Pet: {type: object}, Pets: {type: array, items: {$ref: '#/components/schemas/Pett'}}}}\n",
        // Another format than the usual one.
        "paths: {}\ncomponents: {schemas: {Pet: {type: string, format: datetime}}}\n",
        // A line at a wrong level may belong to another one yet.
        "paths:\n  /pets:\n    get:\n      responses:\n        '200': {description: Pets.}\n        operationId: listPets\n",
        // The value or the schema may be wrong.
        "paths: {}\ncomponents: {schemas: {Pet: {type: string, example: 5}}}\n",
    ] {
        let fixed = fix(document);
        assert_eq!(fixed.edits, 0, "{document}");
        assert!(fixed.diagnostics.iter().count() > 0, "{document}");
    }
}

#[test]
fn an_edit_that_would_bring_errors_is_refused_and_the_others_are_applied() {
    let document = "paths: {}
components:
  schemas:
    Pet: {type: strin}
    Owner: {type: object, proprties: {a: {type: x}, b: {type: y}}}
";
    let fixed = fix(document);
    let expected = document.replace("strin", "string");
    assert_eq!(fixed.sources.main().text, format!("{HEAD}{expected}"));
    let refused = Refused {
        file: "pets.yaml".to_owned(),
        line: 7,
        error: "unknown value `x`".to_owned(),
    };
    assert_eq!(fixed.refused, [refused]);
}

#[test]
fn every_file_of_a_document_is_fixed() {
    let main = format!("{HEAD}paths: {{/pets: {{$ref: paths/pets.yaml}}}}\n");
    let pets = "get:\n  responses: {'200': {description: Pets., content: {application/json: {schema: {type: aray, items: {}}}}}}\n";
    let mut sources = Sources::from(source(main));
    sources.add("paths/pets.yaml", Ok(pets.to_owned()));
    let output = sdkwright::check(&sources, &Config::default());
    let fixed = fix::fix(&sources, &output.diagnostics, |edited| {
        sdkwright::check(edited, &Config::default()).diagnostics
    });
    assert_eq!(fixed.edits, 1);
    assert_eq!(fixed.diagnostics.iter().count(), 0);
    let texts: Vec<_> = fixed
        .sources
        .files()
        .map(|(role, source)| (role, source.text.as_str()))
        .collect();
    let edited = pets.replace("aray", "array");
    let main = sources.main().text.as_str();
    assert_eq!(
        texts,
        [
            (Role::Main, main),
            (Role::Other("paths/pets.yaml"), edited.as_str())
        ]
    );
}

#[test]
fn line_breaks_of_windows_stay() {
    let text = format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Pet: {{type: strin}}\n");
    let text = text.replace('\n', "\r\n");
    let fixed = fix_text(text.clone());
    let edited = text.replace("strin}", "string}");
    assert_eq!(fixed.sources.main().text, edited);
}

fn assert_fixed(document: &str, expected: &str) {
    let fixed = fix(document);
    assert_eq!(fixed.sources.main().text, format!("{HEAD}{expected}"));
    assert_eq!(fixed.refused, []);
}

fn fix(document: &str) -> Fixed {
    fix_text(format!("{HEAD}{document}"))
}

fn fix_text(text: String) -> Fixed {
    let sources = Sources::from(source(text));
    let check = |sources: &Sources| sdkwright::check(sources, &Config::default()).diagnostics;
    fix::fix(&sources, &check(&sources), |edited| check(edited))
}

fn source(text: String) -> Source {
    Source {
        name: "pets.yaml".to_owned(),
        text,
    }
}
