//! A document with an overlay gives the crate of the document that was corrected by hand.

use sdkwright::comparison::{Documentation, Format as ComparisonFormat};
use sdkwright::diagnostic::Code;
use sdkwright::report::Format;
use sdkwright::{Config, OnError, Output, Source, Sources};

const DOCUMENT: &str = "\
openapi: 3.1.2
info: {title: Boats, version: 1.0.0}
tags: [{name: boats}, {name: crews}, {name: ports}]
paths:
  /boats:
    get:
      operationId: listBoats
      tags: [boats]
      parameters:
        - {name: length, in: query, schema: {type: string}}
        - {name: trace, in: query, schema: {type: string}}
        - {name: debug, in: query, schema: {type: string}}
      responses: {'200': {description: All of them., content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}}
    post:
      operationId: addBoat
      responses: {'204': {description: Added.}}
  /crews:
    get:
      operationId: listCrews
      responses: {'204': {description: None.}}
components:
  schemas:
    Boat:
      type: object
      required: [name]
      properties:
        name: {type: string}
        sails: {type: string}
";

/// An overlay with these actions.
fn overlay(actions: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: Corrections, version: 1.0.0}}\nactions:\n{actions}")
}

/// Expects that an overlay does what replacing each text by the other one does.
fn assert_corrects(actions: &str, replaced: &[(&str, &str)]) {
    assert_same(&[&overlay(actions)], replaced);
}

fn assert_same(overlays: &[&str], replaced: &[(&str, &str)]) {
    let mut corrected = DOCUMENT.to_owned();
    for (old, new) in replaced {
        assert!(corrected.contains(old), "{old}");
        corrected = corrected.replace(old, new);
    }
    assert_eq!(files(DOCUMENT, overlays), files(&corrected, &[]));
}

fn files(document: &str, overlays: &[&str]) -> Vec<sdkwright::File> {
    let sources = sources(document, overlays);
    let output = sdkwright::generate(&sources, &Config::default());
    assert_eq!(said(&sources, &output), "");
    output.files.expect("the document has no errors")
}

fn sources(document: &str, overlays: &[&str]) -> Sources {
    let mut sources = Sources::from(Source {
        name: "boats.yaml".to_owned(),
        text: document.to_owned(),
    });
    for (number, text) in overlays.iter().enumerate() {
        sources.overlay(Source {
            name: format!("overlay{number}.yaml"),
            text: (*text).to_owned(),
        });
    }
    sources
}

fn said(sources: &Sources, output: &Output) -> String {
    output.diagnostics.render(sources, Format::Short)
}

#[test]
fn an_object_is_merged_an_array_grows_and_a_word_is_replaced() {
    assert_corrects(
        "
  - target: $.components.schemas.Boat
    update: {required: [sails], properties: {sails: {type: integer}, flag: {type: string}}}
",
        &[
            ("[name]", "[name, sails]"),
            (
                "sails: {type: string}",
                "sails: {type: integer}\n        flag: {type: string}",
            ),
        ],
    );
}

#[test]
fn the_root_is_a_target() {
    assert_corrects(
        "  - {target: $, update: {info: {title: Ships}, components: {schemas: {Boat: {title: Ship}}}}}\n",
        &[
            ("title: Boats", "title: Ships"),
            ("    Boat:\n", "    Boat:\n      title: Ship\n"),
        ],
    );
}

#[test]
fn an_array_takes_an_object_and_the_items_of_an_array() {
    assert_corrects(
        "
  - {target: $.tags, update: {name: docks}}
  - {target: $.tags, update: [{name: sails}, {name: masts}]}
",
        &[(
            "{name: ports}",
            "{name: ports}, {name: docks}, {name: sails}, {name: masts}",
        )],
    );
}

#[test]
fn a_filter_selects_an_operation_by_its_name() {
    assert_corrects(
        "  - {target: \"$.paths[*][?@.operationId=='addBoat']\", update: {operationId: launchBoat}}\n",
        &[("addBoat", "launchBoat")],
    );
}

#[test]
fn a_wildcard_selects_all_operations() {
    assert_corrects(
        "  - {target: $.paths.*.*, update: {deprecated: true}}\n",
        &[(
            "      operationId",
            "      deprecated: true\n      operationId",
        )],
    );
}

#[test]
fn several_items_of_an_array_are_removed_at_once() {
    assert_corrects(
        "  - {target: \"$.paths.*.get.parameters[?@.name=='trace' || @.name=='length']\", remove: true}\n",
        &[
            (
                "        - {name: length, in: query, schema: {type: string}}\n",
                "",
            ),
            (
                "        - {name: trace, in: query, schema: {type: string}}\n",
                "",
            ),
        ],
    );
    // What is selected together with what is in it goes with it.
    assert_corrects(
        "  - {target: '$..parameters..*', remove: true}\n",
        &[(
            "      parameters:
        - {name: length, in: query, schema: {type: string}}
        - {name: trace, in: query, schema: {type: string}}
        - {name: debug, in: query, schema: {type: string}}
",
            "",
        )],
    );
}

#[test]
fn items_are_removed_by_the_indexes_that_they_had() {
    for selectors in ["0, 2", "2, 0", "::2", "0, -1, 0"] {
        assert_corrects(
            &format!("  - {{target: '$.tags[{selectors}]', remove: true}}\n"),
            &[(
                "{name: boats}, {name: crews}, {name: ports}",
                "{name: crews}",
            )],
        );
    }
}

#[test]
fn a_selected_value_within_another_is_changed_too() {
    assert_corrects(
        "
  - {target: $.components.schemas.Boat.properties, update: {crew: {type: object, properties: {size: {type: integer}}}}}
  - {target: $.components.schemas..properties, update: {note: {type: string}}}
",
        &[(
            "sails: {type: string}",
            "sails: {type: string}
        crew: {type: object, properties: {size: {type: integer}, note: {type: string}}}
        note: {type: string}",
        )],
    );
}

#[test]
fn a_filter_has_filters_names_in_brackets_and_values_of_elsewhere() {
    for filter in [
        "@.parameters[?@.name == 'debug']",
        "@.responses['200']",
        "@.tags[0] == $.tags[0].name",
        "count(@.parameters[*]) > length('it')",
        "!@.responses['204'] && search(@.operationId, '^list')",
    ] {
        assert_corrects(
            &format!("  - {{target: \"$.paths.*[?{filter}]\", update: {{deprecated: true}}}}\n"),
            &[(
                "operationId: listBoats",
                "operationId: listBoats\n      deprecated: true",
            )],
        );
    }
}

#[test]
fn an_action_that_removes_does_nothing_else_and_one_that_does_not_updates() {
    assert_corrects(
        "  - {target: $.info, remove: false, update: {title: Ships}}\n",
        &[("title: Boats", "title: Ships")],
    );
    assert_corrects(
        "  - {target: \"$.tags[?@.name == 'crews']\", remove: true, update: {description: Sailors.}}\n",
        &[("{name: crews}, ", "")],
    );
}

#[test]
fn words_are_replaced_and_removed_one_by_one() {
    assert_corrects(
        "
  - {target: '$.components.schemas.Boat.properties.*.type', update: integer}
  - {target: \"$.components.schemas.Boat.required[?@ == 'name']\", remove: true}
",
        &[
            ("name: {type: string}", "name: {type: integer}"),
            ("sails: {type: string}", "sails: {type: integer}"),
            ("[name]", "[]"),
        ],
    );
}

#[test]
fn actions_are_applied_in_their_order() {
    assert_corrects(
        "
  - {target: $.components.schemas.Boat.properties.sails, remove: true}
  - {target: $.components.schemas.Boat.properties, update: {sails: {type: boolean}}}
  - {target: $.components.schemas.Boat.properties.sails, update: {title: Sails}}
",
        &[(
            "sails: {type: string}",
            "sails: {type: boolean, title: Sails}",
        )],
    );
}

#[test]
fn overlays_are_applied_in_their_order() {
    let first = overlay("  - {target: $.info, update: {title: Ships, summary: First.}}\n");
    let second = overlay("  - {target: \"$[?@.title == 'Ships']\", update: {title: Yachts}}\n");
    assert_same(
        &[&first, &second],
        &[("title: Boats", "summary: First., title: Yachts")],
    );
}

#[test]
fn a_value_is_copied_into_another() {
    assert_corrects(
        "
  - {target: $.paths, update: {/ships: {}}}
  - {target: \"$.paths['/ships']\", copy: \"$.paths['/crews']\"}
  - {target: \"$.paths['/ships'].get.operationId\", update: listShips}
",
        &[(
            "components:\n",
            "  /ships:
    get:
      operationId: listShips
      responses: {'204': {description: None.}}
components:
",
        )],
    );
}

#[test]
fn an_overlay_in_json_changes_a_document_in_yaml() {
    let json = r#"{"overlay": "1.0.0", "info": {"title": "C", "version": "1"},
        "actions": [{"target": "$.info", "update": {"title": "Ships"}}]}"#;
    assert_same(&[json], &[("title: Boats", "title: Ships")]);
}

#[test]
fn an_overlay_in_yaml_changes_a_document_in_json() {
    let json: serde_json::Value = serde_yaml::from_str(DOCUMENT).expect("the document is YAML");
    let actions = overlay("  - {target: \"$.paths['/boats'].get\", update: {tags: [fleet]}}\n");
    let corrected = DOCUMENT.replace("tags: [boats]", "tags: [boats, fleet]");
    let corrected: serde_json::Value = serde_yaml::from_str(&corrected).expect("YAML");
    assert_eq!(
        files(&json.to_string(), &[&actions]),
        files(&corrected.to_string(), &[])
    );
}

#[test]
fn a_value_of_an_overlay_refers_to_files_beside_the_document() {
    let actions = overlay(
        "  - {target: $.components.schemas.Boat.properties, update: {port: {$ref: parts/port.yaml}}}\n",
    );
    let mut sources = sources(DOCUMENT, &[&actions]);
    let needs = sdkwright::check(&sources, &Config::default()).needs;
    assert_eq!(needs.iter().collect::<Vec<_>>(), ["parts/port.yaml"]);
    sources.add("parts/port.yaml", Ok("type: objct\n".to_owned()));
    let output = sdkwright::check(&sources, &Config::default());
    assert_eq!(
        said(&sources, &output),
        "parts/port.yaml:1:7: error[E0006]: unknown value `objct`\n"
    );
}

#[test]
fn an_error_of_an_overlay_costs_only_what_it_is_in() {
    let actions = overlay(
        "  - {target: \"$.paths['/crews'].get\", update: {responses: {'200': {$ref: '#/components/responses/None'}}}}\n",
    );
    let sources = sources(DOCUMENT, &[&actions]);
    let config = Config {
        on_error: OnError::LeaveOut,
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    assert_eq!(output.left_out, ["GET /crews"]);
    assert_eq!(output.operations, 2);
}

#[test]
fn a_word_that_an_overlay_did_not_write_can_be_edited() {
    let document = DOCUMENT.replace("sails: {type: string}", "sails: {type: strin}");
    let sources = sources(
        &document,
        &[&overlay("  - {target: $.info, update: {title: A}}\n")],
    );
    let output = sdkwright::check(&sources, &Config::default());
    let diagnostic = output.diagnostics.iter().next().expect("a problem");
    let edit = diagnostic.edit.as_ref().expect("an edit");
    let replacement = edit.replacement(&sources).expect("a replacement");
    assert_eq!(&document[replacement.span.bytes()], "strin");
    assert_eq!(replacement.text, "string");
}

#[test]
fn what_overlays_change_is_a_difference() {
    let old = sources(DOCUMENT, &[]);
    let actions = overlay(
        "  - {target: $.components.schemas.Boat.properties.sails, update: {type: integer}}\n",
    );
    let new = sources(DOCUMENT, &[&actions]);
    let outputs = [&old, &new].map(|sources| sdkwright::describe(sources, &Config::default()));
    let comparison = sdkwright::diff((&old, &outputs[0]), (&new, &outputs[1])).expect("no errors");
    assert_eq!(comparison.changes.len(), 1);
    let place = &comparison.changes[0].place;
    assert_eq!(place.pointer, "#/components/schemas/Boat/properties/sails");
    // The property is in the document, and only its type is in the overlay.
    assert_eq!((place.file.as_str(), place.line), ("boats.yaml", Some(28)));
    let text = comparison.render(ComparisonFormat::Human, Documentation::Listed);
    assert!(text.contains("sails"), "{text}");
}

#[test]
fn overlays_have_limits() {
    let doubled = "  - {target: $.components.schemas, copy: $.components}\n".repeat(200);
    let many = "  - {target: $.info, update: {title: A}}\n".repeat(10_001);
    let large = format!(
        "  - {{target: '$..*', update: {{x-a: [{}]}}}}\n",
        "1, ".repeat(100_000)
    );
    for actions in [doubled, many, large] {
        let sources = sources(DOCUMENT, &[&overlay(&actions)]);
        let output = sdkwright::check(&sources, &Config::default());
        let mut codes = output.diagnostics.iter().map(|diagnostic| diagnostic.code);
        assert!(codes.any(|code| code == Code::Overlay), "{actions:.200}");
    }
}

#[test]
fn an_overlay_that_is_cut_off_anywhere_is_reported() {
    let whole = overlay(
        "  - {target: \"$..get['tags', 'x'][?length(@.a[1:2]) > 2]\", update: {a: {b: [1, {c: d}]}}}\n",
    );
    for end in (0..whole.len()).step_by(3) {
        let sources = sources(DOCUMENT, &[&whole[..end]]);
        let output = sdkwright::check(&sources, &Config::default());
        assert_ne!(said(&sources, &output), "", "{}", &whole[..end]);
    }
}
