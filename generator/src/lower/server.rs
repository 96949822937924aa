//! `servers`.

use super::Cx;
use super::docs::docs;
use crate::ir::{DocNote, DocNoteValue, Server, ServerVariable, UrlPiece};
use crate::read::{Entry, Node};

/// The servers that stand at a node.
pub fn servers(cx: &Cx<'_, '_>, node: &Node<'_>) -> Vec<Server> {
    let nodes = node.get("servers").map_or(&[][..], Node::items);
    nodes.iter().filter_map(|node| server(cx, node)).collect()
}

fn server(cx: &Cx<'_, '_>, node: &Node<'_>) -> Option<Server> {
    cx.sound(node).ok()?;
    let url = node.get("url").and_then(Node::scalar_text)?;
    let variables = node.get("variables").map_or(&[][..], Node::entries);
    let variables: Vec<ServerVariable> = variables.iter().filter_map(variable).collect();
    Some(Server {
        url: pieces(url, &variables),
        docs: docs(node),
    })
}

fn variable(entry: &Entry<'_>) -> Option<ServerVariable> {
    let node = &entry.value;
    let default = node.get("default").and_then(Node::scalar_text)?.to_owned();
    let mut docs = docs(node);
    let mut tell = |label: &'static str, value| {
        let label = label.into();
        docs.notes.push(DocNote { label, value });
    };
    tell("Default", DocNoteValue::Code(default.clone()));
    let values = node.get("enum").map_or(&[][..], Node::items).iter();
    let values: Vec<String> = values
        .filter_map(|value| value.scalar_text().map(str::to_owned))
        .collect();
    if !values.is_empty() {
        tell("One of", DocNoteValue::Codes(values));
    }
    Some(ServerVariable {
        name: entry.key.to_string(),
        default,
        docs,
    })
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
