//! What a value of another kind was probably meant to be: signs of YAML that are missing or too many, and other ways to write a text.

use super::advice::Advice;
use crate::diagnostic::Edit;
use crate::openapi::Kind;
use crate::parse::check::keyword::may_be;
use crate::parse::check::reference::{pointer_to, section};
use crate::parse::check::resemblance::{resembles, suits};
use crate::parse::check::{Cx, lost_dash};
use crate::parse::dialect::tables::{Expected, Need, Object, SCHEMA};
use crate::read::{self, Node, Syntax, Value};
use crate::source::Span;

/// Words that are booleans, to readers of YAML 1.1 too.
pub const BOOLEANS: [(&str, &str); 6] = [
    ("true", "true"),
    ("false", "false"),
    ("yes", "true"),
    ("no", "false"),
    ("on", "true"),
    ("off", "false"),
];

/// What to write in place of a value that is not what is expected, where its text shows what it should be.
pub fn meant(cx: &Cx<'_, '_>, node: &Node<'_>, expected: Expected) -> Option<Advice> {
    let syntax = cx.document.syntax(node.span);
    let in_place = |text: &str| {
        let text = written(cx, text, expected)?;
        let help = format!("write `{text}` in its place");
        let span = node.span;
        let edit = (syntax == Syntax::Yaml).then_some(Edit::Write { span, text });
        Some((help, edit))
    };
    match (&node.value, expected, syntax) {
        (Value::String(text), Expected::List(_), Syntax::Yaml) => {
            first_dash(node, text).or_else(|| in_place(text))
        }
        (Value::String(text), _, Syntax::Yaml) => {
            let colon = colon(cx, node, text, expected);
            colon
                .or_else(|| scalar(node, text, expected))
                .or_else(|| in_place(text))
        }
        (Value::String(text), _, Syntax::Json) => {
            scalar(node, text, expected).or_else(|| in_place(text))
        }
        (Value::Map(_), Expected::List(item), Syntax::Yaml) => only_item(cx, node, *item),
        (Value::List(items), _, _) => {
            let [item] = items.as_slice() else {
                return None;
            };
            surplus_dash(cx, node, item, expected).or_else(|| {
                let (help, _) = in_place(item.as_str()?)?;
                Some((help, None))
            })
        }
        (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Map(_), _, _) => None,
    }
}

/// The boolean that a text is where one is expected, in quotes or misspelled.
pub fn boolean(node: &Node<'_>, expected: Expected) -> Option<&'static str> {
    let text = node.as_str()?;
    let may_be = matches!(expected, Expected::Boolean | Expected::BooleanOr(_));
    let is_near = |known: &str| {
        let is_long = text.len() > 2 && known.len() > 3;
        known == text || is_long && strsim::damerau_levenshtein(&text.to_lowercase(), known) <= 1
    };
    let mut words = BOOLEANS.iter().filter(|_| may_be);
    words
        .find(|(known, _)| is_near(known))
        .map(|(_, word)| *word)
}

/// The boolean or the number that is in quotes where it belongs without them, or misspelled.
fn scalar(node: &Node<'_>, text: &str, expected: Expected) -> Option<Advice> {
    let is_number = matches!(expected, Expected::Number | Expected::Count);
    let word = match boolean(node, expected) {
        Some(word) => word,
        None if is_number && read::number(text).is_some() => text,
        None => return None,
    };
    let help = if text == word {
        format!("write `{word}` without quotes")
    } else {
        format!("did you mean `{word}`?")
    };
    let (span, text) = (node.span, word.to_owned());
    Some((help, Some(Edit::Write { span, text })))
}

/// A text as what is expected: the items of a list, a reference, the name of a component, of a type or of a security scheme, or the one
/// field that such an object needs.
fn written(cx: &Cx<'_, '_>, text: &str, expected: Expected) -> Option<String> {
    let is_word = |c: char| c.is_alphanumeric() || " ,_-".contains(c);
    let are_words = text.chars().all(is_word) && !text.starts_with('-');
    let are_words = are_words && BOOLEANS.iter().all(|(known, _)| *known != text);
    if let Expected::List(item) = expected {
        let is_text = matches!(item, Expected::Text | Expected::Anything);
        let item = if is_text {
            are_words.then(|| text.to_owned())
        } else {
            written(cx, text, *item)
        };
        return item.map(|item| format!("[{item}]"));
    }
    if let Expected::Map(Expected::List(_)) = expected {
        return are_words.then(|| format!("{{{text}: []}}"));
    }
    let object = expected.object()?;
    if text.starts_with("#/") && section(cx.dialect, object).is_some() {
        return Some(format!("{{$ref: '{text}'}}"));
    }
    let component = component(cx, text, object);
    component.or_else(|| {
        let field = match object {
            object if object.is(&SCHEMA) => Kind::read(text).map(|_| "type"),
            object => only_text(cx, object).filter(|_| text.starts_with(char::is_alphanumeric)),
        };
        let pair = format!("{{{}: {text}}}", field?);
        // What has signs of YAML is more than a text there.
        let is_text = read::yaml(&pair).is_some_and(|tree| {
            let value = tree.entries().first().map(|entry| &entry.value);
            value.and_then(Node::as_str) == Some(text)
        });
        is_text.then_some(pair)
    })
}

/// A reference to the component of this name.
fn component(cx: &Cx<'_, '_>, text: &str, object: &Object) -> Option<String> {
    let section = section(cx.dialect, object)?;
    let components = cx.document.components(section)?;
    cx.document.entry(components, text)?;
    Some(format!("{{$ref: '{}'}}", pointer_to(section, text)))
}

/// The field that an object needs, if it needs no other one and its value is a text.
fn only_text(cx: &Cx<'_, '_>, object: &'static Object) -> Option<&'static str> {
    let mut needed = cx
        .dialect
        .fields(object)
        .filter(|field| field.need != Need::Optional);
    let field = needed.next().filter(|_| needed.next().is_none())?;
    matches!(field.expected, Expected::Text).then_some(field.name)
}

/// The first item of a list, without its dash or the space after it: the others go on with the text.
fn first_dash(node: &Node<'_>, text: &str) -> Option<Advice> {
    let first = text.split(" - ").next()?;
    if let Some(signs) = lost_dash::signs(first) {
        let (what, help, edit) = signs.advice(node.span);
        return Some((format!("{what}: {help}"), Some(edit)));
    }
    let help = format!("a `- ` is missing before `{first}`");
    (first.len() < text.len()).then_some((help, Some(Edit::Dash(node.span))))
}

/// A key without the colon or the space before its value, or with another sign in place of them.
fn colon(cx: &Cx<'_, '_>, node: &Node<'_>, written: &str, expected: Expected) -> Option<Advice> {
    let (key, _) = written.split_once([':', ' ', '=', ';'])?;
    let rest = written.get(key.len()..)?.trim_start();
    let signs = ["->", "=>", ":=", "=", ";", ":"];
    let sign = signs.into_iter().find(|sign| rest.starts_with(sign));
    let value = rest.strip_prefix(sign.unwrap_or_default())?.trim_start();
    let text = format!("{key}: {value}");
    let tree = read::yaml(&text).filter(|_| !value.contains(['\n']) && !value.contains(": "))?;
    let has_field = match expected.object() {
        Some(object) => key == "$ref" || cx.dialect.has(object, key),
        None => true,
    };
    let missing = match sign {
        Some(":") => "a space is missing after the colon",
        Some(_) => "the key is not followed by a colon",
        None => "a colon is missing",
    };
    let is_fit = key == "$ref" || suits(cx.dialect, &tree, expected);
    let is_meant = has_field && tree.get(key).is_some() && is_fit;
    let help = format!("{missing}: write `{text}`");
    let span = node.span;
    is_meant.then_some((help, Some(Edit::Write { span, text })))
}

/// The only item of a list, without its dash or the space after it.
fn only_item(cx: &Cx<'_, '_>, node: &Node<'_>, item: Expected) -> Option<Advice> {
    let first = node.entries().first()?;
    let key = &first.key;
    if let Some(signs) = lost_dash::signs(key) {
        let (what, help, edit) = signs.advice(first.key_span);
        return Some((format!("{what}: {help}"), Some(edit)));
    }
    // In braces, an object needs brackets around it.
    let is_block = first.key_span.start == node.span.start;
    let is_item = is_block && resembles(cx.dialect, node, item);
    let help = format!("a `- ` is missing before `{key}`");
    is_item.then_some((help, Some(Edit::Dash(first.key_span))))
}

/// A value with a dash before it.
fn surplus_dash(
    cx: &Cx<'_, '_>,
    list: &Node<'_>,
    item: &Node<'_>,
    expected: Expected,
) -> Option<Advice> {
    let (start, end) = (list.span.start, item.span.start);
    let span = Span { start, end };
    let is_fit = match expected.object() {
        Some(object) => suits(cx.dialect, item, Expected::ObjectOrReference(object)),
        None => may_be(item, expected),
    };
    let is_meant = cx.document.written(span) == "- " && is_fit;
    let help = "one value belongs here, and no list: remove `- `".to_owned();
    // Where the keys below the first one are as far to the right as it, they are its own.
    let first = item.entries().first().map(|first| &first.value.value);
    let is_shifted = matches!(first, Some(Value::Null)) && item.entries().len() > 1;
    let text = if is_shifted { "" } else { "  " }.to_owned();
    is_meant.then_some((help, Some(Edit::Write { span, text })))
}
