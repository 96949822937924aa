//! `src/credentials.rs`.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::imports::imports;
use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{
    Constructor, Crate, Credential, Ident, Import, SecretLocation, SecurityRequirement, TokenOrigin,
};

/// The credential types, and what they satisfy.
pub fn credentials(krate: &Crate) -> File {
    let docs = inner_docs(&["The credentials that the operations require.".to_owned()]);
    let mut sections = vec![docs, uses(krate), headers(krate)];
    for credential in &krate.credentials {
        sections.push(items(definition(credential)));
    }
    sections.push(items(alternatives(krate)));
    rust_file("src/credentials.rs", &sections)
}

fn uses(krate: &Crate) -> String {
    if krate.credentials.is_empty() {
        return String::new();
    }
    let mut names = vec!["Authorization", "Credentials"];
    if secrets(krate).any(|secret| !matches!(secret, SecretLocation::Bearer(_))) {
        names.push("Secret");
    }
    if sets(krate).next().is_some() {
        names.push("Satisfies");
    }
    if sets(krate)
        .flatten()
        .any(|ident| ident.as_str() == "NoCredentials")
    {
        names.push("NoCredentials");
    }
    let import = |path: &str, names: &[&str]| Import {
        path: path.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let mut lines = Vec::new();
    if krate.has_client_credentials() {
        let path = "crate::runtime::client_credentials";
        lines.push(import(path, &["ClientCredentialsFlow"]));
    }
    lines.push(import("crate::runtime::credentials", &names));
    if secrets(krate).any(|secret| matches!(secret, SecretLocation::Bearer(_))) {
        lines.push(import("crate::runtime::tokens", &["TokenSource", "Tokens"]));
    }
    imports(&lines)
}

/// The secrets of all credentials.
fn secrets(krate: &Crate) -> impl Iterator<Item = &SecretLocation> {
    let credentials = krate.credentials.iter();
    credentials.flat_map(|credential| &credential.secrets)
}

/// The headers that carry credentials.
fn headers(krate: &Crate) -> String {
    let mut headers: Vec<&str> = secrets(krate)
        .map(|secret| match secret {
            SecretLocation::Header(_, name) => name.as_str(),
            SecretLocation::Cookie(..) => "cookie",
            SecretLocation::Query(..)
            | SecretLocation::Bearer(_)
            | SecretLocation::Basic(..)
            | SecretLocation::Authorization(..) => "authorization",
        })
        .collect();
    headers.sort_unstable();
    headers.dedup();
    items(quote! {
        /// Lower-case names of the headers that carry credentials.
        pub(crate) const HEADERS: &[&str] = &[#(#headers),*];
    })
}

fn definition(credential: &Credential) -> TokenStream {
    let Credential {
        ident,
        docs,
        secrets,
        constructors,
        token_url,
        ..
    } = credential;
    let all_fields = secrets.iter().flat_map(|secret| {
        let ty = field_type(secret);
        let each = fields(secret).into_iter();
        each.map(move |field| quote!(#field: #ty))
    });
    let constructors = constructors.iter().map(|one| constructor(secrets, one));
    let token_url = token_url.as_ref().map(|url| {
        quote! {
            /// The URL of the token endpoint.
            pub const TOKEN_URL: &str = #url;
        }
    });
    let calls = secrets.iter().map(|secret| match secret {
        SecretLocation::Header(field, name) => quote!(authorization.header(#name, &self.#field);),
        SecretLocation::Query(field, name) => quote!(authorization.query(#name, &self.#field);),
        SecretLocation::Cookie(field, name) => quote!(authorization.cookie(#name, &self.#field);),
        SecretLocation::Bearer(field) => quote!(authorization.tokens(&self.#field);),
        SecretLocation::Basic(user, password) => {
            quote!(authorization.basic(&self.#user, &self.#password);)
        }
        SecretLocation::Authorization(field, _) => {
            quote!(authorization.header("authorization", &self.#field);)
        }
    });
    // A constructor without arguments is a default, and without secrets there is nothing to add to a request.
    let (default, authorization) = if secrets.is_empty() {
        (Some(quote!(, Default)), quote!(_))
    } else {
        (None, quote!(authorization))
    };
    quote! {
        #docs
        #[derive(Clone, Debug #default)]
        pub struct #ident {
            #(#all_fields,)*
        }

        impl #ident {
            #token_url
            #(#constructors)*
        }

        impl Credentials for #ident {
            fn authorize(&self, #authorization: &mut Authorization<'_>) {
                #(#calls)*
            }
        }
    }
}

fn constructor(secrets: &[SecretLocation], constructor: &Constructor) -> TokenStream {
    let Constructor { docs, origin } = constructor;
    let name = proc_macro2::Ident::new(constructor.name(), Span::call_site());
    let (token, value) = match origin {
        TokenOrigin::Given => (None, None),
        TokenOrigin::Source(source) => (
            Some(quote!(#source: impl TokenSource)),
            Some(quote!(Tokens::from_source(#source))),
        ),
        TokenOrigin::ClientCredentials(id, secret) => (
            Some(quote!(#id: impl Into<String>, #secret: impl Into<String>)),
            Some(quote!(ClientCredentialsFlow::new(Self::TOKEN_URL, #id, #secret).into())),
        ),
        TokenOrigin::Flow(flow) => (
            Some(quote!(#flow: ClientCredentialsFlow)),
            Some(quote!(#flow.into())),
        ),
    };
    let parameters = secrets.iter().flat_map(|secret| match (secret, &token) {
        (SecretLocation::Bearer(_), Some(token)) => vec![token.clone()],
        (secret, _) => {
            let each = fields(secret).into_iter();
            each.map(|field| quote!(#field: impl Into<String>))
                .collect()
        }
    });
    let values = secrets.iter().flat_map(|secret| match (secret, &value) {
        (SecretLocation::Bearer(field), Some(value)) => vec![quote!(#field: #value)],
        (secret, _) => {
            let ty = field_type(secret);
            let each = fields(secret).into_iter();
            each.map(|field| quote!(#field: #ty::new(#field))).collect()
        }
    });
    quote! {
        #docs
        pub fn #name(#(#parameters),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The type of the fields that hold a secret.
fn field_type(secret: &SecretLocation) -> TokenStream {
    match secret {
        SecretLocation::Bearer(_) => quote!(Tokens),
        SecretLocation::Header(..)
        | SecretLocation::Query(..)
        | SecretLocation::Cookie(..)
        | SecretLocation::Basic(..)
        | SecretLocation::Authorization(..) => quote!(Secret),
    }
}

fn fields(secret: &SecretLocation) -> Vec<&Ident> {
    match secret {
        SecretLocation::Header(ident, _)
        | SecretLocation::Query(ident, _)
        | SecretLocation::Cookie(ident, _)
        | SecretLocation::Bearer(ident)
        | SecretLocation::Authorization(ident, _) => vec![ident],
        SecretLocation::Basic(user, password) => vec![user, password],
    }
}

/// Where any of several credentials is enough, each of them is.
fn alternatives(krate: &Crate) -> TokenStream {
    let mut tokens = TokenStream::new();
    for set in sets(krate) {
        for ident in set {
            tokens.extend(quote! {
                impl Satisfies<(#(#set),*)> for #ident {
                    fn authorize(&self, authorization: &mut Authorization<'_>) {
                        Credentials::authorize(self, authorization);
                    }
                }
            });
        }
    }
    tokens
}

/// The sets of alternatives that operations accept, each once.
fn sets(krate: &Crate) -> impl Iterator<Item = &[Ident]> {
    let mut sets: Vec<&[Ident]> = Vec::new();
    for operation in &krate.operations {
        if let SecurityRequirement::Any(idents) = &operation.security
            && !sets.contains(&idents.as_slice())
        {
            sets.push(idents);
        }
    }
    sets.into_iter()
}
