//! Defaults and examples: whether they fit their schemas.

use super::Check;
use super::fit::{self, Misfit};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// The `default` and the `example` of a schema.
pub fn of_schema<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for (keyword, code) in [("default", Code::Default), ("example", Code::Example)] {
        if let Some(entry) = node.entry(keyword) {
            compare(cx, &entry.value, node, code);
        }
    }
}

/// The `example` and the `examples` of a parameter, a header or a media type.
pub fn of_holder<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    if let (Some(example), Some(examples)) = (node.entry("example"), node.entry("examples")) {
        let message = "`example` and `examples` exclude each other";
        let both = Diagnostic::new(Code::Forbidden, example.key_span, message)
            .related(examples.key_span, "the other ones")
            .harmless();
        cx.report(both.help("move the example into `examples`, or remove one of the two"));
    }
    let Some(schema) = node.get("schema") else {
        return;
    };
    if let Some(example) = node.entry("example") {
        compare(cx, &example.value, schema, Code::Example);
    }
    for entry in node.get("examples").map_or(&[][..], Node::entries) {
        let value = cx.target(&entry.value).and_then(|example| {
            example
                .entry("value")
                .or_else(|| example.entry("dataValue"))
        });
        if let Some(value) = value {
            compare(cx, &value.value, schema, Code::Example);
        }
    }
}

/// An example object has its value here or elsewhere, not both.
pub fn object<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    if let (Some(_), Some(external)) = (node.entry("value"), node.entry("externalValue")) {
        let message = "an example has either `value` or `externalValue`";
        let both = Diagnostic::new(Code::NoEffect, external.key_span, message).label("ignored");
        cx.report(both.help("remove one of the two"));
    }
}

fn compare<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    value: &'d Node<'s>,
    schema: &'d Node<'s>,
    code: Code,
) {
    let Some(Misfit {
        span,
        message,
        help,
        expected,
    }) = fit::misfit(cx, value, schema)
    else {
        return;
    };
    let what = match code {
        Code::Default => "the default",
        _ => "the example",
    };
    let misfit = Diagnostic::new(
        code,
        span,
        format!("{what} does not fit its schema: {message}"),
    );
    let misfit = match expected {
        Some(expected) => misfit.related(expected, "the schema requires it here"),
        None => misfit,
    };
    cx.report(misfit.help(help));
}
