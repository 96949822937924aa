//! Enumerated values of a schema.

use std::collections::HashMap;

use super::Cx;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::openapi::fit::advice;
use crate::openapi::{Kind, Schema, SchemaId, Value, Values};
use crate::read::JsonLayout;
use crate::source::Span;

/// Words that are booleans to readers of YAML 1.1.
const BOOLEANS: [&str; 8] = ["yes", "no", "on", "off", "Yes", "No", "On", "Off"];

/// A value without quotes that is a word here, and a boolean elsewhere.
fn booleans(cx: &mut Cx<'_, '_>, schema: &Schema<'_>) {
    let mut words = schema
        .listed()
        .filter_map(|value| Some((value.as_str()?, value.span())));
    // A word in quotes is longer than itself.
    let word =
        words.find(|(word, span)| BOOLEANS.contains(word) && span.bytes().len() == word.len());
    if let Some((word, span)) = word {
        let message = format!("`{word}` without quotes is a boolean to many readers of YAML");
        let boolean = Diagnostic::new(Code::Repaired, span, message).label("read as a string");
        let text = format!("'{word}'");
        let help = format!("put it in quotes: `{text}`");
        cx.report(boolean.help(help).edit(Edit::Write { span, text }));
    }
}

/// Each enumerated value is there once, and is of the schema's type.
pub fn values(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    if let Some(values) = &schema.values {
        if let Some((kind, place)) = schema.kind {
            null(cx, schema, kind);
            if !of_items(cx, schema, values) {
                misfits(cx, values, kind, place);
            }
        }
        duplicates(cx, schema);
        booleans(cx, schema);
        return;
    }
    let is_empty = |value: Value<'_>| value.items().is_some_and(|items| items.len() == 0);
    let list = schema.keyword("enum");
    if let Some(list) = list.filter(|list| is_empty(list.value)) {
        let message = "this `enum` has no values";
        let empty = Diagnostic::new(Code::EnumValue, list.span, message).label("ignored");
        cx.report(empty.help("list the values, or remove `enum`"));
    }
}

fn null(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, kind: Kind) {
    let null = schema.listed().find(|value| value.is_null());
    let Some(null) = null.filter(|_| kind != Kind::Null && !schema.nullable) else {
        return;
    };
    let message = format!(
        "null is listed, but values of `type: {}` are never null",
        kind.as_str()
    );
    let misfit = Diagnostic::new(Code::EnumValue, null.span(), message).label("treated as a value");
    cx.report(misfit.help("allow null beside the type, or remove null from the list"));
}

/// Reports values of which none is an array, and each is what the items may be: the items of the array are meant.
fn of_items(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, values: &Values<'_>) -> bool {
    let items = schema.items.and_then(|id| cx.document.schema(id).ok());
    let Some((kind, items)) = items.and_then(|items| items.kind) else {
        return false;
    };
    let admits = |value: Value<'_>| kind != Kind::Array && kind.admits(value);
    let are_meant = values.list.iter().all(|listed| admits(listed.value));
    if are_meant && !values.list.is_empty() {
        let message = "the values of this `enum` are those of an item, not of the array";
        let misplaced = Diagnostic::new(Code::Misspelled, values.span, message)
            .related(items, "the type of an item");
        cx.report(misplaced.help("move `enum` into `items`").harmless());
    }
    are_meant
}

fn misfits(cx: &mut Cx<'_, '_>, values: &Values<'_>, kind: Kind, place: Span) {
    let listed = values.list.iter().map(|listed| listed.value);
    let misfits: Vec<Value<'_>> = listed
        .filter(|value| !value.is_null() && !kind.admits(*value))
        .collect();
    let word = kind.as_str();
    if misfits.len() == values.list.len() && misfits.len() > 1 {
        let message = format!("no value of this `enum` is of `type: {word}`");
        let misfit =
            Diagnostic::new(Code::EnumValue, values.span, message).related(place, "the type");
        let help = if kind == Kind::String {
            "put the values in quotes"
        } else {
            "correct the type, or the values"
        };
        cx.report(misfit.help(help));
        return;
    }
    for value in misfits {
        let message = format!("the value is {}, but the type is {word}", value.kind());
        let misfit = Diagnostic::new(Code::EnumValue, value.span(), message);
        cx.report(misfit.help(advice(value, kind)));
    }
}

fn duplicates(cx: &mut Cx<'_, '_>, schema: &Schema<'_>) {
    let mut known: HashMap<String, Span> = HashMap::new();
    for value in schema.listed() {
        let text = value.json_text(JsonLayout::OneLine);
        let Some(first) = known.get(&text) else {
            known.insert(text, value.span());
            continue;
        };
        let message = format!("the value `{text}` is there twice");
        let twice = Diagnostic::new(Code::EnumValue, value.span(), message)
            .related(*first, "first given here");
        cx.report(twice.help("remove one of the two"));
    }
}
