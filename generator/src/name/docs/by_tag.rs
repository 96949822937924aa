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
    let Tags { tagged, .. } = Tags::of(operations);
    if operations.len() <= FEW || tagged.len() < 2 {
        return Docs::default();
    }
    let line = |(tag, operations): (&&str, &Vec<&Operation>)| {
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
    Docs(tagged.iter().flat_map(line).collect())
}

/// The calls of all operations, below a heading for each tag, with what they do; those without a tag are last.
pub fn calls_by_tag(operations: &[Operation]) -> Docs {
    let Tags { tagged, untagged } = Tags::of(operations);
    let mut lines = Vec::new();
    for (tag, operations) in &tagged {
        super::append(&mut lines, vec![format!("### {}", markdown::plain(tag))]);
        super::append(&mut lines, operations.iter().copied().map(call).collect());
    }
    if !tagged.is_empty() && !untagged.is_empty() {
        super::append(&mut lines, vec!["### Others".to_owned()]);
    }
    super::append(&mut lines, untagged.into_iter().map(call).collect());
    Docs(lines)
}

/// The operations by their first tags.
#[derive(Default)]
struct Tags<'a> {
    tagged: BTreeMap<&'a str, Vec<&'a Operation>>,
    untagged: Vec<&'a Operation>,
}

impl<'a> Tags<'a> {
    fn of(operations: &'a [Operation]) -> Self {
        let mut tags = Self::default();
        for operation in operations {
            match &operation.tag {
                Some(tag) => tags.tagged.entry(tag).or_default().push(operation),
                None => tags.untagged.push(operation),
            }
        }
        tags
    }
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
