//! Identifiers.

mod collisions;
mod words;

use insta::assert_snapshot;

use crate::support::{emit, field_types, schemas};

#[test]
fn schemas_with_names_of_rust_and_of_the_runtime() {
    let names = [
        "String",
        "Option",
        "Result",
        "Error",
        "Client",
        "Request",
        "Vec",
        "Box",
        "Value",
        "Map",
        "BTreeMap",
        "Timestamp",
        "Self",
        "Default",
        "Debug",
        "Some",
        "None",
        "Ok",
        "Err",
        "Serialize",
        "Body",
        "Send",
        "i64",
        "str",
    ];
    let all = names
        .map(|name| format!("{name}: {{type: object, properties: {{x: {{type: string}}}}}}\n"));
    let emitted = schemas(&all.concat());
    let exports = emitted
        .file("src/models.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub use "));
    assert_snapshot!(exports.collect::<Vec<_>>().join("\n"), @"
    b_tree_map::BTreeMapModel;
    body::Body;
    r#box::BoxModel;
    client::Client;
    debug::DebugModel;
    default::DefaultModel;
    err::ErrModel;
    error::Error;
    i64::I64;
    map::MapModel;
    none::NoneModel;
    ok::OkModel;
    option::OptionModel;
    request::Request;
    result::ResultModel;
    self_::SelfModel;
    send::SendModel;
    serialize::Serialize;
    some::SomeModel;
    str::Str;
    string::StringModel;
    timestamp::TimestampModel;
    value::ValueModel;
    vec::VecModel;
    ");
}

#[test]
fn fields_with_names_of_rust() {
    assert_snapshot!(field_types("
        type: {type: string}
        self: {type: string}
        Self: {type: string}
        super: {type: string}
        crate: {type: string}
        async: {type: string}
        gen: {type: string}
        try: {type: string}
        union: {type: string}
        new: {type: string}
        clone: {type: string}
        default: {type: string}
        _: {type: string}
    "), @"
    r#type: Option<String>
    self_: Option<String>
    self_2: Option<String>
    super_: Option<String>
    crate_: Option<String>
    r#async: Option<String>
    r#gen: Option<String>
    r#try: Option<String>
    union: Option<String>
    new_: Option<String>
    clone_: Option<String>
    default_: Option<String>
    underscore: Option<String>
    ");
}

#[test]
fn modules_with_names_of_rust() {
    let emitted = schemas(
        "
        mod: {type: object, properties: {x: {type: string}}}
        type: {type: object, properties: {x: {type: string}}}
        crate: {type: object, properties: {x: {type: string}}}
        lib: {type: object, properties: {x: {type: string}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models.rs"), @"
    //! The types of the API, as its document describes them.

    mod crate_;
    mod lib;
    mod mod_;
    mod r#type;

    pub use crate_::Crate;
    pub use lib::Lib;
    pub use mod_::Mod;
    pub use r#type::Type;
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/crate_.rs
    src/models/lib.rs
    src/models/mod_.rs
    src/models/type.rs
    ");
}

#[test]
fn an_operation_without_an_id_is_named_after_its_path() {
    let emitted = emit(
        "
        paths:
          /things/{thingId}/parts:
            parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
            get: {responses: {'204': {description: Done.}}}
          /:
            post: {responses: {'204': {description: Done.}}}
    ",
    );
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod get_things_thing_id_parts;
    mod post;

    pub use get_things_thing_id_parts::GetThingsThingIdParts;
    pub use post::Post;
    ");
}

#[test]
fn operations_with_names_of_rust_and_of_the_client() {
    let operations = [
        "type",
        "new",
        "builder",
        "with_credentials",
        "clone",
        "self",
        "mod",
        "Request",
        "Error",
        "String",
        "Option",
    ];
    let paths = operations.map(|id| {
        format!("  /{id}:\n    get: {{operationId: {id}, responses: {{'204': {{description: Done.}}}}}}\n")
    });
    let emitted = emit(&format!("paths:\n{}", paths.concat()));
    assert_snapshot!(emitted.file("src/operations.rs"), @"
    //! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.

    mod builder;
    mod clone;
    mod error;
    mod mod_;
    mod new;
    mod option;
    mod request;
    mod self_;
    mod string;
    mod r#type;
    mod with_credentials;

    pub use builder::Builder;
    pub use clone::Clone;
    pub use error::ErrorModel;
    pub use mod_::Mod;
    pub use new::New;
    pub use option::OptionModel;
    pub use request::RequestModel;
    pub use self_::Self_;
    pub use string::StringModel;
    pub use r#type::Type;
    pub use with_credentials::WithCredentials;
    ");
    assert_snapshot!(emitted.signature("src/operations/new.rs", "new_"), @"pub fn new_(&self) -> Request<New>");
}

/// Clippy takes a module within its namesake for a slip, and a method with the name of an operator for a wrong one.
#[test]
fn names_that_clippy_would_ask_about() {
    let emitted = emit("
        paths:
          /a:
            get:
              operationId: operations
              parameters: [{name: add, in: query, schema: {type: string}}]
              responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Models'}}}}}
        components: {schemas: {Models: {type: object, properties: {id: {type: integer}}}}}
    ");
    assert_snapshot!(emitted.paths("src/operations/") + &emitted.paths("src/models/"), @"
    src/operations/operations_.rs
    src/models/models_.rs
    ");
    let operation = emitted.file("src/operations/operations_.rs");
    assert!(
        operation
            .contains("    #[allow(clippy::should_implement_trait)]\n    pub fn add(mut self,")
    );
}

#[test]
fn only_keys_that_the_specification_chose_can_be_extensions() {
    let emitted = emit("
        paths:
          /things:
            post:
              operationId: addThing
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {x-part: {type: integer}}}
                    encoding: {x-part: {contentType: text/plain}}
              responses:
                '200':
                  description: Done.
                  headers: {x-total: {schema: {type: integer}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/x-thing'}}}
                  x-note: {none: of these}
              x-note: {none: of these}
          x-note: {none: of these}
        components:
          schemas:
            x-thing: {type: object, required: [x-size], properties: {x-size: {type: integer, x-note: [1]}}}
          x-note: {none: of these}
    ");
    assert_eq!(
        emitted.fields("src/models/x_thing.rs", "XThing"),
        "x_size: i64\n"
    );
    assert!(emitted.file("src/headers.rs").contains("X_TOTAL"));
    assert_eq!(
        emitted.fields("src/models/add_thing.rs", "AddThingBody"),
        "x_part: Option<i64>\n"
    );
}

#[test]
fn names_of_one_word_that_have_capitals_within() {
    let emitted = schemas(
        "
        OAuthToken:
          properties: {usesOAuth2: {type: string}, GitHubURL: {type: string}, iOSVersion: {type: string}, BIOSVersion: {type: string}, OAuthority: {type: string}}
        iOSApp: {type: string, enum: [iOS, macOS, PayPal]}
    ",
    );
    let fields = emitted.file("src/models/oauth_token.rs");
    let fields = fields
        .lines()
        .filter(|line| line.contains("pub "))
        .map(str::trim);
    assert_snapshot!(fields.collect::<Vec<_>>().join("\n"), @r"
    pub struct OAuthToken {
    pub uses_oauth2: Option<String>,
    pub github_url: Option<String>,
    pub ios_version: Option<String>,
    pub bios_version: Option<String>,
    pub o_authority: Option<String>,
    ");
    let variants = emitted.file("src/models/ios_app.rs");
    assert!(
        variants.contains("Ios,") && variants.contains("Macos,") && variants.contains("PayPal,"),
        "{variants}"
    );
}
