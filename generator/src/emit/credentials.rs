//! `src/credentials.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::imports;
use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Credential, Ident, Import, SecretLocation, SecurityRequirement};

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
    if krate.credentials.iter().any(|one| !one.secrets.is_empty()) {
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
    let names = names.into_iter().map(str::to_owned).collect();
    imports(&[Import {
        path: "crate::runtime::credentials".to_owned(),
        names,
    }])
}

/// The headers that carry credentials.
fn headers(krate: &Crate) -> String {
    let places = krate
        .credentials
        .iter()
        .flat_map(|credential| &credential.secrets);
    let mut headers: Vec<&str> = places
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
        constructor_docs,
        secrets,
        ..
    } = credential;
    let fields: Vec<&Ident> = secrets.iter().flat_map(fields).collect();
    let calls = secrets.iter().map(|secret| match secret {
        SecretLocation::Header(field, name) => quote!(authorization.header(#name, &self.#field);),
        SecretLocation::Query(field, name) => quote!(authorization.query(#name, &self.#field);),
        SecretLocation::Cookie(field, name) => quote!(authorization.cookie(#name, &self.#field);),
        SecretLocation::Bearer(field) => quote!(authorization.bearer(&self.#field);),
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
            #(#fields: Secret,)*
        }

        impl #ident {
            #constructor_docs
            pub fn new(#(#fields: impl Into<String>),*) -> Self {
                Self { #(#fields: Secret::new(#fields)),* }
            }
        }

        impl Credentials for #ident {
            fn authorize(&self, #authorization: &mut Authorization<'_>) {
                #(#calls)*
            }
        }
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
