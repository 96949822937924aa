//! With `OnError::LeaveOut` an error behind a reference costs the operations that refer to it, and nothing else.

use insta::assert_snapshot;
use sdkwright::{Config, OnError, Output, Source, Sources};

/// An operation that refers to a component with an error.
struct Fault {
    version: &'static str,
    /// The path item of `/broken`.
    path_item: &'static str,
    /// The components.
    components: &'static str,
}

/// The operation with the error is left out, `/sound` is emitted, and this is reported.
fn errors(fault: &Fault) -> String {
    let output = generate(fault);
    let said = errors_of(&output);
    assert_eq!(output.left_out, ["GET /broken"], "{said}");
    assert_eq!(output.operations, 1, "{said}");
    assert_eq!(operations(&output), ["get_sound"], "{said}");
    said
}

/// Both operations are emitted, since only people read what has the error.
fn errors_that_cost_nothing(fault: &Fault) -> String {
    let output = generate(fault);
    let said = errors_of(&output);
    assert_eq!(output.left_out, [""; 0], "{said}");
    assert_eq!(operations(&output), ["get_broken", "get_sound"], "{said}");
    said
}

#[test]
fn a_parameter_of_no_location() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {parameters: [{$ref: '#/components/parameters/Filter'}], responses: {'204': {description: ''}}}",
        components: "parameters: {Filter: {name: filter, in: body, schema: {type: string}}}",
    });
    assert_snapshot!(said, @"E0006 at #/components/parameters/Filter/in: unknown value `body`");
}

#[test]
fn a_parameter_whose_presence_is_unknown() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {parameters: [{$ref: '#/components/parameters/Filter'}], responses: {'204': {description: ''}}}",
        components: "parameters: {Filter: {name: filter, in: query, required: 'yes', schema: {type: string}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/parameters/Filter/required: expected `true` or `false`, found the string `yes`");
}

#[test]
fn a_parameter_of_the_path_item() {
    let said = errors(&Fault {
        version: "3.1.1",
        path_item: "{parameters: [{$ref: '#/components/parameters/Filter'}], get: {responses: {'204': {description: ''}}}}",
        components: "parameters: {Filter: {name: filter, in: query, style: dotted, schema: {type: string}}}",
    });
    assert_snapshot!(said, @"E0006 at #/components/parameters/Filter/style: unknown value `dotted`");
}

#[test]
fn a_parameter_behind_two_references() {
    let said = errors(&Fault {
        version: "3.1.1",
        path_item: "get: {parameters: [{$ref: '#/components/parameters/Other'}], responses: {'204': {description: ''}}}",
        components: "parameters: {Other: {$ref: '#/components/parameters/Filter'}, Filter: {name: [filter], in: query, schema: {type: string}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/parameters/Filter/name: expected a string, found an array");
}

#[test]
fn the_content_of_a_response() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {responses: {'200': {$ref: '#/components/responses/Page'}}}",
        components: "responses: {Page: {description: '', content: [application/json]}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/responses/Page/content: expected an object, found an array");
}

#[test]
fn a_response_of_a_failure() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {responses: {'204': {description: ''}, '404': {$ref: '#/components/responses/Missing'}}}",
        components: "responses: {Missing: []}",
    });
    assert_snapshot!(said, @"E0004 at #/components/responses/Missing: expected a response object, found an array");
}

#[test]
fn a_header_costs_its_constant_alone() {
    let fault = Fault {
        version: "3.0.3",
        path_item: "get: {responses: {'204': {description: '', headers: {X-Total: {$ref: '#/components/headers/Total'}}}}}",
        components: "headers: {Total: {required: 'yes', schema: {type: integer}}}",
    };
    let said = errors_that_cost_nothing(&fault);
    assert_snapshot!(said, @"E0004 at #/components/headers/Total/required: expected `true` or `false`, found the string `yes`");
    let files = generate(&fault).files.unwrap_or_default();
    assert!(!files.iter().any(|file| file.path == "src/headers.rs"));
}

#[test]
fn a_request_body() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {requestBody: {$ref: '#/components/requestBodies/Thing'}, responses: {'204': {description: ''}}}",
        components: "requestBodies: {Thing: {required: 'yes', content: {application/json: {schema: {type: string}}}}}",
    });
    assert_snapshot!(said, @"
    W0010 at #/paths/~1broken/get/requestBody: the body of a GET request has no meaning
    E0004 at #/components/requestBodies/Thing/required: expected `true` or `false`, found the string `yes`
    ");
}

#[test]
fn the_content_of_a_request_body() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {requestBody: {$ref: '#/components/requestBodies/Thing'}, responses: {'204': {description: ''}}}",
        components: "requestBodies: {Thing: {content: {application/json: [a]}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/requestBodies/Thing/content/application~1json: expected a media type object, found an array");
}

#[test]
fn a_schema() {
    let path_item = "get: {responses: {'200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}";
    let said = errors(&Fault {
        version: "3.0.3",
        path_item,
        components: "schemas: {Thing: {type: object, properties: {size: {type: intger}}}}",
    });
    assert_snapshot!(said, @"E0006 at #/components/schemas/Thing/properties/size/type: unknown value `intger`");
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "schemas: {Thing: {type: array, items: [{type: string}]}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/schemas/Thing/items: expected a schema object, found an array");
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "schemas: {Thing: {$ref: '#/components/schemas/Other', description: It is.}, Other: {type: object, required: name}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/schemas/Other/required: expected an array, found the string `name`");
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "schemas: {Thing: {anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}, Other: {$ref: '#missing'}}",
    });
    assert_snapshot!(said, @"E0007 at #/components/schemas/Other/$ref: the reference `#missing` does not resolve");
}

#[test]
fn a_security_scheme() {
    let path_item = "get: {security: [{key: []}], responses: {'204': {description: ''}}}";
    let said = errors(&Fault {
        version: "3.0.3",
        path_item,
        components: "securitySchemes: {key: {type: apiKey, name: X-Key, in: body}}",
    });
    assert_snapshot!(said, @"E0006 at #/components/securitySchemes/key/in: unknown value `body`");
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "securitySchemes: {key: {$ref: '#/components/securitySchemes/other'}, other: {type: apiKey, in: header}}",
    });
    assert_snapshot!(said, @"E0005 at #/components/securitySchemes/other: a security scheme object of type `apiKey` needs the field `name`");
}

#[test]
fn a_path_item() {
    let path_item = "$ref: '#/components/pathItems/Things'";
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "pathItems: {Things: {parameters: {limit: {}}, get: {responses: {'204': {description: ''}}}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/pathItems/Things/parameters: expected an array, found an object");
    let said = errors(&Fault {
        version: "3.1.1",
        path_item,
        components: "pathItems: {Things: {get: {responses: []}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/pathItems/Things/get/responses: expected a responses object, found an array");
}

#[test]
fn a_path_item_that_is_not_there() {
    let said = errors(&Fault {
        version: "3.1.1",
        path_item: "{$ref: '#/components/pathItems/Missing', get: {responses: {'204': {description: ''}}}}",
        components: "pathItems: {}",
    });
    assert_snapshot!(said, @"E0007 at #/paths/~1broken/$ref: the reference `#/components/pathItems/Missing` does not resolve");
}

#[test]
fn the_server_of_an_operation() {
    let said = errors(&Fault {
        version: "3.0.3",
        path_item: "get: {servers: [{url: [a]}, {url: 'https://example.com'}], responses: {'204': {description: ''}}}",
        components: "schemas: {}",
    });
    assert_snapshot!(said, @"E0004 at #/paths/~1broken/get/servers/0/url: expected a string, found an array");
}

#[test]
fn an_example() {
    let path_item = "get: {responses: {'200': {description: '', content: {application/json: {schema: {type: string}, examples: {one: {$ref: '#/components/examples/One'}}}}}}}";
    let said = errors_that_cost_nothing(&Fault {
        version: "3.0.3",
        path_item,
        components: "examples: {One: [a]}",
    });
    assert_snapshot!(said, @"E0004 at #/components/examples/One: expected an example object, found an array");
    let said = errors_that_cost_nothing(&Fault {
        version: "3.0.3",
        path_item,
        components: "examples: {Two: {value: a}}",
    });
    assert_snapshot!(said, @"E0007 at #/components/examples/Two: a reference names `One`, which is not there, and none names `Two`");
}

#[test]
fn a_media_type() {
    let path_item = "get: {responses: {'200': {content: {application/json: {$ref: '#/components/mediaTypes/Thing'}}}}}";
    let said = errors(&Fault {
        version: "3.2.0",
        path_item,
        components: "mediaTypes: {Thing: [a]}",
    });
    assert_snapshot!(said, @"E0004 at #/components/mediaTypes/Thing: expected a media type object, found an array");
    let said = errors(&Fault {
        version: "3.2.0",
        path_item,
        components: "mediaTypes: {Thing: {schema: {type: object, properties: []}}}",
    });
    assert_snapshot!(said, @"E0004 at #/components/mediaTypes/Thing/schema/properties: expected an object, found an array");
    let said = errors(&Fault {
        version: "3.2.0",
        path_item,
        components: "mediaTypes: {Other: {}}",
    });
    assert_snapshot!(said, @"E0007 at #/components/mediaTypes/Other: a reference names `Thing`, which is not there, and none names `Other`");
}

fn generate(fault: &Fault) -> Output {
    let Fault {
        version,
        path_item,
        components,
    } = fault;
    let text = format!(
        "openapi: {version}
info: {{title: Things, version: 1.0.0}}
paths:
  /broken:
    {path_item}
  /sound: {{get: {{responses: {{'204': {{description: ''}}}}}}}}
components:
  {components}
"
    );
    let sources = Sources::from(Source {
        name: "things.yaml".to_owned(),
        text,
    });
    let config = Config {
        on_error: OnError::LeaveOut,
        ..Config::default()
    };
    sdkwright::generate(&sources, &config)
}

/// What is reported, a line each, with the places.
fn errors_of(output: &Output) -> String {
    let reported = output.diagnostics.iter();
    let lines =
        reported.map(|one| format!("{} at {}: {}", one.code.id(), one.pointer, one.message));
    lines.collect::<Vec<_>>().join("\n")
}

/// The names of the emitted operations.
fn operations(output: &Output) -> Vec<&str> {
    let files = output.files.iter().flatten();
    let names = files.filter_map(|file| {
        let name = file.path.strip_prefix("src/operations/")?;
        name.strip_suffix(".rs")
    });
    names.collect()
}
