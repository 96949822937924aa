//! Two crates to what is different for those who use them: what they see of the new one, and what travels.

mod arguments;
mod change;
mod constants;
mod credentials;
mod enums;
mod features;
mod fit;
mod limits;
mod models;
mod multipart;
mod operations;
mod outputs;
mod owner;
mod pairs;
mod side;
mod slots;
mod spelling;
mod structs;
mod version;

pub use change::{Broken, Change, Effect, Rust, Wire};
pub use version::needed;

use std::collections::HashMap;

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
    features::features(&mut cx);
    constants::constants(&mut cx);
    once(cx.changes)
}

/// The changes, each once: what several operations or types take from one place of the document is one change.
fn once(changes: Vec<Change>) -> Vec<Change> {
    let mut known: HashMap<_, usize> = HashMap::new();
    let mut all: Vec<Change> = Vec::new();
    for change in changes {
        let key = change.key();
        match known.get(&key).and_then(|index| all.get_mut(*index)) {
            Some(same) if key.is_placed() && change.item.starts_with("models::") => {
                same.uses = same.uses.max(change.uses);
                same.also.push(change.item);
            }
            Some(same) if key.is_placed() => {
                same.uses += change.uses;
                same.also.push(change.item);
            }
            Some(_) | None => {
                known.insert(key, all.len());
                all.push(change);
            }
        }
    }
    all
}
