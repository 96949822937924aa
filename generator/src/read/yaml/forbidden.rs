//! Characters that YAML does not allow.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// The error of the first one.
pub fn forbidden(text: &str) -> Option<Diagnostic> {
    let is_forbidden = |byte: u8| byte.is_ascii_control() && !b"\t\n\r".contains(&byte);
    let at = text.bytes().position(is_forbidden)?;
    let number = text.as_bytes().get(at)?;
    let message = format!(
        "this is not valid YAML: the control character U+{number:04X} may not stand in YAML"
    );
    let help = "remove it, write it as an escape in double quotes, or save the document as UTF-8";
    Some(Diagnostic::new(Code::Syntax, Span::new(0, at..at + 1), message).help(help))
}
