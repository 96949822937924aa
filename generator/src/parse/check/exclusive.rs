//! Fields that exclude each other, and those of which an object needs one.

use super::missing::{self, Missing};
use super::{Cx, keyword};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{
    ENCODING, EXAMPLE, HEADER, LICENSE, LINK, MEDIA_TYPE, Need, OPENAPI, Object, PARAMETER,
    SECURITY_SCHEME, XML,
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

/// The fields of which an object needs one: where its `type` is this one, if one is named.
static NEEDED: [(&Object, &str, &[&str], Need); 9] = [
    (&HEADER, "", &["schema", "content"], HELPFUL),
    (&LINK, "", &["operationId", "operationRef"], HELPFUL),
    (&OPENAPI, "", &["paths", "webhooks", "components"], HELPFUL),
    (&PARAMETER, "", &["schema", "content"], HELPFUL),
    // Without these, it is not known what to send.
    (&SECURITY_SCHEME, "apiKey", &["name"], Need::Required),
    (&SECURITY_SCHEME, "apiKey", &["in"], Need::Required),
    (&SECURITY_SCHEME, "http", &["scheme"], Need::Required),
    (&SECURITY_SCHEME, "oauth2", &["flows"], HELPFUL),
    (
        &SECURITY_SCHEME,
        "openIdConnect",
        &["openIdConnectUrl"],
        HELPFUL,
    ),
];

/// What a field is that the specification requires, and without which it is clear what is meant.
const HELPFUL: Need = Need::RequiredButRecoverable;

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
    for (_, kind, fields, need) in NEEDED.iter().filter(|(known, ..)| known.is(object)) {
        let (need, own) = (*need, node.get("type").and_then(Node::as_str));
        let is_there = |name: &&str| {
            // A key without a value is reported, but does not say what to send.
            let is_known = match need {
                Need::Required => node.get(name).is_some(),
                Need::RequiredButRecoverable | Need::Optional => node.entry(name).is_some(),
            };
            is_known || keyword::is_misspelled(cx.dialect, node, object, name)
        };
        // What the table of the object requires by itself is noted.
        let is_optional = |name: &&&str| {
            let field = cx.dialect.field(object, name);
            field.is_some_and(|field| field.need == Need::Optional)
        };
        let is_of_kind = kind.is_empty() || own == Some(kind);
        let is_lacking = is_of_kind && !fields.iter().any(is_there);
        let Some(first) = fields.first().filter(is_optional).filter(|_| is_lacking) else {
            continue;
        };
        let of_kind = if kind.is_empty() {
            String::new()
        } else {
            format!(" of type `{kind}`")
        };
        let message = format!(
            "{}{of_kind} needs the field `{}`",
            object.name,
            fields.join("` or `")
        );
        let missing = Missing::new(cx, node, object, first, message);
        missing::note(cx, Missing { need, ..missing });
    }
}
