//! What the document says of the package: `x-sdk-package`, and the licence of the API.

use super::Cx;
use crate::diagnostic::suggest::with_suggestion;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Package;
use crate::openapi::{Text, Value};

/// The fields of `x-sdk-package`.
const FIELDS: [&str; 6] = [
    "name",
    "version",
    "license",
    "repository",
    "keywords",
    "categories",
];

/// What `x-sdk-package` says of the package. Its licence is that of the API, unless it has one of its own.
pub fn package(cx: &mut Cx<'_, '_>) -> Package {
    let mut package = Package::default();
    if let Some(extension) = cx.document.package {
        read(cx, extension, &mut package);
    }
    let license = cx.document.info.license.filter(|text| is_license(text));
    package.license = package.license.or(license.map(str::to_owned));
    package
}

fn read(cx: &mut Cx<'_, '_>, extension: Value<'_>, package: &mut Package) {
    let Some(members) = extension.members() else {
        let message = format!(
            "`x-sdk-package` must be an object, not {}",
            extension.kind()
        );
        let wrong = Diagnostic::new(Code::Extension, extension.span(), message);
        cx.report(wrong.help("write its fields below it: `name`, `version`, `license`"));
        return;
    };
    for (text, span, value) in members {
        let key = Text { text, span };
        match key.text {
            "name" => {
                let shape = "a letter followed by letters, digits, `-` and `_`";
                package.name = judged(cx, key, value, is_name, shape);
            }
            "version" => {
                let shape = "three numbers, such as 1.0.0";
                package.version = judged(cx, key, value, is_version, shape);
            }
            "license" => {
                let shape = "an SPDX expression, such as MIT OR Apache-2.0";
                package.license = judged(cx, key, value, is_license, shape);
            }
            "repository" => package.repository = string(cx, key, value),
            "keywords" => package.keywords = strings(cx, value),
            "categories" => package.categories = strings(cx, value),
            unknown => {
                let message = format!("`x-sdk-package` has no field `{unknown}`");
                let error = Diagnostic::new(Code::Extension, key.span, message);
                cx.report(with_suggestion(error, unknown, &FIELDS));
            }
        }
    }
}

/// The text of a field that Cargo takes in one shape only.
fn judged(
    cx: &mut Cx<'_, '_>,
    key: Text<'_>,
    value: Value<'_>,
    is_legal: fn(&str) -> bool,
    shape: &str,
) -> Option<String> {
    let text = string(cx, key, value)?;
    if is_legal(&text) {
        return Some(text);
    }
    let message = format!("`{}` must be {shape}", key.text);
    let wrong = Diagnostic::new(Code::Extension, value.span(), message);
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

fn string(cx: &mut Cx<'_, '_>, key: Text<'_>, value: Value<'_>) -> Option<String> {
    let text = value.scalar_text().map(str::to_owned);
    if text.is_none() {
        let message = format!("`{}` must be a string", key.text);
        let wrong = Diagnostic::new(Code::Extension, value.span(), message);
        cx.report(wrong.help("write a single text"));
    }
    text
}

fn strings(cx: &mut Cx<'_, '_>, value: Value<'_>) -> Vec<String> {
    let items: Vec<Option<&str>> = value
        .items()
        .into_iter()
        .flatten()
        .map(Value::as_str)
        .collect();
    if value.items().is_none() || items.contains(&None) {
        let wrong = Diagnostic::new(Code::Extension, value.span(), "expected a list of strings");
        cx.report(wrong.help("write the strings in brackets: `[one, two]`"));
    }
    let strings = items.into_iter().flatten();
    strings.map(str::to_owned).collect()
}
