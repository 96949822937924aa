//! Security schemes, of which each type has fields of its own, and the requirements that name them.

use crate::diagnostic::suggest::{nearest, with_suggestion_or};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::parse::check::unresolved::UnresolvedRef;
use crate::read::Node;

/// Notes the schemes that the requirements of an operation or of the document name.
pub fn requirements<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let requirements = node.get("security").map_or(&[][..], Node::items);
    cx.requirements
        .extend(requirements.iter().flat_map(Node::entries));
}

/// The requirements whose schemes are not declared.
pub fn undeclared<'d>(cx: &mut Cx<'d, '_>) -> Vec<UnresolvedRef<'d>> {
    let document = cx.document;
    let root = &document.root;
    let components = root.entry("components").map(|entry| &entry.value);
    let schemes = components.and_then(|components| components.entry("securitySchemes"));
    let schemes = schemes.map(|entry| &entry.value);
    let mut unresolved = Vec::new();
    for entry in std::mem::take(&mut cx.requirements) {
        let name = entry.key.as_ref();
        if let Some(scheme) = schemes.and_then(|schemes| schemes.entry(name)) {
            cx.led_to.insert(scheme.value.span);
            continue;
        }
        // A name of the components comes before a URI.
        if cx.dialect.names_schemes_by_uri()
            && let Some(scheme) = document.find(name, entry.key_span)
        {
            cx.led_to.insert(scheme.span);
            continue;
        }
        let (parent, found) = match (components, schemes) {
            (None, _) => (root, 0),
            (Some(components), None) => (components, 1),
            (Some(_), Some(schemes)) => (schemes, 2),
        };
        let names = schemes.map_or(&[][..], Node::entries).iter();
        let otherwise = format!("declare `{name}` in `components.securitySchemes`");
        let names = names.map(|entry| entry.key.as_ref());
        let message = format!("there is no security scheme `{name}`");
        let path = ["components", "securitySchemes", name].map(str::to_owned);
        unresolved.push(UnresolvedRef {
            span: entry.key_span,
            parent,
            path: path.to_vec(),
            found,
            diagnostic: match components {
                Some(_) => with_suggestion_or(
                    Diagnostic::new(Code::Security, entry.key_span, message),
                    name,
                    names,
                    otherwise,
                ),
                None => Diagnostic::new(Code::Unsupported, entry.key_span, message)
                    .label("the document declares no security schemes")
                    .help("requests are sent without credentials: declare the schemes in `components.securitySchemes`"),
            },
        });
    }
    unresolved
}

/// The scheme of HTTP is one that is registered (RFC 9110, section 16.4.1), or hardly looks like one.
pub fn http(cx: &mut Cx<'_, '_>, node: &Node<'_>) {
    let is_http = node.get("type").and_then(Node::as_str) == Some("http");
    let scheme = node.get("scheme").filter(|_| is_http);
    let Some((scheme, word)) = scheme.and_then(|node| Some((node, node.as_str()?))) else {
        return;
    };
    let is_known = SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(word));
    if let Some(meant) = nearest(word, SCHEMES).filter(|_| !is_known) {
        let message = format!("unknown value `{word}` of `scheme`");
        cx.report(Diagnostic::new(Code::UnknownValue, scheme.span, message).meant(meant));
    }
}

/// The authentication schemes of HTTP that documents name.
const SCHEMES: [&str; 8] = [
    "basic",
    "bearer",
    "digest",
    "dpop",
    "hoba",
    "mutual",
    "negotiate",
    "vapid",
];
