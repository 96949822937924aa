//! The words of the document about its objects.

use pulldown_cmark::{Event, Parser, Tag};

use crate::ir::{DocNote, DocNoteValue, Docs};
use crate::openapi::{Document, ExternalDocs, Words};

/// The summary or title, the description, and where there is more to read.
pub fn docs(document: &Document<'_>, words: &Words<'_>) -> Docs {
    let site = document.external_docs.and_then(|docs| origin(docs.url));
    let description = words.description.map(|text| match site {
        Some(site) => on_site(text, site),
        None => text.to_owned(),
    });
    Docs {
        summary: words.summary.map(str::to_owned),
        description,
        notes: words.external_docs.map(link).into_iter().collect(),
        limits: Vec::new(),
    }
}

fn link(external: ExternalDocs<'_>) -> DocNote {
    DocNote {
        label: "See".into(),
        value: DocNoteValue::Link {
            text: external.description.unwrap_or(external.url).to_owned(),
            url: external.url.to_owned(),
        },
    }
}

/// The scheme and the authority of a URL.
fn origin(url: &str) -> Option<&str> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let (scheme, rest) = url.split_once("://").filter(|_| is_web)?;
    let authority = rest.split(['/', '?', '#']).next()?;
    url.get(..scheme.len() + "://".len() + authority.len())
}

/// CommonMark with the links to paths as they are where it is rendered. The specification says so of relative links and does not say
/// where that is, but the documentation of the whole API is such a place. Links to `#here` and `../there` are relative to a page that
/// nobody knows.
fn on_site(text: &str, site: &str) -> String {
    const TARGET: &str = "](";
    if !text.contains("](/") {
        return text.to_owned();
    }
    let mut resolved = String::new();
    let mut end = 0;
    for (event, range) in Parser::new(text).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else {
            continue;
        };
        let source = text.get(range.clone()).unwrap_or_default();
        let target = source.rfind(TARGET).map(|at| at + TARGET.len());
        let is_path = dest_url.starts_with('/') && !dest_url.starts_with("//");
        let is_written = target.is_some_and(|at| source[at..].starts_with('/'));
        if let (Some(at), true) = (target, is_path && is_written) {
            let start = range.start + at;
            resolved.push_str(text.get(end..start).unwrap_or_default());
            resolved.push_str(site);
            end = start;
        }
    }
    resolved + text.get(end..).unwrap_or_default()
}
