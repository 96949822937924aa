//! Parameters by themselves, and side by side.

use super::querystring;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::HeaderOwner;
use crate::parse::check::Cx;
use crate::parse::check::missing::{self, Missing};
use crate::parse::dialect::tables::{Field, PARAMETER};
use crate::read::Node;

/// Which styles each location has (Parameter Object, Style Values).
const STYLES: [(&str, &[&str]); 4] = [
    ("path", &["simple", "label", "matrix"]),
    (
        "query",
        &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    ),
    ("header", &["simple"]),
    ("cookie", &["form", "cookie"]),
];

/// What a parameter says goes together.
pub fn definition<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let (Some(name), Some(place)) = (node.get("name"), node.get("in")) else {
        return;
    };
    let name_text = name.scalar_text().unwrap_or_default();
    let location = place.as_str().unwrap_or_default();
    if location == "path" && node.get("required").and_then(Node::as_bool) != Some(true) {
        required(cx, node, name_text);
    }
    if location == "querystring" {
        querystring::definition(cx, node);
    }
    if location == "header" {
        header(cx, name, name_text);
    }
    // Where `in` is wrong, the style is right.
    let style = node.get("style");
    if let Some(style) = style.filter(|_| !cx.stray.contains(&node.span)) {
        let word = style.as_str().unwrap_or_default();
        let allowed = STYLES.iter().find(|(known, _)| *known == location);
        let is_known = STYLES.iter().any(|(_, words)| words.contains(&word));
        if let Some((_, words)) = allowed.filter(|(_, words)| is_known && !words.contains(&word)) {
            let message = format!("the style `{word}` is not for a {location} parameter");
            let misplaced = Diagnostic::new(Code::UnknownValue, style.span, message);
            let misplaced = misplaced.label(format!(
                "expected one of {}",
                known_words(cx, words).join(", ")
            ));
            cx.report(misplaced.help("write another style, or remove it"));
        }
    }
    let content = node.entry("content");
    if let Some(second) = content.and_then(|content| content.value.entries().get(1)) {
        let message = "the `content` of a parameter has one media type";
        let ignored = Diagnostic::new(Code::NoEffect, second.key_span, message).label("ignored");
        cx.report(ignored.help("remove all media types but one"));
    }
}

/// Some headers are not for parameters.
fn header<'d>(cx: &mut Cx<'d, '_>, name: &'d Node<'d>, text: &str) {
    let Some(owner) = HeaderOwner::of(text) else {
        return;
    };
    let ignores = || format!("{} ignores a header parameter `{text}`", cx.dialect.name());
    let (message, help) = match owner {
        HeaderOwner::Content => (
            ignores(),
            "remove it: the media types of `content` say the same",
        ),
        HeaderOwner::Security => (ignores(), "remove it, and declare a security scheme"),
        HeaderOwner::Transport => (
            format!("the header `{text}` cannot be a parameter"),
            "remove it: the HTTP connection decides what it says",
        ),
    };
    let ignored = Diagnostic::new(Code::NoEffect, name.span, message).label("ignored");
    cx.report(ignored.help(help));
}

/// Those of these styles that the document's version has.
fn known_words<'w>(cx: &Cx<'_, '_>, words: &[&'w str]) -> Vec<&'w str> {
    let field = cx.dialect.field(&PARAMETER, "style");
    let known = field.map_or(&[][..], Field::words);
    words
        .iter()
        .copied()
        .filter(|word| known.contains(word))
        .collect()
}

/// A path is not one without all of its parts.
fn required<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>, name: &str) {
    let message = format!("the path parameter `{name}` must be required");
    // What is not a boolean is reported as a value of another kind.
    if node
        .get("required")
        .is_some_and(|required| required.as_bool().is_none())
    {
        return;
    }
    let missing = Missing::new(cx, node, &PARAMETER, "required", message);
    let diagnostic = missing.diagnostic.label("read as required");
    let diagnostic = diagnostic.help("write `required: true`");
    missing::note(
        cx,
        Missing {
            diagnostic,
            ..missing
        },
    );
}

/// No two parameters of one list have the same name and place.
pub fn unique<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let list = node.get("parameters").map_or(&[][..], Node::items);
    let mut known: Vec<(&str, &str, &Node<'_>)> = Vec::new();
    for item in list {
        let Some(target) = cx.target(item) else {
            continue;
        };
        let name = target.get("name").and_then(Node::scalar_text);
        let place = target.get("in").and_then(Node::as_str);
        let (Some(name), Some(place)) = (name, place) else {
            continue;
        };
        let first = known
            .iter()
            .find(|(known, location, _)| *known == name && *location == place);
        if let Some((_, _, first)) = first {
            let span = |item: &Node<'_>| item.get("name").map_or(item.span, |name| name.span);
            let message = format!("the {place} parameter `{name}` is given twice");
            let help = "rename or remove one of the two";
            let twice = Diagnostic::forbidden(span(item), message, help).label("ignored");
            cx.report(twice.related(span(first), "first given here"));
        } else {
            known.push((name, place, item));
        }
    }
}
