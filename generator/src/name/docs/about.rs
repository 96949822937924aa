//! What the crate is about.

use super::{append, words};
use crate::ir;
use crate::name::markdown;
use crate::rust::Docs;

/// What the crate is about.
pub fn about(api: &ir::Api) -> Docs {
    let mut lines = words(&api.docs);
    if lines.is_empty() {
        lines.push(format!(
            "A client of the API {}.",
            markdown::code(&api.title)
        ));
    }
    if !api.version.is_empty() {
        append(
            &mut lines,
            vec![format!(
                "Generated from version {} of the API's document.",
                markdown::code(&api.version)
            )],
        );
    }
    append(&mut lines, api.tags.iter().map(tag).collect());
    Docs(lines)
}

/// A line of the list of tags.
fn tag(tag: &ir::Tag) -> String {
    let parent = tag.parent.as_deref().map(markdown::code);
    let parent = parent.map(|parent| format!(" (in {parent})"));
    let summary = tag.summary.as_deref().map(markdown::lines);
    let summary = summary.map(|summary| format!(": {}", summary.join(" ")));
    format!(
        "- The tag {}{}{}",
        markdown::code(&tag.name),
        parent.unwrap_or_default(),
        summary.unwrap_or_default()
    )
}
