//! `src/credentials.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::print::{imports, inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{Access, Crate, Credential, Ident, Import, SecretPlace};

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
    let mut names = vec!["Authorization", "Credentials", "Secret"];
    if sets(krate).next().is_some() {
        names.push("Satisfies");
    }
    if sets(krate)
        .flatten()
        .any(|ident| ident.0 == "NoCredentials")
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
        .map(|secret| match &secret.place {
            SecretPlace::Header(_, name) => name.as_str(),
            SecretPlace::Cookie(..) => "cookie",
            SecretPlace::Query(..) | SecretPlace::Bearer(_) | SecretPlace::Basic(..) => {
                "authorization"
            }
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
    } = credential;
    let fields: Vec<&Ident> = secrets
        .iter()
        .flat_map(|secret| fields(&secret.place))
        .collect();
    let calls = secrets.iter().map(|secret| match &secret.place {
        SecretPlace::Header(field, name) => quote!(authorization.header(#name, &self.#field);),
        SecretPlace::Query(field, name) => quote!(authorization.query(#name, &self.#field);),
        SecretPlace::Cookie(field, name) => quote!(authorization.cookie(#name, &self.#field);),
        SecretPlace::Bearer(field) => quote!(authorization.bearer(&self.#field);),
        SecretPlace::Basic(user, password) => {
            quote!(authorization.basic(&self.#user, &self.#password);)
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug)]
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
            fn authorize(&self, authorization: &mut Authorization<'_>) {
                #(#calls)*
            }
        }
    }
}

fn fields(place: &SecretPlace) -> Vec<&Ident> {
    match place {
        SecretPlace::Header(ident, _)
        | SecretPlace::Query(ident, _)
        | SecretPlace::Cookie(ident, _)
        | SecretPlace::Bearer(ident) => vec![ident],
        SecretPlace::Basic(user, password) => vec![user, password],
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
        if let Access::Any(idents) = &operation.access
            && !sets.contains(&idents.as_slice())
        {
            sets.push(idents);
        }
    }
    sets.into_iter()
}
