//! A document of OpenAPI 3.0 and its twin of 3.1, which says the same in the other version's words, give the same crate.

mod twin;

use std::fs;
use std::path::{Path, PathBuf};

use sdkwright::report::Format;
use sdkwright::{Config, File, OnError, Source, Sources};

#[test]
fn fixtures_and_their_twins_give_the_same_crate() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut documents = documents_of_3_0(&tests.join("fixtures"));
    documents.extend(documents_of_3_0(&tests.join("corpus")));
    documents.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/rownd.yaml"));
    assert!(documents.len() > 10, "the documents are there");
    for document in documents {
        let text = fs::read_to_string(&document).expect("a fixture");
        let name = document.display().to_string();
        let twin = twin::twin(&text);
        assert!(twin.contains("3.1.1"), "{name} has a twin");
        compare(&name, &files(&text), &files(&twin));
    }
}

fn documents_of_3_0(folder: &Path) -> Vec<PathBuf> {
    let mut documents = documents(folder);
    documents.retain(|path| {
        let text = fs::read_to_string(path).expect("a document");
        text.contains("\nopenapi: 3.0") || text.starts_with("openapi: 3.0")
    });
    documents
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of documents");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut documents: Vec<PathBuf> = paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    documents.sort();
    documents
}

/// The files of a crate; what is left out of one must be left out of the other, too.
fn files(text: &str) -> Vec<File> {
    let sources = Sources::from(Source {
        name: "openapi.yaml".to_owned(),
        text: text.to_owned(),
    });
    let config = Config {
        on_error: OnError::LeaveOut,
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    let said = output.diagnostics.render(&sources, Format::PLAIN);
    output
        .files
        .unwrap_or_else(|| panic!("nothing is emitted:\n{said}"))
}

fn compare(name: &str, one: &[File], other: &[File]) {
    let paths = |files: &[File]| {
        files
            .iter()
            .map(|file| file.path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(one), paths(other), "the files of {name}");
    for (one, other) in one.iter().zip(other) {
        let difference = one
            .text
            .lines()
            .zip(other.text.lines())
            .find(|(one, other)| one != other);
        if let Some((one_line, other_line)) = difference {
            panic!("{name}, {}:\n3.0: {one_line}\n3.1: {other_line}", one.path);
        }
        assert_eq!(one.text, other.text, "{name}, {}", one.path);
    }
}
