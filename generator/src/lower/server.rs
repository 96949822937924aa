//! `servers`.

use super::Cx;
use super::docs::docs;
use crate::ir::{Fact, FactValue, Server, ServerVariable, UrlPiece};
use crate::parse::tree::Node;

/// The servers that stand at a node.
pub fn servers<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Vec<Server> {
    let nodes = node.get("servers").map_or(&[][..], Node::items);
    nodes.iter().filter_map(|node| server(cx, node)).collect()
}

fn server<'s>(cx: &mut Cx<'_, 's>, node: &Node<'s>) -> Option<Server> {
    let server: openapiv3::Server = cx.read(node).ok()?;
    let variables = server.variables.unwrap_or_default().into_iter();
    let variables: Vec<ServerVariable> = variables
        .map(|(name, variable)| {
            let node = node.get("variables").and_then(|nodes| nodes.get(&name));
            variable_of(name, variable, node)
        })
        .collect();
    Some(Server {
        url: pieces(&server.url, &variables),
        docs: docs(node),
    })
}

fn variable_of(
    name: String,
    variable: openapiv3::ServerVariable,
    node: Option<&Node<'_>>,
) -> ServerVariable {
    let mut docs = node.map(docs).unwrap_or_default();
    let mut tell = |label: &'static str, value| {
        let label = label.into();
        docs.facts.push(Fact { label, value });
    };
    tell("Default", FactValue::Code(variable.default.clone()));
    if !variable.enumeration.is_empty() {
        tell("One of", FactValue::Codes(variable.enumeration));
    }
    ServerVariable {
        name,
        default: variable.default,
        docs,
    }
}

/// Splits a URL at its variables. What is in braces and no variable is text, and told by the check.
fn pieces(url: &str, variables: &[ServerVariable]) -> Vec<UrlPiece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = url;
    while let Some((before, inner)) = rest.split_once('{') {
        text.push_str(before);
        rest = inner;
        let mut here = variables.iter().filter_map(|variable| {
            let after = inner.strip_prefix(&variable.name)?.strip_prefix('}')?;
            Some((variable, after))
        });
        if let Some((variable, after)) = here.next() {
            pieces.push(UrlPiece::Text(std::mem::take(&mut text)));
            pieces.push(UrlPiece::Variable(variable.clone()));
            rest = after;
        } else {
            text.push('{');
        }
    }
    text.push_str(rest);
    pieces.push(UrlPiece::Text(text));
    pieces
}
