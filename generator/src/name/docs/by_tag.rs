//! The operations of a large API by their tags.

use std::collections::BTreeMap;

use crate::name::markdown;
use crate::rust::{Docs, Operation};

/// How many operations are listed with all that there is to say of them, and need no other list.
const FEW: usize = 40;

/// A list of links to the methods for each tag; nothing for a small API, and for one whose operations have no tags.
pub fn by_tag(operations: &[Operation]) -> Docs {
    let mut tags: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    for operation in operations {
        if let Some(tag) = &operation.tag {
            tags.entry(tag).or_default().push(operation);
        }
    }
    if operations.len() <= FEW || tags.len() < 2 {
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
    Docs(tags.iter().flat_map(line).collect())
}
