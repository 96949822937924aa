//! SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::Finding;
use crate::diagnostic::{Code, Severity};
use crate::fix::is_certain;
use crate::source::Span;
use crate::source::lines::Place;
use crate::text::escaped;

/// What a path of a URI does not hold as it is (RFC 3986, section 3.3).
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A log with one run, a line.
pub fn log(findings: &[Finding<'_>]) -> String {
    let codes: BTreeSet<Code> = findings
        .iter()
        .map(|finding| finding.diagnostic.code)
        .collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, &codes))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "sdkwright",
                    "version": env!("CARGO_PKG_VERSION"),
                    "informationUri": "https://github.com/rownd/rownd-rust",
                    "rules": rules,
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{}\n", escaped(&log.to_string()))
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.id(),
        "shortDescription": {"text": code.title()},
        "helpUri": code.link(),
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn result(finding: &Finding<'_>, codes: &[Code]) -> Value {
    let diagnostic = finding.diagnostic;
    let pointer = (!diagnostic.pointer.is_empty())
        .then(|| json!([{"fullyQualifiedName": &*diagnostic.pointer}]));
    let related = diagnostic.related.as_deref().map(|(span, what)| {
        let message = ("message", Some(json!({"text": what})));
        json!([location(finding, *span, message)])
    });
    let place = location(finding, diagnostic.span, ("logicalLocations", pointer));
    object([
        ("ruleId", Some(diagnostic.code.id().into())),
        (
            "ruleIndex",
            codes
                .iter()
                .position(|code| *code == diagnostic.code)
                .map(Value::from),
        ),
        ("level", Some(level(finding.severity).into())),
        ("message", Some(json!({"text": message(finding)}))),
        ("locations", Some(json!([place]))),
        ("relatedLocations", related),
        ("fixes", fix(finding).map(|fix| json!([fix]))),
    ])
}

/// An object of the properties that have a value.
fn object<const N: usize>(properties: [(&str, Option<Value>); N]) -> Value {
    let properties = properties.into_iter();
    properties
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

/// What is wrong and what to do, as sentences: a service shows nothing else.
fn message(finding: &Finding<'_>) -> String {
    let diagnostic = finding.diagnostic;
    let mut text = diagnostic.message.clone();
    if !diagnostic.label.is_empty() {
        text.push_str(&format!(" ({})", diagnostic.label));
    }
    if let Some(help) = &diagnostic.help {
        text.push_str(&format!("\nHelp: {help}"));
    }
    text
}

/// A place, with another property if it has a value.
fn location(finding: &Finding<'_>, span: Span, other: (&str, Option<Value>)) -> Value {
    let place = finding.place_of(span);
    let physical = json!({
        "artifactLocation": {"uri": uri(place.file)},
        "region": region(&place),
    });
    object([("physicalLocation", Some(physical)), other])
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

fn fix(finding: &Finding<'_>) -> Option<Value> {
    let (sources, diagnostic) = (finding.lines.sources, finding.diagnostic);
    // A service applies what it is given with one click.
    let edit = diagnostic
        .edit
        .as_ref()
        .filter(|_| is_certain(sources, diagnostic))?;
    let replacement = edit.replacement(sources)?;
    let place = finding.place_of(replacement.span);
    Some(json!({
        "description": {"text": finding.diagnostic.help.as_ref().unwrap_or(&finding.diagnostic.message)},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(place.file)},
            "replacements": [{
                "deletedRegion": region(&place),
                "insertedContent": {"text": replacement.text},
            }],
        }],
    }))
}

/// The URI of a file: relative to wherever the log is read, or absolute as its path is.
fn uri(file: &str) -> String {
    let path = file.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let path = utf8_percent_encode(path, NOT_IN_PATHS).to_string();
    match path.as_bytes() {
        [b'/', ..] => format!("file://{path}"),
        [_, b':', b'/', ..] => format!("file:///{path}"),
        // A colon in the first segment would be read as the end of a scheme (RFC 3986, section 4.2).
        _ if path
            .split('/')
            .next()
            .is_some_and(|first| first.contains(':')) =>
        {
            format!("./{path}")
        }
        _ => path,
    }
}
