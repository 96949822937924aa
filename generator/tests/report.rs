//! Which problems are reported, and as what.

use std::collections::BTreeSet;

use sdkwright::diagnostic::Code;
use sdkwright::report::{Baseline, Deny, Format, Found, Inert, Level, Report, Selection};
use sdkwright::{Config, Diagnostics, Source, Sources};

/// An error, a warning, and two that are valid and have no effect.
const DOCUMENT: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        kind: {type: strin}
        name: {type: string, weight: 1}
        size: {type: integer, minLength: 1}
        tags: {type: string, maximum: 1}
";

#[test]
fn what_is_valid_and_has_no_effect_is_reported_where_that_is_asked_for() {
    let hidden = codes(&Selection::default());
    assert_eq!(hidden, ["W0001", "E0006"]);
    let shown = codes(&Selection {
        inert: Inert::Shown,
        ..Selection::default()
    });
    assert_eq!(shown, ["W0001", "W0009", "W0009", "E0006"]);
}

#[test]
fn a_denied_warning_is_an_error_and_an_allowed_one_is_silent() {
    let denied = Selection {
        deny: BTreeSet::from([Deny::Code(Code::UnknownKeyword)]),
        ..Selection::default()
    };
    let found = Found {
        errors: 1,
        denied: 1,
        warnings: 0,
    };
    assert_eq!(self::found(&denied), found);
    assert_eq!(found.as_a_failure(), "1 error and 1 denied warning");
    let allowed = Selection {
        deny: BTreeSet::from([Deny::Warnings]),
        allow: BTreeSet::from([Code::UnknownKeyword]),
        ..Selection::default()
    };
    assert_eq!(codes(&allowed), ["E0006"]);
    // Whoever names a code wants all of it.
    let inert = Selection {
        deny: BTreeSet::from([Deny::Code(Code::Inapplicable)]),
        ..Selection::default()
    };
    assert_eq!(codes(&inert), ["W0001", "E0006", "W0009", "W0009"]);
}

#[test]
fn errors_alone_are_shown_and_warnings_are_counted_all_the_same() {
    let errors = Selection {
        level: Level::Errors,
        ..Selection::default()
    };
    assert_eq!(codes(&errors), ["E0006"]);
    assert_eq!(found(&errors).warnings, 1);
}

#[test]
fn what_a_baseline_has_is_known_wherever_its_line_is() {
    let (sources, diagnostics) = check(DOCUMENT);
    let everything = Report::new([(&sources, &diagnostics)], &Selection::default());
    let baseline = Baseline::of(&everything);
    let read = Baseline::read(&baseline.write()).expect("a baseline");
    assert_eq!(read, baseline);

    let known = Selection {
        baseline: Some(read),
        ..Selection::default()
    };
    let moved = DOCUMENT.replace("  schemas:\n", "  # A remark.\n\n  schemas:\n");
    let (sources, diagnostics) = check(&moved);
    let report = Report::new([(&sources, &diagnostics)], &known);
    assert_eq!(report.render(Format::Short), "");
    assert_eq!((report.hidden.known, report.hidden.gone), (2, 0));

    let worse = moved.replace("type: integer", "type: intger");
    let worse = worse.replace(", weight: 1", "");
    let (sources, diagnostics) = check(&worse);
    let report = Report::new([(&sources, &diagnostics)], &known);
    assert_eq!(
        report.render(Format::Short),
        "pets.yaml:13:22: error[E0006]: unknown value `intger`\n"
    );
    assert_eq!((report.hidden.known, report.hidden.gone), (1, 1));
}

#[test]
fn an_item_before_a_known_problem_does_not_make_it_new() {
    let list = |items: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    Pet:\n      allOf: [{items}]\n"
        )
    };
    let (sources, diagnostics) = check(&list("{type: strin}, {type: strin}"));
    let report = Report::new([(&sources, &diagnostics)], &Selection::default());
    let known = Selection {
        baseline: Some(Baseline::of(&report)),
        ..Selection::default()
    };
    let (sources, diagnostics) = check(&list("{type: string}, {type: strin}, {type: strin}"));
    let report = Report::new([(&sources, &diagnostics)], &known);
    assert_eq!(report.render(Format::Short), "");
    let (sources, diagnostics) = check(&list("{type: strin}, {type: strin}, {type: strin}"));
    let report = Report::new([(&sources, &diagnostics)], &known);
    assert_eq!(report.render(Format::Short).lines().count(), 1);
}

/// A problem is known by whatever path its file was given.
#[test]
fn a_baseline_knows_a_file_by_each_of_its_paths() {
    let (sources, diagnostics) = check(DOCUMENT);
    let report = Report::new([(&sources, &diagnostics)], &Selection::default());
    let written = Baseline::of(&report).write();
    assert!(written.contains("\"pets.yaml\""), "{written}");
    for path in ["./pets.yaml", "spec/../pets.yaml", ".//pets.yaml"] {
        let typed = written.replace("\"pets.yaml\"", &format!("\"{path}\""));
        let baseline = Baseline::read(&typed).expect("a baseline");
        let known = Selection {
            baseline: Some(baseline),
            ..Selection::default()
        };
        let report = Report::new([(&sources, &diagnostics)], &known);
        assert_eq!(report.render(Format::Short), "", "{path}");
    }
}

#[test]
fn what_is_not_a_baseline_is_refused() {
    for text in ["", "{}", "[]", r#"{"known": [{"code": "E0006"}]}"#] {
        assert!(Baseline::read(text).is_err(), "{text}");
    }
    assert!(Baseline::read("{\"known\": []}\n").is_ok_and(|baseline| baseline.is_empty()));
}

#[test]
fn a_problem_of_a_file_that_documents_share_is_reported_once() {
    let (sources, diagnostics) = check(DOCUMENT);
    let documents = [(&sources, &diagnostics), (&sources, &diagnostics)];
    let report = Report::new(documents, &Selection::default());
    assert_eq!(report.render(Format::Short).lines().count(), 2);
    assert_eq!(report.found.len(), 2);
    assert_eq!(report.found.first(), report.found.last());
}

#[test]
fn a_code_is_found_by_what_people_write() {
    for text in [
        "E0006",
        "e0006",
        "[E0006]",
        "error[E0006]",
        "error[E0006]:",
        "e6",
        " E06 ",
    ] {
        assert_eq!(Code::parse(text), Some(Code::UnknownValue), "{text}");
    }
    assert_eq!(Code::parse("warning[W0001]"), Some(Code::UnknownKeyword));
    for text in ["", "E", "6", "E9999", "é6", "error"] {
        assert_eq!(Code::parse(text), None, "{text}");
    }
}

fn check(text: &str) -> (Sources, Diagnostics) {
    let sources = Sources::from(Source {
        name: "pets.yaml".to_owned(),
        text: text.to_owned(),
    });
    let output = sdkwright::check(&sources, &Config::default());
    (sources, output.diagnostics)
}

/// The codes of what is reported of the document, errors last.
fn codes(selection: &Selection) -> Vec<String> {
    let (sources, diagnostics) = check(DOCUMENT);
    let report = Report::new([(&sources, &diagnostics)], selection);
    let said = report.render(Format::Short);
    let codes = said.lines().filter_map(|line| {
        let (_, rest) = line.split_once('[')?;
        Some(rest.split_once(']')?.0.to_owned())
    });
    codes.collect()
}

fn found(selection: &Selection) -> Found {
    let (sources, diagnostics) = check(DOCUMENT);
    let report = Report::new([(&sources, &diagnostics)], selection);
    report.found.first().copied().unwrap_or_default()
}
