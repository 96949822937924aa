//! The emitted crate without its operations, its models reduced to what is to be compared.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use sdkwright::File;
use syn::punctuated::Punctuated;
use syn::{Item, ItemEnum, ItemStruct, Token, parse_quote};

/// What is left of the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// The types with their ordinary derives.
    Bare,
    /// The same with serde's derives and the attributes that they need, as other generators print them.
    Derives,
    /// Models as they are emitted.
    Models,
    /// The whole crate, operations included.
    Crate,
}

/// The files of such a crate.
pub fn floor(files: &[File], floor: Floor) -> Vec<File> {
    let is_kept = |file: &&File| {
        floor == Floor::Crate
            || (!file.path.starts_with("src/operations")
                && !matches!(file.path.as_str(), "src/error.rs" | "src/headers.rs"))
    };
    let kept = files.iter().filter(is_kept);
    kept.map(|file| {
        let text = match file.path.as_str() {
            "Cargo.toml" => format!("{}\n[workspace]\n", derive_feature(&file.text)),
            "src/lib.rs" if floor != Floor::Crate => without_operations(&file.text),
            path if path.starts_with("src/models/")
                && matches!(floor, Floor::Bare | Floor::Derives) =>
            {
                reduce(&file.text, floor)
            }
            _ => file.text.clone(),
        };
        File {
            path: file.path.clone(),
            text,
        }
    })
    .collect()
}

/// All crates have the feature, so that they share their dependencies.
fn derive_feature(manifest: &str) -> String {
    let line = |line: &str| {
        if line.starts_with("serde = ") {
            line.replace("\"std\"", "\"std\", \"derive\"")
        } else {
            line.to_owned()
        }
    };
    let lines: Vec<String> = manifest.lines().map(line).collect();
    lines.join("\n")
}

fn without_operations(lib: &str) -> String {
    let is_kept = |line: &&str| {
        !matches!(
            *line,
            "mod error;" | "pub mod headers;" | "pub mod operations;"
        )
    };
    let lines: Vec<&str> = lib.lines().filter(is_kept).collect();
    lines.join("\n")
}

fn reduce(text: &str, floor: Floor) -> String {
    // The traits that the tables implement in addition to serde's are derived instead. Code that cannot be parsed is left for the compiler
    // to reject.
    let Ok(file) = syn::parse_file(text) else {
        return text.to_owned();
    };
    let mut names = HashMap::new();
    let mut unions = HashSet::new();
    for item in &file.items {
        if let Item::Macro(table) = item
            && table.mac.path.is_ident("wire_union")
            && let Some(TokenTree::Ident(ident)) = table.mac.tokens.clone().into_iter().next()
        {
            unions.insert(ident);
        }
        // The parts of a multipart body are not JSON.
        if let Item::Macro(table) = item
            && !table.mac.path.is_ident("wire_parts")
        {
            wire_names(table.mac.tokens.clone(), &mut String::new(), &mut names);
        }
    }
    let is_json = |ident: &syn::Ident| names.keys().any(|(ty, _)| ident == ty);
    let mut tokens = TokenStream::new();
    for item in file.items {
        match item {
            Item::Struct(mut item) => {
                derive_rest(&mut item.attrs, &["Debug"]);
                if floor == Floor::Derives && is_json(&item.ident) {
                    derive_struct(&mut item, &names);
                }
                item.to_tokens(&mut tokens);
            }
            Item::Enum(mut item) => {
                let is_union = unions.contains(&item.ident);
                if !is_union {
                    derive_rest(&mut item.attrs, &["Debug", "PartialEq", "Eq", "Hash"]);
                }
                if floor == Floor::Derives {
                    derive_enum(&mut item, is_union, &names);
                }
                item.to_tokens(&mut tokens);
            }
            Item::Use(item) => item.to_tokens(&mut tokens),
            // Constructors, setters and tables.
            _ => {}
        }
    }
    tokens.to_string()
}

/// Wire names, by the type and its field or variant.
type WireNames = HashMap<(String, String), String>;

fn derive_struct(item: &mut ItemStruct, names: &WireNames) {
    item.attrs.push(derive());
    for field in &mut item.fields {
        // Serde's derives know two states, not three.
        if let syn::Type::Path(ty) = &mut field.ty
            && let Some(last) = ty.path.segments.last_mut()
            && last.ident == "Nullable"
        {
            last.ident = parse_quote!(Option);
        }
        let ident = field.ident.to_token_stream().to_string();
        let is_optional = field.ty.to_token_stream().to_string().starts_with("Option");
        field.attrs.push(match names.get(&(item.ident.to_string(), ident)) {
            Some(wire) if is_optional => {
                parse_quote!(#[serde(rename = #wire, default, skip_serializing_if = "Option::is_none")])
            }
            Some(wire) => parse_quote!(#[serde(rename = #wire)]),
            None => parse_quote!(#[serde(flatten)]),
        });
    }
}

fn derive_enum(item: &mut ItemEnum, is_union: bool, names: &WireNames) {
    item.attrs.push(derive());
    if is_union {
        item.attrs.push(parse_quote!(#[serde(untagged)]));
        return;
    }
    for variant in &mut item.variants {
        let key = (item.ident.to_string(), variant.ident.to_string());
        variant.attrs.push(match names.get(&key) {
            Some(wire) => parse_quote!(#[serde(rename = #wire)]),
            None => parse_quote!(#[serde(untagged)]),
        });
    }
}

/// Derives those of the traits that are not derived yet.
fn derive_rest(attributes: &mut Vec<syn::Attribute>, traits: &[&str]) {
    let mut derived = HashSet::new();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
    {
        let traits = Punctuated::<syn::Path, Token![,]>::parse_terminated;
        let traits = attribute.parse_args_with(traits).unwrap_or_default();
        derived.extend(
            traits
                .iter()
                .filter_map(|path| path.get_ident().map(ToString::to_string)),
        );
    }
    for name in traits.iter().filter(|name| !derived.contains(**name)) {
        let name = syn::Ident::new(name, proc_macro2::Span::call_site());
        attributes.push(parse_quote!(#[derive(#name)]));
    }
}

fn derive() -> syn::Attribute {
    parse_quote!(#[derive(serde::Serialize, serde::Deserialize)])
}

/// The rows `field: "wire name"` of a table, by the type before its braces.
fn wire_names(tokens: TokenStream, ty: &mut String, names: &mut WireNames) {
    let mut words: Vec<TokenTree> = Vec::new();
    for token in tokens {
        // An attribute, which is in brackets, is not part of the table.
        if let TokenTree::Group(group) = &token
            && group.delimiter() != Delimiter::Bracket
        {
            wire_names(group.stream(), ty, names);
        }
        if let TokenTree::Literal(literal) = &token
            && let [.., TokenTree::Ident(ident), TokenTree::Punct(_)] = words.as_slice()
            && let Ok(wire) = syn::parse2::<syn::LitStr>(quote!(#literal))
        {
            names.insert((ty.clone(), ident.to_string()), wire.value());
        }
        // The first word of a table is its type.
        if let TokenTree::Ident(ident) = &token
            && ty.is_empty()
        {
            *ty = ident.to_string();
        }
        words.push(token);
    }
}
