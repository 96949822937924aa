//! Parameters of path items and operations.

use super::docs::docs;
use super::facts::value_docs;
use super::media_type::{self, Format};
use super::{Cx, Lowered, names, schema, security};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Docs, Location, Parameter, PathTemplate, Place, Presence, Scalar, Spelling, Style, Type,
};
use crate::read::Node;

/// The parameters of an operation, whose owners are itself and its path item: what the first one says overrides the second. Those of the path
/// come first, in the path's order.
pub fn parameters<'d, 's>(
    cx: &mut Cx<'d, 's>,
    owners: [&'d Node<'s>; 2],
    path: &PathTemplate,
    place: &Place,
) -> Lowered<Vec<Parameter>> {
    let mut parameters: Vec<Parameter> = Vec::new();
    let mut failed = None;
    for node in owners.into_iter().filter_map(|node| node.get("parameters")) {
        for node in node.items() {
            match parameter(cx, node, place) {
                Ok(Some(parameter))
                    if !parameters.iter().any(|known| is_same(known, &parameter)) =>
                {
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
    fit_to_path(&mut parameters, path);
    let position = |parameter: &Parameter| match parameter.location {
        Location::Path => path
            .parameters
            .iter()
            .position(|name| *name == parameter.wire),
        Location::Query | Location::Header | Location::Cookie => None,
    };
    parameters.sort_by_key(|parameter| (parameter.location, position(parameter)));
    Ok(parameters)
}

fn is_same(one: &Parameter, other: &Parameter) -> bool {
    one.wire == other.wire && one.location == other.location
}

/// One parameter; `None` where OpenAPI says that it is to be ignored.
fn parameter<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    place: &Place,
) -> Lowered<Option<Parameter>> {
    let node = cx.resolve(node)?.node;
    // Without these, nobody knows what to send, and that is told.
    if node.get("name").is_none() || node.get("in").is_none() {
        cx.sound(node)?;
    }
    let name = node
        .get("name")
        .and_then(Node::scalar_text)
        .unwrap_or_default();
    let location = match node.get("in").and_then(Node::as_str).unwrap_or_default() {
        "path" => Location::Path,
        "query" => Location::Query,
        // Section 4.7.12.2: definitions of these three are ignored.
        "header" if is_reserved_header(name) => return Ok(None),
        "header" => Location::Header,
        // The check has reported any other word.
        _ => Location::Cookie,
    };
    if matches!(location, Location::Header | Location::Cookie) && !security::is_token(name) {
        let message = format!("`{name}` is no legal name of a header or a cookie");
        let span = node.get("name").map_or(node.span, |name| name.span);
        let illegal = Diagnostic::new(Code::UnknownValue, span, message);
        return Err(cx.report(illegal.help(security::TOKEN_HELP)));
    }
    let content = node
        .get("content")
        .and_then(|content| content.entries().first());
    let schema_node = node
        .get("schema")
        .or_else(|| content.and_then(|entry| entry.value.get("schema")));
    let spelling = match content {
        Some(entry) => match media_type::format(&entry.key) {
            Format::Json => Spelling::Json,
            Format::Text => Spelling::Default,
            Format::Form | Format::Bytes | Format::Multipart => {
                let message = format!(
                    "the parameter `{name}` of the media type `{}` is not generated yet",
                    entry.key
                );
                let unsupported = Diagnostic::new(Code::Unsupported, entry.key_span, message);
                return Err(cx.report(unsupported.help("the operation is left out")));
            }
        },
        None => spelling(node, location),
    };
    if let Some(schema) = schema_node {
        report_depth(cx, name, schema, spelling);
    }
    let is_required = node
        .get("required")
        .and_then(Node::as_bool)
        .unwrap_or(false);
    let place = match names::holder(cx, node) {
        Some(holder) => holder.below("parameter"),
        None => place.property(name),
    };
    let ty = match schema_node {
        Some(schema) => schema::schema(cx, schema, &place)?.non_null(),
        None => Type::Scalar(Scalar::String),
    };
    let docs = match schema_node {
        Some(schema) => value_docs(cx, node, schema, &ty),
        None => docs(node),
    };
    Ok(Some(Parameter {
        wire: name.to_owned(),
        location,
        spelling,
        ty,
        presence: if is_required || location == Location::Path {
            Presence::Required
        } else {
            Presence::Optional
        },
        docs,
        deprecated: node
            .get("deprecated")
            .and_then(Node::as_bool)
            .unwrap_or(false),
    }))
}

/// How a parameter with a schema is spelled: what it says, else what its location does by default.
fn spelling(node: &Node<'_>, location: Location) -> Spelling {
    let default = match location {
        Location::Path | Location::Header => "simple",
        Location::Query | Location::Cookie => "form",
    };
    let style = node.get("style").and_then(Node::as_str).unwrap_or(default);
    let explode = node
        .get("explode")
        .and_then(Node::as_bool)
        .unwrap_or(style == "form");
    let is_reserved = node
        .get("allowReserved")
        .and_then(Node::as_bool)
        .unwrap_or(false);
    match (location, self::style(style, explode)) {
        (Location::Query, Some(Style::FormExplode) | None) if is_reserved => Spelling::Reserved,
        (_, None)
        | (Location::Path | Location::Header, Some(Style::Simple))
        | (Location::Query | Location::Cookie, Some(Style::FormExplode)) => Spelling::Default,
        (_, Some(style)) => Spelling::Styled(style),
    }
}

/// Only `deepObject` has a way to write what is deeper than a list or an object of plain values (section 4.7.12.4).
fn report_depth<'d, 's>(cx: &mut Cx<'d, 's>, name: &str, schema: &'d Node<'s>, spelling: Spelling) {
    if matches!(
        spelling,
        Spelling::Styled(Style::DeepObject) | Spelling::Json
    ) {
        return;
    }
    let Ok(target) = cx.resolve(schema) else {
        return;
    };
    let properties = target.node.get("properties").map_or(&[][..], Node::entries);
    let properties = properties.iter().map(|entry| &entry.value);
    for inner in target.node.get("items").into_iter().chain(properties) {
        let Ok(value) = cx.resolve(inner) else {
            continue;
        };
        let kind = value.node.get("type").and_then(Node::as_str);
        let is_deep = matches!(kind, Some("array" | "object"));
        if is_deep || value.node.get("properties").is_some() {
            let message = format!("`{name}` holds lists or objects within others");
            let deep = Diagnostic::new(Code::Unsupported, inner.span, message)
                .label("refused when it is sent");
            cx.report(deep.help(
                "no style but `deepObject` can write them: declare the parameter with `content`, as JSON",
            ));
        }
    }
}

/// A style with its `explode`. Lists with spaces or bars are exploded as forms are.
pub fn style(name: &str, explode: bool) -> Option<Style> {
    match (name, explode) {
        ("simple", false) => Some(Style::Simple),
        ("simple", true) => Some(Style::SimpleExplode),
        ("label", false) => Some(Style::Label),
        ("label", true) => Some(Style::LabelExplode),
        ("matrix", false) => Some(Style::Matrix),
        ("matrix", true) => Some(Style::MatrixExplode),
        ("form", false) => Some(Style::Form),
        ("form" | "spaceDelimited" | "pipeDelimited", true) => Some(Style::FormExplode),
        ("spaceDelimited", false) => Some(Style::SpaceDelimited),
        ("pipeDelimited", false) => Some(Style::PipeDelimited),
        ("deepObject", _) => Some(Style::DeepObject),
        _ => None,
    }
}

fn is_reserved_header(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Every place of the template gets its parameter, and no other place has one. The check has told where they differ.
fn fit_to_path(parameters: &mut Vec<Parameter>, path: &PathTemplate) {
    let is_declared = |parameters: &[Parameter], name: &str| {
        parameters
            .iter()
            .any(|parameter| parameter.location == Location::Path && parameter.wire == name)
    };
    parameters.retain(|parameter| {
        parameter.location != Location::Path || path.parameters.contains(&parameter.wire)
    });
    for name in &path.parameters {
        if is_declared(parameters, name) {
            continue;
        }
        parameters.push(Parameter {
            wire: name.clone(),
            location: Location::Path,
            spelling: Spelling::Default,
            ty: Type::Scalar(Scalar::String),
            presence: Presence::Required,
            docs: Docs::default(),
            deprecated: false,
        });
    }
}
