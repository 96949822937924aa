//! The patterns of statuses.

use crate::ir::Status;
use crate::rust::{Case, StatusPattern};

/// Three or more consecutive statuses as one range, as clippy expects.
pub fn in_a_row(statuses: &[StatusPattern]) -> Option<Vec<StatusPattern>> {
    let mut codes = Vec::new();
    for status in statuses {
        match status {
            StatusPattern::Code(code) => codes.push(*code),
            StatusPattern::Range(..) | StatusPattern::Any => return None,
        }
    }
    let (first, last) = (*codes.iter().min()?, *codes.iter().max()?);
    let is_whole = codes.len() > 2 && usize::from(last - first) + 1 == codes.len();
    is_whole.then(|| vec![StatusPattern::Range(first, last)])
}

/// Lets no range begin with a status that an earlier case has: clippy takes that for a slip.
pub fn without_overlap(mut cases: Vec<Case>) -> Vec<Case> {
    let mut known: Vec<StatusPattern> = Vec::new();
    for case in &mut cases {
        for status in &mut case.statuses {
            while let StatusPattern::Range(first, last) = *status {
                if !known.contains(&StatusPattern::Code(first)) {
                    break;
                }
                *status = StatusPattern::Range(first + 1, last);
            }
        }
        known.extend(&case.statuses);
    }
    cases
}

pub fn pattern(status: Status) -> StatusPattern {
    match status {
        Status::Code(code) => StatusPattern::Code(code),
        Status::Range(hundred) => StatusPattern::Range(hundred * 100, hundred * 100 + 99),
        Status::Default => StatusPattern::Any,
    }
}
