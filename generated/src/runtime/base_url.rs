//! The base URL of a client: where the paths of the operations begin.

use http::Uri;
use std::fmt;

/// An absolute http or https URL without anything but an origin and a path, and without a slash at its end.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    text: String,
}

impl BaseUrl {
    /// Judges a text. The refusals do not quote it: a URL may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        if text.is_empty() {
            return Err("the base URL is missing: give one with `base_url`");
        }
        if text.contains(['{', '}']) {
            return Err("the base URL still has a variable in braces");
        }
        // The parser drops a fragment without a word.
        if text.contains('#') {
            return Err("the base URL must not have a fragment");
        }
        let uri: Uri = text.parse().map_err(|_| "the base URL is not a URL")?;
        let scheme = uri.scheme_str().unwrap_or_default();
        let Some(authority) = uri.authority() else {
            return Err("the base URL must be absolute, such as `https://api.example.com`");
        };
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return Err("the base URL must start with `https://` or `http://`");
        }
        if authority.as_str().contains('@') {
            return Err("the base URL must not have a user name or a password");
        }
        if uri.query().is_some() {
            return Err("the base URL must not have a query");
        }
        let port = authority.as_str().strip_prefix(authority.host());
        if authority.host().is_empty() || (port != Some("") && authority.port_u16().is_none()) {
            return Err("the base URL must have a host, and a port from 0 to 65535 or none");
        }
        Ok(Self {
            text: text.trim_end_matches('/').to_owned(),
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}
