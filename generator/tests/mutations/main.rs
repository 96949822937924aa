//! Thousands of damaged documents: none of them makes the generator panic, and whatever it emits is Rust and TOML.
//!
//! The damage is seeded, so that a failure can be reproduced; the message of a failure contains the document.
//! `MUTATIONS=100` makes a hundred times as many, and `MUTATED=FOLDER` damages the documents of a folder instead of the corpus.

mod bytes;
mod damage;
mod emitted;
mod part;
mod random;
mod run;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::{self, Builder};

use serde_json::Value;

use random::Random;
use run::survives;

const ROWND: &str = "../spec/rownd.yaml";
const RICH: &str = "tests/fixtures/rich.yaml";
const LATER: [&str; 2] = [
    "tests/fixtures/keywords-3.1.yaml",
    "tests/fixtures/keywords-3.2.yaml",
];

#[test]
fn damaged_parts_of_the_rownd_document() {
    damaged_parts(&[path(ROWND)], 300);
}

#[test]
fn damaged_parts_of_a_rich_document() {
    damaged_parts(&[path(RICH)], 500);
}

#[test]
fn damaged_parts_of_documents_of_later_versions() {
    damaged_parts(&LATER.map(path), 300);
}

#[test]
fn damaged_fixtures() {
    damaged_parts(&fixtures(), 400);
}

#[test]
fn damaged_text() {
    damaged_texts(&[path(ROWND), path(RICH)], 80);
}

#[test]
fn damaged_texts_of_fixtures() {
    damaged_texts(&fixtures(), 1_000);
}

/// The documents of the corpus, or of a folder of the caller's choice.
#[test]
fn damaged_documents_of_a_folder() {
    let folder = env::var_os("MUTATED").map_or_else(|| path("tests/corpus"), PathBuf::from);
    let documents = documents_in(&folder);
    assert!(
        !documents.is_empty(),
        "{} has no documents",
        folder.display()
    );
    damaged_parts(&documents, 200);
    damaged_texts(&documents, 200);
}

fn damaged_parts(paths: &[PathBuf], runs: u64) {
    on_a_deep_stack(|| damage_parts(paths, runs));
}

fn damaged_texts(paths: &[PathBuf], runs: u64) {
    on_a_deep_stack(|| damage_texts(paths, runs));
}

/// The tests themselves recurse as deeply as documents may be nested.
fn on_a_deep_stack(test: impl FnOnce() + Send) {
    let ended = thread::scope(|scope| {
        let thread = Builder::new().stack_size(256 << 20);
        let started = thread.spawn_scoped(scope, test);
        started.expect("a thread can be started").join()
    });
    if let Err(panic) = ended {
        std::panic::resume_unwind(panic);
    }
}

fn damage_parts(paths: &[PathBuf], runs: u64) {
    let wholes: Vec<Value> = paths.iter().filter_map(|path| read(path)).collect();
    let mut emitted = 0;
    let runs = runs * more();
    for seed in 0..runs {
        let mut random = Random::new(seed);
        let whole = &wholes[random.below(wholes.len())];
        let mut part = part::part(whole, &mut random);
        for _ in 0..=random.below(3) {
            damage::damage(&mut part, &mut random);
        }
        let text = if seed % 8 == 0 {
            serde_yaml::to_string(&part).unwrap_or_default()
        } else {
            format!("{part:#}")
        };
        emitted += u64::from(survives(text, &format!("the part of seed {seed}")));
    }
    assert!(
        emitted > runs / 8,
        "a crate was emitted for only {emitted} of {runs} documents"
    );
}

fn damage_texts(paths: &[PathBuf], runs: u64) {
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    for seed in 0..runs * more() {
        let mut random = Random::new(seed);
        let text = &texts[random.below(texts.len())];
        let other = &texts[random.below(texts.len())];
        let damaged = bytes::damage(text, other, &mut random);
        survives(damaged, &format!("the text of seed {seed}"));
    }
}

/// Every small document of this project.
fn fixtures() -> Vec<PathBuf> {
    let folders = ["tests/fixtures", "tests/diagnostics"];
    let mut documents: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| documents_in(&path(folder)))
        .collect();
    documents.push(path("../xtask/tests/cli/weather.yaml"));
    documents
}

fn documents_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("yaml" | "yml" | "json"))
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_document).collect();
    paths.sort();
    paths
}

fn path(below_the_package: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below_the_package)
}

/// A document as a value; `None` if it is not YAML, as some fixtures are not.
fn read(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    let value: Value = serde_json::from_str(&text)
        .or_else(|_| serde_yaml::from_str(&text))
        .ok()?;
    value.is_object().then_some(value)
}

/// The factor by which the caller multiplies the runs of each test.
fn more() -> u64 {
    let factor = env::var("MUTATIONS").ok();
    factor.and_then(|factor| factor.parse().ok()).unwrap_or(1)
}
