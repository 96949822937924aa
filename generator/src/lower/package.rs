//! What the document says of the API and of the package: `info` and `x-sdk-package`.

use super::Cx;
use crate::diagnostic::suggest::with_suggestion;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Package};
use crate::read::{Entry, Node, Value};

/// The parts of `info` that reach the SDK.
#[derive(Default)]
pub struct Info {
    /// The title of the API.
    pub title: String,
    /// The version of its document.
    pub version: String,
    /// What it is for.
    pub docs: Docs,
}

/// Reads `info`.
pub fn info(cx: &Cx<'_, '_>) -> Info {
    let node = cx.document.root.get("info");
    let text = |key: &str| {
        node.and_then(|node| node.get(key))
            .and_then(Node::scalar_text)
            .map(str::to_owned)
    };
    Info {
        title: text("title").unwrap_or_else(|| "API".to_owned()),
        version: text("version").unwrap_or_default(),
        docs: Docs {
            summary: None,
            description: text("description"),
            notes: Vec::new(),
        },
    }
}

/// Reads the root extension `x-sdk-package`.
pub fn package(cx: &mut Cx<'_, '_>) -> Package {
    const FIELDS: [&str; 6] = [
        "name",
        "version",
        "license",
        "repository",
        "keywords",
        "categories",
    ];
    let mut package = Package::default();
    let Some(node) = cx.document.root.get("x-sdk-package") else {
        return package;
    };
    if !matches!(node.value, Value::Map(_)) {
        let message = format!("`x-sdk-package` must be an object, not {}", node.kind());
        let wrong = Diagnostic::new(Code::Extension, node.span, message);
        cx.report(wrong.help("write its fields below it: `name`, `version`, `license`"));
    }
    for entry in node.entries() {
        match entry.key.as_ref() {
            "name" => {
                package.name = judged(
                    cx,
                    entry,
                    is_name,
                    "a letter followed by letters, digits, `-` and `_`",
                );
            }
            "version" => {
                package.version = judged(cx, entry, is_version, "three numbers, such as 1.0.0");
            }
            "license" => {
                package.license = judged(
                    cx,
                    entry,
                    is_license,
                    "an SPDX expression, such as MIT OR Apache-2.0",
                );
            }
            "repository" => package.repository = text(cx, entry),
            "keywords" => package.keywords = texts(cx, &entry.value),
            "categories" => package.categories = texts(cx, &entry.value),
            unknown => {
                let message = format!("`x-sdk-package` has no field `{unknown}`");
                let error = Diagnostic::new(Code::Extension, entry.key_span, message);
                cx.report(with_suggestion(error, unknown, &FIELDS));
            }
        }
    }
    package
}

/// The text of a field that Cargo takes in one shape only.
fn judged(
    cx: &mut Cx<'_, '_>,
    entry: &Entry<'_>,
    is_legal: fn(&str) -> bool,
    shape: &str,
) -> Option<String> {
    let text = text(cx, entry)?;
    if is_legal(&text) {
        return Some(text);
    }
    let message = format!("`{}` must be {shape}", entry.key);
    let wrong = Diagnostic::new(Code::Extension, entry.value.span, message);
    cx.report(wrong.help("write another value, or remove the field"));
    None
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

fn is_version(version: &str) -> bool {
    let (numbers, rest) = version.split_at(version.find(['-', '+']).unwrap_or(version.len()));
    let is_number = |number: &str| {
        number == "0" || (number.parse::<u64>().is_ok() && !number.starts_with(['0', '+']))
    };
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && rest
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'))
}

fn is_license(license: &str) -> bool {
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')');
    !license.trim().is_empty() && license.chars().all(is_part)
}

fn text(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Option<String> {
    let text = entry.value.scalar_text().map(str::to_owned);
    if text.is_none() {
        let message = format!("`{}` must be a string", entry.key);
        let wrong = Diagnostic::new(Code::Extension, entry.value.span, message);
        cx.report(wrong.help("write a single text"));
    }
    text
}

fn texts(cx: &mut Cx<'_, '_>, node: &Node<'_>) -> Vec<String> {
    let is_list_of_texts = matches!(node.value, Value::List(_))
        && node.items().iter().all(|item| item.as_str().is_some());
    if !is_list_of_texts {
        let wrong = Diagnostic::new(Code::Extension, node.span, "expected a list of strings");
        cx.report(wrong.help("write the strings in brackets: `[one, two]`"));
    }
    node.items()
        .iter()
        .filter_map(Node::as_str)
        .map(str::to_owned)
        .collect()
}
