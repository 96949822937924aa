//! How an operation asks for a stream: by the property `stream` of its body, if that is a boolean.

use crate::ir;
use crate::name::docs;
use crate::rust::{
    Argument, Content, Delivery, Entry, Field, Ident, Model, ModelFile, Operation, Output,
    OutputType, Scalar, Slot, StreamFlag, Struct, Target, Type, Union,
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
        argument.stream_flag = flag(argument, models);
        is_asked |= argument.stream_flag.is_some();
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

/// How an argument asks for a stream, if it is a body that can.
fn flag(argument: &Argument, models: &[ModelFile]) -> Option<StreamFlag> {
    let is_body = argument.wire.is_empty();
    match model(&argument.ty, models).filter(|_| is_body)? {
        Model::Struct(strukt) => match property(strukt)? {
            Property::Settable(setter) => Some(StreamFlag::Setter(setter.clone())),
            Property::Required => is_serialized(&argument.target).then_some(StreamFlag::Written),
        },
        Model::Multipart(multipart) => match property(&multipart.strukt)? {
            Property::Settable(setter) => Some(StreamFlag::Setter(setter.clone())),
            Property::Required => None,
        },
        Model::Union(union) => {
            let is_asked = all_ask(union, models) && is_serialized(&argument.target);
            is_asked.then_some(StreamFlag::Written)
        }
        Model::Enum(_) => None,
    }
}

/// Whether each variant of a union is a struct that can ask for a stream.
fn all_ask(union: &Union, models: &[ModelFile]) -> bool {
    let mut variants = union.variants.iter();
    variants.all(|variant| match model(&variant.ty, models) {
        Some(Model::Struct(strukt)) => property(strukt).is_some(),
        Some(Model::Multipart(_) | Model::Enum(_) | Model::Union(_)) | None => false,
    })
}

fn model<'a>(ty: &Type, models: &'a [ModelFile]) -> Option<&'a Model> {
    let ty = match ty {
        Type::Box(ty) => ty,
        ty => ty,
    };
    let Type::Model(ident) = ty else {
        return None;
    };
    let mut models = models.iter().flat_map(|file| &file.models);
    models.find(|model| model.ident() == ident)
}

/// The property of a struct that asks for a stream.
enum Property<'a> {
    /// One with a setter.
    Settable(&'a Ident),
    Required,
}

fn property(strukt: &Struct) -> Option<Property<'_>> {
    let is_it =
        |field: &&Field| field.wire == "stream" && field.ty == Type::Scalar(Scalar::Boolean);
    let field = strukt.fields.iter().find(is_it)?;
    match field.slot {
        Slot::Optional | Slot::OptionalNullable | Slot::RequiredNullable => {
            Some(Property::Settable(&field.ident))
        }
        Slot::Required | Slot::RequiredInRequest => Some(Property::Required),
        // It is always the same.
        Slot::Constant(_) | Slot::Preset(_) => None,
    }
}

/// Whether a body is written by its implementation of `Serialize`.
fn is_serialized(target: &Target) -> bool {
    match target {
        Target::Json(_) | Target::Form(_) | Target::FormReserved(..) => true,
        Target::Parameter(..)
        | Target::Text(_)
        | Target::Scalar(_)
        | Target::Plain(_)
        | Target::Multipart(_)
        | Target::JsonLines(_)
        | Target::JsonSequence(_)
        | Target::ContentType => false,
    }
}
