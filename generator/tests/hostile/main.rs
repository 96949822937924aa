//! Hostile text: no text of a document changes the items of the crate or the paths of its files, and its docs contain nothing that
//! rustdoc would run.

#[path = "../mutations/emitted.rs"]
mod emitted;
mod items;
mod texts;

use std::collections::BTreeSet;

use sdkwright::report::Format;
use sdkwright::{Config, File, Source, Sources};
use serde_yaml::{Mapping, Value};

use items::{Grain, is_code, items};
use texts::{HOSTILE, long};

const FREE_TEXT: &str = include_str!("../fixtures/free_text.yaml");
const RICH: &str = include_str!("../fixtures/rich.yaml");

#[test]
fn free_text_changes_docs_alone() {
    every_place("doc", Some(Grain::Code));
}

#[test]
fn text_of_names_changes_names_alone() {
    every_place("name", Some(Grain::Shape));
}

#[test]
fn text_with_a_meaning_yields_a_valid_crate() {
    every_place("odd", None);
}

/// All descriptions of a document at once.
#[test]
fn hostile_descriptions_of_a_rich_document() {
    let described = |words: &[String]| {
        let mut document = document(RICH);
        let mut words = words.iter().cycle();
        let parts = document
            .as_mapping_mut()
            .into_iter()
            .flat_map(Mapping::iter_mut);
        // The servers are named after their descriptions.
        for (_, part) in parts.filter(|(name, _)| name.as_str() != Some("servers")) {
            describe(part, &mut words);
        }
        generate(&document).expect("descriptions are valid")
    };
    let hostile = described(&all_texts());
    assert!(items(&hostile, Grain::Code) == items(&described(&["Words.".to_owned()]), Grain::Code));
    check(&hostile).unwrap();
}

/// Replaces each word of a kind on its own, by alternating texts and by all of them as one.
fn every_place(kind: &str, grain: Option<Grain>) {
    let document = document(FREE_TEXT);
    let unchanged = generate(&document).expect("the document is valid");
    let items = |files: &[File]| grain.map(|grain| items(files, grain)).unwrap_or_default();
    let unchanged = items(&unchanged);
    let texts = all_texts();
    let all = texts.concat();
    let words = words(kind);
    assert!(!words.is_empty(), "the document has such words");
    let mut texts = texts.iter().cycle();
    let mut emitted = 0;
    for word in &words {
        let own: Vec<&String> = texts.by_ref().take(2).chain([&all]).collect();
        for text in &own {
            let mut hostile = document.clone();
            replace(&mut hostile, word, text);
            // A name may be rejected for its content.
            let Ok(files) = generate(&hostile) else {
                continue;
            };
            emitted += 1;
            if let Err(problem) = check(&files) {
                panic!("{problem}, where `{word}` is {text:?}");
            }
            let found = items(&files);
            if found != unchanged {
                let added: Vec<&String> = found
                    .iter()
                    .filter(|item| !unchanged.contains(item))
                    .take(3)
                    .collect();
                panic!(
                    "`{word}` as {:?} gives {added:#?}",
                    text.get(..60).unwrap_or(text)
                );
            }
        }
    }
    let runs = 3 * words.len();
    assert!(
        emitted > runs / 2,
        "only {emitted} of {runs} texts were accepted"
    );
}

/// The words of the document that begin with this prefix and continue in camel case.
fn words(kind: &str) -> BTreeSet<&'static str> {
    let of_kind = |word: &&str| {
        let rest = word.strip_prefix(kind);
        rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()))
    };
    let words = FREE_TEXT.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(of_kind).collect()
}

/// Replaces a word by a text, everywhere in the document.
fn replace(value: &mut Value, word: &str, text: &str) {
    match value {
        Value::String(string) if string.starts_with("#/") => {
            let tokens = string.split('/').map(|token| {
                if token == word {
                    pointer_token(text)
                } else {
                    token.to_owned()
                }
            });
            *string = tokens.collect::<Vec<_>>().join("/");
        }
        Value::String(string) => *string = replaced(string, word, text),
        Value::Sequence(items) => items.iter_mut().for_each(|item| replace(item, word, text)),
        Value::Mapping(entries) => {
            // The order of the entries is kept: it decides the order of fields.
            for (mut key, mut value) in std::mem::take(entries) {
                replace(&mut key, word, text);
                replace(&mut value, word, text);
                entries.insert(key, value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Tagged(_) => {}
    }
}

/// The string with the word replaced by the text, unless it is the beginning of a longer word.
fn replaced(string: &str, word: &str, text: &str) -> String {
    match string.split_once(word) {
        Some((before, after)) if !after.starts_with(|c: char| c.is_ascii_alphanumeric()) => {
            format!("{before}{text}{after}")
        }
        _ => string.to_owned(),
    }
}

/// One token of a JSON Pointer, escaped for a reference.
fn pointer_token(text: &str) -> String {
    let escaped = text.replace('~', "~0").replace('/', "~1");
    let bytes = escaped.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}

fn describe<'w>(value: &mut Value, words: &mut impl Iterator<Item = &'w String>) {
    match value {
        Value::Mapping(entries) => {
            for (key, value) in entries {
                if matches!(key.as_str(), Some("description" | "summary")) && value.is_string() {
                    *value = Value::from(words.next().map_or("", String::as_str));
                } else {
                    describe(value, words);
                }
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| describe(item, words)),
        _ => {}
    }
}

/// What is true of every crate, and of its docs: no code block but the example on the front page.
fn check(files: &[File]) -> Result<(), String> {
    emitted::check(files)?;
    for file in files
        .iter()
        .filter(|file| !file.path.starts_with("src/runtime/"))
    {
        let is_hidden = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        };
        if let Some(hidden) = file.text.chars().find(|c| is_hidden(*c)) {
            return Err(format!("{} holds {hidden:?}", file.path));
        }
        if file.path != "src/lib.rs" && is_code(&file.path) {
            let docs: Vec<&str> = file.text.lines().map(str::trim_start).collect();
            let fence = docs.iter().find(|line| {
                let doc = line
                    .strip_prefix("///")
                    .or_else(|| line.strip_prefix("//!"));
                let doc = doc
                    .map(|doc| doc.trim_start_matches([' ', '>', '-', '*']))
                    .unwrap_or_default();
                (doc.starts_with("```") || doc.starts_with("~~~")) && !is_closed_or_text(doc)
            });
            if let Some(fence) = fence {
                return Err(format!("{} has the block `{fence}`", file.path));
            }
        }
    }
    Ok(())
}

/// Whether a fence ends a block, or begins one that is not compiled.
fn is_closed_or_text(fence: &str) -> bool {
    let info = fence.trim_start_matches(['`', '~']).trim();
    // With backticks in its first line, it is code within a line.
    !info.contains("rust") || info.contains('`')
}

fn generate(document: &Value) -> Result<Vec<File>, String> {
    let source = Sources::from(Source {
        name: "hostile.json".to_owned(),
        text: serde_json::to_string(document).expect("the document is JSON"),
    });
    let output = sdkwright::generate(&source, &Config::default());
    let said = output.diagnostics.render(&source, Format::PLAIN);
    output.files.ok_or(said)
}

fn all_texts() -> Vec<String> {
    let texts = HOSTILE.iter().map(|text| (*text).to_owned());
    texts.chain(long()).collect()
}

fn document(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).expect("the document is YAML")
}
