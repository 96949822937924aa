//! How problems are written: for people, for logs and for programs.

use std::fmt::Write;

use generator::diagnostic::{Format, Style};
use generator::{Config, Source, Sources};
use insta::assert_snapshot;
use serde_json::Value;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: 1.0.0}\npaths: {}\n";

#[test]
fn a_line_for_a_log() {
    let said = render(&schema("Pet: {type: strin}"), Format::Short);
    assert_snapshot!(said, @"pets.yaml:6:17: error[E0006]: unknown value `strin`");
}

#[test]
fn an_object_for_a_program() {
    let document = schema("Größe: {type: strin}\n    Pet: {type: object}\n    Pet: {type: object}");
    let said = render(&document, Format::Json);
    assert_snapshot!(said, @r##"
    {"severity":"warning","code":"W0003","message":"`Größe` is not a valid name of a component","label":null,"file":"pets.yaml","line":6,"column":5,"end_line":6,"end_column":10,"pointer":"#/components/schemas/Größe","help":"use letters from `a` to `z`, digits, `.`, `-` and `_` only","related":[]}
    {"severity":"error","code":"E0006","message":"unknown value `strin`","label":"expected one of `string`, `number`, `integer`, `boolean`, `array`, `object`","file":"pets.yaml","line":6,"column":19,"end_line":6,"end_column":24,"pointer":"#/components/schemas/Größe/type","help":"did you mean `string`?","related":[]}
    {"severity":"error","code":"E0002","message":"the key `Pet` is given twice","label":null,"file":"pets.yaml","line":8,"column":5,"end_line":8,"end_column":8,"pointer":"#/components/schemas/Pet","help":"rename or remove one of the two; or write the key that was lost on a line before the second one","related":[{"message":"first given here","file":"pets.yaml","line":7,"column":5,"end_line":7,"end_column":8}]}
    "##);
    for line in said.lines() {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
}

#[test]
fn many_warnings_of_a_kind_are_summed_up_and_errors_are_not() {
    let mut many = schema("Pet:\n      type: object\n      properties:\n");
    for number in 0..30 {
        let _ = writeln!(
            many,
            "        a{number}: {{type: string, wrong{number}: 1}}"
        );
        let _ = writeln!(many, "        b{number}: {{type: wrong{number}}}");
    }
    let said = render(&many, Format::PLAIN);
    assert_eq!(said.matches("error[E0006]").count(), 30);
    assert_eq!(said.matches("has no field").count(), 10);
    let last = said.trim_end().rsplit("\n\n").next();
    assert_snapshot!(last.unwrap_or_default(), @r"
    warning[W0001]: 20 more warnings with this code
     |
     = help: `--message-format short` lists them all, a line each
    ");
    assert_eq!(render(&many, Format::Short).lines().count(), 60);
    assert_eq!(render(&many, Format::Json).lines().count(), 60);
}

#[test]
fn colors_are_a_matter_of_the_format() {
    let document = schema("Pet: {type: strin}");
    assert!(render(&document, Format::Human(Style::Colored)).contains("\u{1b}["));
    assert!(!render(&document, Format::PLAIN).contains('\u{1b}'));
}

/// A document must not steer the terminal of who reads it.
#[test]
fn what_a_terminal_would_obey_is_shown_as_a_sign() {
    // A window title, a bell, red, the one-byte form of an escape sequence, and marks of the direction of writing.
    const EVIL: &str = r"\e]0;owned\a\e[31m\x9b31m\u202e\u2066\u200e\u2028\u200b\r\n\0\x7f";
    let document = schema(&format!(
        "\"{EVIL}\": {{type: \"{EVIL}\", \"{EVIL}\": 1}}\n    Raw: {{type: \u{202e}gnirts\u{9b}31m}}\n    Ref: {{$ref: \"#/{EVIL}\"}}"
    ));
    for format in [Format::PLAIN, Format::Short, Format::Json] {
        let said = render(&document, format);
        let raw = said.chars().find(|c| {
            *c != '\n' && (c.is_control() || ('\u{200b}'..'\u{2070}').contains(c) && *c != '…')
        });
        assert_eq!(raw, None, "{format:?}: {}", said.escape_debug());
    }
    let said = render(&document, Format::Json);
    let first: Value = serde_json::from_str(said.lines().next().unwrap_or_default())
        .expect("a line is a JSON object");
    let message = first["message"].as_str().unwrap_or_default();
    assert!(message.contains("\u{1b}]0;owned\u{7}"), "{message:?}");
}

#[test]
fn the_column_in_a_line_of_megabytes() {
    let padding = "x".repeat(100_000);
    let document = format!(
        r#"{{"openapi": "3.0.3", "info": {{"title": "{padding}", "version": "1"}}, "paths": {{}}, "components": {{"schemas": {{"A": {{"type": "é"}}}}}}}}"#
    );
    let column = 1 + document.chars().take_while(|c| *c != 'é').count() - 1;
    let said = render(&document, Format::PLAIN);
    assert!(said.contains(&format!("pets.yaml:1:{column}\n")), "{said}");
    assert!(said.len() < 10_000, "{said}");
    let short = render(&document, Format::Short);
    assert!(
        short.starts_with(&format!("pets.yaml:1:{column}: error[E0006]")),
        "{short}"
    );
}

#[test]
fn words_without_an_end_are_cut() {
    let word = "x".repeat(1_000_000);
    for format in [Format::PLAIN, Format::Short, Format::Json] {
        let said = render(
            &schema(&format!("{word}: {{type: {word}, {word}: 1}}")),
            format,
        );
        assert!(said.len() < 30_000, "{format:?}: {} bytes", said.len());
    }
}

/// A place in the middle of a character, where a reader of bytes stopped.
#[test]
fn a_place_within_a_character() {
    let text = "{\"openapi\": \"3.0.3\", \"a\": \"\u{fffd}\n\"}";
    for format in [Format::PLAIN, Format::Short, Format::Json] {
        assert!(render(text, format).contains("not valid JSON"));
    }
}

fn schema(schemas: &str) -> String {
    format!("{HEAD}components:\n  schemas:\n    {schemas}\n")
}

fn render(text: &str, format: Format) -> String {
    let source = Sources::from(Source {
        name: "pets.yaml".to_owned(),
        text: text.to_owned(),
    });
    let output = generator::check(&source, &Config::default());
    output.diagnostics.render(&source, format)
}
