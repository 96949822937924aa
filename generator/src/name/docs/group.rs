//! What is said of a group of operations.

use super::append;
use crate::ir;
use crate::name::markdown;
use crate::rust::Docs;

/// The docs of a group: what the document says of its tag.
pub fn of_group(words: &str, tag: Option<&ir::Tag>) -> Docs {
    let about = format!("The operations of the group {}.", markdown::code(words));
    let mut lines = markdown::fill(&about);
    let texts = tag
        .into_iter()
        .flat_map(|tag| [&tag.summary, &tag.description]);
    texts
        .flatten()
        .for_each(|text| append(&mut lines, markdown::lines(text)));
    Docs(lines)
}
