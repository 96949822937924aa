//! Fields that exclude each other, and those of which an object needs one.

use super::missing::{self, Missing};
use super::{Cx, keyword};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{
    ENCODING, EXAMPLE, HEADER, LICENSE, LINK, MEDIA_TYPE, Object, PARAMETER, XML,
};
use crate::read::Node;

/// The pairs of fields of which an object has at most one. Where the code is a warning, the first one counts.
static PAIRS: [(&Object, &str, &str, Code); 17] = [
    (&ENCODING, "encoding", "prefixEncoding", Code::Forbidden),
    (&ENCODING, "encoding", "itemEncoding", Code::Forbidden),
    (&EXAMPLE, "value", "externalValue", Code::NoEffect),
    (&EXAMPLE, "value", "dataValue", Code::Forbidden),
    (&EXAMPLE, "value", "serializedValue", Code::Forbidden),
    (
        &EXAMPLE,
        "serializedValue",
        "externalValue",
        Code::Forbidden,
    ),
    (&HEADER, "example", "examples", Code::Forbidden),
    (&HEADER, "schema", "content", Code::Forbidden),
    (&LICENSE, "identifier", "url", Code::Forbidden),
    (&LINK, "operationId", "operationRef", Code::Forbidden),
    (&MEDIA_TYPE, "encoding", "prefixEncoding", Code::Forbidden),
    (&MEDIA_TYPE, "encoding", "itemEncoding", Code::Forbidden),
    (&MEDIA_TYPE, "example", "examples", Code::Forbidden),
    (&PARAMETER, "example", "examples", Code::Forbidden),
    (&PARAMETER, "schema", "content", Code::NoEffect),
    (&XML, "nodeType", "attribute", Code::Forbidden),
    (&XML, "nodeType", "wrapped", Code::Forbidden),
];

/// The pairs of fields of which an object has at least one, and what to do where it has none.
static NEEDED: [(&Object, &str, &str, &str); 3] = [
    (&HEADER, "schema", "content", "add `schema: {type: string}`"),
    (
        &LINK,
        "operationId",
        "operationRef",
        "add `operationId` with the name of the operation",
    ),
    (
        &PARAMETER,
        "schema",
        "content",
        "add `schema: {type: string}`",
    ),
];

/// Reports pairs that are there, and notes those that are missing.
pub fn check<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>, object: &'static Object) {
    for (_, one, other, code) in PAIRS.iter().filter(|(known, ..)| known.is(object)) {
        if let (Some(first), Some(second)) = (node.entry(one), node.entry(other)) {
            let message = format!("{} has either `{one}` or `{other}`", object.name);
            let both = Diagnostic::new(*code, second.key_span, message).harmless();
            let both = both.related(first.key_span, "the other one");
            cx.report(both.help("remove one of the two"));
        }
    }
    for (_, one, other, help) in NEEDED.iter().filter(|(known, ..)| known.is(object)) {
        let is_there = [one, other].into_iter().any(|name| {
            node.entry(name).is_some() || keyword::is_misspelled(cx.dialect, node, object, name)
        });
        if !is_there {
            let message = format!("{} needs the field `{one}` or `{other}`", object.name);
            let help = (*help).to_owned();
            let none = Missing {
                help,
                ..Missing::new(node, object, one, message)
            };
            missing::note(cx, none);
        }
    }
}
