//! Identifiers. Only a [`Scope`] makes one, so that each is legal and unlike the others around it.

mod case;
mod letters;
mod scope;
mod singular;
mod words;

pub use case::words;
pub use scope::{Role, Scope};
pub use singular::singular;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// An identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// The identifier as a token.
    pub fn token(&self) -> proc_macro2::Ident {
        let span = proc_macro2::Span::call_site();
        match self.0.strip_prefix("r#") {
            Some(keyword) => proc_macro2::Ident::new_raw(keyword, span),
            None => proc_macro2::Ident::new(&self.0, span),
        }
    }

    /// The identifier as it is written in code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier as files and rustdoc's links call it: a raw one without its prefix.
    pub fn file_stem(&self) -> String {
        self.0.trim_start_matches("r#").to_owned()
    }

    /// The words it consists of, in small letters.
    pub fn words(&self) -> Vec<String> {
        words(&self.0)
    }

    /// Whether it is a keyword with the prefix that makes it a name.
    pub fn is_raw(&self) -> bool {
        self.0.starts_with("r#")
    }

    /// Whether a trait for an operator of two values has a method of this name.
    pub fn names_an_operator(&self) -> bool {
        const OPERATORS: [&str; 10] = [
            "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub",
        ];
        OPERATORS.contains(&self.0.as_str())
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.token().to_tokens(tokens);
    }
}

impl std::fmt::Display for Ident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
