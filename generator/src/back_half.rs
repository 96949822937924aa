//! Tests of what no document can lead to yet, from the IR to files.

use std::collections::BTreeMap;

use crate::ir::{
    Api, Content, Credential, CredentialId, Direction, Docs, Field, Location, Method, Operation,
    Package, Parameter, PathTemplate, Place, Presence, Response, ResponseBody, Scalar, Scheme,
    SecretLocation, Server, Spelling, Status, Struct, Style, Type, TypeDef, TypeId, TypeKind,
    UrlPart, Usage, Webhook, WebhookBody,
};
use crate::{Config, File, emit, name};

const STRING: Type = Type::Scalar(Scalar::String);
const INTEGER: Type = Type::Scalar(Scalar::I64);

#[test]
fn a_list_of_a_fixed_length_is_a_tuple() {
    let tuple = Type::Tuple(vec![STRING, INTEGER.nullable(), Type::Tuple(vec![INTEGER])]);
    let mut api = api();
    api.types.insert(TypeId(0), object("Pair", tuple.clone()));
    api.operations.push(get(Content::Json(tuple)));
    let files = files(&api);
    let model = file(&files, "src/models/pair.rs");
    assert!(
        model.contains("    pub value: Option<(String, Option<i64>, (i64,))>,"),
        "{model}"
    );
    let operation = file(&files, "src/operations/get_thing.rs");
    assert!(
        operation.contains("type Output = (String, Option<i64>, (i64,));"),
        "{operation}"
    );
    file(&files, "src/runtime/tuple.rs");
}

#[test]
fn a_type_that_holds_itself_in_a_tuple_is_boxed() {
    let mut api = api();
    let tuple = Type::Tuple(vec![INTEGER, Type::Named(TypeId(0)).nullable()]);
    api.types.insert(TypeId(0), object("Node", tuple));
    let files = files(&api);
    let model = file(&files, "src/models/node.rs");
    assert!(
        model.contains("    pub value: Option<Box<(i64, Option<Node>)>>,"),
        "{model}"
    );
}

#[test]
fn any_token_is_a_method() {
    for method in [Method::Query, Method::Other("PURGE".to_owned())] {
        let mut api = api();
        let text = method.as_str().to_owned();
        api.operations.push(Operation {
            method,
            ..get(Content::Text)
        });
        let files = files(&api);
        let operation = file(&files, "src/operations/get_thing.rs");
        assert!(
            operation.contains(&format!("const METHOD: &'static str = \"{text}\";")),
            "{operation}"
        );
    }
}

#[test]
fn the_name_of_a_server_is_its_constant() {
    let mut api = api();
    for name in ["production", "staging"] {
        api.servers.push(Server {
            name: Some(name.to_owned()),
            url: vec![UrlPart::Text(format!("https://{name}.example.com"))],
            docs: Docs {
                description: Some("Where it is served.".to_owned()),
                ..Docs::default()
            },
        });
    }
    let files = files(&api);
    let servers = file(&files, "src/servers.rs");
    let constant = "pub const STAGING: &str = \"https://staging.example.com\";";
    assert!(servers.contains(constant), "{servers}");
}

#[test]
fn a_client_certificate_is_a_credential_without_a_secret() {
    let mut api = api();
    api.credentials.push(Credential {
        name: None,
        schemes: vec![Scheme {
            name: "certificate".to_owned(),
            location: SecretLocation::MutualTls,
            docs: Docs::default(),
        }],
    });
    api.operations.push(Operation {
        security: vec![CredentialId(0)],
        ..get(Content::Text)
    });
    let files = files(&api);
    let credentials = file(&files, "src/credentials.rs");
    for part in [
        "/// The credential `certificate`, sent by the transport as a client certificate.",
        "#[derive(Clone, Debug, Default)]\npub struct Certificate {}",
        "    pub fn new() -> Self {\n        Self {}\n    }",
        "    fn authorize(&self, _: &mut Authorization<'_>) {}",
    ] {
        assert!(credentials.contains(part), "{part}\n{credentials}");
    }
}

#[test]
fn a_crate_may_have_webhooks_alone() {
    let mut api = api();
    api.types.insert(TypeId(0), object("Pet", STRING));
    let contents = [
        (
            "newPet",
            Some(("application/json", Content::Json(Type::Named(TypeId(0))))),
        ),
        ("note", Some(("text/plain", Content::Text))),
        ("photo", Some(("image/*", Content::Bytes))),
        ("ping", None),
    ];
    for (name, body) in contents {
        api.webhooks.push(Webhook {
            name: name.to_owned(),
            method: Method::Post,
            docs: Docs::default(),
            deprecated: name == "photo",
            body: body.map(|(media_type, content)| WebhookBody {
                media_type: media_type.to_owned(),
                content,
            }),
        });
    }
    let files = files(&api);
    let webhooks = file(&files, "src/webhooks.rs");
    for part in [
        "/// The webhook `newPet`.\npub enum NewPet {}\n",
        "    pub const NAME: &'static str = \"newPet\";\n",
        "    pub const METHOD: &'static str = \"POST\";\n",
        "Result<models::Pet, Error> {\n        webhook::json(\"application/json\", content_type, body)",
        "Result<String, Error> {\n        webhook::text(",
        "    #[deprecated]\n    pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<Bytes, Error>",
        "pub enum Ping {}",
    ] {
        assert!(webhooks.contains(part), "{part}\n{webhooks}");
    }
    let readme = file(&files, "README.md");
    assert!(
        readme.contains("things::webhooks::NewPet::decode(content_type, body)?"),
        "{readme}"
    );
    assert!(!file(&files, "src/lib.rs").contains("# Operations"));
}

#[test]
fn where_and_how_a_parameter_is_sent() {
    let calls = [
        (
            Location::Path,
            Spelling::Default,
            true,
            "path_reserved(\"p\", Style::Simple, p.into())",
        ),
        (
            Location::Path,
            Spelling::Styled(Style::Label),
            true,
            "path_reserved(\"p\", Style::Label, p.into())",
        ),
        (
            Location::Query,
            Spelling::Default,
            true,
            "query_reserved(\"p\", Style::FormExplode, p.into())",
        ),
        (
            Location::Query,
            Spelling::Styled(Style::Form),
            false,
            "query_as(\"p\", Style::Form, p.into())",
        ),
        (
            Location::QueryString,
            Spelling::Default,
            false,
            "query_string(\"p\", p.into())",
        ),
        (
            Location::QueryString,
            Spelling::Json,
            false,
            "query_string_json(\"p\", p.into())",
        ),
        (
            Location::Cookie,
            Spelling::Styled(Style::CookieExplode),
            false,
            "cookie_as(\"p\", Style::CookieExplode, p.into())",
        ),
    ];
    for (location, spelling, reserved, call) in calls {
        let mut api = api();
        let mut operation = get(Content::Text);
        operation.parameters.push(Parameter {
            wire: "p".to_owned(),
            location,
            spelling,
            reserved,
            ty: STRING,
            presence: Presence::Required,
            docs: Docs::default(),
            deprecated: false,
        });
        api.operations.push(operation);
        let files = files(&api);
        let operation = file(&files, "src/operations/get_thing.rs");
        assert!(operation.contains(call), "{call}\n{operation}");
    }
}

fn api() -> Api {
    Api {
        tags: Vec::new(),
        title: "Things".to_owned(),
        version: "1.0.0".to_owned(),
        docs: Docs::default(),
        package: Package::default(),
        servers: Vec::new(),
        credentials: Vec::new(),
        types: BTreeMap::new(),
        operations: Vec::new(),
        webhooks: Vec::new(),
        left_out: Vec::new(),
        examples: Vec::new(),
        error: None,
    }
}

/// An operation whose success is this content.
fn get(content: Content) -> Operation {
    Operation {
        id: "getThing".to_owned(),
        method: Method::Get,
        path: PathTemplate {
            text: "/thing".to_owned(),
            parameters: Vec::new(),
        },
        server: None,
        docs: Docs::default(),
        deprecated: false,
        parameters: Vec::new(),
        bodies: Vec::new(),
        accept: Vec::new(),
        successes: vec![Response {
            status: Status::Code(200),
            bodies: vec![ResponseBody {
                media_types: Vec::new(),
                content,
            }],
            docs: Docs::default(),
        }],
        failures: Vec::new(),
        headers: Vec::new(),
        security: Vec::new(),
        optional_security: false,
        idempotent: None,
    }
}

/// A schema with the one property `value`.
fn object(name: &str, ty: Type) -> TypeDef {
    TypeDef {
        place: Place::schema(name),
        also_at: Vec::new(),
        docs: Docs::default(),
        deprecated: false,
        usage: Usage {
            in_response: true,
            ..Usage::default()
        },
        kind: TypeKind::Struct(Struct {
            fields: vec![Field {
                wire: "value".to_owned(),
                docs: Docs::default(),
                deprecated: false,
                ty,
                presence: Presence::Optional,
                direction: Direction::Both,
            }],
            additional: None,
        }),
    }
}

fn files(api: &Api) -> Vec<File> {
    let files = emit::emit(&name::name(api, &Config::default()));
    // To try a crate by hand, name a folder for it.
    if let Ok(folder) = std::env::var("BACK_HALF") {
        for file in &files {
            let path = std::path::Path::new(&folder).join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &file.text).unwrap();
        }
    }
    files
}

fn file<'f>(files: &'f [File], path: &str) -> &'f str {
    &files.iter().find(|file| file.path == path).unwrap().text
}
