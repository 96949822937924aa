//! The pages of `docs/guide`, done as a reader does them: in their order, in one folder.
//!
//! They use the program, which cargo gives to the tests of its own package alone.
#![cfg(unix)]

mod page;
mod reader;

use std::fs;
use std::path::{Path, PathBuf};

use page::{Page, Step};
use reader::Reader;

#[test]
fn every_page_does_what_it_says() {
    let pages = pages();
    assert!(!pages.is_empty(), "there is a guide");
    let reader = Reader::new();
    for page in &pages {
        for step in &page.steps {
            let done = match step {
                Step::Create { path, text, .. } => reader.create(path, text),
                Step::Edit { path, old, new, .. } => reader.edit(path, old, new),
                Step::Run { command, shown, .. } => reader.run(command, shown),
            };
            if let Err(message) = done {
                panic!("{}:{}: {message}", page.path.display(), step.line());
            }
        }
    }
}

/// The pages in the order of their numbers.
fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/guide");
    let entries = fs::read_dir(&folder).expect("there is a folder of the guide");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let is_page = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".md")
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_page).collect();
    paths.sort();
    paths.into_iter().map(Page::read).collect()
}
