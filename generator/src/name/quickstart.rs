//! Calls that show how the crate is used: for each credential type one, on arguments that anybody can write down, and one that
//! writes, where there is room for it.

mod main;

use super::examples::{Examples, Expression};
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{
    Content, Credential, Example, ExampleClient, ExampleCredential, Ident, Operation, OutputType,
    Scalar, Secret, SecretLocation, SecurityRequirement, Type,
};

/// How many calls a reader takes in at once.
const CALLS: usize = 2;

/// The calls of the quickstart, those of the main resource first.
pub fn quickstart(
    api: &ir::Api,
    lib: &Ident,
    values: &Examples<'_>,
    operations: &[Operation],
    credentials: &[Credential],
) -> Vec<Example> {
    let named = |source: &ir::Operation| {
        operations.iter().find(|operation| {
            operation.path == source.path.text && operation.http_method == source.method.as_str()
        })
    };
    let ranked = main::by_importance(&api.operations);
    let mut examples: Vec<(Option<&Ident>, Example)> = Vec::new();
    for source in &ranked {
        let Some(operation) = named(source).filter(|_| examples.len() < CALLS) else {
            continue;
        };
        let ident = simplest(lib, credentials, operation);
        if examples.iter().any(|(known, _)| *known == ident) {
            continue;
        }
        let client = ident.map_or(ExampleClient::Anonymous, |ident| {
            ExampleClient::With(ExampleCredential {
                ident: ident.clone(),
                secrets: secrets(lib, credentials, ident),
            })
        });
        let example = example(values, source, operation, client);
        examples.extend(example.map(|example| (ident, example)));
    }
    if let [(ident, _)] = examples.as_slice() {
        let written = main::written(&ranked).into_iter().find_map(|source| {
            let operation = named(source)?;
            let is_allowed = simplest(lib, credentials, operation) == *ident;
            let example = example(values, source, operation, ExampleClient::AsBefore)?;
            (is_allowed && !example.statements.is_empty()).then_some((*ident, example))
        });
        examples.extend(written);
    }
    examples.into_iter().map(|(_, example)| example).collect()
}

/// The call of an operation; `None` where one of its arguments has no simple value.
fn example(
    values: &Examples<'_>,
    source: &ir::Operation,
    operation: &Operation,
    client: ExampleClient,
) -> Option<Example> {
    let arguments = values.arguments(source, operation);
    if !arguments.given.is_empty() {
        return None;
    }
    Some(Example {
        marker: operation.marker.clone(),
        client,
        result: result(operation),
        imports: arguments.imports,
        statements: arguments.statements,
        method: operation.call(&operation.method),
        arguments: arguments.values.iter().map(Expression::flat).collect(),
        setter: setter(source, operation),
    })
}

/// The credentials of an operation that have the fewest secrets.
fn simplest<'a>(
    lib: &Ident,
    credentials: &[Credential],
    operation: &'a Operation,
) -> Option<&'a Ident> {
    match &operation.security {
        SecurityRequirement::None => None,
        SecurityRequirement::One(ident) => Some(ident),
        SecurityRequirement::Any(idents) => idents
            .iter()
            .filter(|ident| ident.as_str() != "NoCredentials")
            .min_by_key(|ident| secrets(lib, credentials, ident).len()),
    }
}

/// What the result of a call is called: by its model, where it is one that is no mere response.
pub fn result(operation: &Operation) -> Ident {
    let words = match &operation.output.ty {
        OutputType::One(Content::Value(Type::Model(model), _)) => model.to_string(),
        OutputType::One(Content::Value(Type::Vec(item), _)) => match item.as_ref() {
            Type::Model(model) => format!("{model}s"),
            _ => String::new(),
        },
        OutputType::One(_) | OutputType::Many(_) => String::new(),
    };
    let is_plain = !words.is_empty() && !words.contains("Response") && !words.ends_with("ys");
    let words = if is_plain { &words } else { "response" };
    Scope::reserving(&["body", "client"]).claim(words, Role::Argument)
}

/// A switch that is on by default, turned off: the setter that needs no invented value, and that is there to be called.
fn setter(source: &ir::Operation, operation: &Operation) -> Option<(Ident, String)> {
    let setter = operation
        .setters
        .iter()
        .find(|setter| setter.ty == Type::Scalar(Scalar::Boolean))?;
    let parameter = source
        .parameters
        .iter()
        .find(|parameter| parameter.wire == setter.wire)?;
    let is_on = |note: &ir::DocNote| {
        note.label == "Default" && note.value == ir::DocNoteValue::Code("true".to_owned())
    };
    let mut notes = parameter.docs.notes.iter();
    notes
        .any(is_on)
        .then(|| (setter.ident.clone(), "false".to_owned()))
}

/// The secrets of a credential type, each with the variable of the environment that holds it: `ACME_API_KEY`.
fn secrets(lib: &Ident, credentials: &[Credential], ident: &Ident) -> Vec<Secret> {
    let credential = credentials
        .iter()
        .find(|credential| credential.ident == *ident);
    let secrets = credential
        .into_iter()
        .flat_map(|credential| &credential.secrets);
    let idents = secrets.flat_map(|secret| match secret {
        SecretLocation::Header(ident, _)
        | SecretLocation::Query(ident, _)
        | SecretLocation::Cookie(ident, _)
        | SecretLocation::Bearer(ident)
        | SecretLocation::Authorization(ident, _) => vec![ident],
        SecretLocation::Basic(user, password) => vec![user, password],
    });
    let secret = |ident: &Ident| {
        let (lib, words) = (lib.file_stem(), ident.file_stem());
        let words = words.strip_prefix(&format!("{lib}_")).unwrap_or(&words);
        Secret {
            ident: ident.clone(),
            variable: format!("{lib}_{words}").to_uppercase(),
        }
    };
    idents.map(secret).collect()
}
