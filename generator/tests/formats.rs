//! How problems are written: for people, for logs and for programs.

use std::fmt::Write;

use insta::assert_snapshot;
use sdkwright::report::{Format, Style};
use sdkwright::{Config, Source, Sources};
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
    {"severity":"warning","code":"W0003","message":"`Größe` is not a valid name of a component","label":null,"file":"pets.yaml","line":6,"column":5,"end_line":6,"end_column":10,"pointer":"#/components/schemas/Größe","help":"use letters from `a` to `z`, digits, `.`, `-` and `_` only","related":[],"link":"https://github.com/rownd/rownd-rust/blob/main/generator/docs/diagnostics/W0003.md","edits":[]}
    {"severity":"error","code":"E0006","message":"unknown value `strin`","label":"expected one of `string`, `number`, `integer`, `boolean`, `array`, `object`","file":"pets.yaml","line":6,"column":19,"end_line":6,"end_column":24,"pointer":"#/components/schemas/Größe/type","help":"did you mean `string`?","related":[],"link":"https://github.com/rownd/rownd-rust/blob/main/generator/docs/diagnostics/E0006.md","edits":[{"file":"pets.yaml","line":6,"column":19,"end_line":6,"end_column":24,"text":"string","certain":true}]}
    {"severity":"error","code":"E0002","message":"the key `Pet` is given twice","label":null,"file":"pets.yaml","line":8,"column":5,"end_line":8,"end_column":8,"pointer":"#/components/schemas/Pet","help":"rename or remove one of the two; or write the key that was lost on a line before the second one","related":[{"message":"first given here","file":"pets.yaml","line":7,"column":5,"end_line":7,"end_column":8}],"link":"https://github.com/rownd/rownd-rust/blob/main/generator/docs/diagnostics/E0002.md","edits":[]}
    {"summary":{"documents":1,"errors":2,"warnings":1,"denied":0,"codes":{"E0002":1,"E0006":1,"W0003":1},"inert":0,"known":0}}
    "##);
    for line in said.lines() {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
}

#[test]
fn a_cause_is_shown_once_with_its_other_places_and_errors_are_last() {
    let mut many = schema("Pet:\n      type: object\n      properties:\n");
    for number in 0..9 {
        let _ = writeln!(many, "        a{number}: {{type: wrong{number}}}");
        let _ = writeln!(many, "        b{number}: {{type: string, nulable: 1}}");
        let _ = writeln!(
            many,
            "        c{number}: {{type: string, other{number}: 1}}"
        );
    }
    let said = render(&many, Format::Human(Style::Plain));
    assert_snapshot!(said);
    assert_eq!(
        render(&many, Format::PLAIN).matches("error[E0006]").count(),
        9
    );
    let short = render(&many, Format::Short);
    assert_eq!(short.lines().count(), 27);
    let first_error = short.lines().position(|line| line.contains(": error["));
    assert_eq!(first_error, Some(18), "{short}");
    assert_eq!(render(&many, Format::Json).lines().count(), 28);
}

#[test]
fn a_few_errors_alike_are_shown_each_with_its_advice() {
    let document = schema("A: {type: strin}\n    B: {type: intger}\n    C: {type: x}");
    let said = render(&document, Format::Human(Style::Plain));
    let advice = said.lines().filter(|line| line.contains("= help: "));
    let advice: Vec<&str> = advice.map(str::trim).collect();
    assert_snapshot!(advice.join("\n"), @r"
    = help: did you mean `string`?
    = help: did you mean `integer`?
    = help: write one of `string`, `number`, `integer`, `boolean`, `array`, `object`
    ");
    assert!(!said.contains("= also: "), "{said}");
}

/// 824 dropped `nullable` do not hide behind what is harmless.
#[test]
fn what_is_often_the_same_is_a_cause_of_its_own() {
    let mut many = schema("Pet:\n      type: object\n      properties:\n");
    for number in 0..50 {
        let _ = writeln!(many, "        a{number}: {{type: string, weight: 1}}");
        let _ = writeln!(
            many,
            "        b{number}: {{type: string, other{number}: 1}}"
        );
    }
    let said = render(&many, Format::Human(Style::Plain));
    let causes: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("warning[") || line.contains("= also: "))
        .collect();
    assert_snapshot!(causes.join("\n"), @r"
    warning[W0001]: a schema object has no field `weight`
       = also: 49 more places like this
    warning[W0001]: a schema object has no field `other0`
       = also: 49 more places like this
    ");
}

#[test]
fn a_log_for_services() {
    let document = schema("Größe: {type: strin}\n    Pet: {type: object}\n    Pet: {type: object}");
    let said = render_named("a folder/pets: 1.yaml", &document, Format::Sarif);
    let log: Value = serde_json::from_str(&said).expect("a log is JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("the index of a rule");
        let index = usize::try_from(index).expect("a small index");
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let pretty = serde_json::to_string_pretty(&log).expect("JSON");
    assert_snapshot!(pretty.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn where_a_log_says_a_file_is() {
    for (name, uri) in [
        ("pets.yaml", "pets.yaml"),
        ("./api/pets.yaml", "api/pets.yaml"),
        (r"api\50% of pets.yaml", "api/50%25%20of%20pets.yaml"),
        ("/srv/pets.yaml", "file:///srv/pets.yaml"),
        (r"C:\srv\pets.yaml", "file:///C:/srv/pets.yaml"),
        ("pets:1.yaml", "./pets:1.yaml"),
        ("Größe#1.yaml", "Gr%C3%B6%C3%9Fe%231.yaml"),
    ] {
        let said = render_named(name, &schema("Pet: {type: strin}"), Format::Sarif);
        assert!(said.contains(&format!("{{\"uri\":\"{uri}\"}}")), "{said}");
    }
}

#[test]
fn annotations_of_a_workflow() {
    let document = schema("\"50%\\n::error::x\": {type: \"a,b: c\"}");
    let said = render_named("a,b/pets: 1.yaml", &document, Format::Github);
    assert_snapshot!(said, @r"
    ::warning file=a%2Cb/pets%3A 1.yaml,line=6,endLine=6,col=5,endColumn=22,title=W0003%3A not valid%2C but clear in meaning::`50%25␊::error::x` is not a valid name of a component%0Ahelp: use letters from `a` to `z`, digits, `.`, `-` and `_` only, such as `50____error__x`
    ::error file=a%2Cb/pets%3A 1.yaml,line=6,endLine=6,col=31,endColumn=39,title=E0006%3A a value is not one of the allowed values::unknown value `a,b: c`%0Ahelp: write one of `string`, `number`, `integer`, `boolean`, `array`, `object`
    ");
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
    for format in [
        Format::PLAIN,
        Format::Human(Style::Plain),
        Format::Short,
        Format::Json,
        Format::Sarif,
        Format::Github,
    ] {
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
    render_named("pets.yaml", text, format)
}

fn render_named(name: &str, text: &str, format: Format) -> String {
    let source = Sources::from(Source {
        name: name.to_owned(),
        text: text.to_owned(),
    });
    let output = sdkwright::check(&source, &Config::default());
    output.diagnostics.render(&source, format)
}
