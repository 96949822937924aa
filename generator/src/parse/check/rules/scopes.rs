//! The OAuth scopes that requirements ask for.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::read::Node;

/// Each scope of a requirement is one of its scheme.
pub fn requirements<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let requirements = node.get("security").map_or(&[][..], Node::items);
    for entry in requirements.iter().flat_map(Node::entries) {
        if entry.value.items().is_empty() {
            continue;
        }
        let schemes = cx.document.components("securitySchemes");
        let scheme = schemes.and_then(|schemes| schemes.get(&entry.key));
        let flows = scheme.and_then(|scheme| cx.target(scheme)?.get("flows"));
        let flows = flows.map_or(&[][..], Node::entries).iter();
        let scopes = flows.filter_map(|flow| flow.value.get("scopes"));
        let scopes: Vec<&Node<'_>> = scopes.collect();
        if !scopes.iter().all(|scopes| cx.may_compare(scopes)) {
            return;
        }
        let entries = scopes.iter().flat_map(|scopes| scopes.entries());
        let known: Vec<&str> = entries.map(|scope| scope.key.as_ref()).collect();
        // Many documents leave the list of scopes to prose.
        if known.is_empty() {
            continue;
        }
        for scope in entry.value.items() {
            let Some(text) = scope.as_str().filter(|text| !known.contains(text)) else {
                continue;
            };
            let message = format!("the scheme `{}` declares no scope `{text}`", entry.key);
            // Another scope is another permission: which one is meant is not guessed.
            let help = format!("add `{text}` to the `scopes` of the scheme, or name one of those");
            let undeclared = Diagnostic::new(Code::Repaired, scope.span, message);
            let undeclared = undeclared.label(format!("it declares `{}`", known.join("`, `")));
            cx.report(undeclared.help(help));
        }
    }
}
