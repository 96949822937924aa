//! Tokens of HTTP: the names of headers and cookies.

use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Text;

/// The name of a header or a cookie, which has to be a token.
pub fn token<'d>(cx: &mut Cx<'_, '_>, name: Text<'d>, code: Code) -> Lowered<&'d str> {
    if is_token(name.text) {
        return Ok(name.text);
    }
    let message = format!(
        "`{}` is not a valid name of a header or a cookie",
        name.text
    );
    let illegal = Diagnostic::new(code, name.span, message);
    Err(cx.report(illegal.help("use letters, digits, `-` and `_` only")))
}

/// Whether a text is a token (RFC 9110 section 5.6.2), as the names of headers and cookies are.
pub fn is_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}
