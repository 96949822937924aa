//! Security schemes: where the secret of each is sent.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Origin, Scheme, SecretLocation, TokenUrl};
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
        SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect => SecretLocation::Bearer,
    };
    Ok(Scheme {
        origin: Origin(span),
        name: name.text.to_owned(),
        location,
        docs: docs(cx.document, &scheme.words),
        client_credentials: match scheme.kind {
            SchemeKind::OAuth2(flows) => flows.client_credentials.map(token_url),
            SchemeKind::Query(_)
            | SchemeKind::Header(_)
            | SchemeKind::Cookie(_)
            | SchemeKind::Http(_)
            | SchemeKind::MutualTls
            | SchemeKind::OpenIdConnect => None,
        },
    })
}

/// The URL of a token endpoint. One with a variable in braces means something to the caller alone.
fn token_url(url: Text<'_>) -> TokenUrl {
    let url = url.text;
    let is_part = |c: char| c.is_ascii_graphic() && !"{}<>\"\\^`|".contains(c);
    if !url.is_empty() && url.chars().all(is_part) {
        TokenUrl::Complete(url.to_owned())
    } else {
        TokenUrl::Incomplete
    }
}
