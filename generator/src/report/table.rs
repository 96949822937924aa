//! How many problems there are of each code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Finding;

/// A line for each code, errors last.
pub fn by_code(findings: &[Finding<'_>]) -> String {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        let key = (Reverse(finding.severity), finding.diagnostic.code);
        *counts.entry(key).or_default() += 1;
    }
    let rows = counts
        .into_iter()
        .map(|((Reverse(severity), code), count)| {
            let name = format!("{}[{}]", severity.word(), code.id());
            format!("{count:6}  {name:14}  {}\n", code.title())
        });
    rows.collect()
}
