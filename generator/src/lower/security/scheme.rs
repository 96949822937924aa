//! Security schemes: where the secret of each is sent.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Origin, Scheme, SecretLocation};
use crate::lower::docs::docs;
use crate::lower::token::token;
use crate::lower::{Cx, Lowered};
use crate::openapi::{SchemeKind, Text};

/// The scheme that a requirement names.
pub fn scheme(cx: &mut Cx<'_, '_>, name: Text<'_>) -> Lowered<Scheme> {
    let schemes = &cx.document.components.security_schemes;
    let Some(entry) = schemes.iter().find(|entry| entry.name == name.text) else {
        let message = format!("there is no security scheme `{}`", name.text);
        let unknown = Diagnostic::new(Code::Security, name.span, message);
        return Err(cx.report(unknown.help("declare it under `components.securitySchemes`")));
    };
    let (span, scheme) = (entry.span, entry.value.as_deref()?);
    let location = match scheme.kind {
        SchemeKind::Query(key) => SecretLocation::Query(key.text.to_owned()),
        SchemeKind::Header(key) => {
            SecretLocation::Header(token(cx, key, Code::Security)?.to_ascii_lowercase())
        }
        SchemeKind::Cookie(key) => {
            SecretLocation::Cookie(token(cx, key, Code::Security)?.to_owned())
        }
        SchemeKind::Http(word) if word.text.eq_ignore_ascii_case("bearer") => {
            SecretLocation::Bearer
        }
        SchemeKind::Http(word) if word.text.eq_ignore_ascii_case("basic") => SecretLocation::Basic,
        SchemeKind::Http(word) => SecretLocation::Authorization(word.text.to_owned()),
        SchemeKind::MutualTls => SecretLocation::MutualTls,
        SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => SecretLocation::Bearer,
    };
    Ok(Scheme {
        origin: Origin(span),
        name: name.text.to_owned(),
        location,
        docs: docs(&scheme.words),
    })
}
