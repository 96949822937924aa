//! What people read about a bad document: each file of `diagnostics/` is one, and its snapshot is what is said about it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use insta::{Settings, assert_snapshot, glob};
use sdkwright::diagnostic::{Code, Severity};
use sdkwright::report::Format;
use sdkwright::{Choice, Config, Output, Source, Sources, fix};

#[test]
fn messages() {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("diagnostics");
    settings.bind(|| {
        glob!("diagnostics/*.{yaml,json}", |path| {
            let (sources, output) = generate(path);
            assert_snapshot!("said", output.diagnostics.render(&sources, Format::PLAIN));
        });
    });
}

/// The name of a document begins with the code that it is about.
#[test]
fn every_code_has_a_document() {
    let mut explained = BTreeSet::new();
    for path in documents() {
        let name = file_name(&path);
        let (_, output) = generate(&path);
        let codes: BTreeSet<&str> = output
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code.id())
            .collect();
        let code = name.split('_').next().unwrap_or_default().to_owned();
        assert!(
            codes.contains(code.as_str()),
            "`{name}` is about {code}, but gives {codes:?}"
        );
        explained.insert(code);
    }
    for code in Code::ALL {
        assert!(
            explained.contains(code.id()),
            "no document in `diagnostics` is about {}",
            code.id()
        );
    }
}

#[test]
fn an_error_stops_the_run_and_a_warning_does_not() {
    for path in documents() {
        let (_, output) = generate(&path);
        let has_error = output
            .diagnostics
            .iter()
            .any(|diagnostic| diagnostic.code.severity() == Severity::Error);
        assert_eq!(output.files.is_none(), has_error, "{}", file_name(&path));
    }
}

/// Whoever follows advice that names an edit finds the problem gone, and no other error on its line.
#[test]
fn an_edit_repairs_the_document() {
    let mut edits = 0;
    let mut wrong = Vec::new();
    for path in documents() {
        let (sources, output) = generate(&path);
        let text = &sources.main().text;
        let before = said(&output);
        for diagnostic in output.diagnostics.iter() {
            let edit = diagnostic.edit.as_ref();
            let Some(replacement) = edit.and_then(|edit| edit.replacement(&sources)) else {
                continue;
            };
            edits += 1;
            let mut sources = fix::apply(&sources, &[replacement]);
            let output = run(&path, &mut sources);
            let line = line(text, diagnostic.span.bytes().start);
            let here = output.diagnostics.iter().filter(|one| {
                let is_here = self::line(&sources.main().text, one.span.bytes().start) == line;
                one.code.severity() == Severity::Error && is_here
            });
            let new: Vec<&String> = here
                .map(|one| &one.message)
                .filter(|one| !before.contains(one))
                .collect();
            let after = said(&output);
            let what = format!(
                "{}: {} ({})",
                file_name(&path),
                diagnostic.message,
                diagnostic.help.as_deref().unwrap_or_default()
            );
            let count = |said: &[String]| {
                said.iter()
                    .filter(|one| **one == diagnostic.message)
                    .count()
            };
            if count(&after) >= count(&before) || !new.is_empty() {
                wrong.push(format!("{what}: {new:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(edits > 50, "only {edits} edits");
}

/// The line of a byte.
fn line(text: &str, byte: usize) -> usize {
    text.bytes()
        .take(byte)
        .filter(|byte| *byte == b'\n')
        .count()
}

/// The messages of the errors of a run, and of the warnings.
fn said(output: &Output) -> Vec<String> {
    let diagnostics = output.diagnostics.iter();
    diagnostics
        .map(|diagnostic| diagnostic.message.clone())
        .collect()
}

/// The messages are about the document, never about the program that reads it.
#[test]
fn no_message_speaks_of_rust_and_each_says_what_to_do() {
    for path in documents() {
        let (_, output) = generate(&path);
        for diagnostic in output.diagnostics.iter() {
            let said = format!(
                "{} {} {}",
                diagnostic.message,
                diagnostic.label,
                diagnostic.help.as_deref().unwrap_or_default()
            );
            assert!(
                diagnostic.help.is_some(),
                "{}: what to do about `{}`?",
                file_name(&path),
                diagnostic.message
            );
            for word in [
                "EOF",
                "sequence",
                "deserialize",
                "serde",
                "untagged",
                "variant",
                "struct ",
                "invalid type",
                "unit value",
                "usize",
                "i64",
                "u64",
                "Some(",
                "None",
            ] {
                assert!(!said.contains(word), "{}: {said}", file_name(&path));
            }
        }
    }
}

fn generate(path: &Path) -> (Sources, Output) {
    let bytes = fs::read(path).expect("the document can be read");
    let mut sources = match Source::decode(file_name(path), bytes) {
        Ok(source) => Sources::from(source),
        Err(undecodable) => {
            let output = Output {
                diagnostics: undecodable.diagnostics,
                ..Output::default()
            };
            return (Sources::from(undecodable.source), output);
        }
    };
    // What is wrong with an overlay is shown by one beside the document.
    let overlay = path.with_file_name("overlays").join(file_name(path));
    if let Ok(text) = fs::read_to_string(overlay) {
        let name = format!("overlays/{}", file_name(path));
        sources.overlay(Source { name, text });
    }
    let output = run(path, &mut sources);
    (sources, output)
}

fn run(path: &Path, sources: &mut Sources) -> Output {
    let mut config = Config::default();
    if sources.main().name.starts_with("E0013") {
        // The one problem that the caller brings along.
        config.only.push(Choice::Tag("cats".to_owned()));
    }
    loop {
        let output = sdkwright::generate(sources, &config);
        if output.needs.is_empty() {
            return output;
        }
        for file in output.needs {
            let text = fs::read_to_string(path.with_file_name(&file));
            sources.add(file, text.map_err(|_| "there is no such file".to_owned()));
        }
    }
}

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let is_document = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "yaml" || extension == "json")
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_document).collect();
    paths.sort();
    paths
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
