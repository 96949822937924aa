//! Schemas that extend a common one by `allOf`, and are told apart by its discriminator.

use super::tags::{Held, Tags};
use super::tell_apart::texts;
use crate::lower::{Cx, all_of, names};
use crate::parse::resolve::Target;
use crate::read::Node;

/// How many `allOf`s are looked through.
const DEPTH: usize = 20;

/// The schemas of the document that extend this one, which has a discriminator and names no members itself: the values of the
/// schema are theirs. Empty for any other schema.
pub fn children<'d, 's>(cx: &mut Cx<'d, 's>, parent: &'d Node<'s>) -> Vec<&'d Node<'s>> {
    let is_parent = parent.get("discriminator").is_some()
        && parent.get("oneOf").is_none()
        && parent.get("anyOf").is_none();
    if !is_parent || cx.names.of(parent.span).is_none() {
        return Vec::new();
    }
    let components = cx.document.root.get("components");
    let schemas = components.and_then(|components| components.get("schemas"));
    let schemas = schemas.map_or(&[][..], Node::entries);
    let mut children = Vec::new();
    for entry in schemas {
        if let Some(node) = names::own_schema(cx, &entry.value)
            && is_child(cx, node, parent)
        {
            children.push(node);
        }
    }
    children
}

/// Of the schemas that extend this one the one that a value is of, by its tag.
pub fn child_of_value<'d, 's>(
    cx: &mut Cx<'d, 's>,
    parent: &'d Node<'s>,
    value: &Node<'_>,
) -> Option<&'d Node<'s>> {
    let discriminator = parent.get("discriminator")?;
    let property = discriminator.get("propertyName")?.as_str()?;
    let tag = value.get(property)?.as_str()?;
    children(cx, parent).into_iter().find(|child| {
        let schema = Target {
            node: child,
            name: None,
        };
        let properties = all_of::properties(cx, child);
        let held = properties.map_or_else(|_| Vec::new(), |all| texts(cx, &all, property));
        let held = Held {
            is_shared: held.len() > 1,
            values: held,
        };
        let tags = Tags::of(cx, Some(discriminator), &schema).among(&held);
        tags.iter().any(|known| known == tag)
    })
}

/// Whether a schema names another one in its own `allOf`.
pub fn is_child<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, parent: &'d Node<'s>) -> bool {
    let members = node.get("allOf").map_or(&[][..], Node::items);
    members.iter().any(|member| {
        member.get("$ref").is_some()
            && cx
                .resolve(member)
                .is_ok_and(|target| target.node.span == parent.span)
    })
}

/// The discriminator of the schema that all of these extend.
pub fn shared_discriminator<'d, 's>(
    cx: &mut Cx<'d, 's>,
    members: &[&'d Node<'s>],
) -> Option<&'d Node<'s>> {
    let mut shared: Option<&'d Node<'s>> = None;
    for member in members {
        let found = inherited(cx, member, DEPTH)?;
        if shared.is_some_and(|shared| shared.span != found.span) {
            return None;
        }
        shared = Some(found);
    }
    shared
}

fn inherited<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    depth: usize,
) -> Option<&'d Node<'s>> {
    let target = cx.resolve(node).ok()?.node;
    let members = target.get("allOf").map_or(&[][..], Node::items);
    members.iter().find_map(|member| {
        let base = cx.resolve(member).ok()?.node;
        match base.get("discriminator") {
            Some(discriminator) => Some(discriminator),
            None => inherited(cx, base, depth.checked_sub(1)?),
        }
    })
}
