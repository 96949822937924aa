//! The URL of a request: the base URL, the path template with its parameters filled in, and the query.

use crate::runtime::base_url::BaseUrl;
use http::Uri;

/// Puts a URL together from parts that are already encoded. The refusal names a parameter, never its value.
pub(crate) fn assemble(
    base_url: &BaseUrl,
    template: &str,
    parameters: &[(&'static str, String)],
    query: &str,
) -> Result<Uri, String> {
    let mut url = base_url.as_str().to_owned();
    for segment in template.trim_start_matches('/').split('/') {
        url.push('/');
        push_segment(&mut url, segment, parameters)?;
    }
    if !query.is_empty() {
        url.push(if template.contains('?') { '&' } else { '?' });
        url.push_str(query);
    }
    Uri::try_from(url).map_err(|_| {
        "the path and the query are too long for a URL, or not legal in one".to_owned()
    })
}

/// Appends a segment of the template, with its parameters filled in.
fn push_segment(
    url: &mut String,
    template: &str,
    parameters: &[(&'static str, String)],
) -> Result<(), String> {
    let start = url.len();
    let mut first = None;
    let mut rest = template;
    while let Some((literal, name, behind)) = next_parameter(rest) {
        let Some((_, value)) = parameters.iter().find(|(known, _)| *known == name) else {
            return Err(format!("the path parameter `{name}` has no value"));
        };
        url.push_str(literal);
        url.push_str(value);
        first = first.or(Some(name));
        rest = behind;
    }
    url.push_str(rest);
    match (first, url.get(start..)) {
        // Such a segment would lead to another operation.
        (Some(name), Some("" | "." | "..")) => Err(format!(
            "the path parameter `{name}` must not be empty, `.` or `..`"
        )),
        _ => Ok(()),
    }
}

/// Splits a template at its first `{name}`: what stands before, the name, and what stands behind.
fn next_parameter(template: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = template.split_once('{')?;
    let (name, behind) = rest.split_once('}')?;
    Some((literal, name, behind))
}
