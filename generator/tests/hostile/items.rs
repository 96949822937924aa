//! What a crate consists of, apart from its docs.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use sdkwright::File;

/// How closely two crates are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Everything but docs counts.
    Code,
    /// Names and literals do not count, and neither does the order of items.
    Shape,
}

/// The items of a crate without docs, with the paths of their files.
pub fn items(files: &[File], grain: Grain) -> Vec<String> {
    let mut items = Vec::new();
    for file in files.iter().filter(|file| is_code(&file.path)) {
        let syntax = syn::parse_file(&file.text)
            .unwrap_or_else(|error| panic!("{} is no Rust: {error}\n{}", file.path, file.text));
        let inner = syntax.attrs.iter().map(ToTokens::to_token_stream);
        let outer = syntax.items.iter().map(ToTokens::to_token_stream);
        let tokens = inner.chain(outer).map(without_docs);
        for tokens in tokens.filter(|tokens| !tokens.is_empty()) {
            items.push(match grain {
                Grain::Code => format!("{}: {tokens}", file.path),
                Grain::Shape => shape(tokens),
            });
        }
    }
    if grain == Grain::Shape {
        // What is imported follows from what is used.
        items.retain(|item| !item.starts_with("use ") && !item.starts_with("pub use "));
        items.sort();
    }
    items
}

/// Whether a file is Rust of the generator's own: those of the runtime are copies.
pub fn is_code(path: &str) -> bool {
    path.rsplit('.').next() == Some("rs") && !path.starts_with("src/runtime/")
}

/// The tokens without `#[doc = …]` and `#![doc = …]`.
fn without_docs(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            kept.push(token);
            continue;
        };
        let first = group.stream().into_iter().next();
        let is_doc = first.is_some_and(|first| first.to_string() == "doc");
        if is_doc && group.delimiter() == Delimiter::Bracket {
            let is_mark = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if "#!".contains(sign.as_char()));
            while kept.last().is_some_and(is_mark) {
                kept.pop();
            }
            continue;
        }
        let inner = without_docs(group.stream());
        kept.push(TokenTree::Group(Group::new(group.delimiter(), inner)));
    }
    kept.into_iter().collect()
}

/// The tokens with a sign in place of each name and literal.
fn shape(tokens: TokenStream) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let ident = ident.to_string();
                let is_word = matches!(
                    ident.as_str(),
                    "pub"
                        | "use"
                        | "mod"
                        | "struct"
                        | "enum"
                        | "fn"
                        | "impl"
                        | "const"
                        | "type"
                        | "let"
                        | "mut"
                        | "for"
                        | "macro"
                        | "macro_rules"
                        | "extern"
                        | "unsafe"
                        | "static"
                        | "trait"
                        | "async"
                );
                text.push_str(if is_word { &ident } else { "_" });
                text.push(' ');
            }
            TokenTree::Literal(_) => text.push_str("\"\" "),
            // Where a line is broken, a comma ends it.
            TokenTree::Punct(sign) if sign.as_char() == ',' => {}
            TokenTree::Punct(sign) => text.push(sign.as_char()),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                text.push_str(&shape(group.stream()));
                text.push_str(close);
            }
        }
    }
    text
}
