//! What the crate is about.

use super::{append, words};
use crate::ir;
use crate::name::markdown;
use crate::rust::Docs;

/// After how many lines a description is an introduction, which stands after the quickstart.
const SHORT: usize = 12;

/// What the crate is about, and the rest of a long description.
pub struct About {
    pub opening: Docs,
    pub introduction: Docs,
}

/// What the document says of the API.
pub fn about(api: &ir::Api) -> About {
    let mut lines = words(&api.docs);
    let ends = |(at, line): (usize, &String)| {
        line.starts_with('#') || line.starts_with("```") || (at >= SHORT && line.is_empty())
    };
    let end = lines.iter().enumerate().position(ends);
    let introduction = lines.split_off(end.unwrap_or(lines.len()));
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    About {
        opening: opening(api, lines),
        introduction: Docs(introduction),
    }
}

fn opening(api: &ir::Api, mut lines: Vec<String>) -> Docs {
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
    let tags = api.tags.iter();
    let speaking = tags.filter(|tag| tag.summary.is_some() || tag.parent.is_some());
    append(&mut lines, speaking.map(tag).collect());
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
