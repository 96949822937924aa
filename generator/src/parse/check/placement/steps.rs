//! From an object to the fields that it lacks.

use super::NAME;
use crate::parse::check::resemblance::{applies, lacks};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, MEDIA_TYPE, RESPONSE};
use crate::parse::objects::is_for_people;
use crate::read::Node;

/// Fields that hardly anybody writes.
pub const RARE: [&str; 2] = ["not", "xml"];

/// The fields that an object lacks and that hold others; what all versions have comes first. A name is an example of those that
/// the author chooses.
pub fn steps(
    dialect: Dialect,
    expected: Expected,
    node: Option<&Node<'_>>,
) -> Vec<(String, Expected)> {
    let example = |inner: Expected| match inner.object() {
        Some(object) if object.is(&MEDIA_TYPE) => Some("application/json"),
        Some(object) if object.is(&RESPONSE) => Some("'200'"),
        Some(_) | None => None,
    };
    if let Expected::Map(inner) = expected {
        // A name is known for what it holds, or was on the line that is lost.
        let name = example(*inner).or(node.map(|_| NAME));
        return name
            .map(|name| (name.to_owned(), *inner))
            .into_iter()
            .collect();
    }
    let Some(object) = expected.object() else {
        return Vec::new();
    };
    let mut fields: Vec<_> = dialect
        .fields(object)
        .filter(|field| {
            let is_free = node.is_none_or(|node| {
                lacks(dialect, expected, node, field.name) && applies(node, field.name)
            });
            is_free && !is_for_people(field.name) && !RARE.contains(&field.name)
        })
        .collect();
    fields.sort_by_key(|field| !field.is_of_all_versions());
    let fields = fields
        .into_iter()
        .map(|field| (field.name.to_owned(), field.expected));
    let own = object
        .patterned
        .and_then(|inner| Some((example(inner)?.to_owned(), inner)));
    fields.chain(own).collect()
}
