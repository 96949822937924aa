//! Calls that show how the crate is used: for each credential type one, on arguments that anybody can write down.

mod main;

use super::types::Types;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{
    Construction, Content, Credential, Example, ExampleBody, Ident, Model, ModelFile, Operation,
    OutputType, Scalar, Secret, SecretLocation, SecurityRequirement, Target, Type,
};

/// How many calls a reader takes in at once.
const CALLS: usize = 2;

/// The calls of the quickstart, those of the main resource first.
pub fn quickstart(
    api: &ir::Api,
    lib: &Ident,
    types: &Types,
    models: &[ModelFile],
    operations: &[Operation],
    credentials: &[Credential],
) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for source in main::by_importance(&api.operations) {
        let named = operations.iter().find(|operation| {
            operation.path == source.path.text && operation.http_method == source.method.as_str()
        });
        let secrets = |ident: &Ident| secrets(lib, credentials, ident);
        let example =
            named.and_then(|operation| example(api, types, models, source, operation, &secrets));
        let is_new = |example: &Example| {
            let ident =
                |example: &Example| example.credential.as_ref().map(|(ident, _)| ident.clone());
            !examples.iter().any(|known| ident(known) == ident(example))
        };
        examples.extend(example.filter(is_new));
        if examples.len() == CALLS {
            break;
        }
    }
    examples
}

fn example(
    api: &ir::Api,
    types: &Types,
    models: &[ModelFile],
    source: &ir::Operation,
    operation: &Operation,
    secrets: &dyn Fn(&Ident) -> Vec<Secret>,
) -> Option<Example> {
    let mut arguments = Vec::new();
    let mut body = None;
    for argument in &operation.arguments {
        if matches!(
            argument.target,
            Target::Json(_) | Target::Form(_) | Target::FormReserved(..)
        ) {
            body = Some(self::body(api, types, models, source)?);
            arguments.push("body".to_owned());
            continue;
        }
        let parameter = source
            .parameters
            .iter()
            .find(|parameter| parameter.wire == argument.wire)?;
        arguments.push(literal(&argument.ty, parameter)?);
    }
    let credential = match &operation.security {
        SecurityRequirement::None => None,
        SecurityRequirement::One(ident) => Some((ident.clone(), secrets(ident))),
        // The simplest one will do.
        SecurityRequirement::Any(idents) => {
            let each = idents
                .iter()
                .filter(|ident| ident.as_str() != "NoCredentials");
            let each = each.map(|ident| (ident.clone(), secrets(ident)));
            each.min_by_key(|(_, secrets)| secrets.len())
        }
    };
    Some(Example {
        credential,
        result: result(operation),
        method: operation.call(&operation.method),
        arguments,
        body,
        setter: setter(source, operation),
    })
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

/// A body that is valid without any field, with the first field that the document gives an example of.
fn body(
    api: &ir::Api,
    types: &Types,
    models: &[ModelFile],
    source: &ir::Operation,
) -> Option<ExampleBody> {
    let Some(ir::Type::Named(id)) = source.bodies.first().map(|body| &body.ty) else {
        return None;
    };
    let def = api.types.get(id)?;
    let ident = types.ident(def.name)?;
    let mut all = models.iter().flat_map(|file| &file.models);
    let strukt = all.find_map(|model| match model {
        Model::Struct(strukt) if strukt.ident == *ident => Some(strukt),
        Model::Struct(_) | Model::Enum(_) | Model::Union(_) | Model::Multipart(_) => None,
    })?;
    let ir::TypeKind::Struct(notes) = &def.kind else {
        return None;
    };
    let field = strukt
        .fields
        .iter()
        .zip(&notes.fields)
        .find_map(|(field, notes)| {
            let json = notes.docs.notes.iter().find_map(|note| {
                match (note.label.as_ref(), &note.value) {
                    ("Example", ir::DocNoteValue::Block(json)) => Some(json.clone()),
                    _ => None,
                }
            })?;
            let is_plain = json
                .chars()
                .all(|c| c == '\n' || (c.is_ascii() && !c.is_control() && c != '\\'));
            (field.ty == Type::Object && is_plain && fits_literals(&json))
                .then(|| (field.ident.clone(), json))
        });
    (strukt.construction == Construction::Empty).then(|| ExampleBody {
        model: ident.clone(),
        field,
    })
}

/// Whether all integers of some JSON are literals that Rust takes without a suffix.
fn fits_literals(json: &str) -> bool {
    fn fits(value: &serde_json::Value) -> bool {
        match value {
            serde_json::Value::Number(number) => {
                number.is_f64()
                    || number
                        .as_i64()
                        .is_some_and(|number| i32::try_from(number).is_ok())
            }
            serde_json::Value::Array(items) => items.iter().all(fits),
            serde_json::Value::Object(fields) => fields.values().all(fits),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => {
                true
            }
        }
    }
    serde_json::from_str(json).is_ok_and(|value| fits(&value))
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

/// The example of a parameter as a Rust expression, or a placeholder.
fn literal(ty: &Type, parameter: &ir::Parameter) -> Option<String> {
    let example =
        parameter
            .docs
            .notes
            .iter()
            .find_map(|note| match (note.label.as_ref(), &note.value) {
                ("Example", ir::DocNoteValue::Code(text)) => Some(text.as_str()),
                _ => None,
            });
    match ty {
        Type::Scalar(Scalar::String) => {
            let text = example.filter(|text| {
                text.chars()
                    .all(|c| c.is_ascii_graphic() && c != '"' && c != '\\')
            });
            Some(format!("{:?}", text.unwrap_or(&parameter.wire)))
        }
        Type::Scalar(scalar) => scalar.row().example.map(str::to_owned),
        Type::Bytes
        | Type::Body
        | Type::File
        | Type::Parts
        | Type::Value
        | Type::Object
        | Type::Vec(_)
        | Type::Tuple(_)
        | Type::Map(_)
        | Type::Option(_)
        | Type::Box(_)
        | Type::JsonItems(_)
        | Type::EventStream(_)
        | Type::JsonStream(_)
        | Type::Model(_) => None,
    }
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
