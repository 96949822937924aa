//! Changes of a document, and what they mean for those who use its SDK: a base document and a file of changes for each topic in
//! `changes`, and the verdicts beside them. `cargo xtask prove` holds the same verdicts against an independent judge.

use std::fmt::Write;

use sdkwright::comparison::{Broken, Change, Documentation, Format, Wire};
use sdkwright::{Config, Source, Sources};

#[path = "changes/edits.rs"]
mod edits;

use edits::BASE;

#[test]
fn each_change_has_its_verdicts() {
    insta::glob!("changes/*.yaml", |path| {
        if path.ends_with("base.yaml") {
            return;
        }
        let text = std::fs::read_to_string(path).expect("a file of changes");
        let mut report = String::new();
        for (name, document) in edits::changes(&text).expect("changes") {
            let _ = write!(report, "# {name}\n\n{}\n", verdicts(&document));
        }
        insta::assert_snapshot!(report);
    });
}

#[test]
fn a_document_is_no_different_from_itself() {
    let comparison = compare(BASE, BASE);
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
    assert_eq!(comparison.summary.needs, "1.0.0");
    assert!(comparison.summary.is_declared);
    let text = comparison.render(Format::Human, Documentation::Listed);
    assert_eq!(text, "diff: nothing is different for users\n");
}

#[test]
fn the_way_to_the_next_page_may_change() {
    let paged = |way: &str| {
        let extension = format!("operationId: listBooks\n      x-sdk-pagination: {way}\n");
        BASE.replacen("operationId: listBooks\n", &extension, 1)
    };
    let old = paged("{link: next, items: ''}");
    let new = paged("{cursor: {request: shelf, item: /id}, items: ''}");
    let changes: Vec<String> = compare(&old, &new).changes.iter().map(line).collect();
    insta::assert_snapshot!(changes.concat(), @r"
    rust none, wire compatible: Client::list_books
      - client.list_books(shelf: impl Into<String>)
      + client.list_books(shelf: impl Into<String>)
      the next page is found in another way
      at #/paths/~1books/get
    ");
}

/// The changes from the base document to another, one after another.
fn verdicts(document: &str) -> String {
    let comparison = compare(BASE, document);
    let text: String = comparison.changes.iter().map(line).collect();
    if text.is_empty() {
        return "nothing is different\n".to_owned();
    }
    text
}

fn line(change: &Change) -> String {
    if change.is_documentation {
        return format!("documentation of {}\n", change.item);
    }
    let broken = match change.wire {
        Wire::Breaking(Broken::OldCrate) => " (old crate)",
        Wire::Breaking(Broken::NewCrate) => " (new crate)",
        Wire::Breaking(Broken::Both) => " (both)",
        Wire::None | Wire::Compatible => "",
    };
    let side = |sign: &str, text: &Option<String>| {
        let text = text.as_deref().map(|text| format!("  {sign} {text}\n"));
        text.unwrap_or_default()
    };
    format!(
        "rust {}, wire {}{broken}: {}\n{}{}  {}\n  at {}\n",
        change.rust.word(),
        change.wire.word(),
        change.item,
        side("-", &change.before),
        side("+", &change.after),
        change.message,
        change.place.pointer,
    )
}

fn compare(old: &str, new: &str) -> sdkwright::comparison::Comparison {
    let sources = |text: &str| {
        Sources::from(Source {
            name: "library.yaml".to_owned(),
            text: text.to_owned(),
        })
    };
    let (old, new) = (sources(old), sources(new));
    let described = [&old, &new].map(|sources| {
        let output = sdkwright::describe(sources, &Config::default());
        assert_eq!(output.diagnostics.errors(), 0, "{:?}", output.diagnostics);
        output
    });
    let [before, after] = &described;
    sdkwright::diff((&old, before), (&new, after)).expect("sound documents")
}
