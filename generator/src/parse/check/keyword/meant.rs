//! The keyword that a misspelled one means.

use super::other;
use crate::diagnostic::suggest::unlikeliness;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Field, Object, SCHEMA};
use crate::read::{Entry, Node, Value};

/// Words that are written for keywords which look different.
const SYNONYMS: [(&str, &str); 6] = [
    ("accessCode", "authorizationCode"),
    ("application", "clientCredentials"),
    ("body", "requestBody"),
    ("del", "delete"),
    ("max", "maximum"),
    ("min", "minimum"),
];

/// The field that a keyword means, where it is near to one that is not there and that may have its value.
pub fn meant(
    dialect: Dialect,
    node: &Node<'_>,
    object: &'static Object,
    entry: &Entry<'_>,
) -> Option<&'static str> {
    let key = entry.key.as_ref();
    let is_pointer = entry
        .value
        .as_str()
        .is_some_and(|text| text.starts_with("#/"));
    let may_be_reference = || near(key, "$ref") || key.to_lowercase().contains("ref");
    if is_pointer && key != "$ref" && may_be_reference() {
        return Some("$ref");
    }
    if let Some((field, _)) = without_colon(dialect, node, object, entry) {
        return Some(field);
    }
    if other(dialect, object, entry).is_some() {
        return None;
    }
    let missing = || {
        let fields = dialect.fields(object);
        // Another word is hardly meant as a keyword that only experts write.
        fields.filter(|field| {
            let is_for_experts = field.name.starts_with('$') && field.name != "$ref";
            node.entry(field.name).is_none()
                && (!is_for_experts || key.starts_with('$'))
                && field.name != "if"
        })
    };
    // A keyword of the schema that is beside the field for it.
    if dialect.has(object, "schema") && dialect.has(&SCHEMA, key) {
        return None;
    }
    let holds = |field: &&'static Field| may_be(&entry.value, field.expected);
    let synonym = SYNONYMS.iter().find(|(written, _)| *written == key);
    if let Some((_, meant)) = synonym {
        let field = missing().filter(holds).find(|field| field.name == *meant);
        if let Some(field) = field {
            return Some(field.name);
        }
    }
    // A word that is cut short, as `props`.
    let stem = key.trim_end_matches('s');
    let mut longer = missing()
        .filter(holds)
        .filter(|field| field.name.starts_with(stem));
    if let (3.., Some(field), None) = (stem.len(), longer.next(), longer.next()) {
        return Some(field.name);
    }
    let near = missing()
        .filter(holds)
        .filter(|field| near(key, field.name));
    // What may hold anything says least.
    let likeness = |field: &&Field| {
        let may_be_anything = matches!(field.expected, Expected::Anything);
        let unlikely = unlikeliness(key, field.name);
        (distance(key, field.name), may_be_anything, unlikely)
    };
    near.min_by_key(likeness).map(|field| field.name)
}

/// The field and the value of which a key without a value consists, because the colon between them, or the space after it, is lost.
pub fn without_colon<'k>(
    dialect: Dialect,
    node: &Node<'_>,
    object: &'static Object,
    entry: &'k Entry<'_>,
) -> Option<(&'static str, &'k str)> {
    let (key, value) = entry.key.split_once([' ', ':'])?;
    let field = dialect.field(object, key)?;
    let is_lacking = node.entry(key).is_none() && matches!(entry.value.value, Value::Null);
    is_lacking.then_some((field.name, value.trim()))
}

/// In how many letters two words differ.
pub fn distance(written: &str, known: &str) -> usize {
    strsim::damerau_levenshtein(&written.to_lowercase(), &known.to_lowercase())
}

/// Whether a word is so near to a keyword that it is hardly another word.
pub fn near(written: &str, known: &str) -> bool {
    // The shorter a word is, the more words differ from it in one letter.
    let limit = match written.len() {
        0..=1 => return false,
        2..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    written.len().abs_diff(known.len()) <= limit && distance(written, known) <= limit
}

/// Whether a value may be the one of a field, as far as its kind shows.
pub fn may_be(value: &Node<'_>, expected: Expected) -> bool {
    let value = &value.value;
    let may_be = match expected {
        Expected::Anything => true,
        Expected::Text | Expected::NumericText => {
            matches!(value, Value::String(_) | Value::Number(_))
        }
        Expected::Boolean => matches!(value, Value::Bool(_)),
        Expected::Number | Expected::Count => matches!(value, Value::Number(_)),
        Expected::OneOf(_) | Expected::RefTo(_) => matches!(value, Value::String(_)),
        Expected::SomeOf(_) => matches!(value, Value::String(_) | Value::List(_)),
        Expected::List(_) => matches!(value, Value::List(_)),
        Expected::Map(_) | Expected::Object(_) | Expected::ObjectOrReference(_) => {
            matches!(value, Value::Map(_))
        }
        Expected::Schema | Expected::BooleanOr(_) => {
            matches!(value, Value::Map(_) | Value::Bool(_))
        }
    };
    may_be || matches!(value, Value::Null)
}
