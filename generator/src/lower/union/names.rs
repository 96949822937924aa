//! What the members of a union are called that have no names of their own.

use std::collections::HashMap;

use super::tell_apart::{constants, inferred_tag};
use crate::lower::object::Properties;
use crate::lower::{Cx, Lowered, all_of};
use crate::read::Node;

/// A name for each member: that of its schema, its title, the constant that tells it apart, what only it requires, or what kind
/// of value it is. What is left is numbered.
pub fn names<'d, 's>(
    cx: &mut Cx<'d, 's>,
    members: &[&'d Node<'s>],
    tag: Option<&str>,
) -> Lowered<Vec<String>> {
    let mut nodes = Vec::new();
    let mut properties = Vec::new();
    for member in members {
        let target = cx.resolve(member)?;
        let component = cx.names.of(target.node.span).map(str::to_owned);
        let name = component.or_else(|| target.name.map(str::to_owned));
        nodes.push((name, target.node));
        if target.node.get("properties").is_some() {
            properties.push(Some(all_of::properties(cx, target.node)?));
        } else {
            properties.push(None);
        }
    }
    let objects: Vec<&Properties<'d, 's>> = properties.iter().flatten().collect();
    let tag = match tag {
        Some(tag) => Some(tag.to_owned()),
        None => inferred_tag(cx, &objects),
    };
    let mut requiring: HashMap<&String, usize> = HashMap::new();
    for name in objects.iter().flat_map(|object| &object.required) {
        *requiring.entry(name).or_default() += 1;
    }
    let mut names = Vec::new();
    for (index, ((name, node), properties)) in nodes.iter().zip(&properties).enumerate() {
        let constant: Option<[String; 1]> = match (&tag, properties) {
            (Some(tag), Some(properties)) => {
                <[String; 1]>::try_from(constants(cx, properties, tag)).ok()
            }
            _ => None,
        };
        let own = properties.as_ref().and_then(|properties| {
            let mut required = properties.required.iter();
            required.find(|name| requiring.get(name) == Some(&1))
        });
        let title = node.get("title").and_then(Node::as_str);
        let is_object = properties.is_some();
        let given = name.as_deref().or(title).map(str::to_owned);
        let given = given.or(constant.map(|[constant]| constant));
        let found = given
            .or_else(|| own.cloned().filter(|_| objects.len() > 1))
            .or_else(|| {
                kind(node)
                    .filter(|_| !is_object || objects.len() == 1)
                    .map(str::to_owned)
            });
        names.push(match found.as_deref().map(str::trim) {
            None => format!("variant {}", index + 1),
            Some("") => "empty".to_owned(),
            Some(name) => name.to_owned(),
        });
    }
    Ok(names)
}

/// The word for a kind of values; the one value, where there is only one.
fn kind<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match node.get("enum").map_or(&[][..], Node::items) {
        [] => {}
        [value] => return value.scalar_text(),
        _ => return Some("choice"),
    }
    match node.get("type").and_then(Node::as_str)? {
        "string" => Some("text"),
        "array" => Some("list"),
        "object" => Some("object"),
        _ => None,
    }
}
