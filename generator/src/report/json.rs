//! One JSON object for each problem, all on its line, and one for all of them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Found, Report};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix;
use crate::source::lines::Place;
use crate::text::escaped;

pub fn line(finding: &Finding<'_>) -> String {
    let diagnostic = finding.diagnostic;
    let related = diagnostic.related.iter().map(|related| {
        let (span, what) = related.as_ref();
        let mut fields = vec![("message", Value::from(what.as_str()))];
        fields.extend(place(&finding.place_of(*span)));
        object(fields)
    });
    let mut fields = vec![
        ("severity", Value::from(finding.severity.word())),
        ("code", diagnostic.code.id().into()),
        ("message", diagnostic.message.as_str().into()),
        ("label", optional(&diagnostic.label)),
    ];
    fields.extend(place(&finding.place()));
    fields.extend([
        ("pointer", optional(&diagnostic.pointer)),
        (
            "help",
            diagnostic.help.as_deref().map_or(Value::Null, Value::from),
        ),
    ]);
    let mut fields = written(fields);
    fields.push(format!("\"related\":[{}]", joined(related)));
    fields.extend(written(vec![("link", diagnostic.code.link().into())]));
    fields.push(format!(
        "\"edits\":[{}]",
        joined(edits(finding, diagnostic))
    ));
    format!("{{{}}}\n", fields.join(","))
}

/// How many problems there are, and of which codes.
pub fn summary(report: &Report<'_>) -> String {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Found::default();
    for finding in &report.findings {
        found.add(finding);
        *codes.entry(finding.diagnostic.code.id()).or_default() += 1;
    }
    let of = |severity: Severity| {
        let of_severity = |finding: &&Finding<'_>| finding.severity == severity;
        report.findings.iter().filter(of_severity).count()
    };
    let summary = object(vec![
        ("documents", report.found.len().into()),
        ("errors", of(Severity::Error).into()),
        ("warnings", of(Severity::Warning).into()),
        ("denied", found.denied.into()),
        ("codes", json!(codes)),
        ("inert", report.hidden.inert.into()),
        ("known", report.hidden.known.into()),
    ]);
    format!("{{\"summary\":{summary}}}\n")
}

/// The edit that the advice names.
fn edits<'f>(
    finding: &'f Finding<'_>,
    diagnostic: &'f Diagnostic,
) -> impl Iterator<Item = String> + 'f {
    let sources = finding.lines.sources;
    let edit = diagnostic.edit.iter();
    edit.filter_map(move |edit| {
        let replacement = edit.replacement(sources)?;
        let mut fields = place(&finding.place_of(replacement.span)).to_vec();
        fields.push(("text", replacement.text.into()));
        fields.push(("certain", fix::is_certain(sources, diagnostic).into()));
        Some(object(fields))
    })
}

fn place(place: &Place<'_>) -> [(&'static str, Value); 5] {
    [
        ("file", place.file.into()),
        ("line", place.start.line.into()),
        ("column", place.start.column.into()),
        ("end_line", place.end.line.into()),
        ("end_column", place.end.column.into()),
    ]
}

fn optional(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        text.into()
    }
}

/// An object with its fields in this order.
fn object(fields: Vec<(&'static str, Value)>) -> String {
    format!("{{{}}}", written(fields).join(","))
}

fn written(fields: Vec<(&'static str, Value)>) -> Vec<String> {
    let fields = fields
        .into_iter()
        .map(|(key, value)| format!("\"{key}\":{}", escaped(&value.to_string())));
    fields.collect()
}

fn joined(objects: impl Iterator<Item = String>) -> String {
    objects.collect::<Vec<_>>().join(",")
}
