//! Servers: the variables in a URL and those that are declared.

use super::{Check, keyword};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Template;
use crate::parse::dialect::tables::SERVER;
use crate::read::{Node, Value};

/// Every variable of the URL is declared, and every declared one is in the URL.
pub fn variables<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some((url, text)) = node.get("url").and_then(|url| Some((url, url.as_str()?))) else {
        return;
    };
    // Braces that do not match are reported.
    let Some(template) = Template::read(text) else {
        return;
    };
    let names: Vec<&str> = template.variables().collect();
    if keyword::is_misspelled(cx.dialect, node, &SERVER, "variables") {
        return;
    }
    let declared = node.get("variables").map_or(&[][..], Node::entries);
    let undeclared: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| !declared.iter().any(|variable| variable.key == *name))
        .collect();
    for variable in declared {
        let key = variable.key.as_ref();
        if !names.contains(&key) {
            let message = format!("the URL has no variable `{key}`");
            let unused = Diagnostic::new(Code::ServerVariable, variable.key_span, message)
                .label("ignored")
                .related(url.span, "the URL");
            let help = match nearest(key, undeclared.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("write `{{{key}}}` in the URL, or remove the variable"),
            };
            cx.report(unused.help(help));
        }
        default_is_allowed(cx, &variable.value);
    }
    for name in undeclared {
        let message = format!("the variable `{name}` of the URL is not declared");
        let undeclared = Diagnostic::new(Code::ServerVariable, url.span, message);
        cx.report(undeclared.help(format!(
            "add `{name}: {{default: …}}` to `variables`, beside `url`"
        )));
    }
}

fn default_is_allowed<'d, 's>(cx: &mut Check<'d, 's, '_>, variable: &'d Node<'s>) {
    let (Some(default), Some(list)) = (variable.get("default"), variable.entry("enum")) else {
        return;
    };
    if list.value.items().is_empty() && matches!(list.value.value, Value::List(_)) {
        let message = "the `enum` of a variable has no values";
        let empty = Diagnostic::new(Code::Forbidden, list.key_span, message);
        cx.report(empty.help("list the values, or remove `enum`").harmless());
        return;
    }
    let known: Vec<&str> = list
        .value
        .items()
        .iter()
        .filter_map(Node::scalar_text)
        .collect();
    if known.is_empty() {
        let empty = Diagnostic::new(
            Code::ServerVariable,
            list.key_span,
            "this `enum` has no values",
        );
        cx.report(
            empty
                .label("ignored")
                .help("list the values, or remove `enum`"),
        );
        return;
    }
    let Some(text) = default.scalar_text().filter(|text| !known.contains(text)) else {
        return;
    };
    let message = format!("the default `{text}` is none of the enumerated values");
    let misfit = Diagnostic::new(Code::ServerVariable, default.span, message)
        .related(list.key_span, "the values");
    let help = match nearest(text, known) {
        Some(known) => format!("did you mean `{known}`?"),
        None => "take one of the values, or add it to `enum`".to_owned(),
    };
    cx.report(misfit.help(help));
}
