//! Values that have fixed shapes of their own: text, numbers, words of a list.

use super::with_suggestion;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::shape::Shape;
use crate::parse::tree::{self, Node, Value};

/// Reports a value that is not of its shape, where that shape has no parts.
pub fn check(node: &Node<'_>, shape: Shape, diagnostics: &mut Diagnostics) {
    let holds = match shape {
        // YAML reads an unquoted `1.0` as a number; what is meant is plain.
        Shape::Text => node.scalar_text().is_some(),
        Shape::Link(_) => node.as_str().is_some(),
        Shape::Boolean | Shape::Exclusive => node.as_bool().is_some(),
        Shape::Number => matches!(node.value, Value::Number(_)),
        Shape::Count => matches!(&node.value, Value::Number(text) if is_count(text)),
        Shape::OneOf(words) => match node.as_str() {
            Some(word) => return check_word(node, word, words, diagnostics),
            None => false,
        },
        Shape::Anything
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Object(_)
        | Shape::Reference(_)
        | Shape::BooleanOr(_) => true,
    };
    if !holds {
        unexpected(node, shape, diagnostics);
    }
}

/// Reports a value that is not of its shape.
pub fn unexpected(node: &Node<'_>, shape: Shape, diagnostics: &mut Diagnostics) {
    let expected = match shape {
        Shape::Anything => "a value".to_owned(),
        Shape::Text | Shape::Link(_) => "a string".to_owned(),
        Shape::Boolean | Shape::Exclusive => "`true` or `false`".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Count => "an integer that is not negative".to_owned(),
        Shape::OneOf(words) => format!("one of {}", words.join(", ")),
        Shape::List(_) => "an array".to_owned(),
        Shape::Map(_) => "an object".to_owned(),
        Shape::Object(object) | Shape::Reference(object) => object.name.to_owned(),
        Shape::BooleanOr(_) => "`true`, `false` or an object".to_owned(),
    };
    let (code, help) = advice(node, shape);
    let message = match code {
        Code::LaterVersion => format!("{} here is of OpenAPI 3.1", node.kind()),
        _ => format!("expected {expected}, found {}", node.kind()),
    };
    diagnostics.push(Diagnostic::new(code, node.span, message).help(help));
}

/// What to do about such a value.
fn advice(node: &Node<'_>, shape: Shape) -> (Code, String) {
    let text = node.scalar_text().unwrap_or_default();
    let is_types = |words: &[&str]| words.contains(&"object");
    let help = match (shape, &node.value) {
        (Shape::OneOf(words), Value::List(items)) if is_types(words) => {
            let named = items.iter().filter_map(Node::as_str);
            let others: Vec<&str> = named.filter(|word| *word != "null").collect();
            let help = match (others.as_slice(), others.len() < items.len()) {
                ([word], true) => format!(
                    "write `type: {word}` and `nullable: true`"
                ),
                ([word], false) => {
                    format!("write `type: {word}`")
                }
                _ => "write one schema for each of the types, below `oneOf`"
                    .to_owned(),
            };
            return (Code::LaterVersion, help);
        }
        (Shape::Exclusive, Value::Number(_)) => {
            let help = "write the number as `minimum` or `maximum`, and `true` here";
            return (Code::LaterVersion, help.to_owned());
        }
        (Shape::Link(_), Value::Null) => {
            "write the reference in quotes, `'#/components/…'`: without them, `#` begins a comment"
                .to_owned()
        }
        (Shape::Text | Shape::OneOf(_), Value::Null) => {
            "write a value after the colon".to_owned()
        }
        (_, Value::Null) => "write what belongs here below the key, or remove the key".to_owned(),
        (Shape::Boolean | Shape::Exclusive, Value::String(word)) if matches!(word.as_ref(), "true" | "false") => {
            format!("write `{word}` without quotes")
        }
        (Shape::Boolean | Shape::Exclusive, _) => "write `true` or `false`".to_owned(),
        (Shape::Number | Shape::Count, Value::String(text)) if tree::number(text).is_some() => {
            format!("write `{text}` without quotes")
        }
        (Shape::Number, _) => "write a number, such as `10`".to_owned(),
        (Shape::Count, _) => "write a whole number from 0 on, such as `10`".to_owned(),
        (Shape::Text, Value::Map(_) | Value::List(_)) => {
            "write a single text here; put it in quotes if it begins with a bracket or a brace"
                .to_owned()
        }
        (Shape::OneOf(_), _) => "write one of these words".to_owned(),
        (Shape::List(&Shape::Text), Value::Bool(_)) => {
            "write a list of names: a schema lists its required properties beside `properties`, as `required: [id]`"
                .to_owned()
        }
        (Shape::List(_), Value::Map(_)) => {
            "make it a list: begin each item with `- `, or put the items in brackets".to_owned()
        }
        (Shape::List(_), _) => format!("make it a list: `[{text}]`"),
        (Shape::Map(_) | Shape::Object(_) | Shape::Reference(_), Value::List(_)) => {
            "write `key: value` pairs in place of the list".to_owned()
        }
        (Shape::Reference(object), Value::String(_)) if object.name == "a schema object" => {
            let is_type = ["string", "number", "integer", "boolean", "array", "object"];
            if text.starts_with('#') {
                format!("write `$ref: '{text}'` below the key")
            } else if is_type.contains(&text) {
                format!("write `type: {text}` below the key")
            } else {
                "write a schema below the key, such as `type: string`".to_owned()
            }
        }
        (Shape::Map(_) | Shape::Object(_) | Shape::Reference(_), _) => {
            "write `key: value` pairs here; check the indentation".to_owned()
        }
        (Shape::Anything | Shape::Text | Shape::Link(_) | Shape::BooleanOr(_), _) => {
            "write another value here".to_owned()
        }
    };
    (Code::WrongType, help)
}

fn check_word(
    node: &Node<'_>,
    word: &str,
    words: &'static [&'static str],
    diagnostics: &mut Diagnostics,
) {
    if words.contains(&word) {
        return;
    }
    let is_types = words.contains(&"object");
    if word == "null" && is_types {
        let message = "`null` is a type of OpenAPI 3.1";
        let repaired = Diagnostic::new(Code::Repaired, node.span, message).label("taken for null");
        diagnostics
            .push(repaired.help("write `nullable: true` beside the type of the other values"));
        return;
    }
    let expected = format!("expected one of {}", words.join(", "));
    let unknown = Diagnostic::new(
        Code::UnknownValue,
        node.span,
        format!("unknown value `{word}`"),
    )
    .label(expected)
    .help("write one of these words");
    let synonym = match (word, is_types) {
        ("int" | "int32" | "int64" | "long", true) => Some("write `type: integer`"),
        ("float" | "double" | "decimal", true) => Some("write `type: number`"),
        ("bool", true) => Some("write `type: boolean`"),
        ("str" | "text", true) => Some("write `type: string`"),
        ("date" | "date-time" | "datetime" | "uuid", true) => {
            Some("write `type: string`, and this word as `format`")
        }
        ("file", true) => Some("write `type: string` and `format: binary`"),
        ("any", true) => Some("leave `type` out: any value is allowed then"),
        ("list", true) => Some("write `type: array`"),
        ("map" | "dict", true) => Some("write `type: object`"),
        ("body", false) => {
            Some("OpenAPI 3.0 has no body parameters: write a `requestBody` beside `parameters`")
        }
        ("formData", false) => Some(
            "OpenAPI 3.0 has no form parameters: write a `requestBody` beside `parameters`, with the content `application/x-www-form-urlencoded`",
        ),
        ("basic", false) => Some("write `type: http` and `scheme: basic`"),
        ("bearer", false) => Some("write `type: http` and `scheme: bearer`"),
        _ => None,
    };
    diagnostics.push(match synonym {
        Some(help) => unknown.help(help),
        None => with_suggestion(unknown, word, words),
    });
}

fn is_count(text: &str) -> bool {
    let is_whole = |number: f64| number >= 0.0 && number.fract() == 0.0;
    tree::number(text)
        .and_then(|number| number.as_f64())
        .is_some_and(is_whole)
}

/// The number that a value is, where it is one.
pub fn number(node: &Node<'_>) -> Option<f64> {
    match &node.value {
        Value::Number(text) => tree::number(text).and_then(|number| number.as_f64()),
        Value::Null | Value::Bool(_) | Value::String(_) | Value::List(_) | Value::Map(_) => None,
    }
}
