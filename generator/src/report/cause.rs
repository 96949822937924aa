//! Problems with the same cause: a document repeats what its author or a tool does wrong.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::Finding;
use crate::diagnostic::{Code, Severity};

/// How often the same message makes a cause of its own, among others that differ in names only.
const REPEATED: usize = 3;

/// How many causes are told apart by names, at most: with more of them, none is the one to begin with.
const CAUSES: usize = 10;

/// The places of one cause.
pub struct Cause<'r, 'a> {
    /// The first place.
    pub first: &'r Finding<'a>,
    /// The others.
    pub others: Vec<&'r Finding<'a>>,
}

/// What problems with the same cause share: all but the names, and the message with its names if that is often the same.
type Key<'a> = (Severity, Code, String, Option<&'a str>);

/// Problems by their causes, in the order of the first place of each.
pub fn causes<'r, 'a>(findings: &[&'r Finding<'a>]) -> Vec<Cause<'r, 'a>> {
    let mut messages: BTreeMap<Key<'_>, BTreeMap<&str, usize>> = BTreeMap::new();
    for finding in findings {
        let of_shape = messages.entry(key(finding, None)).or_default();
        *of_shape.entry(&finding.diagnostic.message).or_default() += 1;
    }
    let mut causes: IndexMap<Key<'_>, Cause<'r, 'a>> = IndexMap::new();
    for finding in findings {
        let key = key(finding, None);
        let repeated = messages.get(&key).and_then(|of_shape| {
            let places: usize = of_shape.values().sum();
            let message = finding.diagnostic.message.as_str();
            let same = of_shape.get(message).copied().unwrap_or_default();
            (same >= REPEATED.max(places.div_ceil(CAUSES))).then_some(message)
        });
        let (severity, code, shape, _) = key;
        causes
            .entry((severity, code, shape, repeated))
            .and_modify(|cause| cause.others.push(finding))
            .or_insert_with(|| Cause {
                first: finding,
                others: Vec::new(),
            });
    }
    causes.into_values().collect()
}

fn key<'a>(finding: &Finding<'_>, repeated: Option<&'a str>) -> Key<'a> {
    let diagnostic = finding.diagnostic;
    (
        finding.severity,
        diagnostic.code,
        shape(&diagnostic.message),
        repeated,
    )
}

/// A message without what is between backticks, and without numbers.
fn shape(message: &str) -> String {
    let outside = message.split('`').step_by(2);
    let texts: Vec<&str> = outside.collect();
    texts.join("`").replace(|c: char| c.is_ascii_digit(), "")
}
