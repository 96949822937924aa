//! Credentials: types that say which operations a client may call, and secrets that are never shown.

use crate::runtime::encode::base64;
use crate::runtime::parts::Parts;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderName, HeaderValue};
use std::fmt;
use std::sync::Arc;

/// Credentials that a client can hold.
pub trait Credentials {
    /// Adds the credentials to a request.
    fn authorize(&self, authorization: &mut Authorization<'_>);
}

/// Credentials that an operation accepts where it asks for `R`.
///
/// All [`Credentials`] satisfy a request for themselves. A type of your own satisfies one by passing it on to credentials that it
/// holds, for example to a token that is replaced from time to time.
#[diagnostic::on_unimplemented(
    message = "this operation needs the credentials `{R}`, but the client holds `{Self}`",
    label = "this operation is for a client that holds `{R}`",
    note = "call it on `client.with_credentials(…)`, which shares the client's connections"
)]
pub trait Satisfies<R> {
    /// Adds the credentials to a request.
    fn authorize(&self, authorization: &mut Authorization<'_>);
}

impl<C: Credentials> Satisfies<C> for C {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        Credentials::authorize(self, authorization);
    }
}

/// No credentials: enough for the operations that ask for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCredentials;

impl Credentials for NoCredentials {
    fn authorize(&self, _: &mut Authorization<'_>) {}
}

/// A secret. It cannot be read back, and `Debug` does not show it.
#[derive(Clone)]
pub struct Secret {
    text: Arc<str>,
}

impl Secret {
    /// Keeps a secret. It is judged when a request is sent.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into().into(),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The place where [`Credentials`] put themselves into a request.
///
/// A secret that cannot be right is refused when the request is sent, before anything leaves the program. The refusal names the
/// place of the secret, never the secret.
pub struct Authorization<'a> {
    parts: &'a mut Parts,
}

impl<'a> Authorization<'a> {
    pub(crate) fn new(parts: &'a mut Parts) -> Self {
        Self { parts }
    }

    /// Sends a secret in a header of its own.
    pub fn header(&mut self, name: &'static str, secret: &Secret) {
        match HeaderName::from_bytes(name.as_bytes()) {
            Ok(header) => self.insert(header, &format!("the header `{name}`"), &secret.text),
            Err(_) => self
                .parts
                .refuse(format!("`{name}` is no legal name of a header")),
        }
    }

    /// Sends a token in the header `Authorization`.
    pub fn bearer(&mut self, token: &Secret) {
        const PLACE: &str = "the bearer token";
        let token = &*token.text;
        if token
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("bearer "))
        {
            return self
                .parts
                .refuse(format!("{PLACE} must come without the word `Bearer`"));
        }
        if token.is_empty() || token.contains(char::is_whitespace) {
            return self
                .parts
                .refuse(format!("{PLACE} is empty or has white space"));
        }
        self.insert(AUTHORIZATION, PLACE, &format!("Bearer {token}"));
    }

    /// Sends a name and a password in the header `Authorization`.
    pub fn basic(&mut self, user: &Secret, password: &Secret) {
        if user.text.is_empty() || user.text.contains(':') {
            return self
                .parts
                .refuse("the user name is empty or has a colon".to_owned());
        }
        let pair = format!("{}:{}", user.text, password.text);
        let value = format!("Basic {}", base64(pair.as_bytes()));
        self.insert(AUTHORIZATION, "the user name", &value);
    }

    /// Sends a secret in the query.
    pub fn query(&mut self, name: &'static str, secret: &Secret) {
        if secret.text.trim().is_empty() {
            return self.parts.refuse(format!(
                "the credential in the query parameter `{name}` is empty"
            ));
        }
        self.parts.set_query(name, &secret.text);
    }

    /// Sends a secret in a cookie.
    pub fn cookie(&mut self, name: &'static str, secret: &Secret) {
        let illegal =
            |byte: u8| !byte.is_ascii_graphic() || matches!(byte, b'"' | b',' | b';' | b'\\');
        if secret.text.is_empty() || secret.text.bytes().any(illegal) {
            return self.parts.refuse(format!(
                "the credential in the cookie `{name}` is empty or no legal cookie"
            ));
        }
        let others = match self.parts.headers.get(COOKIE).map(HeaderValue::to_str) {
            Some(Ok(others)) => format!("{others}; "),
            Some(Err(_)) | None => String::new(),
        };
        self.insert(
            COOKIE,
            "the cookies",
            &format!("{others}{name}={}", secret.text),
        );
    }

    fn insert(&mut self, header: HeaderName, place: &str, text: &str) {
        if text.trim().is_empty() {
            return self
                .parts
                .refuse(format!("the credential in {place} is empty"));
        }
        // A secret outside ASCII is a slip of copying, such as an invisible space.
        match HeaderValue::from_str(text) {
            Ok(mut value) if text.is_ascii() => {
                value.set_sensitive(true);
                self.parts.headers.insert(header, value);
            }
            _ => self.parts.refuse(format!(
                "the credential in {place} is no legal header value"
            )),
        }
    }
}

impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization").finish_non_exhaustive()
    }
}
