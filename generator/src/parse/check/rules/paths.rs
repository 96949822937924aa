//! Paths: their templates against each other and against the parameters of their operations.

use std::collections::{BTreeSet, HashMap};

use super::operations::operations;
use super::path_parameters::{self, PathVariables};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::openapi::Template;
use crate::parse::check::Cx;
use crate::parse::check::keyword::is_near;
use crate::read::{Entry, Node};
use crate::source::Span;

/// Every place of a template has its parameter, every path parameter has its place, and no two paths match the same requests.
pub fn templates<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let mut known: HashMap<String, &Entry<'_>> = HashMap::new();
    let mut ids: HashMap<&str, Span> = HashMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for names in node.fixed_entries().filter_map(|path| names(&path.key)) {
        for name in BTreeSet::from_iter(names) {
            *counts.entry(name).or_default() += 1;
        }
    }
    for path in node.fixed_entries() {
        let Some(names) = names(&path.key) else {
            continue;
        };
        let variables = PathVariables {
            names: &names,
            counts: &counts,
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
        signs(cx, path);
        let Some(item) = cx.target(&path.value) else {
            continue;
        };
        for operation in operations(cx.dialect, item) {
            if let Some(id) = operation.value.get("operationId") {
                unique_id(cx, id, &mut ids);
            }
            path_parameters::check(cx, &variables, path, item, operation);
        }
    }
}

/// Signs that are hardly meant to be sent.
fn signs(cx: &mut Cx<'_, '_>, path: &Entry<'_>) {
    let key = path.key.as_ref();
    let span = path.key_span;
    let mut report = |message: &str, help: &str, edit: Option<Edit>| {
        let sign = Diagnostic::new(Code::Repaired, span, message);
        let sign = sign.label("sent as it is written").help(help);
        cx.report(edit.into_iter().fold(sign, Diagnostic::edit));
    };
    if key.contains('?') {
        let help = "declare what follows the `?` as parameters with `in: query`";
        report("a path holds no query string", help, None);
    }
    if key.starts_with("//") {
        let help = format!("write `/{}`", key.trim_start_matches('/'));
        report("the path holds `//`", &help, None);
    }
    if key.contains("${") {
        let word = key.replace("${", "{");
        let help = format!("write `{word}`");
        let edit = Edit::Replace { span, word };
        report("the path holds `${`", &help, Some(edit));
    }
}

/// Whether one of the paths is this one, with braces or slashes that are reported as wrong.
pub fn has_broken(paths: &Node<'_>, path: &str) -> bool {
    let is_broken = |key: &str| !key.starts_with('/') || names(key).is_none();
    let mut broken = paths.fixed_entries().filter(|entry| is_broken(&entry.key));
    broken.any(|entry| is_near(path, &entry.key))
}

/// A tag of an operation is named once.
pub fn tags<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
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

fn unique_id<'d>(cx: &mut Cx<'_, '_>, id: &'d Node<'_>, ids: &mut HashMap<&'d str, Span>) {
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

/// The names in the braces of a template; `None` where it is not a valid one, which is reported where it is read.
fn names(path: &str) -> Option<Vec<&str>> {
    let names: Vec<&str> = Template::read(path)?.variables().collect();
    let is_valid = |name: &&str| !name.is_empty() && !name.contains('/');
    names.iter().all(is_valid).then_some(names)
}
