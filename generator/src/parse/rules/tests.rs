//! Examples held against schemas with keywords that OpenAPI 3.0 does not have.

use super::check;
use crate::diagnostic::Diagnostics;
use crate::parse::dialect::Dialect;
use crate::parse::objects;
use crate::{Source, Sources, read};

#[test]
fn one_of_several_types_fits() {
    for (schema, message) in [
        ("{type: [string, integer], example: a}", ""),
        ("{type: [string, integer], example: 1}", ""),
        (
            "{type: [string, integer], maximum: 3, example: 5}",
            "the number is above `maximum`",
        ),
        (
            "{type: [string, integer], example: true}",
            "expected one of `string`, `integer`, found a boolean",
        ),
        ("{type: [string, 'null'], example: null}", ""),
        ("{type: [string, integer, 'null'], example: null}", ""),
        (
            "{type: [string, integer], example: null}",
            "expected one of `string`, `integer`, found null",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

#[test]
fn an_excluded_limit_does_not_fit() {
    for (schema, message) in [
        ("{exclusiveMinimum: 0, example: 1}", ""),
        (
            "{exclusiveMinimum: 0, example: 0}",
            "the number is the limit itself, which is excluded",
        ),
        (
            "{exclusiveMaximum: 0, example: 1}",
            "the number is above `exclusiveMaximum`",
        ),
        (
            "{const: a, example: b}",
            "`b` is none of the enumerated values",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

#[test]
fn items_and_properties_have_schemas_by_their_places_and_names() {
    for (schema, message) in [
        (
            "{prefixItems: [{type: string}], items: {type: integer}, example: [a, 1]}",
            "",
        ),
        (
            "{prefixItems: [{type: string}], items: false, example: [a, b]}",
            "the number of items is above `maxItems`",
        ),
        (
            "{patternProperties: {^x: {type: string}}, additionalProperties: false, example: {y: 1}}",
            "",
        ),
        (
            "{properties: {ab: {}}, unevaluatedProperties: false, example: {ac: 1}}",
            "there is no property `ac`",
        ),
        (
            "{allOf: [{properties: {ab: {}}}], unevaluatedProperties: false, example: {ab: 1}}",
            "",
        ),
    ] {
        assert_misfit(schema, message);
    }
}

/// What is said about the example of a schema; nothing if it fits.
fn assert_misfit(schema: &str, message: &str) {
    let text = format!("components: {{schemas: {{Thing: {schema}}}}}");
    let sources = Sources::from(Source {
        name: "openapi.yaml".to_owned(),
        text,
    });
    let mut diagnostics = Diagnostics::default();
    let Ok(tree) = read::read(&sources, &mut diagnostics) else {
        panic!("{schema} is not YAML");
    };
    let mut document = objects::read(&tree, Dialect::V3_2, &[], &mut diagnostics);
    check(&mut document, &mut diagnostics);
    let said: Vec<&str> = diagnostics
        .iter()
        .map(|diagnostic| {
            let message = diagnostic.message.as_str();
            message
                .strip_prefix("the example does not fit its schema: ")
                .unwrap_or(message)
        })
        .collect();
    assert_eq!(said.join("; "), message, "{schema}");
}
