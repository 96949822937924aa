//! Braces in the text of paths, servers and callbacks.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Template;
use crate::read::{Entry, Node};

/// No variable occurs twice in a path.
pub fn paths<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for path in node.fixed_entries() {
        let mut names: Vec<&str> = Vec::new();
        let Some(template) = Template::read(&path.key) else {
            continue;
        };
        for name in template.variables() {
            if names.contains(&name) {
                let message = format!("the path names `{{{name}}}` twice");
                let twice = Diagnostic::new(Code::Forbidden, path.key_span, message);
                let help = "give each variable of the path a name and a parameter of its own";
                cx.report(twice.help(help).harmless());
                break;
            }
            names.push(name);
        }
    }
}

/// The expressions in the key of a callback are closed.
pub fn callback<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for entry in node.fixed_entries().filter(|entry| entry.key != "$ref") {
        unclosed(cx, entry);
    }
}

fn unclosed<'d, 's>(cx: &mut Check<'d, 's, '_>, entry: &'d Entry<'s>) {
    if is_balanced(&entry.key) {
        return;
    }
    let message = format!("the braces of the expression `{}` do not match", entry.key);
    let open = Diagnostic::new(Code::Forbidden, entry.key_span, message);
    let help = "put each expression in braces of its own, such as `{$request.body#/url}`";
    cx.report(open.help(help).harmless());
}

/// The variables of a server's URL are closed.
pub fn server<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(url) = node.get("url") else {
        return;
    };
    if url.as_str().is_none_or(is_balanced) {
        return;
    }
    let message = "the braces of the URL do not match";
    let open = Diagnostic::new(Code::Forbidden, url.span, message);
    let help = "put the name of each variable in braces of its own, such as `{region}`";
    cx.report(open.help(help).harmless());
}

/// Whether each brace is closed before another one opens.
fn is_balanced(text: &str) -> bool {
    Template::read(text).is_some()
}
