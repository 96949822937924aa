//! The variables of a path against the parameters of an operation.

use std::collections::HashMap;

use super::operations::operations;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::check::{Cx, keyword};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{OPERATION, PARAMETER, PATH_ITEM};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// The variables of a path, and how many paths of the document have each.
pub struct PathVariables<'t, 'd> {
    /// In the order of the path.
    pub names: &'t [&'d str],
    /// By their names.
    pub counts: &'t HashMap<&'d str, usize>,
}

/// A parameter where it is declared.
struct Declared<'d> {
    name: &'d str,
    place: &'d Node<'d>,
    /// The parameter itself.
    node: &'d Node<'d>,
    /// What names it here: its name, or a reference to it.
    span: Span,
    /// Whether it is declared where it is.
    is_inline: bool,
    /// Whether other operations have it too.
    is_shared: bool,
}

impl Declared<'_> {
    /// What says where it is sent, or the reference to it.
    fn location(&self) -> Span {
        if self.is_inline {
            self.place.span
        } else {
            self.span
        }
    }
}

/// Every variable of the path is a parameter, and every path parameter a variable.
pub fn check<'d>(
    cx: &mut Cx<'d, '_>,
    variables: &PathVariables<'_, 'd>,
    path: &'d Entry<'d>,
    item: &'d Node<'d>,
    operation: &'d Entry<'d>,
) {
    // The line of another path was lost: what was below it is here.
    let mut keys = item.entries().iter();
    if keys.any(|entry| cx.repeated.contains(&entry.key_span)) {
        return;
    }
    let Some(declared) = declared(cx, item, &operation.value) else {
        return;
    };
    let in_path = |declared: &&Declared<'_>| declared.place.as_str() == Some("path");
    let mut missing = variables.names.to_vec();
    missing.retain(|name| {
        !declared
            .iter()
            .filter(in_path)
            .any(|known| known.name == *name)
    });
    let is_surplus = |declared: &&Declared<'_>| !variables.names.contains(&declared.name);
    let surplus_count = declared.iter().filter(in_path).filter(is_surplus).count();
    for surplus in declared.iter().filter(in_path) {
        if variables.names.contains(&surplus.name) {
            continue;
        }
        let only = match (missing.as_slice(), surplus_count) {
            ([only], 1) if declared.iter().all(|known| known.name != *only) => Some(*only),
            _ => None,
        };
        // What differs by a slip only is hardly called so on purpose.
        let near = nearest(surplus.name, missing.iter().copied());
        match (near, near.or(only)) {
            (near, Some(meant)) => {
                missing.retain(|name| *name != meant);
                let code = near.map_or(Code::Repaired, |_| Code::PathTemplate);
                misnamed(cx, code, (variables, path), surplus, meant);
            }
            (_, None) => stray(cx, path, surplus),
        }
    }
    for name in missing {
        match declared.iter().find(|declared| declared.name == name) {
            Some(elsewhere) => misplaced(cx, path, elsewhere),
            None => undeclared(cx, path, operation, name),
        }
    }
}

/// The parameters of an operation; `None` where some of them cannot be read: they may be the ones that are missing.
fn declared<'d>(
    cx: &mut Cx<'d, '_>,
    item: &'d Node<'d>,
    operation: &'d Node<'d>,
) -> Option<Vec<Declared<'d>>> {
    if keyword::is_misspelled(cx.dialect, item, &PATH_ITEM, "parameters")
        || keyword::is_misspelled(cx.dialect, operation, &OPERATION, "parameters")
    {
        return None;
    }
    let mut declared = Vec::new();
    for owner in [operation, item] {
        // What is in their place is reported.
        if let Some(list) = owner.entry("parameters")
            && !matches!(list.value.value, Value::List(_))
        {
            return None;
        }
        for node in owner.get("parameters").map_or(&[][..], Node::items) {
            let target = cx.target(node)?;
            let name = target.get("name")?;
            let place = target.get("in")?;
            let locations = cx.dialect.field(&PARAMETER, "in")?.words();
            if !locations.contains(&place.as_str()?) {
                return None;
            }
            let is_inline = std::ptr::eq(target, node);
            let text = name.scalar_text()?;
            declared.push(Declared {
                name: text,
                place,
                node: target,
                span: if is_inline { name.span } else { node.span },
                is_inline,
                is_shared: !is_inline
                    || std::ptr::eq(owner, item)
                    || is_usual(cx.dialect, item, text),
            });
        }
    }
    Some(declared)
}

/// Whether several operations of a path declare a parameter of this name.
fn is_usual(dialect: Dialect, item: &Node<'_>, name: &str) -> bool {
    let parameters = operations(dialect, item).into_iter().flat_map(|operation| {
        let parameters = operation.value.get("parameters");
        parameters.map_or(&[][..], Node::items)
    });
    let names = parameters.filter_map(|parameter| parameter.get("name")?.scalar_text());
    names.filter(|known| *known == name).count() > 1
}

/// A parameter and a variable that differ by a slip: reported where the slip is, as far as other paths show.
fn misnamed(
    cx: &mut Cx<'_, '_>,
    code: Code,
    (variables, path): (&PathVariables<'_, '_>, &Entry<'_>),
    surplus: &Declared<'_>,
    meant: &str,
) {
    let name = surplus.name;
    let count = |name: &str| variables.counts.get(name).copied().unwrap_or_default();
    let is_elsewhere = count(meant) > 1;
    if !is_elsewhere && (surplus.is_shared || count(name) > 0) {
        let message = format!(
            "`{{{meant}}}` of the path `{}` is not declared as a parameter",
            path.key
        );
        let misnamed = Diagnostic::new(code, path.key_span, message)
            .related(surplus.span, format!("the parameter is called `{name}`"));
        cx.report(
            misnamed
                .harmless()
                .help(format!("did you mean `{{{name}}}`?")),
        );
        return;
    }
    if !surplus.is_inline && count(name) == 0 {
        // The same words for each path that has it: they are reported once.
        let message =
            format!("no path that has the parameter `{name}` has a variable of this name");
        let span = surplus
            .node
            .get("name")
            .map_or(surplus.span, |name| name.span);
        let misnamed = Diagnostic::new(code, span, message)
            .label("left out")
            .harmless();
        return cx.report(misnamed.meant(meant));
    }
    let misnamed = without_place(code, path, name, surplus.span);
    cx.report(if !is_elsewhere {
        // Nothing shows which of the two is the slip.
        misnamed.help(format!(
            "did you mean `{meant}`? else write `{{{name}}}` in the path"
        ))
    } else if surplus.is_inline {
        misnamed.meant(meant)
    } else {
        misnamed.help(format!("did you mean `{meant}`?"))
    });
}

/// A path parameter that is not a variable of the path.
fn stray(cx: &mut Cx<'_, '_>, path: &Entry<'_>, surplus: &Declared<'_>) {
    cx.stray.insert(surplus.node.span);
    let name = surplus.name;
    let mut segments = path.key.split('/');
    if let Some(spelled) = segments.find(|segment| variable(segment) == Some(name)) {
        let message = format!("`{spelled}` of the path `{}` is not a variable", path.key);
        let segments = path.key.split('/').map(|segment| match variable(segment) {
            Some(name) => format!("{{{name}}}"),
            None => segment.to_owned(),
        });
        let template = segments.collect::<Vec<_>>().join("/");
        let wrong = Diagnostic::new(Code::PathTemplate, path.key_span, message)
            .label("sent as it is")
            .related(surplus.span, "the parameter that is meant")
            .help(format!("write `{{{name}}}`"));
        let edit = Edit::Replace {
            span: path.key_span,
            word: template,
        };
        cx.report(wrong.edit(edit).harmless());
        return;
    }
    let help = format!("add `{{{name}}}` to the path, or correct `in`, or remove the parameter");
    cx.report(without_place(Code::Repaired, path, name, surplus.location()).help(help));
}

/// The name of a variable that is written as other frameworks do.
fn variable(segment: &str) -> Option<&str> {
    let spellings = [(":", ""), ("<", ">"), ("(", ")"), ("[", "]")];
    let mut names = spellings
        .iter()
        .filter_map(|(open, close)| segment.strip_prefix(open)?.strip_suffix(close));
    names.next()
}

/// What is said of a path parameter of which the path has no variable.
fn without_place(code: Code, path: &Entry<'_>, name: &str, span: Span) -> Diagnostic {
    let template = path.key.as_ref();
    let message = format!("the path `{template}` has no place for the parameter `{name}`");
    let without = Diagnostic::new(code, span, message).label("left out");
    without.related(path.key_span, "the path").harmless()
}

/// A variable of the path that is declared as a parameter of another place.
fn misplaced(cx: &mut Cx<'_, '_>, path: &Entry<'_>, declared: &Declared<'_>) {
    cx.stray.insert(declared.node.span);
    let name = declared.name;
    let message = format!(
        "the parameter `{name}` is a variable of the path `{}`",
        path.key
    );
    let misplaced = Diagnostic::new(Code::Repaired, declared.location(), message)
        .label("the variable is read as a string")
        .related(path.key_span, "the path");
    cx.report(misplaced.help("write `in: path` and `required: true`"));
}

/// A variable of the path that no parameter declares.
fn undeclared(cx: &mut Cx<'_, '_>, path: &Entry<'_>, operation: &Entry<'_>, name: &str) {
    let message = format!(
        "`{{{name}}}` of the path `{}` is not declared as a parameter",
        path.key
    );
    let undeclared = Diagnostic::new(Code::Repaired, path.key_span, message)
        .label("read as a string")
        .related(operation.key_span, "by this operation");
    cx.report(undeclared.help(format!(
        "add `{{name: {name}, in: path, required: true, schema: {{type: string}}}}` to `parameters`"
    )));
}
