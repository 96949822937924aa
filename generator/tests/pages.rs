//! Every code has a page in `generator/docs/diagnostics`, and its examples are real: the bad one gives the code, the good one nothing at all.

use std::fs;
use std::path::{Path, PathBuf};

use sdkwright::diagnostic::Code;
use sdkwright::report::Format;
use sdkwright::{Choice, Config, Output, Source, Sources};

#[test]
fn every_code_has_a_page_a_document_and_what_is_said_about_it() {
    let mut missing = Vec::new();
    for code in Code::ALL {
        let id = code.id();
        if !page_path(*code).exists() {
            missing.push(format!(
                "generator/docs/diagnostics/{id}.md: `# {id}: TITLE`, what it means, `## Bad` and `## Good` with a document each, `## What to do`"
            ));
        }
        let documents = documents_about(id);
        if documents.is_empty() {
            missing.push(format!(
                "generator/tests/diagnostics/{id}_NAME.yaml: a small document that gives {id}"
            ));
        }
        for document in documents {
            let snapshot = format!("said@{document}.snap");
            if !folder("tests/diagnostics").join(&snapshot).exists() {
                missing.push(format!(
                    "generator/tests/diagnostics/{snapshot}: run `INSTA_UPDATE=always cargo test -p sdkwright --test diagnostics`, and read it"
                ));
            }
        }
    }
    assert!(missing.is_empty(), "add:\n{}", missing.join("\n"));
}

#[test]
fn the_index_lists_every_page_with_its_title() {
    let index = fs::read_to_string(folder("docs/diagnostics/README.md")).unwrap_or_default();
    let mut missing = Vec::new();
    for code in Code::ALL {
        let id = code.id();
        let page = page(*code);
        let title = page.lines().next().unwrap_or_default();
        let Some(title) = title.strip_prefix(&format!("# {id}: ")) else {
            panic!(
                "generator/docs/diagnostics/{id}.md does not begin with `# {id}: TITLE`, but with `{title}`"
            );
        };
        assert_eq!(title, code.title(), "the title of the page of {id}");
        let kind = code.severity().word();
        let row = format!("| [{id}]({id}.md) | {kind} | {title} |");
        if !index.lines().any(|line| line == row) {
            missing.push(row);
        }
    }
    assert!(
        missing.is_empty(),
        "add to the table in generator/docs/diagnostics/README.md:\n{}",
        missing.join("\n")
    );
}

#[test]
fn no_page_is_about_a_code_that_is_not_there() {
    let known: Vec<String> = Code::ALL
        .iter()
        .map(|code| format!("{}.md", code.id()))
        .chain(["README.md".to_owned()])
        .collect();
    for entry in fs::read_dir(folder("docs/diagnostics")).expect("the folder can be read") {
        let name = entry.expect("the folder can be read").file_name();
        let name = name.to_string_lossy().into_owned();
        assert!(
            known.contains(&name),
            "generator/docs/diagnostics/{name}: there is no such code"
        );
    }
}

#[test]
fn a_bad_example_gives_its_code_and_a_good_one_nothing() {
    for code in Code::ALL {
        let page = page(*code);
        let (source, bad) = generate(*code, &page, "Bad");
        assert!(
            bad.diagnostics.iter().any(|one| one.code == *code),
            "the bad example of {} gives something else:\n{}",
            code.id(),
            bad.diagnostics.render(&source, Format::PLAIN)
        );
        let (source, good) = generate(*code, &page, "Good");
        let said = good.diagnostics.render(&source, Format::PLAIN);
        assert_eq!(said, "", "the good example of {}", code.id());
        assert!(good.files.is_some(), "the good example of {}", code.id());
    }
}

/// The document of the pages about overlays, which have its lines.
const OVERLAID: &str = "openapi: 3.1.2
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      responses: {'200': {description: A list.}}
";

/// Runs the example below a heading.
fn generate(code: Code, page: &str, heading: &str) -> (Sources, Output) {
    let id = code.id();
    let example = page
        .split_once(&format!("\n## {heading}\n"))
        .and_then(|(_, rest)| rest.split_once("\n```"))
        .and_then(|(_, rest)| rest.split_once('\n'))
        .and_then(|(_, rest)| rest.split_once("\n```"))
        .map(|(example, _)| format!("{example}\n"));
    let Some(text) = example else {
        panic!(
            "generator/docs/diagnostics/{id}.md has no `## {heading}` with a document between lines of three backticks"
        );
    };
    let source = match code {
        // The example of an overlay is applied to this document.
        Code::Overlay | Code::OverlayTarget => {
            let mut sources = Sources::from(Source {
                name: "pets.yaml".to_owned(),
                text: OVERLAID.to_owned(),
            });
            let name = format!("{id}.yaml");
            sources.overlay(Source { name, text });
            sources
        }
        _ => Sources::from(Source {
            name: format!("{id}.yaml"),
            text,
        }),
    };
    let mut config = Config::default();
    if code == Code::Choice {
        // The one problem that the caller brings along.
        config.only.push(Choice::Tag("cats".to_owned()));
    }
    let output = sdkwright::generate(&source, &config);
    (source, output)
}

fn page(code: Code) -> String {
    let path = page_path(code);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("generator/docs/diagnostics/{}.md: {error}", code.id()))
}

fn page_path(code: Code) -> PathBuf {
    folder("docs/diagnostics").join(format!("{}.md", code.id()))
}

/// The names of the documents whose names say that they are about a code.
fn documents_about(id: &str) -> Vec<String> {
    let entries = fs::read_dir(folder("tests/diagnostics")).expect("the folder can be read");
    let names = entries.map(|entry| {
        let name = entry.expect("the folder can be read").file_name();
        name.to_string_lossy().into_owned()
    });
    names
        .filter(|name| name.starts_with(&format!("{id}_")))
        .filter(|name| !name.ends_with(".snap.new"))
        .collect()
}

fn folder(below_the_package: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below_the_package)
}
