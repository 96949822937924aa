//! Servers: the variables in a URL and those that are declared.

use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Template;
use crate::parse::check::{Cx, keyword};
use crate::parse::dialect::tables::SERVER;
use crate::read::{Node, Value};

/// Every variable of the URL is declared, and every declared one is in the URL.
pub fn variables<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let Some((url, text)) = node.get("url").and_then(|url| Some((url, url.as_str()?))) else {
        return;
    };
    // Braces that do not match are reported.
    let Some(template) = Template::read(text) else {
        return;
    };
    if keyword::is_misspelled(cx.dialect, node, &SERVER, "variables") {
        return;
    }
    let names: Vec<&str> = template.variables().collect();
    let declared = node.get("variables").map_or(&[][..], Node::entries);
    let is_declared = |name: &str| declared.iter().any(|variable| variable.key == name);
    let mut undeclared = names.clone();
    undeclared.retain(|name| !is_declared(name));
    for variable in declared {
        let key = variable.key.as_ref();
        if !names.contains(&key) {
            let message = format!("the URL has no variable `{key}`");
            let unused = Diagnostic::new(Code::ServerVariable, variable.key_span, message)
                .label("ignored")
                .related(url.span, "the URL");
            let otherwise = format!("write `{{{key}}}` in the URL, or remove the variable");
            cx.report(with_suggestion_or(
                unused,
                key,
                undeclared.iter().copied(),
                otherwise,
            ));
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

fn default_is_allowed<'d>(cx: &mut Cx<'d, '_>, variable: &'d Node<'d>) {
    let (Some(default), Some(list)) = (variable.get("default"), variable.entry("enum")) else {
        return;
    };
    let values = list.value.items().iter();
    let known: Vec<&str> = values.filter_map(Node::scalar_text).collect();
    if known.is_empty() {
        // What is not a list, or has other values, is reported.
        if matches!(&list.value.value, Value::List(items) if items.is_empty()) {
            let message = "the `enum` of a variable has no values";
            let help = "list the values, or remove `enum`";
            cx.report(Diagnostic::forbidden(list.key_span, message, help));
        }
        return;
    }
    let Some(text) = default.scalar_text().filter(|text| !known.contains(text)) else {
        return;
    };
    let message = format!("the default `{text}` is none of the enumerated values");
    let misfit = Diagnostic::new(Code::ServerVariable, default.span, message)
        .related(list.key_span, "the values");
    let otherwise = "take one of the values, or add it to `enum`";
    cx.report(with_suggestion_or(misfit, text, known, otherwise));
}
