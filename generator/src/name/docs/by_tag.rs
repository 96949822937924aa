//! The operations by their tags.

use std::collections::BTreeMap;

use crate::name::markdown;
use crate::rust::{Docs, Operation};

/// How many operations are listed with all that there is to say of them, and need no other list.
const FEW: usize = 40;

/// The longest words about an operation that a list repeats whole.
const LONGEST: usize = 120;

/// A list of links to the methods for each tag; nothing for a small API, and for one whose operations have no tags.
pub fn links_by_tag(operations: &[Operation]) -> Docs {
    let tags = by_tag(operations);
    let tags: Vec<_> = tags.iter().filter_map(tagged).collect();
    if operations.len() <= FEW || tags.len() < 2 {
        return Docs::default();
    }
    let line = |(tag, operations): &(&str, &Vec<&Operation>)| {
        let link = |operation: &&Operation| {
            let name = operation.method.file_stem();
            format!("[`{name}`]({})", operation.link(&operation.method))
        };
        let links: Vec<String> = operations.iter().map(link).collect();
        let item = format!("{}: {}.", markdown::code(tag), links.join(", "));
        let lines = markdown::fill(&item).into_iter().enumerate();
        lines.map(|(at, line)| match at {
            0 => format!("- {line}"),
            _ => format!("  {line}"),
        })
    };
    Docs(tags.iter().flat_map(line).collect())
}

/// The calls of all operations, below a heading for each tag, with what they do; those without a tag are last.
pub fn calls_by_tag(operations: &[Operation]) -> Docs {
    let tags = by_tag(operations);
    let untagged = tags.get(&None).map(|operations| ("Others", operations));
    let has_tags = tags.keys().any(Option::is_some);
    let mut lines = Vec::new();
    for (tag, operations) in tags.iter().filter_map(tagged).chain(untagged) {
        if has_tags {
            super::append(&mut lines, vec![format!("### {}", markdown::plain(tag))]);
        }
        super::append(&mut lines, operations.iter().copied().map(call).collect());
    }
    Docs(lines)
}

fn by_tag(operations: &[Operation]) -> BTreeMap<Option<&str>, Vec<&Operation>> {
    let mut tags: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for operation in operations {
        tags.entry(operation.tag.as_deref())
            .or_default()
            .push(operation);
    }
    tags
}

fn tagged<'t, 'a>(
    (tag, operations): (&Option<&'a str>, &'t Vec<&'a Operation>),
) -> Option<(&'a str, &'t Vec<&'a Operation>)> {
    Some(((*tag)?, operations))
}

/// One call, and the first sentence about it.
fn call(operation: &Operation) -> String {
    let arguments = operation.arguments.iter();
    let arguments: Vec<String> = arguments.map(|one| one.ident.file_stem()).collect();
    let call = operation.call(&operation.method);
    let call = markdown::code(&format!("{call}({})", arguments.join(", ")));
    let paragraph = operation.docs.0.iter().take_while(|line| !line.is_empty());
    let words = paragraph.map(String::as_str).collect::<Vec<_>>().join(" ");
    let sentence = match words.split_once(". ") {
        Some((sentence, _)) if words.len() > LONGEST => format!("{sentence}."),
        _ => words,
    };
    format!("- {call}: {sentence}")
}
