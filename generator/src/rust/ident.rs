//! Identifiers.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// An identifier. Only a scope of the naming stage makes one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(crate) String);

impl Ident {
    /// The identifier as a token.
    pub fn token(&self) -> proc_macro2::Ident {
        let span = proc_macro2::Span::call_site();
        match self.0.strip_prefix("r#") {
            Some(keyword) => proc_macro2::Ident::new_raw(keyword, span),
            None => proc_macro2::Ident::new(&self.0, span),
        }
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

/// What rustfmt sorts the names of a `use` declaration by: numbers by their value, an underscore before everything else.
pub fn version_order(name: &str) -> impl Ord + use<> {
    let mut chunks: Vec<(u8, usize, String)> = Vec::new();
    for c in name.trim_start_matches("r#").chars() {
        let kind = match c {
            '_' => 0,
            '0'..='9' => 1,
            _ => 2,
        };
        match chunks.last_mut() {
            // Of two numbers, the longer one is the greater.
            Some((known, length, chunk)) if *known == kind => {
                *length += usize::from(kind == 1);
                chunk.push(c);
            }
            _ => chunks.push((kind, usize::from(kind == 1), c.to_string())),
        }
    }
    chunks
}

impl Ident {
    /// The identifier as files and rustdoc's links call it: a raw one without its prefix.
    pub fn file_stem(&self) -> String {
        self.0.trim_start_matches("r#").to_owned()
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
