//! Operations of the path items.

use super::docs::docs;
use super::security::Credentials;
use super::{Cx, Lowered, body, parameter, path, response, server};
use crate::Choice;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Method, Operation, PathTemplate, Place, title};
use crate::read::Node;

/// The chosen operations, in the order of the document, and how messages call them. One that cannot be lowered is left out
/// of the first list.
pub fn operations<'d>(
    cx: &mut Cx<'d, '_>,
    credentials: &mut Credentials<'d>,
    only: &[Choice],
) -> (Vec<Operation>, Vec<String>) {
    let mut operations = Vec::new();
    let mut chosen = Vec::new();
    let paths = cx.document.root.get("paths");
    for path_item in paths.into_iter().flat_map(Node::fixed_entries) {
        let Ok(path) = path::template(cx, path_item) else {
            continue;
        };
        let Ok(target) = cx.resolve(&path_item.value) else {
            continue;
        };
        if target.name.is_some() {
            for sibling in path_item
                .value
                .fixed_entries()
                .filter(|entry| entry.key != "$ref")
            {
                let message = format!("`{}` beside `$ref` is ignored", sibling.key);
                let ignored = Diagnostic::new(Code::ReferenceSibling, sibling.key_span, message);
                cx.report(ignored.help("move it into the path item that the reference leads to"));
            }
        }
        let path_item = target.node;
        for (field, method) in Method::FIELDS {
            let Some(node) = path_item.get(field).filter(|node| is_chosen(node, only)) else {
                continue;
            };
            chosen.push(title(&method, &path.text));
            let lowering = Lowering {
                path_item,
                node,
                method,
                path: &path,
            };
            if let Ok(operation) = operation(cx, credentials, &lowering) {
                operations.push(operation);
            }
        }
    }
    (operations, chosen)
}

fn is_chosen(node: &Node<'_>, only: &[Choice]) -> bool {
    let tags = node.get("tags").map_or(&[][..], Node::items);
    let id = node.get("operationId").and_then(Node::scalar_text);
    let is_it = |choice: &Choice| match choice {
        Choice::Tag(tag) => tags.iter().any(|own| own.scalar_text() == Some(tag)),
        Choice::Operation(chosen) => id == Some(chosen),
    };
    only.is_empty() || only.iter().any(is_it)
}

/// What an operation is made from.
struct Lowering<'d, 's, 'a> {
    path_item: &'d Node<'s>,
    node: &'d Node<'s>,
    method: Method,
    path: &'a PathTemplate,
}

fn operation<'d, 's>(
    cx: &mut Cx<'d, 's>,
    credentials: &mut Credentials<'d>,
    lowering: &Lowering<'d, 's, '_>,
) -> Lowered<Operation> {
    let Lowering {
        path_item,
        node,
        ref method,
        path,
    } = *lowering;
    cx.sound(node)?;
    let id = match node.get("operationId").and_then(Node::scalar_text) {
        Some(id) => id.to_owned(),
        None => format!("{} {}", method.as_str().to_lowercase(), path.text),
    };
    report_callbacks(cx, node);
    let place = Place::operation(&id);
    let parameters = parameter::parameters(cx, [node, path_item], path, &place);
    let bodies = body::bodies(cx, node, &place);
    let mut responses = response::responses(cx, node, &place);
    if let (Method::Head, Ok(responses)) = (method, &mut responses) {
        responses.have_no_bodies();
    }
    let security = credentials.of_operation(cx, node);
    let (mut parameters, bodies, responses, security) =
        (parameters?, bodies?, responses?, security?);
    parameters.retain(|parameter| {
        let is_secret = credentials.fill(&security, parameter);
        if is_secret {
            let message = format!("the parameter `{}` is a credential", parameter.wire);
            let repaired = Diagnostic::new(Code::Repaired, node.span, message).label("left out");
            cx.report(repaired.help("remove the parameter: the security scheme sends it"));
        }
        !is_secret
    });
    Ok(Operation {
        id,
        method: method.clone(),
        path: path.clone(),
        server: server(cx, path_item, node),
        docs: docs(node),
        deprecated: node
            .get("deprecated")
            .and_then(Node::as_bool)
            .unwrap_or(false),
        parameters,
        bodies,
        accept: responses.accept,
        successes: responses.successes,
        failures: responses.failures,
        headers: responses.headers,
        security: security.alternatives,
        optional_security: security.is_optional,
        idempotent: idempotent(cx, node),
    })
}

/// The server of an operation or of its path item, where it has one of its own.
fn server<'d, 's>(
    cx: &mut Cx<'d, 's>,
    path_item: &'d Node<'s>,
    node: &'d Node<'s>,
) -> Option<String> {
    let own = [node, path_item]
        .into_iter()
        .find(|node| node.get("servers").is_some())?;
    let server = server::servers(cx, own).into_iter().next()?;
    let url = server.default_url();
    if url.starts_with("http://") || url.starts_with("https://") {
        return Some(url);
    }
    let message = "a relative server of a path or an operation is not generated";
    let span = own
        .entry("servers")
        .map_or(own.span, |servers| servers.key_span);
    let unsupported = Diagnostic::new(Code::Unsupported, span, message);
    cx.report(unsupported.help("requests go to the document's server: write an absolute URL"));
    None
}

fn report_callbacks(cx: &mut Cx<'_, '_>, node: &Node<'_>) {
    if let Some(callbacks) = node.entry("callbacks") {
        let message = "callbacks are not generated: the API calls them, not its client";
        let unsupported = Diagnostic::new(Code::Unsupported, callbacks.key_span, message);
        cx.report(
            unsupported.help("leave them as they are: the rest of the operation is generated"),
        );
    }
}

fn idempotent(cx: &mut Cx<'_, '_>, node: &Node<'_>) -> Option<bool> {
    let extension = node.get("x-sdk-idempotent")?;
    let value = extension.as_bool();
    if value.is_none() {
        let message = "`x-sdk-idempotent` must be `true` or `false`";
        let wrong = Diagnostic::new(Code::Extension, extension.span, message);
        cx.report(wrong.help("write `x-sdk-idempotent: false` where a repetition does harm"));
    }
    value
}
