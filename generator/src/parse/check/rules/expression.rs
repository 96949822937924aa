//! Braces in the text of paths, servers and callbacks.

use crate::diagnostic::Diagnostic;
use crate::openapi::Template;
use crate::parse::check::Cx;
use crate::read::Node;

/// No variable occurs twice in a path.
pub fn paths<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    if !cx.dialect.has_unique_path_variables() {
        return;
    }
    for path in node.fixed_entries() {
        let mut names: Vec<&str> = Vec::new();
        let Some(template) = Template::read(&path.key) else {
            continue;
        };
        for name in template.variables() {
            if names.contains(&name) {
                let message = format!("the path names `{{{name}}}` twice");
                let help = "give each variable of the path a name and a parameter of its own";
                cx.report(Diagnostic::forbidden(path.key_span, message, help));
                break;
            }
            names.push(name);
        }
    }
}

/// The expressions in the key of a callback are closed.
pub fn callback<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for entry in node.fixed_entries().filter(|entry| entry.key != "$ref") {
        if Template::read(&entry.key).is_none() {
            let message = format!("the braces of the expression `{}` do not match", entry.key);
            let help = "put each expression in braces of its own, such as `{$request.body#/url}`";
            cx.report(Diagnostic::forbidden(entry.key_span, message, help));
        }
    }
}

/// The variables of a server's URL are closed.
pub fn server<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let is_open = |url: &&Node<'_>| {
        let text = url.as_str();
        text.is_some_and(|text| Template::read(text).is_none())
    };
    if let Some(url) = node.get("url").filter(is_open) {
        let message = "the braces of the URL do not match";
        let help = "put the name of each variable in braces of its own, such as `{region}`";
        cx.report(Diagnostic::forbidden(url.span, message, help));
    }
}
