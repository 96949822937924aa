//! The emitted SDK as text. A change of the document or of the generator is read here, file by file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use generator::diagnostic::Format;
use generator::{Config, File, Source, Sources};
use insta::{Settings, assert_snapshot};

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

#[test]
fn the_runtime_is_copied_byte_for_byte() {
    let files = files();
    let runtime = files
        .iter()
        .filter(|file| file.path.starts_with("src/runtime/"));
    for file in runtime {
        let original = workspace().join("generator/runtime").join(&file.path);
        assert!(
            file.text == read(&original),
            "`{}` is not what `generator/runtime` holds",
            file.path
        );
    }
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
fn generating_twice_gives_the_same() {
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
        "the document begins `Group` so"
    );
    let field = "        motto:\n          type: string\n          description: What the group stands for.\n";
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

/// The runtime is compared with its source, and nobody reads a licence again.
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

fn emit(text: String) -> Vec<File> {
    let sources = Sources::from(Source {
        name: "spec/rownd.yaml".to_owned(),
        text,
    });
    let output = generator::generate(&sources, &Config::default());
    let said = output.diagnostics.render(&sources, Format::PLAIN);
    assert_eq!(said, "", "there is nothing to say about the document");
    output.files.expect("files are emitted")
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
