//! The emitted SDK as text. Changes of the document or of the generator are reviewed here, file by file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use insta::{Settings, assert_snapshot};
use sdkwright::report::Format;
use sdkwright::{Config, File, Source, Sources};

/// The folder of the snapshots, below this file.
const SNAPSHOTS: &str = "snapshots";

#[test]
fn every_emitted_file_has_its_snapshot() {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(SNAPSHOTS);
    settings.bind(|| {
        for file in files().iter().filter(|file| has_snapshot(file)) {
            assert_snapshot!(snapshot_name(file), file.text);
        }
    });
}

#[test]
fn every_snapshot_is_of_an_emitted_file() {
    let files = files();
    let emitted: BTreeSet<String> = files
        .iter()
        .filter(|file| has_snapshot(file))
        .map(snapshot_name)
        .collect();
    let folder = workspace().join("tests/tests").join(SNAPSHOTS);
    for entry in fs::read_dir(folder).expect("the snapshots can be read") {
        let name = entry
            .expect("the snapshots can be read")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let Some(name) = name.strip_suffix(".snap") else {
            continue;
        };
        assert!(
            emitted.contains(name),
            "nothing emits the file of the snapshot `{name}.snap`: remove it"
        );
    }
}

/// A file that is missing in the list of the generator would be missing in every SDK.
#[test]
fn documents_of_every_construct_get_every_file_of_the_runtime() {
    let documents = ["fixtures/rich.yaml", "corpus/v31.yaml"];
    let documents = documents.map(|path| read(&workspace().join("generator/tests").join(path)));
    let crates = documents.map(|text| generate(text).0);
    let emitted: BTreeSet<&str> = crates
        .iter()
        .flat_map(|files| runtime_files(files))
        .collect();
    let folder = workspace().join("generator/runtime");
    let originals = sources(&folder.join("src/runtime"));
    let originals: BTreeSet<String> = originals
        .iter()
        .filter_map(|path| path.strip_prefix(&folder).ok())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        // An SDK has a list of its own modules.
        .filter(|path| path != "src/runtime/mod.rs")
        .collect();
    let originals: BTreeSet<&str> = originals.iter().map(String::as_str).collect();
    assert_eq!(emitted, originals);
}

/// The runtime of the SDK has no file that its document does not need.
#[test]
fn the_sdk_has_only_the_runtime_that_it_needs() {
    const NOT_NEEDED: [&str; 8] = [
        "base64",
        "failure",
        "file_part",
        "header",
        "multipart",
        "nullable",
        "open_integer_enum",
        "union",
    ];
    let files = files();
    for name in NOT_NEEDED {
        let path = format!("src/runtime/{name}.rs");
        assert!(runtime_files(&files).all(|file| file != path), "{path}");
    }
    assert!(runtime_files(&files).any(|file| file == "src/runtime/open_enum.rs"));
}

#[test]
fn the_committed_sdk_is_what_is_emitted() {
    const HELP: &str = "run `cargo xtask codegen` and commit what it changes";
    let folder = workspace().join("generated");
    let files = files();
    for file in &files {
        let committed = fs::read_to_string(folder.join(&file.path)).unwrap_or_default();
        let is_same = committed.replace("\r\n", "\n") == file.text;
        assert!(is_same, "`generated/{}` is stale: {HELP}", file.path);
    }
    for path in sources(&folder.join("src")) {
        let path = path
            .strip_prefix(&folder)
            .expect("the file lies in the folder");
        let path = path.to_string_lossy().replace('\\', "/");
        assert!(
            files.iter().any(|file| file.path == path),
            "nothing emits `generated/{path}`: {HELP}"
        );
    }
}

#[test]
fn generating_twice_emits_the_same_files() {
    assert!(files() == files());
}

#[test]
fn a_field_changes_the_file_of_its_model_alone() {
    let text = document();
    let group =
        "    Group:\n      type: object\n      description: A group of users.\n      properties:\n";
    assert_eq!(
        text.matches(group).count(),
        1,
        "the document declares `Group` like this"
    );
    let field = "        motto:\n          type: string\n          description: The purpose of the group.\n";
    let changed = emit(text.replace(group, &format!("{group}{field}")));
    let before = files();
    let paths = |files: &[File]| {
        files
            .iter()
            .map(|file| file.path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(&before), paths(&changed));
    let different = before
        .iter()
        .zip(&changed)
        .filter(|(before, after)| before.text != after.text);
    let different: Vec<&str> = different.map(|(before, _)| before.path.as_str()).collect();
    assert_eq!(different, ["src/models/group.rs"]);
}

fn runtime_files(files: &[File]) -> impl Iterator<Item = &str> {
    let paths = files.iter().map(|file| file.path.as_str());
    paths.filter(|path| path.starts_with("src/runtime/"))
}

/// The files of the runtime are reviewed as their originals, and licences never change.
fn has_snapshot(file: &File) -> bool {
    !file.path.starts_with("src/runtime/") && !file.path.starts_with("LICENSE")
}

/// The path of the file, as one name.
fn snapshot_name(file: &File) -> String {
    format!("rownd__{}", file.path.replace('/', "__"))
}

fn files() -> Vec<File> {
    emit(document())
}

/// The files of a document without problems.
fn emit(text: String) -> Vec<File> {
    let (files, problems) = generate(text);
    assert_eq!(problems, "");
    files
}

/// The files of a document, and the rendered problems.
fn generate(text: String) -> (Vec<File>, String) {
    let sources = Sources::from(Source {
        name: "spec/rownd.yaml".to_owned(),
        text,
    });
    // As the settings of the project say.
    let config = Config {
        command: Some("cargo xtask codegen".to_owned()),
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    let problems = output.diagnostics.render(&sources, Format::PLAIN);
    (output.files.expect("files are emitted"), problems)
}

fn document() -> String {
    read(&workspace().join("spec/rownd.yaml"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The text of a file, its line ends as the project writes them.
fn read(path: &Path) -> String {
    let text = fs::read_to_string(path);
    text.unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
        .replace("\r\n", "\n")
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
