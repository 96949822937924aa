//! Paths: their templates against each other and against the parameters of their operations.

use std::collections::HashMap;

use super::Check;
use super::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Method;
use crate::parse::tree::{Entry, Node, Span};

/// Every place of a template has its parameter, every path parameter has its place, and no two paths match the same requests.
pub fn templates<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let mut known: HashMap<String, &Entry<'_>> = HashMap::new();
    let mut ids: HashMap<&str, Span> = HashMap::new();
    for path in node.fixed_entries() {
        let Some(names) = names(&path.key) else {
            continue;
        };
        let shape = names.iter().fold(path.key.to_string(), |shape, name| {
            shape.replace(&format!("{{{name}}}"), "{}")
        });
        if let Some(first) = known.get(&shape) {
            let message = format!(
                "the path `{}` differs from another one in names only",
                path.key
            );
            let duplicate = Diagnostic::new(Code::DuplicatePath, path.key_span, message)
                .related(first.key_span, format!("from `{}`", first.key));
            cx.report(duplicate.help("put the operations of both below one of them"));
        } else {
            known.insert(shape, path);
        }
        if path.key.contains('?') {
            let message = "a path holds no query string";
            let query = Diagnostic::new(Code::Repaired, path.key_span, message);
            cx.report(
                query
                    .label("sent as it is written")
                    .help("declare what follows the `?` as parameters with `in: query`"),
            );
        }
        let Some(item) = cx.target(&path.value) else {
            continue;
        };
        for (field, _) in Method::ALL {
            let Some(operation) = item.entry(field) else {
                continue;
            };
            if let Some(id) = operation.value.get("operationId") {
                unique_id(cx, id, &mut ids);
            }
            parameters(cx, path, &names, item, operation);
        }
    }
}

/// A tag of an operation is named once.
pub fn tags<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let tags = node.get("tags").map_or(&[][..], Node::items);
    for (index, tag) in tags.iter().enumerate() {
        let Some(text) = tag.as_str() else {
            continue;
        };
        if let Some(first) = tags[..index]
            .iter()
            .find(|first| first.as_str() == Some(text))
        {
            let message = format!("the tag `{text}` is given twice");
            let twice = Diagnostic::new(Code::NoEffect, tag.span, message).label("ignored");
            cx.report(
                twice
                    .related(first.span, "first given here")
                    .help("remove one of the two"),
            );
        }
    }
}

fn unique_id<'d>(cx: &mut Check<'_, '_, '_>, id: &'d Node<'_>, ids: &mut HashMap<&'d str, Span>) {
    let Some(text) = id.scalar_text() else {
        return;
    };
    if let Some(first) = ids.get(text) {
        let message = format!("the operationId `{text}` is given twice");
        let twice = Diagnostic::new(Code::Repaired, id.span, message)
            .label("gets a number")
            .related(*first, "first given here");
        cx.report(twice.help("give each operation its own operationId"));
    } else {
        ids.insert(text, id.span);
    }
}

/// The names in the braces of a template; `None` where the braces do not match, which is told where the template is read.
fn names(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((before, inner)) = rest.split_once('{') {
        let (name, after) = inner.split_once('}')?;
        if before.contains('}') || name.is_empty() || name.contains(['{', '/']) {
            return None;
        }
        names.push(name);
        rest = after;
    }
    (!rest.contains('}')).then_some(names)
}

/// A path parameter where it is declared.
struct Declared<'d> {
    name: &'d str,
    span: Span,
}

fn parameters<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    path: &'d Entry<'s>,
    names: &[&str],
    item: &'d Node<'s>,
    operation: &'d Entry<'s>,
) {
    let mut declared: Vec<Declared<'d>> = Vec::new();
    for owner in [&operation.value, item] {
        for node in owner.get("parameters").map_or(&[][..], Node::items) {
            let Some(target) = cx.target(node) else {
                // Whoever cannot be read may be the one that is missing.
                return;
            };
            let name = target
                .get("name")
                .filter(|name| name.scalar_text().is_some());
            let (Some(name), Some(place)) = (name, target.get("in").and_then(Node::as_str)) else {
                return;
            };
            if place == "path" {
                let text = name.scalar_text().unwrap_or_default();
                let is_inline = std::ptr::eq(target, node);
                let span = if is_inline { name.span } else { node.span };
                declared.push(Declared { name: text, span });
            } else if !["query", "header", "cookie"].contains(&place) {
                return;
            }
        }
    }
    let missing = names
        .iter()
        .copied()
        .filter(|name| !declared.iter().any(|declared| declared.name == *name));
    let missing: Vec<&str> = missing.collect();
    let mut meant = Vec::new();
    for surplus in declared
        .iter()
        .filter(|declared| !names.contains(&declared.name))
    {
        let name = surplus.name;
        let message = format!(
            "the path `{}` has no place for the parameter `{name}`",
            path.key
        );
        let repaired = Diagnostic::new(Code::Repaired, surplus.span, message)
            .label("left out")
            .related(path.key_span, "the path");
        let help = match nearest(name, missing.iter().copied()) {
            Some(known) => {
                meant.push(known);
                format!("did you mean `{known}`?")
            }
            None => format!("write `{{{name}}}` in the path, or remove the parameter"),
        };
        cx.report(repaired.help(help));
    }
    for name in missing {
        if meant.contains(&name) {
            continue;
        }
        let message = format!(
            "`{{{name}}}` of the path `{}` is not declared as a parameter",
            path.key
        );
        let repaired = Diagnostic::new(Code::Repaired, path.key_span, message)
            .label("taken for a string")
            .related(operation.key_span, "by this operation");
        cx.report(repaired.help(format!(
            "add `{{name: {name}, in: path, required: true, schema: {{type: string}}}}` to `parameters`"
        )));
    }
}
