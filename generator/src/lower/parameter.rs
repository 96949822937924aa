//! Parameters of path items and operations.

use super::docs::value_docs;
use super::{Cx, Lowered, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Location, Parameter, PathTemplate, Place, Presence, Type};
use crate::parse::tree::Node;

/// The parameters of an operation: its own ones, and those of its path item that it does not override. Those of the path
/// come first, in the path's order.
pub fn parameters<'d, 's>(
    cx: &mut Cx<'d, 's>,
    path_item: &'d Node<'s>,
    operation: &'d Node<'s>,
    path: &PathTemplate,
    place: &Place,
) -> Lowered<Vec<Parameter>> {
    let mut parameters: Vec<Parameter> = Vec::new();
    let mut failed = None;
    for node in [operation, path_item].into_iter().filter_map(|node| node.get("parameters")) {
        for node in node.items() {
            match parameter(cx, node, place) {
                Ok(Some(parameter)) if !parameters.iter().any(|known| is_same(known, &parameter)) => {
                    parameters.push(parameter);
                }
                Ok(_) => {}
                Err(reported) => failed = Some(reported),
            }
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    fit_to_path(cx, operation, &mut parameters, path);
    let position = |parameter: &Parameter| match parameter.location {
        Location::Path => path.parameters.iter().position(|name| *name == parameter.wire),
        Location::Query | Location::Header => None,
    };
    parameters.sort_by_key(|parameter| (parameter.location, position(parameter)));
    Ok(parameters)
}

fn is_same(one: &Parameter, other: &Parameter) -> bool {
    one.wire == other.wire && one.location == other.location
}

/// One parameter; `None` where OpenAPI says that it is to be ignored.
fn parameter<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, place: &Place) -> Lowered<Option<Parameter>> {
    let node = cx.resolve(node)?.node;
    let name = node.get("name").and_then(Node::scalar_text).unwrap_or_default();
    let location = match node.get("in").and_then(Node::as_str).unwrap_or_default() {
        "path" => Location::Path,
        "query" => Location::Query,
        // Section 4.7.12.2: definitions of these three are ignored.
        "header" if is_reserved_header(name) => return Ok(None),
        "header" => Location::Header,
        other => return Err(unsupported(cx, node, &format!("the {other} parameter `{name}`"))),
    };
    let Some(schema_node) = node.get("schema") else {
        return Err(unsupported(cx, node, &format!("the parameter `{name}`, which has no `schema`,")));
    };
    check_style(cx, node, location, name)?;
    let is_required = node.get("required").and_then(Node::as_bool).unwrap_or(false);
    let ty = schema::schema(cx, schema_node, &place.below(name))?.non_null();
    let schema_node = cx.resolve(schema_node)?.node;
    Ok(Some(Parameter {
        wire: name.to_owned(),
        location,
        ty,
        presence: if is_required || location == Location::Path { Presence::Required } else { Presence::Optional },
        docs: value_docs(node, Some(schema_node)),
        deprecated: node.get("deprecated").and_then(Node::as_bool).unwrap_or(false),
    }))
}

fn is_reserved_header(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Only the default style of each location is generated.
fn check_style(cx: &mut Cx<'_, '_>, node: &Node<'_>, location: Location, name: &str) -> Lowered<()> {
    let (style, explode) = match location {
        Location::Path | Location::Header => ("simple", false),
        Location::Query => ("form", true),
    };
    let is_default = node.get("style").and_then(Node::as_str).is_none_or(|written| written == style)
        && node.get("explode").and_then(Node::as_bool).is_none_or(|written| written == explode)
        && node.get("allowReserved").and_then(Node::as_bool).is_none_or(|written| !written);
    if is_default {
        return Ok(());
    }
    Err(unsupported(cx, node, &format!("the style of the parameter `{name}`")))
}

fn unsupported(cx: &mut Cx<'_, '_>, node: &Node<'_>, what: &str) -> crate::diagnostic::Reported {
    let message = format!("{what} is not generated yet");
    cx.report(Diagnostic::new(Code::Unsupported, node.span, message).help("the operation is left out"))
}

/// Every place of the template gets its parameter, and no other place has one.
fn fit_to_path(cx: &mut Cx<'_, '_>, operation: &Node<'_>, parameters: &mut Vec<Parameter>, path: &PathTemplate) {
    let is_declared = |parameters: &[Parameter], name: &str| {
        parameters.iter().any(|parameter| parameter.location == Location::Path && parameter.wire == name)
    };
    parameters.retain(|parameter| {
        let fits = parameter.location != Location::Path || path.parameters.contains(&parameter.wire);
        if !fits {
            let message = format!("the path `{}` has no place for the parameter `{}`", path.text, parameter.wire);
            let help = format!("write `{{{}}}` in the path, or remove the parameter", parameter.wire);
            let repaired = Diagnostic::new(Code::Repaired, operation.span, message).label("left out");
            cx.report(repaired.help(help));
        }
        fits
    });
    for name in &path.parameters {
        if is_declared(parameters, name) {
            continue;
        }
        let message = format!("`{{{name}}}` of the path `{}` is not declared as a parameter", path.text);
        let help = format!("add `{{name: {name}, in: path, required: true, schema: {{type: string}}}}` to `parameters`");
        let repaired = Diagnostic::new(Code::Repaired, operation.span, message).label("taken for a string");
        cx.report(repaired.help(help));
        parameters.push(Parameter {
            wire: name.clone(),
            location: Location::Path,
            ty: Type::String,
            presence: Presence::Required,
            docs: Docs::default(),
            deprecated: false,
        });
    }
}
