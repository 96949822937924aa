//! Security schemes: where the secret of each is sent.

use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Scheme, SecretLocation};
use crate::lower::docs::docs;
use crate::lower::token::token;
use crate::lower::{Cx, Lowered};
use crate::openapi::{self, SchemeKind, Text};

/// The scheme that a requirement names.
pub fn scheme(cx: &mut Cx<'_, '_>, name: Text<'_>) -> Lowered<Scheme> {
    let schemes = &cx.document.components.security_schemes;
    let Some(scheme) = openapi::named(schemes, name.text) else {
        let message = format!("there is no security scheme `{}`", name.text);
        let unknown = Diagnostic::new(Code::Security, name.span, message);
        return Err(cx.report(unknown.help("declare it under `components.securitySchemes`")));
    };
    let scheme = scheme.as_deref()?;
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
        SchemeKind::Http(word) => {
            report_resemblance(cx, word);
            SecretLocation::Authorization(word.text.to_owned())
        }
        SchemeKind::MutualTls => SecretLocation::MutualTls,
        SchemeKind::OAuth2 | SchemeKind::OpenIdConnect => SecretLocation::Bearer,
    };
    Ok(Scheme {
        name: name.text.to_owned(),
        location,
        docs: docs(&scheme.words),
    })
}

/// A scheme that resembles one with a shape of its own is probably a misspelled one.
fn report_resemblance(cx: &mut Cx<'_, '_>, scheme: Text<'_>) {
    let word = scheme.text;
    if let Some(known) = nearest(word, ["basic", "bearer"]) {
        let message = format!("there is no HTTP authentication scheme `{word}`");
        let misspelled = Diagnostic::new(Code::Unsupported, scheme.span, message)
            .label("the caller gives the whole value of `Authorization`");
        cx.report(misspelled.help(format!("did you mean `{known}`?")));
    }
}
