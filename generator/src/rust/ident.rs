//! Identifiers.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// An identifier. Only a scope of the naming stage makes one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(crate) String);

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let span = proc_macro2::Span::call_site();
        let ident = match self.0.strip_prefix("r#") {
            Some(keyword) => proc_macro2::Ident::new_raw(keyword, span),
            None => proc_macro2::Ident::new(&self.0, span),
        };
        ident.to_tokens(tokens);
    }
}

impl std::fmt::Display for Ident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Ident {
    /// The identifier as files and rustdoc's links call it: a raw one without its prefix.
    pub fn file_stem(&self) -> String {
        self.0.trim_start_matches("r#").to_owned()
    }
}
