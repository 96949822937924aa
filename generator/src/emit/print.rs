//! Tokens and tables to text.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use super::layout::layout;
use super::tree::{self, Place};
use crate::rust::{Docs, Ident, Type};

/// Items as text, laid out as rustfmt would, with blank lines between them.
pub fn items(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => {
            let items: Vec<String> = file.items.into_iter().map(item).collect();
            items.join("\n\n")
        }
        Err(error) => refused(&error),
    }
}

/// A struct with these fields, as text.
pub fn structure(head: TokenStream, fields: syn::Fields) -> String {
    match syn::parse2::<syn::ItemStruct>(head) {
        Ok(structure) => item(syn::Item::Struct(syn::ItemStruct {
            fields,
            ..structure
        })),
        Err(error) => refused(&error),
    }
}

/// An enum with these variants before its own, as text.
pub fn enumeration(head: TokenStream, variants: impl Iterator<Item = syn::Variant>) -> String {
    match syn::parse2::<syn::ItemEnum>(head) {
        Ok(mut enumeration) => {
            enumeration.variants = variants.chain(enumeration.variants).collect();
            item(syn::Item::Enum(enumeration))
        }
        Err(error) => refused(&error),
    }
}

fn item(item: syn::Item) -> String {
    let file = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    };
    layout(&prettyplease::unparse(&file))
}

/// The tokens are the generator's own, so they parse; if ever they do not, the compiler says so.
fn refused(error: &syn::Error) -> String {
    error.to_compile_error().to_string()
}

/// Docs of a file.
pub fn inner_docs(lines: &[String]) -> String {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("//! {line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}

/// The table of a model: its name, and what stands between the inner braces.
pub fn table(name: &str, ident: &dyn std::fmt::Display, entries: &[String]) -> String {
    if entries.is_empty() {
        return format!("{name}! {{\n    {ident} {{}}\n}}");
    }
    let entries: Vec<String> = entries
        .iter()
        .map(|entry| format!("        {entry}\n"))
        .collect();
    format!("{name}! {{\n    {ident} {{\n{}    }}\n}}", entries.concat())
}

/// A string literal.
pub fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

/// What a function needs to keep clippy calm, if it takes so many arguments.
pub fn allow_many(arguments: usize) -> Option<TokenStream> {
    const MANY: usize = 7;
    (arguments > MANY).then(|| quote!(#[allow(clippy::too_many_arguments)]))
}

/// What a method with the name of an operator needs, so that clippy does not ask for the trait.
pub fn allow_operator(ident: &Ident) -> Option<TokenStream> {
    let names_one = ident.names_an_operator();
    names_one.then(|| quote!(#[allow(clippy::should_implement_trait)]))
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(tree::attributes(self));
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tree::ty(self, Place::Models).to_tokens(tokens);
    }
}

/// The type as it is spelled outside the models, which are then behind their module's name.
pub fn outside(ty: &Type) -> TokenStream {
    tree::ty(ty, Place::Outside).into_token_stream()
}
