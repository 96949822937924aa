//! Credentials.

use super::{Docs, Ident, Origin};

/// A credential type.
#[derive(Debug)]
pub struct Credential {
    /// The place of its first scheme in the document.
    pub origin: Origin,
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The words about its constructor.
    pub constructor_docs: Docs,
    /// The secrets that it holds.
    pub secrets: Vec<SecretLocation>,
}

/// Where a secret is sent, with the field that holds it.
#[derive(Debug)]
pub enum SecretLocation {
    /// In a header of its own.
    Header(Ident, String),
    /// In the query.
    Query(Ident, String),
    /// In a cookie.
    Cookie(Ident, String),
    /// In `Authorization`, after `Bearer`.
    Bearer(Ident),
    /// In `Authorization`, as user name and password.
    Basic(Ident, Ident),
    /// In `Authorization`, as a finished value of this scheme.
    Authorization(Ident, String),
}

/// The credentials that an operation requires of the client.
#[derive(Debug)]
pub enum SecurityRequirement {
    /// None: every client has it, and no credentials are sent.
    None,
    /// One credential type.
    One(Ident),
    /// Any of several; `NoCredentials` may be one of them.
    Any(Vec<Ident>),
}
