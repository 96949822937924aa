//! A call in the docs of each operation, with values of the document.

mod expression;
mod literals;
mod values;
mod variants;

use std::collections::BTreeSet;

pub use expression::Expression;
use values::Values;

use super::quickstart;
use super::types::Types;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{
    Argument, Content, Ident, ModelFile, Operation, OutputType, SecurityRequirement, Target, Type,
};

/// How many lines an argument takes at most.
const LINES: usize = 6;

/// The arguments of a call.
#[derive(Default)]
pub struct Arguments {
    /// The statements that make its body.
    pub statements: Vec<String>,
    /// A value for each.
    pub values: Vec<Expression>,
    /// The variables that have no simple value, with their types.
    pub given: Vec<String>,
    /// The items of the crate that the body and the values name.
    pub imports: BTreeSet<&'static str>,
}

/// Makes the calls.
pub struct Examples<'a> {
    lib: &'a Ident,
    values: Values<'a>,
}

impl<'a> Examples<'a> {
    /// The calls of a crate.
    pub fn new(
        api: &'a ir::Api,
        lib: &'a Ident,
        types: &'a Types,
        models: &'a [ModelFile],
    ) -> Self {
        Self {
            lib,
            values: Values::new(api, types, models),
        }
    }

    /// A call of an operation as a test of the docs that compiles: what is no part of the story is hidden, among it the values that are
    /// not simple enough.
    pub fn call(&self, source: &ir::Operation, operation: &Operation) -> Vec<String> {
        let arguments = self.arguments(source, operation);
        let client = format!("client: Client<{}>", credentials(operation));
        let given: Vec<String> = [client].into_iter().chain(arguments.given).collect();
        let group = operation.group.iter();
        let group = group.map(|group| Expression::call(group.method.as_str(), Vec::new()));
        let method = Expression::call(operation.method.as_str(), arguments.values);
        let call = Expression::methods("client", group.chain([method]).collect());
        let start = match operation.output.ty {
            OutputType::One(Content::Empty) => String::new(),
            OutputType::One(Content::Value(..)) | OutputType::Many(_) => {
                format!("let {} = ", quickstart::result(operation))
            }
        };
        let deprecated = operation.deprecated.iter();
        let head = ["```no_run".to_owned(), format!("# use {}::*;", self.lib)];
        let function = format!(
            "# async fn example({}) -> Result<(), Error> {{",
            given.join(", ")
        );
        head.into_iter()
            .chain(deprecated.map(|_| "# #[allow(deprecated)]".to_owned()))
            .chain([function])
            .chain(arguments.statements)
            .chain(call.lines(&start, ".await?;"))
            .chain(["# Ok(())", "# }", "```"].map(str::to_owned))
            .collect()
    }

    /// The arguments of a call of an operation.
    pub fn arguments(&self, source: &ir::Operation, operation: &Operation) -> Arguments {
        let mut arguments = Arguments::default();
        let mut scope = Scope::reserving(&["client"]);
        for argument in &operation.arguments {
            let ident = scope.claim(&argument.ident.file_stem(), Role::Argument);
            let value = self.argument(source, argument);
            let value = value.filter(|value| value.lines("", "").len() <= LINES);
            let imports = value.iter().flat_map(Expression::imports);
            arguments.imports.extend(imports);
            match value {
                Some(value) if is_body(argument) => {
                    let lines = value.lines(&format!("let {ident} = "), ";");
                    arguments.statements.extend(lines);
                    arguments.values.push(Expression::text(ident.as_str()));
                }
                Some(value) => arguments.values.push(value),
                None => {
                    let given = format!("{ident}: {}", outside(argument.ty.unboxed()));
                    arguments.given.push(given);
                    arguments.values.push(Expression::text(ident.as_str()));
                }
            }
        }
        arguments
    }

    fn argument(&self, source: &ir::Operation, argument: &Argument) -> Option<Expression> {
        if argument.target == Target::ContentType {
            return Some(Expression::text("\"application/octet-stream\""));
        }
        let mut parameters = source.parameters.iter();
        let parameter = parameters.find(|parameter| parameter.wire == argument.wire);
        let docs = match parameter {
            Some(parameter) if !is_body(argument) => Some(&parameter.docs),
            Some(_) | None => source.bodies.first().map(|body| &body.docs),
        };
        let example = docs.and_then(literals::example);
        let ty = argument.ty.unboxed();
        let name = if is_body(argument) {
            "text"
        } else {
            &argument.wire
        };
        self.values
            .argument(ty, argument.conversion, example.as_ref(), name)
    }
}

fn is_body(argument: &Argument) -> bool {
    match argument.target {
        Target::Parameter(..) | Target::ContentType => false,
        Target::Json(_)
        | Target::Form(_)
        | Target::FormReserved(..)
        | Target::Text(_)
        | Target::Scalar(_)
        | Target::Plain(_)
        | Target::JsonLines(_)
        | Target::JsonSequence(_)
        | Target::Multipart(_) => true,
    }
}

/// The credentials of the client, any of those that are enough.
fn credentials(operation: &Operation) -> String {
    let first = match &operation.security {
        SecurityRequirement::None => None,
        SecurityRequirement::One(ident) => Some(ident),
        SecurityRequirement::Any(idents) => idents.first(),
    };
    first.map_or("NoCredentials".to_owned(), Ident::to_string)
}

/// A type as it is spelled outside the crate.
fn outside(ty: &Type) -> String {
    match ty {
        Type::Model(ident) => format!("models::{ident}"),
        Type::Bytes => "bytes::Bytes".to_owned(),
        Type::Value => "serde_json::Value".to_owned(),
        Type::Object => "serde_json::Map<String, serde_json::Value>".to_owned(),
        Type::Map(ty) => format!("std::collections::BTreeMap<String, {}>", outside(ty)),
        Type::Vec(ty) => format!("Vec<{}>", outside(ty)),
        Type::Option(ty) => format!("Option<{}>", outside(ty)),
        Type::Box(ty) => format!("Box<{}>", outside(ty)),
        Type::EventStream(ty) => format!("EventStream<{}>", outside(ty)),
        Type::JsonItems(ty) => format!("JsonItems<{}>", outside(ty)),
        Type::JsonStream(ty) => format!("JsonStream<{}>", outside(ty)),
        Type::Tuple(items) => {
            let items: Vec<String> = items.iter().map(|ty| outside(ty) + ", ").collect();
            format!("({})", items.concat())
        }
        Type::Scalar(_) | Type::Body | Type::File | Type::Parts => ty.to_string(),
    }
}
