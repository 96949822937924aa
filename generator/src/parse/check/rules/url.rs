//! URLs and addresses that nobody can open.

use crate::diagnostic::Diagnostic;
use crate::parse::check::Cx;
use crate::read::Node;

/// The fields that hold a URL, whichever object has them.
const FIELDS: [&str; 8] = [
    "url",
    "termsOfService",
    "authorizationUrl",
    "tokenUrl",
    "refreshUrl",
    "openIdConnectUrl",
    "deviceAuthorizationUrl",
    "oauth2MetadataUrl",
];

/// What is called a URL has no spaces, and an address of mail has its sign.
pub fn urls<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for url in FIELDS.iter().filter_map(|field| node.get(field)) {
        let Some(text) = url.as_str().filter(|text| !text.is_empty()) else {
            continue;
        };
        if text.trim().contains(char::is_whitespace) {
            let message = format!("`{text}` is not a valid URL");
            let help = "write a URL, such as `https://example.com`; a space in it is `%20`";
            cx.report(Diagnostic::forbidden(url.span, message, help));
        }
    }
    let email = node.get("email");
    let Some((email, text)) = email.and_then(|email| Some((email, email.as_str()?))) else {
        return;
    };
    if !text.is_empty() && !text.contains('@') {
        let message = format!("`{text}` is not a valid email address");
        let help = "write an address, such as `team@example.com`";
        cx.report(Diagnostic::forbidden(email.span, message, help));
    }
}
