//! Fields that exclude each other.

use super::Check;
use crate::diagnostic::Diagnostic;
use crate::read::{Entry, Node};

/// A license is named by an identifier or by a URL.
pub fn license<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    exclude(cx, node, "a license object", "identifier", "url");
}

/// Encodings are given by the names of properties, or by positions.
pub fn encodings<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for other in ["prefixEncoding", "itemEncoding"] {
        exclude(cx, node, "an object", "encoding", other);
    }
}

/// An example is given in one form, or as data together with its serialization.
pub fn example<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for (one, other) in [
        ("value", "dataValue"),
        ("value", "serializedValue"),
        ("serializedValue", "externalValue"),
    ] {
        exclude(cx, node, "an example object", one, other);
    }
}

/// The type of an XML node is given in one way.
pub fn xml<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for other in ["attribute", "wrapped"] {
        exclude(cx, node, "an XML object", "nodeType", other);
    }
}

fn exclude(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, object: &str, one: &str, other: &str) {
    if let (Some(one), Some(other)) = (node.entry(one), node.entry(other)) {
        report(cx, object, one, other);
    }
}

/// Reports two fields that are both there.
pub fn report(cx: &mut Check<'_, '_, '_>, object: &str, one: &Entry<'_>, other: &Entry<'_>) {
    let message = format!("{object} has either `{}` or `{}`", one.key, other.key);
    let both = Diagnostic::forbidden(other.key_span, message, "remove one of the two");
    cx.report(both.related(one.key_span, "the other one"));
}
