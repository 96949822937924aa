//! The version of OpenAPI that a document declares.

use super::{Dialect, foreign};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::read::{Node, Value};

/// What is supported, for whoever has something else.
const SUPPORTED: &str = "(OpenAPI 3.0, 3.1 and 3.2 are supported)";

/// What to do where the version is missing.
const START: &str = "start the document with `openapi: 3.1.2`";

/// The dialect of a document. A version that is later than all known ones is read as the last of them, with a warning.
///
/// # Errors
/// It is of another version, or something else; that is reported.
pub fn of(root: &Node<'_>, diagnostics: &mut Diagnostics) -> Result<Dialect, Reported> {
    let version = declared(root).map_err(|error| diagnostics.push(error))?;
    let text = version.scalar_text().unwrap_or_default();
    if let Some((3, minor)) = read(text).filter(|_| text.matches('.').count() < 2) {
        let patch = Dialect::ALL.iter().map(|dialect| dialect.declaration());
        let patch = patch.filter_map(|line| line.strip_prefix("openapi: "));
        let meant = patch
            .filter(|patch| patch.starts_with(text))
            .map(str::to_owned)
            .next();
        let meant = meant.unwrap_or_else(|| format!("3.{minor}.0"));
        let message = format!("the version `{text}` has no number of a patch");
        let help = format!("write `openapi: {meant}`");
        diagnostics.push(Diagnostic::forbidden(version.span, message, help));
    }
    match read(text) {
        Some((3, 0)) => Ok(Dialect::V3_0),
        Some((3, 1)) => Ok(Dialect::V3_1),
        Some((3, 2)) => Ok(Dialect::V3_2),
        Some((3, _)) => {
            let message = format!("OpenAPI {text} is not known yet");
            let later = Diagnostic::new(Code::Repaired, version.span, message);
            let help = format!("write `openapi: 3.2.0` if nothing in it is newer {SUPPORTED}");
            diagnostics.push(later.label("read as OpenAPI 3.2").help(help));
            Ok(Dialect::V3_2)
        }
        Some(_) | None => Err(diagnostics.push(unsupported(version, text))),
    }
}

/// The value of the field `openapi`.
fn declared<'d, 's>(root: &'d Node<'s>) -> Result<&'d Node<'s>, Diagnostic> {
    let wrong = |span, message: String, help: &str| {
        let help = format!("{help} {SUPPORTED}");
        Diagnostic::new(Code::Version, span, message).help(help)
    };
    if let Some(swagger) = root.entry("swagger") {
        let declared = swagger
            .value
            .scalar_text()
            .filter(|text| text.starts_with("3."));
        if let Some(version) = declared {
            let message = format!("OpenAPI {version} is declared by `openapi`, not by `swagger`");
            let help = format!("write `openapi: {version}`");
            return Err(wrong(swagger.key_span, message, &help));
        }
        let message = "this is a Swagger 2.0 document".to_owned();
        return Err(wrong(swagger.key_span, message, "convert it to OpenAPI 3"));
    }
    if matches!(root.value, Value::Null) {
        return Err(wrong(root.span, "the document is empty".to_owned(), START));
    }
    if !matches!(root.value, Value::Map(_)) {
        let kind = root.kind();
        let message = format!("this is not an OpenAPI document: the root is {kind}, not an object");
        let help = match root.items() {
            [item] if item.entry("openapi").is_some() => "remove the list around the document",
            _ => START,
        };
        return Err(wrong(root.span, message, help));
    }
    let Some(version) = root.entry("openapi") else {
        if let Some((mark, kind, help)) = foreign::recognized(root) {
            let message = format!("this is {kind}, not an OpenAPI document");
            return Err(wrong(mark.key_span, message, help));
        }
        let is_numbered = |key: &str| key.trim_start_matches(char::is_numeric) == " openapi";
        let mut entries = root.entries().iter();
        if let Some(numbered) = entries.find(|entry| is_numbered(&entry.key)) {
            let message = "each line begins with its number";
            let numbered = Diagnostic::new(Code::Version, numbered.key_span, message);
            return Err(numbered.help("remove the numbers at the beginnings of the lines"));
        }
        let keys = root.entries().iter().map(|entry| entry.key.as_ref());
        let typo = nearest("openapi", keys).and_then(|key| root.entry(key));
        if let Some(typo) = typo {
            let message = format!("the OpenAPI object has no field `{}`", typo.key);
            return Err(wrong(typo.key_span, message, "did you mean `openapi`?"));
        }
        let message = "this is not an OpenAPI document: the root object has no field `openapi`";
        return Err(wrong(root.span, message.to_owned(), START));
    };
    if version.value.scalar_text().is_none() {
        let message = format!("expected a version, found {}", version.value.kind());
        return Err(wrong(version.value.span, message, "write `openapi: 3.1.2`"));
    }
    Ok(&version.value)
}

fn unsupported(version: &Node<'_>, text: &str) -> Diagnostic {
    let is_known = |text: &str| matches!(read(text), Some((3, _)));
    let (message, help) = if is_known(&text.replace(['O', 'o'], "0")) {
        (
            format!("the version `{text}` is written with the letter O"),
            "write the digit 0",
        )
    } else if text.starts_with('2') {
        (
            format!("OpenAPI {text} is not supported"),
            "convert it to OpenAPI 3",
        )
    } else if text.split('.').all(|part| part.parse::<u32>().is_ok()) {
        (
            format!("OpenAPI {text} is not supported"),
            "write `openapi: 3.1.2`",
        )
    } else {
        (
            format!("`{text}` is not a version of OpenAPI"),
            "write `openapi: 3.1.2`",
        )
    };
    let help = format!("{help} {SUPPORTED}");
    Diagnostic::new(Code::Version, version.span, message).help(help)
}

/// The major and the minor number of a version, with or without the number of a patch.
fn read(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split('.').map(|part| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    });
    let (major, minor) = (numbers.next()??, numbers.next()??);
    match (numbers.next(), numbers.next()) {
        (None | Some(Some(_)), None) => Some((major, minor)),
        _ => None,
    }
}
