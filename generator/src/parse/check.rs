//! The tree held against the specification's tables: every wrong value is found here, at its own place.

use super::shape::{Need, Object, Shape};
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A check on its way through the tree.
pub struct Checks<'d, 's, 'r> {
    /// What is wrong.
    pub diagnostics: &'r mut Diagnostics,
    /// The references that were met.
    pub references: Vec<Use<'d, 's>>,
}

/// A reference, and what it is used as.
#[derive(Clone, Copy, Debug)]
pub struct Use<'d, 's> {
    /// The value of its `$ref`.
    pub reference: &'d Node<'s>,
    /// The object that it should lead to.
    pub object: &'static Object,
}

/// Reports whatever in `node` does not have the shape it should have.
pub fn check<'d, 's>(node: &'d Node<'s>, shape: Shape, checks: &mut Checks<'d, 's, '_>) {
    match shape {
        Shape::Anything => {}
        Shape::Text => {
            // YAML reads an unquoted `1.0` as a number; what is meant is plain.
            let is_text = matches!(
                node.value,
                Value::String(_) | Value::Number(_) | Value::Bool(_)
            );
            expect(is_text, "a string", node, checks.diagnostics);
        }
        Shape::Link(object) => {
            check(node, Shape::Text, checks);
            checks.references.push(Use {
                reference: node,
                object,
            });
        }
        Shape::Boolean => expect(
            matches!(node.value, Value::Bool(_)),
            "`true` or `false`",
            node,
            checks.diagnostics,
        ),
        Shape::Number => expect(
            matches!(node.value, Value::Number(_)),
            "a number",
            node,
            checks.diagnostics,
        ),
        Shape::Count => {
            let is_count = matches!(&node.value, Value::Number(text) if is_count(text));
            expect(
                is_count,
                "an integer that is not negative",
                node,
                checks.diagnostics,
            );
        }
        Shape::OneOf(words) => check_word(node, words, checks.diagnostics),
        Shape::List(item) => {
            expect(
                matches!(node.value, Value::List(_)),
                "an array",
                node,
                checks.diagnostics,
            );
            for node in node.items() {
                check(node, *item, checks);
            }
        }
        Shape::Map(value) => {
            expect(
                matches!(node.value, Value::Map(_)),
                "an object",
                node,
                checks.diagnostics,
            );
            for entry in node.fixed_entries() {
                check(&entry.value, *value, checks);
            }
        }
        Shape::Object(object) => check_object(node, object, checks),
        Shape::Reference(object) => match node.entry("$ref") {
            Some(reference) => check_reference(node, reference, object, checks),
            None => check_object(node, object, checks),
        },
        Shape::BooleanOr(other) => {
            if !matches!(node.value, Value::Bool(_)) {
                check(node, *other, checks);
            }
        }
    }
}

fn check_object<'d, 's>(
    node: &'d Node<'s>,
    object: &'static Object,
    checks: &mut Checks<'d, 's, '_>,
) {
    if !matches!(node.value, Value::Map(_)) {
        expect(false, object.name, node, checks.diagnostics);
        return;
    }
    for entry in node.fixed_entries() {
        let field = object.fields.iter().find(|field| field.name == entry.key);
        match (field, object.patterned) {
            // A null stands for a field that is not there.
            (Some(field), _)
                if field.need != Need::Required && matches!(entry.value.value, Value::Null) => {}
            (Some(field), _) => check(&entry.value, field.shape, checks),
            (None, Some(shape)) => check(&entry.value, shape, checks),
            (None, None) => unknown_keyword(entry, object, checks.diagnostics),
        }
    }
    for field in object
        .fields
        .iter()
        .filter(|field| node.get(field.name).is_none())
    {
        let code = match field.need {
            Need::Required => Code::MissingField,
            Need::Expected => Code::Repaired,
            Need::Optional => continue,
        };
        let message = format!("{} needs the field `{}`", object.name, field.name);
        let help = format!("add `{}`", field.name);
        checks
            .diagnostics
            .push(Diagnostic::new(code, node.span, message).help(help));
    }
}

fn check_reference<'d, 's>(
    node: &'d Node<'s>,
    reference: &'d Entry<'s>,
    object: &'static Object,
    checks: &mut Checks<'d, 's, '_>,
) {
    check(&reference.value, Shape::Link(object), checks);
    for sibling in node.fixed_entries().filter(|entry| entry.key != "$ref") {
        let message = format!("`{}` beside `$ref` is ignored", sibling.key);
        let ignored = Diagnostic::new(Code::ReferenceSibling, sibling.key_span, message)
            .help("put the reference into `allOf: [{$ref: …}]` and leave the sibling beside it");
        checks.diagnostics.push(ignored);
    }
}

fn check_word(node: &Node<'_>, words: &'static [&'static str], diagnostics: &mut Diagnostics) {
    let Some(word) = node.as_str() else {
        expect(
            false,
            &format!("one of {}", words.join(", ")),
            node,
            diagnostics,
        );
        return;
    };
    if words.contains(&word) {
        return;
    }
    if word == "null" && words.contains(&"object") {
        let message = "`null` is a type of OpenAPI 3.1";
        let repaired = Diagnostic::new(Code::Repaired, node.span, message).label("taken for null");
        diagnostics
            .push(repaired.help("write `nullable: true` beside the type of the other values"));
        return;
    }
    let unknown = Diagnostic::new(
        Code::UnknownValue,
        node.span,
        format!("unknown value `{word}`"),
    )
    .label(format!("expected one of {}", words.join(", ")));
    diagnostics.push(with_suggestion(unknown, word, words));
}

fn unknown_keyword(entry: &Entry<'_>, object: &Object, diagnostics: &mut Diagnostics) {
    let message = format!("{} has no field `{}`", object.name, entry.key);
    let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
    let unknown = Diagnostic::new(Code::UnknownKeyword, entry.key_span, message).label("ignored");
    diagnostics.push(with_suggestion(unknown, &entry.key, &names));
}

fn expect(holds: bool, expected: &str, node: &Node<'_>, diagnostics: &mut Diagnostics) {
    if !holds {
        let message = format!("expected {expected}, found {}", node.kind());
        diagnostics.push(Diagnostic::new(Code::WrongType, node.span, message));
    }
}

/// Adds the known word that is nearest to what was written, where one is near enough to be meant.
pub fn with_suggestion(diagnostic: Diagnostic, written: &str, known: &[&str]) -> Diagnostic {
    let nearest = known
        .iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase()),
                word,
            )
        })
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((distance, word)) if distance <= 1 + written.len() / 4 => {
            diagnostic.help(format!("did you mean `{word}`?"))
        }
        _ => diagnostic,
    }
}

fn is_count(text: &str) -> bool {
    let is_whole = |number: f64| number >= 0.0 && number.fract() == 0.0;
    super::tree::number(text)
        .and_then(|number| number.as_f64())
        .is_some_and(is_whole)
}
