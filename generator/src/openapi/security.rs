//! The Security Scheme Object and the Security Requirement Object.

use super::{Text, Words};
use crate::source::Span;

/// A Security Scheme Object.
#[derive(Clone, Debug)]
pub struct SecurityScheme<'d> {
    /// What it says of itself.
    pub words: Words<'d>,
    /// What it is.
    pub kind: SchemeKind<'d>,
}

/// The kinds of security schemes.
#[derive(Clone, Copy, Debug)]
pub enum SchemeKind<'d> {
    /// `apiKey`: a secret in a header.
    Header(Text<'d>),
    /// `apiKey`: a secret in the query.
    Query(Text<'d>),
    /// `apiKey`: a secret in a cookie.
    Cookie(Text<'d>),
    /// `http`: a scheme of `Authorization`.
    Http(Text<'d>),
    /// `mutualTLS`: a certificate of the client.
    MutualTls,
    /// `oauth2`: a bearer token.
    OAuth2(OAuthFlows<'d>),
    /// `openIdConnect`: a bearer token.
    OpenIdConnect,
}

/// An OAuth Flows Object: of its flows, the one that a program can do by itself.
#[derive(Clone, Copy, Debug)]
pub struct OAuthFlows<'d> {
    /// The `tokenUrl` of `clientCredentials`.
    pub client_credentials: Option<Text<'d>>,
}

/// A Security Requirement Object: schemes that are needed together.
#[derive(Clone, Debug)]
pub struct SecurityRequirement<'d> {
    /// Its place.
    pub span: Span,
    /// The names of the schemes; none where nothing is required.
    pub schemes: Vec<Text<'d>>,
}
