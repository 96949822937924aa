//! Emitted crates compile without a warning, whatever their documents hold. Clippy and rustdoc have nothing to say either.

#[path = "../../generator/tests/hostile/texts.rs"]
mod texts;
mod workspace;

use workspace::Workspace;

/// A document that holds every construct.
const RICH: &str = include_str!("../../generator/tests/fixtures/rich.yaml");

/// Documents that hold what only later versions have.
const LATER: [&str; 2] = [
    include_str!("../../generator/tests/corpus/v31.yaml"),
    include_str!("../../generator/tests/corpus/v32.yaml"),
];

#[test]
fn rich_documents() {
    let [v31, v32] = LATER;
    let documents = [("rich-sdk", RICH), ("rich-31", v31), ("rich-32", v32)];
    let workspace = Workspace::new("rich", &documents);
    workspace.cargo(&["check"]);
    workspace.cargo(&["check", "--no-default-features"]);
    for feature in ["blocking", "tower", "tracing"] {
        workspace.cargo(&["check", "--no-default-features", "--features", feature]);
    }
    workspace.cargo(&["check", "--all-features"]);
    workspace.cargo(&["clippy"]);
    workspace.cargo(&["doc", "--no-deps"]);
}

/// What people write is never compiled, never run as a test, and no reason for a warning.
#[test]
fn hostile_words() {
    let workspace = Workspace::new("hostile", &[("hostile", &document_of_hostile_words())]);
    workspace.cargo(&["doc", "--no-deps", "--no-default-features"]);
    workspace.cargo(&["clippy", "--no-default-features"]);
    workspace.cargo(&["test", "--doc", "--no-default-features"]);
}

/// The document of free text, with another hostile text wherever somebody reads.
fn document_of_hostile_words() -> String {
    const FREE_TEXT: &str = include_str!("../../generator/tests/fixtures/free_text.yaml");
    let mut texts = texts::HOSTILE.iter().cycle();
    let mut document = String::new();
    let mut rest = FREE_TEXT;
    while let Some((before, after)) = rest.split_once(" doc") {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric());
        let (word, after) = after.split_at(end.unwrap_or(after.len()));
        let is_value = after.starts_with([',', '}', ']', '\n']) && !before.ends_with('#');
        document.push_str(before);
        if is_value {
            document.push(' ');
            document.push_str(&quoted(texts.next().unwrap_or(&"")));
        } else {
            document.push_str(&format!(" doc{word}"));
        }
        rest = after;
    }
    document + rest
}

/// A string of YAML.
fn quoted(text: &str) -> String {
    let escape = |c: char| match u32::from(c) {
        code @ 0x20..0x7f if c != '"' && c != '\\' => {
            char::from_u32(code).map_or(String::new(), String::from)
        }
        code => format!("\\U{code:08x}"),
    };
    let escaped: String = text.chars().map(escape).collect();
    format!("\"{escaped}\"")
}

/// The emitted crate holds the files of the runtime that its document needs: each choice of them compiles.
#[test]
fn every_part_of_the_runtime_without_the_others() {
    const SCHEMAS: [&str; 3] = [
        "Object: {type: object, properties: {text: {type: string}}}",
        "Enum: {type: string, enum: [on, off]}",
        "Union: {oneOf: [{type: string}, {type: number}]}",
    ];
    const TIMESTAMP: &str = "/: {get: {operationId: get, responses: {'200': {description: Now., content: {application/json: {schema: {type: string, format: date-time}}}}}}}";
    // What is rare is tried alone.
    const ALONE: [&str; 7] = [
        "paths: {/: {put: {parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}], responses: {'204': {description: Done.}}}}}",
        "security: [{oauth: []}]\npaths: {/: {get: {responses: {'204': {description: Done.}}}}}\ncomponents: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}}}}",
        "paths: {/: {put: {requestBody: {content: {image/png: {}}}, responses: {'204': {description: Done.}}}}}",
        "paths: {/: {get: {responses: {'200': {description: A picture., content: {image/png: {}}}}}}}",
        "paths: {}\ncomponents: {schemas: {Integer: {type: integer, enum: [1], x-enum-varnames: [one]}}}",
        "paths: {/: {get: {responses: {'200': {description: Now., content: {application/json: {schema: {type: string, format: byte}}}}}}}}",
        "paths: {/: {put: {requestBody: {content: {application/json: {schema: {properties: {a: {type: string, nullable: true}}}}}}, responses: {'204': {description: Done.}}}}}",
    ];
    const HEADER: &str =
        "'204': {description: Done., headers: {X-Total: {schema: {type: integer}}}}";
    const FAILURE: &str = "'204': {description: Done.}, '404': {description: Not there., content: {application/json: {}}}";
    let documents = (0..1 << 4).map(|choice| {
        let is_chosen = |place: usize| choice & (1 << place) != 0;
        let schemas = (0..3).filter(|place| is_chosen(*place)).map(|place| SCHEMAS[place]);
        let schemas: Vec<&str> = schemas.collect();
        let path = if is_chosen(3) { TIMESTAMP } else { "" };
        let document = format!(
            "openapi: 3.0.3\ninfo: {{title: Choice {choice}, version: 1.0.0}}\npaths: {{{path}}}\ncomponents: {{schemas: {{{}}}}}",
            schemas.join(", ")
        );
        (format!("choice-{choice}"), document)
    });
    let mut documents: Vec<(String, String)> = documents.collect();
    for (number, body) in MULTIPART.iter().enumerate() {
        let document = format!(
            "openapi: 3.0.3\ninfo: {{title: Parts {number}, version: 1.0.0}}\npaths: {{/a: {{post: {{requestBody: {{content: {{multipart/form-data: {body}}}}}, responses: {{'204': {{description: Done.}}}}}}}}}}"
        );
        documents.push((format!("parts-{number}"), document));
    }
    let alone = ALONE.iter().zip(16..).map(|(rest, number)| {
        let head = format!("openapi: 3.0.3\ninfo: {{title: Choice {number}, version: 1.0.0}}\n");
        (format!("choice-{number}"), head + rest)
    });
    documents.extend(alone);
    documents.extend([("headers", HEADER), ("failures", FAILURE)].map(|(name, responses)| {
        let document = format!(
            "openapi: 3.0.3\ninfo: {{title: Choice {name}, version: 1.0.0}}\npaths: {{/: {{get: {{responses: {{{responses}}}}}}}}}"
        );
        (name.to_owned(), document)
    }));
    let documents: Vec<(&str, &str)> = documents
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let workspace = Workspace::new("choices", &documents);
    workspace.cargo(&["check", "--workspace", "--no-default-features"]);
    workspace.cargo(&[
        "check",
        "--workspace",
        "--no-default-features",
        "--features",
        "mock",
    ]);
}

/// Multipart bodies that need nothing else of the runtime.
const MULTIPART: [&str; 2] = [
    "{}",
    "{schema: {type: object, properties: {file: {type: string, format: binary}}}}",
];

/// Words that mean something to Rust, to the runtime or to the emitted code, as the name of everything that has one.
#[test]
fn names_that_are_taken() {
    let workspace = Workspace::new("names", &[("names", &document_of_names())]);
    workspace.cargo(&["check", "--no-default-features"]);
}

fn document_of_names() -> String {
    let mut paths = String::new();
    let mut schemas = String::new();
    let mut schemes = String::new();
    let mut fields = String::new();
    for word in WORDS.split_whitespace() {
        paths += &PATH_ITEM.replace("NAME", word);
        schemas += &SCHEMA.replace("NAME", word);
        schemes += &format!("    '{word}': {{type: http, scheme: bearer}}\n");
        fields += &format!("        '{word}': {{type: string}}\n");
    }
    let words: Vec<String> = WORDS
        .split_whitespace()
        .map(|word| format!("'{word}'"))
        .collect();
    let words = words.join(", ");
    format!(
        "openapi: 3.0.3\ninfo: {{title: Names, version: 1.0.0}}\npaths:\n{paths}\
         components:\n  securitySchemes:\n{schemes}  schemas:\n{schemas}\
         \x20   all the fields:\n      type: object\n      required: [{words}]\n      properties:\n{fields}\
         \x20   all the values: {{type: string, enum: [{words}]}}\n"
    )
}

const WORDS: &str = "
    as async crate do dyn false fn gen impl in loop macro match mod move self Self static struct super trait true try type union
    unsafe use where yield C T O F bool str i64 u8 String Option Some None Result Ok Err Vec Box BTreeMap Map Value Bytes Timestamp
    Send Copy Clone Debug Default Fn From Into Eq Ord Hash Serialize Deserialize Display Error Client Request Response Body
    Transport NoCredentials Credentials Satisfies Secret Authorization Operation RawResponse Method Style HEADERS models operations
    runtime core std http bytes value body request new builder send send_raw with_timeout with_credentials clone fmt other
    Nullable Base64 absent null additional_properties key name item 0 1st _ - . $ @ FilePart Form Multipart Parts Part form parts
    content_type additional_parts file send_blocking block_on Drift DriftKind ReqwestTransport TowerTransport tower tracing";

const PATH_ITEM: &str = "
  /NAME/{a}:
    parameters: [{name: a, in: path, required: true, schema: {type: string}}]
    put:
      operationId: 'NAME'
      security: [{'NAME': []}, {key: []}]
      parameters: [{name: 'NAME', in: query, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
      responses:
        '200': {description: A model., content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
        '201': {description: An enum., headers: {'NAME': {schema: {type: string}}}, content: {application/json: {schema: {type: string, enum: ['NAME']}}}}
        '400': {description: A model., content: {application/json: {schema: {$ref: '#/components/schemas/NAME'}}}}
        '404': {description: An enum., content: {application/json: {schema: {type: string, enum: ['NAME']}}}}
    post:
      operationId: 'post NAME'
      parameters: [{name: 'NAME', in: query, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, additionalProperties: true, properties: {'NAME': {type: string, format: binary}, 'set NAME': {type: string}}}
          image/*: {}
      responses: {'204': {description: Nothing.}}
    get:
      operationId: 'get NAME'
      parameters: [{name: 'NAME', in: query, schema: {type: string}}]
      responses: {'204': {description: Nothing.}}
";

const SCHEMA: &str = "
    'NAME': {type: object, properties: {'NAME': {$ref: '#/components/schemas/NAME'}, 'set NAME': {type: integer}}}
";
