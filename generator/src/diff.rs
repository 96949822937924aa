//! Two crates to what is different for those who use them: what they see of the new one, and what travels.

mod arguments;
mod change;
mod constants;
mod credentials;
mod enums;
mod fit;
mod models;
mod operations;
mod outputs;
mod pairs;
mod side;
mod slots;
mod structs;
mod version;

pub use change::{Broken, Change, Effect, Rust, Wire};
pub use version::needed;

use crate::rust::Crate;
use side::Side;

/// What both crates are compared with, and the changes found so far.
struct Cx<'a> {
    old: Side<'a>,
    new: Side<'a>,
    /// The old models that have another name now, by their old names.
    renamed: models::Renamed<'a>,
    changes: Vec<Change>,
}

/// The changes from one crate to another, in the order of the crate's parts.
pub fn diff(old: &Crate, new: &Crate) -> Vec<Change> {
    let (old, new) = (Side::new(old), Side::new(new));
    let renamed = models::renamed(&old, &new);
    let mut cx = Cx {
        old,
        new,
        renamed,
        changes: Vec::new(),
    };
    constants::package(&mut cx);
    credentials::credentials(&mut cx);
    operations::operations(&mut cx);
    models::models(&mut cx);
    constants::constants(&mut cx);
    cx.changes
}
