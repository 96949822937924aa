//! Changes of a document, and what they mean for those who use its SDK: a base document and a file of changes for each topic in
//! `changes`, and the verdicts beside them. `cargo xtask diff --prove` holds the same verdicts against an independent judge.

use std::fmt::Write;

use generator::comparison::{Broken, Change, Documentation, Format, Wire};
use generator::{Config, Source, Sources};
use serde_yaml::Value;

const BASE: &str = include_str!("changes/base.yaml");

#[test]
fn each_change_has_its_verdicts() {
    insta::glob!("changes/*.yaml", |path| {
        if path.ends_with("base.yaml") {
            return;
        }
        let text = std::fs::read_to_string(path).expect("a file of changes");
        let changes: serde_yaml::Mapping = serde_yaml::from_str(&text).expect("changes");
        let mut report = String::new();
        for (name, edits) in &changes {
            let name = name.as_str().expect("what the change is");
            let _ = write!(report, "# {name}\n\n{}\n", verdicts(edits));
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

/// The changes that edits of the base document lead to, one after another.
fn verdicts(edits: &Value) -> String {
    let comparison = compare(BASE, &edited(edits));
    let mut text: String = comparison.changes.iter().map(line).collect();
    if text.is_empty() {
        text = "nothing is different\n".to_owned();
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

fn compare(old: &str, new: &str) -> generator::comparison::Comparison {
    let sources = |text: &str| {
        Sources::from(Source {
            name: "library.yaml".to_owned(),
            text: text.to_owned(),
        })
    };
    let (old, new) = (sources(old), sources(new));
    for sources in [&old, &new] {
        let output = generator::check(sources, &Config::default());
        let format = generator::diagnostic::Format::Short;
        assert_eq!(
            output.diagnostics.errors(),
            0,
            "{}",
            output.diagnostics.render(sources, format)
        );
    }
    generator::diff(&old, &new, &Config::default()).expect("sound documents")
}

/// The base document with other values at JSON pointers; null removes.
fn edited(edits: &Value) -> String {
    let mut document: Value = serde_yaml::from_str(BASE).expect("the base document");
    for (pointer, value) in edits.as_mapping().expect("edits") {
        let pointer = pointer.as_str().expect("a JSON pointer");
        put(&mut document, pointer, value);
    }
    serde_yaml::to_string(&document).expect("YAML")
}

fn put(document: &mut Value, pointer: &str, value: &Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let key = unescaped(key);
    let mut at = document;
    for step in parent.split('/').skip(1).map(unescaped) {
        at = match at {
            Value::Sequence(items) => &mut items[step.parse::<usize>().expect("an index")],
            Value::Mapping(entries) => entries
                .entry(Value::from(step))
                .or_insert_with(|| Value::Mapping(serde_yaml::Mapping::new())),
            other => panic!("{pointer} leads into {other:?}"),
        };
    }
    match at {
        Value::Sequence(items) => {
            let index = key.parse::<usize>().expect("an index");
            match (value, index == items.len()) {
                (Value::Null, false) => drop(items.remove(index)),
                (value, true) => items.push(value.clone()),
                (value, false) => items[index] = value.clone(),
            }
        }
        Value::Mapping(entries) if value.is_null() => {
            let gone = entries.shift_remove(&key);
            assert!(gone.is_some(), "nothing stands at {pointer}");
        }
        Value::Mapping(entries) => drop(entries.insert(Value::from(key), value.clone())),
        other => panic!("{pointer} leads into {other:?}"),
    }
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
