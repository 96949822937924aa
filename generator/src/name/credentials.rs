//! Credential types.

use super::docs;
use super::markdown::code;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Credential, Docs, Ident, SecretLocation};

/// Names that `lib.rs` exports from the runtime, and those that the files of credentials and operations use.
const RESERVED: &[&str] = &[
    "Authorization",
    "BTreeMap",
    "Body",
    "BoxFuture",
    "Chunks",
    // The type parameter of `Client<C>`.
    "C",
    "Client",
    "ClientBuilder",
    "Credentials",
    "Err",
    "Error",
    "Failed",
    "Fallible",
    "FilePart",
    "Header",
    "Into",
    "Map",
    "NoCredentials",
    "Ok",
    "Operation",
    "Option",
    "RawResponse",
    "Request",
    "Response",
    "Result",
    "Satisfies",
    "Secret",
    "Self",
    "Server",
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
                arguments.extend(docs::bullet(&scheme.name, &scheme.docs));
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
        arguments.extend(argument_docs(&location, &scheme.docs));
        secrets.push(location);
    }
    let first = credential.schemes.first();
    Credential {
        origin: first.map(|scheme| scheme.origin).unwrap_or_default(),
        ident,
        docs: Docs(super::markdown::fill(&about(credential))),
        constructor_docs: constructor_docs(arguments, secrets.len()),
        secrets,
    }
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

fn argument_docs(location: &SecretLocation, docs: &ir::Docs) -> Vec<String> {
    match location {
        SecretLocation::Header(ident, _)
        | SecretLocation::Query(ident, _)
        | SecretLocation::Cookie(ident, _) => docs::bullet(&ident.to_string(), docs),
        SecretLocation::Bearer(ident) => {
            let advice = "Pass the token alone: the word `Bearer` is added.";
            docs::bullet(&ident.to_string(), &with_advice(docs, advice))
        }
        SecretLocation::Authorization(ident, word) => {
            let value = code(&format!("{word} …"));
            let advice = format!("Pass the whole value, such as {value}: it is sent as it is.");
            docs::bullet(&ident.to_string(), &with_advice(docs, &advice))
        }
        SecretLocation::Basic(user, password) => vec![format!(
            "- `{user}`, `{password}`: What the API knows the user by."
        )],
    }
}

/// What the document says of a secret, and how it is passed.
fn with_advice(docs: &ir::Docs, advice: &str) -> ir::Docs {
    let mut docs = docs.clone();
    let description = docs.description.get_or_insert_default();
    description.push(' ');
    description.push_str(advice);
    docs
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
