//! Defaults and examples: whether they fit their schemas.

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::fit::{self, Misfit};
use crate::openapi::{Kind, MediaType, ParameterFormat, Schema, SchemaId, Value};
use crate::read;

/// `default`, `example` and `examples` of a schema.
pub fn of_schema(cx: &mut Cx<'_, '_>, id: SchemaId, schema: &Schema<'_>) {
    if let Some(default) = schema
        .default
        .filter(|default| says_something(*default, schema))
        && let Some(misfit) = fit::misfit(cx.document, default, id, &mut cx.budget)
    {
        report(cx, Code::Default, "the default", misfit);
    }
    for example in &schema.examples {
        compare(cx, *example, id);
    }
}

/// Null says that there is no default, and an empty object that the properties have theirs.
fn says_something(default: Value<'_>, schema: &Schema<'_>) -> bool {
    let is_empty = default.members().is_some_and(|members| members.len() == 0);
    let may_be_empty = schema.kind().is_none_or(|kind| kind == Kind::Object);
    !(default.is_null() || is_empty && may_be_empty)
}

/// The examples of a parameter or of a header, which may be written as they are sent.
pub fn of_parameter(cx: &mut Cx<'_, '_>, format: &ParameterFormat<'_>, examples: &[Value<'_>]) {
    let ParameterFormat::Styled {
        schema: Some(id), ..
    } = *format
    else {
        return;
    };
    for example in examples {
        match (example.as_str(), cx.document.resolve(id)) {
            (Some(text), Ok(target)) => compare_text(cx, *example, text, id, target.schema),
            _ => compare(cx, *example, id),
        }
    }
}

/// A string may be what is sent of another value. What is sent of arrays, objects and unions is not looked at.
fn compare_text(
    cx: &mut Cx<'_, '_>,
    example: Value<'_>,
    text: &str,
    id: SchemaId,
    schema: &Schema<'_>,
) {
    match schema.kind() {
        Some(Kind::Array | Kind::Object) => return,
        None if !schema.members().is_empty() => return,
        Some(Kind::Boolean | Kind::Number | Kind::Integer) => {}
        Some(Kind::Null | Kind::String) | None => return compare(cx, example, id),
    }
    let value = read::json(text);
    let Some(value) = value.filter(|value| value.scalar_text().is_some()) else {
        return compare(cx, example, id);
    };
    let misfit = fit::misfit(cx.document, Value::new(&value), id, &mut cx.budget);
    if let Some(misfit) = misfit {
        let span = example.span();
        report(cx, Code::Example, "the example", Misfit { span, ..misfit });
    }
}

/// The examples of a media type; those of XML and other text are strings.
pub fn of_media_type(cx: &mut Cx<'_, '_>, name: &str, media_type: &MediaType<'_>) {
    let Some(schema) = media_type.schema else {
        return;
    };
    for example in &media_type.examples {
        if is_json(name) || example.as_str().is_none() {
            compare(cx, *example, schema);
        }
    }
}

fn is_json(name: &str) -> bool {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// An example that does not fit is reported; the text of JSON once for all of them.
fn compare(cx: &mut Cx<'_, '_>, example: Value<'_>, schema: SchemaId) {
    let Some(misfit) = fit::misfit(cx.document, example, schema, &mut cx.budget) else {
        return;
    };
    let text = example.as_str().map(str::trim_start).unwrap_or_default();
    if text.starts_with(['{', '[']) && read::json(text).is_some() {
        cx.json_texts.insert(example.span());
    } else {
        report(cx, Code::Example, "the example", misfit);
    }
}

fn report(cx: &mut Cx<'_, '_>, code: Code, what: &str, misfit: Misfit) {
    let message = format!("{what} does not fit its schema: {}", misfit.message);
    let diagnostic = Diagnostic::new(code, misfit.span, message).help(misfit.help);
    cx.report(match misfit.expected {
        Some(expected) => diagnostic.related(expected, "the schema requires it here"),
        None => diagnostic,
    });
}

/// Reports the examples that are the text of JSON: one generator may write thousands of them.
pub fn report_json_texts(cx: &mut Cx<'_, '_>) {
    let Some(first) = cx.json_texts.first() else {
        return;
    };
    let message = match cx.json_texts.len() {
        1 => "the example does not fit its schema: it is a string that holds JSON".to_owned(),
        count => {
            format!("{count} examples do not fit their schemas: they are strings that hold JSON")
        }
    };
    let texts = Diagnostic::new(Code::Example, *first, message);
    cx.report(texts.help("write the JSON itself, without the quotes around it"));
}
