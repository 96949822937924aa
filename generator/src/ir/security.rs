//! Credentials.

use super::{Docs, Origin};

/// A set of security schemes that are needed together.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The name that the document gives it, where it does.
    pub name: Option<String>,
    /// The schemes.
    pub schemes: Vec<Scheme>,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Its place in the document.
    pub origin: Origin,
    /// Its name in the document.
    pub name: String,
    /// Where its secret is sent.
    pub location: SecretLocation,
    /// What the document says of it.
    pub docs: Docs,
    /// Where a program gets the token by itself, with an ID and a secret.
    pub client_credentials: Option<TokenUrl>,
}

/// The URL of a token endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenUrl {
    /// One that can be called: an absolute one, or one that is relative to the base URL of the client.
    Complete(String),
    /// One that only the caller can complete.
    Incomplete,
}

/// Where a secret is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretLocation {
    /// In a header of its own.
    Header(String),
    /// In the query.
    Query(String),
    /// In a cookie.
    Cookie(String),
    /// In `Authorization`, after `Bearer`.
    Bearer,
    /// In `Authorization`, as user name and password.
    Basic,
    /// In `Authorization`, as a finished value of this scheme.
    Authorization(String),
    /// Nowhere: the client certificate of the connection takes its place.
    MutualTls,
}

/// An index into [`Api::credentials`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CredentialId(pub(crate) usize);
