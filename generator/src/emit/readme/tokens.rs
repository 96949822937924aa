//! The section about bearer tokens that change.

use crate::rust::{Crate, Credential, TokenOrigin};

/// How the credentials of the API get other tokens, if it has bearer tokens.
pub fn section(krate: &Crate, lib: &str) -> Option<String> {
    let mut credentials = krate.credentials.iter();
    let one = credentials.find(|one| one.constructors.len() > 1)?;
    let flow = krate.credentials.iter().find(|one| has_flow(one));
    let flow = flow.map_or(String::new(), |one| {
        let url = match one.token_url {
            Some(_) => format!("CRATE::{}::TOKEN_URL", one.ident),
            None => "token_url".to_owned(),
        };
        FLOW.replace("CREDENTIAL", &one.ident.to_string())
            .replace("ENDPOINT", &url)
    });
    let source = SOURCE.replace("CREDENTIAL", &one.ident.to_string());
    Some(format!("{source}{flow}").replace("CRATE", lib))
}

fn has_flow(credential: &Credential) -> bool {
    let mut constructors = credential.constructors.iter();
    constructors.any(|one| matches!(one.origin, TokenOrigin::Flow(_)))
}

const SOURCE: &str = "\
## Tokens that change

`CREDENTIAL::from_source` takes a source of tokens. It is asked before each request, and told of a token that the server rejects with \
the status 401; if it then has another one, the request is sent once more:

```rust
use CRATE::{BoxFuture, Secret, TokenSource};

impl TokenSource for Vault {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(async { Ok(Secret::new(self.current().await?)) })
    }

    fn rejected(&self, token: &Secret) {
        self.forget(token);
    }
}
```";

const FLOW: &str = "

`ClientCredentialsFlow` is such a source: it fetches a token with the ID and the secret of a client, once for all calls, and keeps it \
until shortly before it expires:

```rust
let flow = CRATE::ClientCredentialsFlow::new(ENDPOINT, client_id, client_secret);
let credentials = CRATE::CREDENTIAL::from_client_credentials(flow.scopes([\"read\"]));
```";
