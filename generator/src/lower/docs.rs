//! The words of the document about its parts.

use crate::ir::{DocNote, DocNoteValue, Docs};
use crate::read::Node;

/// The summary or title, the description, and the facts that users want to see of a node.
pub fn docs(node: &Node<'_>) -> Docs {
    let text = |key: &str| {
        let text = node.get(key).and_then(Node::scalar_text)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let mut docs = Docs {
        summary: text("summary").or_else(|| text("title")),
        description: text("description"),
        notes: Vec::new(),
    };
    if let Some(external) = node.get("externalDocs") {
        docs.notes.extend(link(external));
    }
    docs
}

fn link(external: &Node<'_>) -> Option<DocNote> {
    let url = external.get("url")?.as_str()?.to_owned();
    let text = external
        .get("description")
        .and_then(Node::as_str)
        .unwrap_or(&url)
        .to_owned();
    Some(DocNote {
        label: "See".into(),
        value: DocNoteValue::Link { text, url },
    })
}
