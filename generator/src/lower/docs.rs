//! The words of the document about its objects.

use crate::ir::{DocNote, DocNoteValue, Docs};
use crate::openapi::{ExternalDocs, Words};

/// The summary or title, the description, and where there is more to read.
pub fn docs(words: &Words<'_>) -> Docs {
    Docs {
        summary: words.summary.map(str::to_owned),
        description: words.description.map(str::to_owned),
        notes: words.external_docs.map(link).into_iter().collect(),
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
