//! `x-sdk-pagination`.

use super::{Rule, RuleMethod, Said, wrong};
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Value;
use crate::source::Span;

/// The ways to the next page, of which a rule has one.
const METHODS: [&str; 5] = ["cursor", "page", "offset", "next", "link"];

/// The boolean that says whether there are more pages.
const MORE: &str = "more";

/// Where the list is.
const ITEMS: &str = "items";

/// What the extension says.
pub fn rule(extension: Value<'_>) -> Result<Rule, Diagnostic> {
    let span = extension.span();
    let known = METHODS.into_iter().chain([MORE, ITEMS]).collect::<Vec<_>>();
    check_fields(extension, "x-sdk-pagination", &known)?;
    let mut methods = METHODS
        .into_iter()
        .filter_map(|name| Some((name, extension.member(name)?)));
    let (Some((name, value)), None) = (methods.next(), methods.next()) else {
        let message = "`x-sdk-pagination` must have exactly one of `cursor`, `page`, `offset`, `next` and `link`";
        return Err(wrong(span, message));
    };
    let Some(items) = extension.member(ITEMS) else {
        let message = "`x-sdk-pagination` does not say where the `items` are";
        let missing = Diagnostic::new(Code::Extension, span, message);
        return Err(missing.help(
            "add the JSON pointer of the list in the body, such as `items: /data`, or `items: ''` for the body itself",
        ));
    };
    Ok(Rule {
        span,
        method: method(name, value)?,
        more: extension.member(MORE).map(pointer).transpose()?,
        items: Some(pointer(items)?),
    })
}

fn method(name: &str, value: Value<'_>) -> Result<RuleMethod, Diagnostic> {
    Ok(match name {
        "cursor" => cursor(value, name)?,
        "page" => RuleMethod::Page(request(value, name)?),
        "offset" => RuleMethod::Offset(request(value, name)?),
        "next" => RuleMethod::Next(pointer(value)?),
        _ => RuleMethod::Link(text(value)?.text),
    })
}

/// A cursor is at one place in the body, or in the last item of the list.
fn cursor(value: Value<'_>, name: &str) -> Result<RuleMethod, Diagnostic> {
    check_fields(value, name, &["request", "response", "item"])?;
    let request = parameter(value, name)?;
    match (value.member("response"), value.member("item")) {
        (Some(response), None) => Ok(RuleMethod::Cursor {
            request,
            response: pointer(response)?,
        }),
        (None, Some(item)) => Ok(RuleMethod::LastItem {
            request,
            item: pointer(item)?,
        }),
        (None, None) | (Some(_), Some(_)) => {
            let message = format!("`{name}` must have either `response` or `item`");
            let problem = Diagnostic::new(Code::Extension, value.span(), message);
            Err(problem.help(
                "write the JSON pointer of the cursor in the body as `response`, or that of a property of the last item as `item`",
            ))
        }
    }
}

/// The query parameter of a way that needs nothing else.
fn request(value: Value<'_>, name: &str) -> Result<Said, Diagnostic> {
    check_fields(value, name, &["request"])?;
    parameter(value, name)
}

/// Whether a value is an object with no other fields than these.
fn check_fields(value: Value<'_>, name: &str, known: &[&str]) -> Result<(), Diagnostic> {
    let Some(members) = value.members() else {
        let message = format!("`{name}` must be an object, not {}", value.kind());
        return Err(wrong(value.span(), message));
    };
    for (key, span, _) in members {
        if !known.contains(&key) {
            return Err(unknown(name, key, span, known));
        }
    }
    Ok(())
}

fn unknown(name: &str, key: &str, span: Span, known: &[&str]) -> Diagnostic {
    let message = format!("`{name}` has no field `{key}`");
    let problem = Diagnostic::new(Code::Extension, span, message);
    let help = format!("its fields are `{}`", known.join("`, `"));
    with_suggestion_or(problem, key, known.iter().copied(), help)
}

/// The name of a query parameter.
fn parameter(value: Value<'_>, name: &str) -> Result<Said, Diagnostic> {
    let Some(request) = value.member("request") else {
        let message = format!("`{name}` has no `request`");
        let problem = Diagnostic::new(Code::Extension, value.span(), message);
        return Err(problem.help("add the name of a query parameter"));
    };
    text(request)
}

fn text(value: Value<'_>) -> Result<Said, Diagnostic> {
    match value.as_str() {
        Some(text) => Ok(Said {
            text: text.to_owned(),
            span: value.span(),
        }),
        None => Err(wrong(
            value.span(),
            format!("expected a string, found {}", value.kind()),
        )),
    }
}

/// A JSON pointer (RFC 6901).
fn pointer(value: Value<'_>) -> Result<Said, Diagnostic> {
    let pointer = text(value)?;
    if pointer.text.is_empty() || pointer.text.starts_with('/') {
        return Ok(pointer);
    }
    let message = format!("`{}` is not a JSON pointer", pointer.text);
    let problem = Diagnostic::new(Code::Extension, pointer.span, message);
    Err(problem.meant(&format!("/{}", pointer.text.replace('.', "/"))))
}
