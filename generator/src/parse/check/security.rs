//! Security schemes, of which each type has fields of its own, and the requirements that name them.

use super::suggest::nearest;
use super::{Check, keyword};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::shape::{COMPONENTS, OPENAPI};
use crate::parse::tree::{Node, Value};

/// The fields without which nobody knows what to send, and those that the specification asks for besides.
const FIELDS: [(&str, &[&str], &[&str]); 4] = [
    ("apiKey", &["name", "in"], &[]),
    ("http", &["scheme"], &[]),
    ("oauth2", &[], &["flows"]),
    ("openIdConnect", &[], &["openIdConnectUrl"]),
];

/// Each requirement of an operation or of the document names declared schemes.
pub fn requirements<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let requirements = node.get("security").map_or(&[][..], Node::items);
    for entry in requirements.iter().flat_map(Node::entries) {
        let name = entry.key.as_ref();
        let components = cx.document.root.get("components");
        let known = components.and_then(|components| components.get("securitySchemes"));
        let is_misspelled = match components {
            Some(components) => keyword::is_misspelled(components, &COMPONENTS, "securitySchemes"),
            None => keyword::is_misspelled(&cx.document.root, &OPENAPI, "components"),
        };
        let is_no_object = [components, known]
            .iter()
            .flatten()
            .any(|node| !matches!(node.value, Value::Map(_)));
        // One misspelled key would make all of them unknown.
        let is_explained = known.is_none() && is_misspelled || is_no_object;
        if is_explained || known.is_some_and(|known| known.entry(name).is_some()) {
            continue;
        }
        let names = known.map_or(&[][..], Node::entries).iter();
        let help = match nearest(name, names.map(|entry| entry.key.as_ref())) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "declare it under `components.securitySchemes`".to_owned(),
        };
        let message = format!("there is no security scheme `{name}`");
        cx.report(Diagnostic::new(Code::Security, entry.key_span, message).help(help));
    }
}

/// A scheme has the fields of its type.
pub fn scheme<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(kind) = node.get("type") else {
        return;
    };
    let word = kind.as_str().unwrap_or_default();
    let Some((_, needed, expected)) = FIELDS.iter().find(|(known, _, _)| *known == word) else {
        return;
    };
    let needed = needed.iter().map(|field| (Code::MissingField, field));
    let expected = expected.iter().map(|field| (Code::Repaired, field));
    for (code, field) in needed.chain(expected) {
        if node.get(field).is_none() {
            let message = format!("a security scheme of type `{word}` needs the field `{field}`");
            // A key without a value is where it should be.
            let span = node.entry(field).map_or(kind.span, |entry| entry.key_span);
            let missing = Diagnostic::new(code, span, message);
            cx.report(missing.help(format!("add `{field}`")));
        }
    }
}
