//! What the published packages have of files that are elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sdkwright_runtime::sources;

#[test]
fn the_packages_have_the_licences_of_the_project() {
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let text = read(&format!("../{name}"));
        for package in [".", "runtime"] {
            assert_eq!(read(&format!("{package}/{name}")), text, "{package}/{name}");
        }
    }
}

#[test]
fn every_file_of_the_runtime_has_a_row_and_every_row_a_file() {
    let rows: BTreeSet<&str> = sdkwright::runtime_rows().collect();
    let files: BTreeSet<&str> = sources::FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(rows, files);
}

#[test]
fn the_emitted_dependencies_are_those_that_the_runtime_is_tested_with() {
    let manifest = read("runtime/Cargo.toml");
    let tested = manifest
        .split_once("\n[dependencies]\n")
        .and_then(|(_, rest)| rest.split_once("\n\n[dev-dependencies]"))
        .map(|(tested, _)| tested)
        .unwrap_or_default();
    let tested: Vec<String> = tested.lines().map(as_required).collect();
    let emitted: Vec<String> = read("runtime/src/dependencies.toml")
        .lines()
        .skip_while(|line| *line == "[dependencies]")
        .map(as_required)
        .collect();
    assert!(!emitted.is_empty());
    assert_eq!(tested, emitted);
}

/// A line of dependencies as it is where nothing is optional.
fn as_required(line: &str) -> String {
    let line = line.replace(", optional = true", "");
    let is_short = line.contains(" = { version = ") && !line.contains(',');
    if is_short {
        line.replace("{ version = ", "").replace(" }", "")
    } else {
        line
    }
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
