//! Operations of the path items.

use super::docs::docs;
use super::response::SuccessFormat;
use super::security::Credentials;
use super::{Cx, Lowered, body, paging, parameter, response, server};
use crate::Choice;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{self, PathTemplate, Place, title};
use crate::openapi::{Document, Method, MethodOperation, Operation, PathItem, Template};

/// The chosen operations, in the order of the document and then those that ask for another format, and how messages call them. One
/// that cannot be lowered is left out of the first list.
pub fn operations<'d>(
    cx: &mut Cx<'_, 'd>,
    credentials: &mut Credentials<'d>,
    only: &[Choice],
) -> (Vec<ir::Operation>, Vec<String>) {
    let document = cx.document;
    let mut operations = Vec::new();
    let mut in_other_formats = Vec::new();
    let mut chosen = Vec::new();
    for entry in &document.paths {
        let path_item = &entry.value;
        let path = path_item.template.as_ref().map(path);
        let text = path.as_ref().map_or(entry.name, |path| &path.text);
        let own = path_item.operations.iter();
        for method_operation in own.filter(|operation| is_chosen(operation, only)) {
            let method = &method_operation.method;
            chosen.push(title(method, text));
            if method_operation.is_ignored {
                continue;
            }
            let (Ok(operation), Some(path)) = (&method_operation.operation, &path) else {
                continue;
            };
            let lowering = Lowering {
                path_item,
                operation,
                method,
                path,
                tag: method_operation.tags.first().copied(),
            };
            let in_formats = self::operation(cx, credentials, &lowering);
            let mut in_formats = in_formats.into_iter().flatten();
            operations.extend(in_formats.next());
            in_other_formats.extend(in_formats);
        }
    }
    operations.extend(in_other_formats);
    (operations, chosen)
}

fn path(template: &Template<'_>) -> PathTemplate {
    let mut parameters: Vec<String> = Vec::new();
    for name in template.variables() {
        if !parameters.iter().any(|known| known == name) {
            parameters.push(name.to_owned());
        }
    }
    PathTemplate {
        text: template.text.to_owned(),
        parameters,
    }
}

fn is_chosen(operation: &MethodOperation<'_>, only: &[Choice]) -> bool {
    let is_it = |choice: &Choice| match choice {
        Choice::Tag(tag) => operation.tags.contains(&tag.as_str()),
        Choice::Operation(id) => operation.id == Some(id),
    };
    only.is_empty() || only.iter().any(is_it)
}

/// What an operation is made from.
struct Lowering<'a, 'd> {
    path_item: &'a PathItem<'d>,
    operation: &'a Operation<'d>,
    method: &'a Method,
    path: &'a PathTemplate,
    tag: Option<&'d str>,
}

/// An operation, once for each format of its success.
fn operation<'d>(
    cx: &mut Cx<'_, 'd>,
    credentials: &mut Credentials<'d>,
    lowering: &Lowering<'_, 'd>,
) -> Lowered<Vec<ir::Operation>> {
    let Lowering {
        path_item,
        operation,
        method,
        path,
        tag,
    } = *lowering;
    let id = match operation.id {
        Some(id) => id.text.to_owned(),
        None => format!("{} {}", method.as_str().to_lowercase(), path.text),
    };
    let name = name(operation).unwrap_or_else(|| id.clone());
    report_callbacks(cx, operation);
    let place = Place::operation(&name);
    let owners = [operation.parameters.as_slice(), &path_item.parameters];
    let parameters = parameter::parameters(cx, owners, path, &place);
    let bodies = match &operation.request_body {
        Some(Ok(request_body)) => body::bodies(cx, method, request_body, &place),
        Some(Err(reported)) => Err(*reported),
        None => Ok(Vec::new()),
    };
    let mut responses = response::responses(cx, operation, &place);
    if let (Method::Head, Ok(responses)) = (method, &mut responses) {
        responses.have_no_bodies();
    }
    let security = credentials.of_operation(cx, operation);
    let (mut parameters, bodies, responses, security) =
        (parameters?, bodies?, responses?, security?);
    parameters.retain(|parameter| {
        let is_secret = credentials.fill(&security, parameter);
        if is_secret {
            let message = format!("the parameter `{}` is a credential", parameter.wire);
            let repaired =
                Diagnostic::new(Code::Repaired, operation.span, message).label("left out");
            cx.report(repaired.help("remove the parameter: the security scheme sends it"));
        }
        !is_secret
    });
    let mut formats = response::formats(&responses).into_iter();
    let usual = formats.next();
    let lowered = ir::Operation {
        origin: ir::Origin(operation.span),
        id,
        name,
        group: group(operation),
        name_in_group: operation
            .name
            .as_ref()
            .and_then(|name| name.method)
            .map(str::to_owned),
        method: method.clone(),
        path: path.clone(),
        tag: tag.map(str::to_owned),
        servers: servers(cx.document, path_item, operation)?,
        docs: docs(cx.document, &operation.words),
        deprecated: operation.deprecated,
        parameters,
        bodies,
        format: None,
        accept: Vec::new(),
        successes: Vec::new(),
        failures: responses.failures,
        headers: responses.headers,
        security: security.alternatives,
        optional_security: security.is_optional,
        idempotent: idempotent(cx, operation),
        paging: None,
    };
    let in_format = |format: SuccessFormat| {
        let mut operation = ir::Operation {
            format: format.name,
            accept: format.accept,
            successes: format.successes,
            ..lowered.clone()
        };
        if operation.is_streamed() {
            let mut parameters = operation.parameters.iter_mut();
            let stream = parameters.find(|parameter| parameter.is_stream());
            stream
                .into_iter()
                .for_each(|stream| stream.constant = Some("true".to_owned()));
        }
        operation
    };
    let in_further_format = |format: SuccessFormat| {
        let mut operation = in_format(format);
        // Each format of the body with each of the success would be too many.
        operation.bodies.truncate(1);
        operation
    };
    let mut usual = usual.map(in_format);
    if let Some(usual) = &mut usual {
        usual.paging = paging::paging(cx, path_item, operation, usual);
    }
    Ok(usual
        .into_iter()
        .chain(formats.map(in_further_format))
        .collect())
}

/// The words of the name that extensions give an operation. Its type is one of the whole crate, so its group is part of it.
fn name(operation: &Operation<'_>) -> Option<String> {
    let name = operation.name.as_ref()?;
    let group = name.group.iter().copied();
    let words: Vec<&str> = group.chain([name.method?]).collect();
    Some(words.join(" "))
}

/// The words of the group that extensions put an operation in.
fn group(operation: &Operation<'_>) -> Option<String> {
    let words = operation.name.as_ref()?.group.join(" ");
    (!words.is_empty()).then_some(words)
}

/// The servers of an operation or of its path item, where it has its own. If the first one cannot be read, the operation has no address.
fn servers(
    document: &Document<'_>,
    path_item: &PathItem<'_>,
    operation: &Operation<'_>,
) -> Lowered<Vec<ir::Server>> {
    let servers = operation.servers.as_ref().or(path_item.servers.as_ref());
    let servers = servers.map(Vec::as_slice).unwrap_or_default();
    match servers.first() {
        Some(Err(reported)) => Err(*reported),
        Some(Ok(_)) | None => Ok(server::servers(document, servers)),
    }
}

fn report_callbacks(cx: &mut Cx<'_, '_>, operation: &Operation<'_>) {
    if let Some(callbacks) = operation.callbacks {
        let message = "callbacks are not generated: the API calls them, not its client";
        let unsupported = Diagnostic::new(Code::Unsupported, callbacks, message);
        cx.report(
            unsupported.help("leave them as they are: the rest of the operation is generated"),
        );
    }
}

fn idempotent(cx: &mut Cx<'_, '_>, operation: &Operation<'_>) -> Option<bool> {
    let extension = operation.idempotent?;
    let value = extension.as_bool();
    if value.is_none() {
        let message = "`x-sdk-idempotent` must be `true` or `false`";
        let wrong = Diagnostic::new(Code::Extension, extension.span(), message);
        cx.report(wrong.help("write `x-sdk-idempotent: false` where a repetition does harm"));
    }
    value
}
