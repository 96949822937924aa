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
    /// The secrets that it holds.
    pub secrets: Vec<SecretLocation>,
    /// Its constructors.
    pub constructors: Vec<Constructor>,
    /// The URL of the token endpoint, if a program can get a token there by itself.
    pub token_url: Option<String>,
}

/// A constructor of a credential type.
#[derive(Debug)]
pub struct Constructor {
    /// The words about it.
    pub docs: Docs,
    /// What it takes for the bearer token, if the type has one.
    pub origin: TokenOrigin,
}

impl Constructor {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self.origin {
            TokenOrigin::Given => "new",
            TokenOrigin::Source(_) => "from_source",
            TokenOrigin::ClientCredentials(..) => "client_credentials",
            TokenOrigin::Flow(_) => "from_client_credentials",
        }
    }
}

/// Where a bearer token comes from, with the arguments that say so.
#[derive(Debug)]
pub enum TokenOrigin {
    /// The token itself.
    Given,
    /// A source.
    Source(Ident),
    /// The token endpoint, with the ID and the secret of a client.
    ClientCredentials(Ident, Ident),
    /// The same, as the caller describes it.
    Flow(Ident),
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
