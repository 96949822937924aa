//! How an operation asks for a stream: by the property `stream` of its body, if that is a boolean.

use crate::ir;
use crate::name::docs;
use crate::rust::{
    Argument, Content, Delivery, Entry, Field, Ident, Model, ModelFile, Operation, Output,
    OutputType, Scalar, Slot, Struct, Type,
};

/// When a success is decoded.
pub fn delivery(output: &Output) -> Delivery {
    let mut contents = output.cases.iter().map(|case| &case.body);
    if contents.any(Content::is_stream) {
        Delivery::Streamed
    } else {
        Delivery::Complete
    }
}

/// Lets an operation whose success is a stream ask for it, and says so.
pub fn ask(operation: &mut Operation, source: &ir::Operation, models: &[ModelFile]) {
    match operation.delivery {
        Delivery::Complete => return,
        Delivery::Streamed => {}
    }
    let others = operation.others.iter_mut();
    let others = others.flat_map(|entry| &mut entry.arguments);
    let arguments = operation.arguments.iter_mut().chain(others);
    let mut is_asked = source.asks_for_stream();
    for argument in arguments.chain(&mut operation.setters) {
        argument.asks_for_stream = setter(argument, models);
        is_asked |= argument.asks_for_stream.is_some();
    }
    let mut lines = Vec::new();
    let ty = match &operation.output.ty {
        OutputType::One(content) => content.stream(),
        OutputType::Many(_) => None,
    };
    lines.extend(ty.map(|name| format!("A success is {name}.")));
    if is_asked {
        lines.push("The request sets `stream` to `true`.".to_owned());
    }
    if lines.is_empty() {
        return;
    }
    let lines = [lines.join(" ")];
    let others = operation.others.iter_mut();
    let others = others.map(|entry: &mut Entry| &mut entry.docs);
    for one in std::iter::once(&mut operation.docs).chain(others) {
        docs::append(&mut one.0, lines.to_vec());
    }
}

/// The setter by which a body asks for a stream.
fn setter(argument: &Argument, models: &[ModelFile]) -> Option<Ident> {
    let Type::Model(ident) = &argument.ty else {
        return None;
    };
    let is_body = argument.wire.is_empty();
    let mut models = models.iter().flat_map(|file| &file.models);
    let model = models.find(|model| is_body && model.ident() == ident)?;
    let strukt: &Struct = match model {
        Model::Struct(strukt) => strukt,
        Model::Multipart(multipart) => &multipart.strukt,
        Model::Enum(_) | Model::Union(_) => return None,
    };
    let is_it = |field: &&Field| {
        field.wire == "stream"
            && field.ty == Type::Scalar(Scalar::Boolean)
            && matches!(field.slot, Slot::Optional | Slot::OptionalNullable)
    };
    let field = strukt.fields.iter().find(is_it);
    field.map(|field| field.ident.clone())
}
