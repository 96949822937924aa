//! Constructors of credential types whose bearer tokens change.

use crate::ident::{Role, Scope};
use crate::ir::TokenUrl;
use crate::name::markdown::fill;
use crate::rust::{Constructor, Docs, Ident, TokenOrigin};

/// The constructors of a type with a bearer token, which a program may get at an endpoint by itself.
pub fn constructors(
    credential: &Ident,
    endpoint: Option<&TokenUrl>,
    scope: &mut Scope,
) -> Vec<Constructor> {
    let mut argument = |words: &str| scope.claim(words, Role::Argument);
    let mut constructors = vec![Constructor {
        docs: docs(
            "Creates the credentials with a token that changes: the source is asked for it before each request.",
        ),
        origin: TokenOrigin::Source(argument("source")),
    }];
    let Some(endpoint) = endpoint else {
        return constructors;
    };
    let url = match endpoint {
        TokenUrl::Complete(_) => {
            constructors.push(Constructor {
                docs: docs(
                    "Creates the credentials with tokens that are fetched from [`TOKEN_URL`](Self::TOKEN_URL) when they are needed, with the ID and the secret of a client.",
                ),
                origin: TokenOrigin::ClientCredentials(argument("client_id"), argument("client_secret")),
            });
            format!("{credential}::TOKEN_URL")
        }
        TokenUrl::Incomplete => "token_url".to_owned(),
    };
    let about = format!(
        "Creates the credentials with tokens that are fetched as the flow says, such as `ClientCredentialsFlow::new({url}, client_id, client_secret).scopes([\"…\"])`."
    );
    constructors.push(Constructor {
        docs: docs(&about),
        origin: TokenOrigin::Flow(argument("flow")),
    });
    constructors
}

/// The URL of an endpoint, if it can be called.
pub fn url(endpoint: &TokenUrl) -> Option<String> {
    match endpoint {
        TokenUrl::Complete(url) => Some(url.clone()),
        TokenUrl::Incomplete => None,
    }
}

fn docs(text: &str) -> Docs {
    Docs(fill(text))
}
