//! What is added to a document adds to its crate, and changes nothing that is there: each public item remains as it was, and only the files
//! change that show what was added. The order of the members of objects changes nothing either.
//!
//! The changes are seeded, so that a failure can be reproduced. `ADDITIVE=FOLDER` changes the documents of a folder instead of those of the
//! tests.

mod edits;
mod order;
#[path = "../mutations/random.rs"]
mod random;
mod surface;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use sdkwright::{Config, OnError, Source, Sources};
use serde_json::Value;

use edits::{Edit, KINDS};
use random::Random;
use surface::Surface;

/// How often each kind of change is made in each document.
const TIMES: u64 = 3;

const FOLDERS: [&str; 2] = ["tests/corpus", "tests/fixtures"];
const CASES: &str = "../tests/cases";
const ROWND: &str = "../spec/rownd.yaml";

#[test]
fn what_is_added_leaves_every_item_as_it_was() {
    for_each_document(&|name, document, before| {
        let mut problems = Vec::new();
        for (index, kind) in KINDS.iter().enumerate() {
            for time in 0..TIMES {
                let mut random = Random::new(time * 1_000 + u64::try_from(index).unwrap_or(0));
                if let Some(edit) = kind(document, &mut random) {
                    problems.extend(problems_of(name, before, &edit));
                }
            }
        }
        problems
    });
}

#[test]
fn the_order_of_members_changes_no_item() {
    for_each_document(&|name, document, before| {
        let mut problems = Vec::new();
        for time in 0..TIMES {
            let text = order::shuffled(document, &mut Random::new(time));
            let after = generate(&text).unwrap_or_else(|| panic!("{name} is no longer valid"));
            let lost = before
                .lost_in(&after)
                .into_iter()
                .chain(after.lost_in(before));
            problems.extend(lost.map(|lost| format!("{name}, in the order {time}: {lost}")));
        }
        problems
    });
}

/// What a change does beside adding something.
fn problems_of(name: &str, before: &Surface, edit: &Edit) -> Vec<String> {
    // Not everything that can be added is valid wherever it is added.
    let Some(after) = generate(&edit.document.to_string()) else {
        return Vec::new();
    };
    // It speaks of all operations at once, and gives way where they no longer have one error body.
    if before.has_one_error() && !after.has_one_error() {
        return Vec::new();
    }
    let homes = edits::with_heirs(&edit.document, edit.homes.clone());
    let lost = before.lost_in(&after);
    let changed = before.changed_in(&after);
    let changed = changed.filter(|(path, _)| !shows(path, &homes, before, &after));
    let changed = changed.map(|(path, line)| format!("{path} changed at `{line}`"));
    let problems = lost.into_iter().chain(changed);
    let what = &edit.what;
    problems
        .map(|problem| format!("{name}, {what}: {problem}"))
        .collect()
}

/// Whether a file shows what was added: it is that of the component or operation itself, that of an equal type, or one that lists
/// everything.
fn shows(path: &str, homes: &[String], before: &Surface, after: &Surface) -> bool {
    let Some((folder, file)) = path.trim_end_matches(".rs").rsplit_once('/') else {
        return true;
    };
    if folder == "src" || before.is_list(path) {
        return true;
    }
    // Letters outside ASCII are spelled otherwise in the names of files.
    let is_of_home = |name: &str| {
        let name = letters(name.trim_start_matches("module_"));
        let mut homes = homes.iter();
        homes.any(|home| name.starts_with(ascii(&letters(home))))
    };
    let mut types = before.types_in(path).chain(after.types_in(path));
    is_of_home(file)
        || types.any(|ty| {
            let mut names = before.names_of(ty).into_iter().chain(after.names_of(ty));
            names.any(|name| is_of_home(&name))
        })
}

/// The letters before the first one outside ASCII.
fn ascii(letters: &str) -> &str {
    let end = letters.find(|c: char| !c.is_ascii());
    letters
        .get(..end.unwrap_or(letters.len()))
        .unwrap_or_default()
}

/// What two spellings of a name have in common.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Calls `try_document` with each document and its crate, several at a time, and fails with what it says.
fn for_each_document(try_document: &(dyn Fn(&str, &Value, &Surface) -> Vec<String> + Sync)) {
    let documents = documents();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let problems = thread::scope(|scope| {
        let shares = documents.chunks(documents.len().div_ceil(cores).max(1));
        let threads: Vec<_> = shares
            .map(|share| {
                scope.spawn(move || {
                    let documents = share.iter();
                    let problems = documents.flat_map(|path| problems_with(path, try_document));
                    problems.collect::<Vec<String>>()
                })
            })
            .collect();
        let ended = threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"));
        ended.flatten().collect::<Vec<String>>()
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn problems_with(
    path: &Path,
    try_document: &(dyn Fn(&str, &Value, &Surface) -> Vec<String> + Sync),
) -> Vec<String> {
    let text = fs::read_to_string(path).expect("the document can be read");
    let document: Value = serde_yaml::from_str(&text).expect("the document is YAML");
    match generate(&document.to_string()) {
        Some(before) => try_document(&path.display().to_string(), &document, &before),
        // It is in several files.
        None => Vec::new(),
    }
}

/// The public items of a document's crate; `None` where the document has an error.
fn generate(text: &str) -> Option<Surface> {
    let sources = Sources::from(Source {
        name: "openapi.json".to_owned(),
        text: text.to_owned(),
    });
    let config = Config {
        on_error: match env::var_os("ADDITIVE") {
            Some(_) => OnError::LeaveOut,
            None => OnError::Stop,
        },
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    output.files.map(|files| Surface::read(&files))
}

/// The documents of the tests, or those of a folder of the caller's choice.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Some(folder) = env::var_os("ADDITIVE") {
        return documents_of(Path::new(&folder));
    }
    let mut documents = vec![root.join(ROWND)];
    documents.extend(
        FOLDERS
            .iter()
            .flat_map(|folder| documents_of(&root.join(folder))),
    );
    let cases = entries(&root.join(CASES))
        .into_iter()
        .map(|case| case.join("document.yaml"));
    documents.extend(cases.filter(|document| document.is_file()));
    documents
}

fn documents_of(folder: &Path) -> Vec<PathBuf> {
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("yaml" | "json"))
    };
    entries(folder).into_iter().filter(is_document).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
}
