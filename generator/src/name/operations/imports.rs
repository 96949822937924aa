//! What the file of an operation imports.

use crate::name::imports::Imports;
use crate::rust::{
    Conversion, Delivery, FailureBody, Import, Operation, OutputType, Redirects,
    SecurityRequirement, Target, is_choice,
};

pub fn imports(operation: &Operation) -> Vec<Import> {
    let mut imports = Imports::default();
    match &operation.group {
        Some(group) => imports.add("crate::operations", &group.ident.to_string()),
        None => imports.add("crate", "Client"),
    }
    imports.add("crate", "Error");
    imports.add("crate", "Request");
    match &operation.security {
        SecurityRequirement::None => {}
        SecurityRequirement::One(ident) => imports.add("crate", &ident.to_string()),
        SecurityRequirement::Any(idents) => idents
            .iter()
            .for_each(|ident| imports.add("crate", &ident.to_string())),
    }
    if !matches!(operation.security, SecurityRequirement::None) {
        imports.add("crate::runtime::credentials", "Satisfies");
    }
    if is_choice(&operation.servers) {
        imports.add("crate", "Server");
    }
    match operation.redirects {
        Redirects::Followed => {}
        Redirects::Returned => imports.add("crate::runtime::redirect", "Redirects"),
    }
    match operation.delivery {
        Delivery::Complete => {}
        Delivery::Streamed => imports.add("crate::runtime::unread", "Delivery"),
    }
    match &operation.output.ty {
        OutputType::Many(output) if output.bytes.is_some() => {
            imports.add("crate::runtime::byte_stream", "Streamable");
            imports.add("crate::runtime::byte_stream", "BytesOrStream");
        }
        OutputType::Many(_) | OutputType::One(_) => {}
    }
    let arguments = operation.all_arguments().map(|argument| &argument.target);
    let mut targets = arguments.chain(operation.constants.iter().map(|constant| &constant.target));
    if targets.any(names_style) {
        imports.add("crate::runtime::style", "Style");
    }
    let mut arguments = operation.all_arguments();
    if arguments.any(|argument| argument.conversion == Conversion::Items) {
        imports.add("crate::runtime", "collections");
    }
    if operation.has_stream_flag() {
        imports.add("crate::runtime::stream_flag", "AskForStream");
    }
    if operation.failure.is_some() {
        imports.add("crate::runtime::failure", "Failed");
        imports.add("crate::runtime::failure", "Fallible");
    }
    if let Some(failures) = &operation.failures {
        imports.add("crate::runtime::failures", "Failures");
        match failures.body {
            FailureBody::Shared(_) => imports.add("crate", "models"),
            FailureBody::OfOperation | FailureBody::Any => {}
        }
    }
    if let Some(paging) = &operation.paging {
        imports.add_type(&paging.item);
        imports.add("crate::runtime::pages", "Paged");
        imports.add("crate::runtime::paging", "Paging");
    }
    imports.add("crate::runtime::raw_response", "RawResponse");
    imports.add("crate::runtime::request", "Operation");
    super::visit_types(operation, &mut |ty| imports.add_type(ty));
    imports.finish()
}

/// Whether a call names a style.
fn names_style(target: &Target) -> bool {
    match target {
        Target::Parameter(_, style) => style.is_some(),
        Target::Form(styles) => !styles.is_empty(),
        Target::FormReserved(..) => true,
        Target::Json(_)
        | Target::Text(_)
        | Target::Scalar(_)
        | Target::Plain(_)
        | Target::Multipart(_)
        | Target::JsonLines(_)
        | Target::JsonSequence(_)
        | Target::ContentType => false,
    }
}
