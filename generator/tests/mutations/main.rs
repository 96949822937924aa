//! Thousands of damaged documents: none of them makes the generator panic, and whatever it emits is Rust and TOML.
//!
//! The damage is seeded, so that a failure comes again; the message of a failure holds the document.

mod damage;
mod emitted;
mod random;

use std::panic::{AssertUnwindSafe, catch_unwind};

use generator::{Config, Source, Sources};
use serde_json::Value;

use random::Random;

const ROWND: &str = include_str!("../../../spec/rownd.yaml");
const RICH: &str = include_str!("../fixtures/rich.yaml");

#[test]
fn damaged_parts_of_the_rownd_document() {
    damaged_parts(ROWND, 300);
}

#[test]
fn damaged_parts_of_a_rich_document() {
    damaged_parts(RICH, 500);
}

#[test]
fn damaged_yaml() {
    damaged_text(ROWND, 600);
}

#[test]
fn damaged_json() {
    let json = document(ROWND).to_string();
    damaged_text(&json, 600);
}

/// What people write about the API reaches comments alone.
#[test]
fn hostile_words_change_nothing_but_comments() {
    assert!(code_of(&described(&damage::HOSTILE)) == code_of(&described(&["Words."])));
}

/// The rich document, with these words by turns wherever something is described.
fn described(words: &[&str]) -> Value {
    let mut document = document(RICH);
    let mut words = words.iter().cycle();
    let parts = document.as_object_mut().into_iter().flatten();
    // The servers are named after their descriptions, and the package is described by those of the API.
    for (_, part) in parts.filter(|(name, _)| matches!(name.as_str(), "paths" | "components")) {
        damage::describe(part, &mut words);
    }
    document
}

/// The emitted files without comments and blank lines.
fn code_of(document: &Value) -> Vec<(String, Vec<String>)> {
    let sources = Sources::from(Source {
        name: "hostile.json".to_owned(),
        text: document.to_string(),
    });
    let output = generator::generate(&sources, &Config::default());
    let files = output.files.expect("nothing is wrong with words");
    emitted::check(&files).expect("words break nothing");
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let code = |text: &str| text.lines().filter(is_code).map(str::to_owned).collect();
    files
        .into_iter()
        .map(|file| (file.path, code(&file.text)))
        .collect()
}

fn damaged_parts(text: &str, runs: u64) {
    let whole = document(text);
    let mut emitted = 0;
    for seed in 0..runs {
        let mut random = Random::new(seed);
        let mut part = damage::part(&whole, &mut random);
        for _ in 0..=random.below(3) {
            damage::damage(&mut part, &mut random);
        }
        let text = if seed % 8 == 0 {
            serde_yaml::to_string(&part).unwrap_or_default()
        } else {
            format!("{part:#}")
        };
        emitted += u64::from(survives(text, seed));
    }
    assert!(
        emitted > runs / 8,
        "only {emitted} of {runs} documents were good enough to emit something"
    );
}

/// Parts of a text, one character of which is another, or is missing.
fn damaged_text(text: &str, runs: u64) {
    let chars: Vec<char> = text.chars().collect();
    for seed in 0..runs {
        let mut random = Random::new(seed);
        let mut damaged = chars.clone();
        damaged.truncate(1 + random.below(chars.len()));
        let at = random.below(damaged.len());
        match random.below(3) {
            0 => drop(damaged.remove(at)),
            1 => damaged[at] = random.one_of(&damage::SIGNS),
            _ => damaged.insert(at, random.one_of(&damage::SIGNS)),
        }
        survives(damaged.into_iter().collect(), seed);
    }
}

/// Whether a crate is emitted, which is sound then.
fn survives(text: String, seed: u64) -> bool {
    let mut sources = Sources::from(Source {
        name: "damaged.yaml".to_owned(),
        text,
    });
    let run = AssertUnwindSafe(|| {
        let mut output = generator::generate(&sources, &Config::default());
        while !output.needs.is_empty() {
            for path in output.needs {
                sources.add(path, Err("there is no such file".to_owned()));
            }
            output = generator::generate(&sources, &Config::default());
        }
        let _ = output.diagnostics.render(&sources, false);
        output
    });
    let Ok(output) = catch_unwind(run) else {
        panic!(
            "the generator panics on the document of seed {seed}:\n{}",
            sources.main().text
        );
    };
    assert_eq!(
        output.files.is_none(),
        output.diagnostics.errors() > 0,
        "an error stops the run: seed {seed}\n{}",
        sources.main().text
    );
    let Some(files) = output.files else {
        return false;
    };
    if let Err(problem) = emitted::check(&files) {
        panic!(
            "{problem}\nin what is made of the document of seed {seed}:\n{}",
            sources.main().text
        );
    }
    true
}

fn document(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).expect("the document is YAML")
}
