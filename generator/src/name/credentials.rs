//! Credential types.

mod tokens;

use super::docs;
use super::markdown::code;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Constructor, Credential, Docs, Ident, SecretLocation, TokenOrigin};

/// Names that `lib.rs` exports from the runtime, and those that the files of credentials and operations use.
const RESERVED: &[&str] = &[
    "Authorization",
    "BTreeMap",
    "Body",
    "BoxFuture",
    "ByteStream",
    "BytesOrStream",
    // The type parameter of `Client<C>`.
    "C",
    "Client",
    "ClientBuilder",
    "ClientCredentialsFlow",
    "Credentials",
    "Delivery",
    "Drift",
    "DriftKind",
    "Err",
    "Error",
    "Event",
    "EventStream",
    "Events",
    "Failed",
    "Failures",
    "Fallible",
    "FilePart",
    "Header",
    "Into",
    "Items",
    "JsonItems",
    "JsonStream",
    "Map",
    "Mock",
    "MockCall",
    "MockResponse",
    "NoCredentials",
    "Ok",
    "Operation",
    "Option",
    "Paged",
    "Pages",
    "Paging",
    "RawResponse",
    "ReqwestTransport",
    "Request",
    "Response",
    "Result",
    "Satisfies",
    "Secret",
    "Self",
    "Server",
    "Streamable",
    "Transport",
    "TransportError",
    "Value",
    "Vec",
    "Bytes",
    "Box",
    "None",
    "Nullable",
    "Some",
    "Style",
    "TokenSource",
    "Tokens",
    "TowerTransport",
];

/// The credential types, at the places that [`ir::CredentialId`]s name.
pub fn credentials(api: &ir::Api) -> Vec<Credential> {
    let mut scope = Scope::reserving(RESERVED);
    let words: Vec<String> = api.credentials.iter().map(words).collect();
    let idents = scope.claim_all(words.iter().map(String::as_str), Role::Type);
    let named = api.credentials.iter().zip(idents);
    named
        .map(|(credential, ident)| self::named(credential, ident))
        .collect()
}

fn words(credential: &ir::Credential) -> String {
    let schemes = credential.schemes.iter().map(|scheme| scheme.name.as_str());
    let schemes: Vec<&str> = schemes.collect();
    credential.name.clone().unwrap_or_else(|| schemes.join(" "))
}

fn named(credential: &ir::Credential, ident: Ident) -> Credential {
    let mut scope = Scope::default();
    let mut arguments = Vec::new();
    let mut secrets = Vec::new();
    for scheme in &credential.schemes {
        let location = match &scheme.location {
            ir::SecretLocation::MutualTls => {
                continue;
            }
            ir::SecretLocation::Header(name) => {
                SecretLocation::Header(scope.claim(&scheme.name, Role::Argument), name.clone())
            }
            ir::SecretLocation::Query(name) => {
                SecretLocation::Query(scope.claim(&scheme.name, Role::Argument), name.clone())
            }
            ir::SecretLocation::Cookie(name) => {
                SecretLocation::Cookie(scope.claim(&scheme.name, Role::Argument), name.clone())
            }
            ir::SecretLocation::Bearer => {
                SecretLocation::Bearer(scope.claim(&scheme.name, Role::Argument))
            }
            ir::SecretLocation::Basic => {
                let user = scope.claim("user name", Role::Argument);
                SecretLocation::Basic(user, scope.claim("password", Role::Argument))
            }
            ir::SecretLocation::Authorization(word) => SecretLocation::Authorization(
                scope.claim(&scheme.name, Role::Argument),
                word.clone(),
            ),
        };
        arguments.extend(advice(&location));
        secrets.push(location);
    }
    let first = credential.schemes.first();
    let endpoint = credential
        .schemes
        .iter()
        .find_map(|scheme| scheme.client_credentials.as_ref());
    let is_bearer = |secret: &SecretLocation| matches!(secret, SecretLocation::Bearer(_));
    let mut constructors = vec![Constructor {
        docs: constructor_docs(arguments, secrets.len()),
        origin: TokenOrigin::Given,
    }];
    if secrets.iter().any(is_bearer) {
        constructors.extend(tokens::constructors(&ident, endpoint, &mut scope));
    }
    Credential {
        origin: first.map(|scheme| scheme.origin).unwrap_or_default(),
        ident,
        docs: type_docs(credential),
        secrets,
        constructors,
        token_url: endpoint.and_then(tokens::url),
    }
}

/// Where the secrets are sent, and what the document says of them.
fn type_docs(credential: &ir::Credential) -> Docs {
    let mut lines = super::markdown::fill(&about(credential));
    match credential.schemes.as_slice() {
        [scheme] => docs::append(&mut lines, docs::said(&scheme.docs).0),
        schemes => {
            let each = schemes.iter();
            let each = each.flat_map(|scheme| docs::bullet(&scheme.name, &scheme.docs));
            docs::append(&mut lines, each.collect());
        }
    }
    Docs(lines)
}

fn about(credential: &ir::Credential) -> String {
    let each = credential.schemes.iter().map(|scheme| {
        let location = match &scheme.location {
            ir::SecretLocation::Header(name) => format!("in the header {}", code(name)),
            ir::SecretLocation::Query(name) => format!("in the query parameter {}", code(name)),
            ir::SecretLocation::Cookie(name) => format!("in the cookie {}", code(name)),
            ir::SecretLocation::Bearer => {
                "as a bearer token in the header `authorization`".to_owned()
            }
            ir::SecretLocation::Basic => {
                "as user name and password in the header `authorization`".to_owned()
            }
            ir::SecretLocation::Authorization(word) => {
                let value = code(&format!("{word} …"));
                format!("as the whole value of the header `authorization`, such as {value}")
            }
            ir::SecretLocation::MutualTls => "by the transport as a client certificate".to_owned(),
        };
        format!("{}, sent {location}", code(&scheme.name))
    });
    let each: Vec<String> = each.collect();
    match each.as_slice() {
        [one] => format!("The credential {one}."),
        several => format!("The credentials {}.", several.join(", and ")),
    }
}

/// How a secret is passed, where that is not as it is sent.
fn advice(location: &SecretLocation) -> Option<String> {
    match location {
        SecretLocation::Header(..) | SecretLocation::Query(..) | SecretLocation::Cookie(..) => None,
        SecretLocation::Bearer(ident) => Some(format!(
            "- `{ident}`: The token alone: the word `Bearer` is added."
        )),
        SecretLocation::Authorization(ident, word) => {
            let value = code(&format!("{word} …"));
            Some(format!(
                "- `{ident}`: The whole value, such as {value}: it is sent as it is."
            ))
        }
        SecretLocation::Basic(user, password) => Some(format!(
            "- `{user}`, `{password}`: What the API knows the user by."
        )),
    }
}

fn constructor_docs(arguments: Vec<String>, secrets: usize) -> Docs {
    let mut lines = vec![
        match secrets {
            0 => "Creates the credentials. The certificate is configured on the transport.",
            1 => "Creates the credentials. Neither errors nor `Debug` output show the secret.",
            _ => "Creates the credentials. Neither errors nor `Debug` output show the secrets.",
        }
        .to_owned(),
    ];
    docs::append(&mut lines, arguments);
    Docs(lines)
}
