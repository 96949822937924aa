//! One JSON object for each problem, all on its line.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::source::lines::{Lines, Place};
use crate::text::escaped;

pub fn line(diagnostic: &Diagnostic, lines: &Lines<'_>) -> String {
    let related = diagnostic.related.iter().map(|related| {
        let (span, what) = related.as_ref();
        let mut fields = vec![("message", Value::from(what.as_str()))];
        fields.extend(place(&lines.place(*span)));
        format!("{{{}}}", in_order(fields))
    });
    let related: Vec<String> = related.collect();
    let mut fields = vec![
        ("severity", Value::from(diagnostic.code.severity().word())),
        ("code", diagnostic.code.id().into()),
        ("message", diagnostic.message.as_str().into()),
        ("label", optional(&diagnostic.label)),
    ];
    fields.extend(place(&lines.place(diagnostic.span)));
    fields.push(("pointer", optional(&diagnostic.pointer)));
    fields.push((
        "help",
        diagnostic.help.as_deref().map_or(Value::Null, Value::from),
    ));
    format!(
        "{{{},\"related\":[{}]}}\n",
        in_order(fields),
        related.join(",")
    )
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

/// The fields of an object, in this order.
fn in_order(fields: Vec<(&'static str, Value)>) -> String {
    let fields = fields
        .into_iter()
        .map(|(key, value)| format!("\"{key}\":{}", escaped(&value.to_string())));
    fields.collect::<Vec<_>>().join(",")
}
