//! Keys that became part of a text, because they are indented like it.

use super::keyword::{may_be, shapes};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Object};
use crate::read;
use crate::read::{Entry, Node, Value};

/// How many lines of a text are tried.
const TRIED: usize = 8;

/// The first key of an object that is in the last lines of one of its texts, with what belongs to it.
///
/// A word of a text can be followed by a colon; the lines below are those of an object only if all of them are keys that the object may
/// have and does not have, and one of them holds others.
pub fn first_key(
    dialect: Dialect,
    object: &'static Object,
    node: &Node<'_>,
    text: &str,
) -> Option<String> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (end - line.len(), line)
    });
    let keys = lines.filter_map(|(start, line)| {
        let (key, _) = line.trim().split_once(':')?;
        let is_lacking = dialect.has(object, key) && node.entry(key).is_none();
        is_lacking.then_some((start, key))
    });
    let mut keys = keys.take(TRIED);
    keys.find_map(|(start, key)| {
        let (before, rest) = text.split_at_checked(start)?;
        // What is in a fence is an example.
        let tree = read::yaml(rest).filter(|_| !before.contains("```"))?;
        is_part_of(dialect, object, node, &tree).then(|| key.to_owned())
    })
}

/// The error of such a key in the text of an entry.
pub fn error(entry: &Entry<'_>, key: &str) -> Diagnostic {
    let message = format!("`{key}` is part of the text of `{}`", entry.key);
    let lost = Diagnostic::new(Code::Misspelled, entry.key_span, message);
    let help = format!(
        "indent `{}` and `{key}` alike, and the lines of the text further than both",
        entry.key
    );
    lost.help(help).harmless()
}

fn is_part_of(dialect: Dialect, object: &'static Object, node: &Node<'_>, tree: &Node<'_>) -> bool {
    let mut entries = tree.entries().iter();
    let are_fields = entries.all(|entry| {
        let field = dialect.field(object, &entry.key);
        field.is_some_and(|field| may_be(&entry.value, field.expected))
            && node.entry(&entry.key).is_none()
    });
    let holds_others = tree.entries().iter().any(|entry| {
        let field = dialect.field(object, &entry.key);
        let is_object = matches!(entry.value.value, Value::Map(_) | Value::List(_));
        let is_word = field.is_some_and(|field| {
            let word = entry.value.as_str().unwrap_or_default();
            field.words().contains(&word)
        });
        let is_text = field.is_some_and(|field| matches!(field.expected, Expected::Anything));
        !is_text && (is_word || is_object && shapes(&entry.key))
    });
    are_fields && holds_others
}
