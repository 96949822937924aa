//! Structs, their constructors and setters, and their wire tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::constant::constant;
use super::setter::{has_deprecated, map, setter, touches_deprecated};
use crate::emit::print::{allow_many, items, literal, structure, table};
use crate::emit::tree::{self, Place};
use crate::rust::{
    Additional, Docs, Field, Ident, Multipart, PartRow, Slot, Struct, Type, Variants,
};

/// A struct, its constructor and setters, its wire table.
pub fn strukt(strukt: &Struct) -> Vec<String> {
    let entries: Vec<String> = strukt
        .fields
        .iter()
        .map(|field| {
            let word = match (&field.slot, field.is_read_only) {
                (_, true) => " read_only",
                (Slot::RequiredNullable, false) => " nullable",
                (
                    Slot::Required
                    | Slot::Constant(_)
                    | Slot::Preset(_)
                    | Slot::Optional
                    | Slot::RequiredInRequest
                    | Slot::OptionalNullable,
                    false,
                ) => "",
            };
            format!("{}: {}{word},", field.ident, literal(&field.wire))
        })
        .chain(
            strukt
                .variants
                .iter()
                .map(|variants| format!("..={},", variants.ident)),
        )
        .chain(
            strukt
                .additional
                .iter()
                .map(|additional| format!("..{}", additional.ident)),
        )
        .collect();
    let allow = if has_deprecated(strukt) {
        "#[allow(deprecated)]\n    "
    } else {
        ""
    };
    let table = table("wire_object", &format!("{allow}{}", strukt.ident), &entries);
    with_table(strukt, &quote!(), table)
}

/// The struct of a multipart body, its constructor and setters, the table of its parts.
pub fn multipart(multipart: &Multipart) -> Vec<String> {
    let strukt = &multipart.strukt;
    let entry = |(field, row): (&Field, &PartRow)| {
        let arguments: Vec<String> = row.arguments.iter().map(|text| literal(text)).collect();
        format!("{}: {}({}),", field.ident, row.method, arguments.join(", "))
    };
    let additional = strukt.additional.iter();
    let entries: Vec<String> = strukt
        .fields
        .iter()
        .zip(&multipart.rows)
        .map(entry)
        .chain(additional.map(|field| format!("..{}: {}", field.ident, multipart.additional)))
        .collect();
    let table = table("wire_parts", &strukt.ident, &entries);
    with_table(strukt, &quote!(Debug,), table)
}

/// A struct with its table; `debug` is derived where the table does not make it.
fn with_table(strukt: &Struct, debug: &TokenStream, table: String) -> Vec<String> {
    let Struct { ident, docs, .. } = strukt;
    let default = strukt.has_default.then(|| quote!(Default,));
    let fields = strukt.fields.iter().map(field);
    let others = |ident: &Ident, docs: &str, ty: &Type| {
        let docs = Docs(vec![docs.to_owned()]);
        tree::field(tree::attributes(&docs), ident, tree::ty(ty, Place::Models))
    };
    let variants = strukt.variants.iter();
    let variants = variants.map(|Variants { ident, docs, ty }| others(ident, docs, ty));
    let additional = strukt.additional.iter();
    let additional = additional.map(|Additional { ident, docs, ty }| others(ident, docs, ty));
    let head = quote! {
        #docs
        #[derive(Clone, #debug #default PartialEq)]
        #[non_exhaustive]
        pub struct #ident {}
    };
    let definition = structure(head, tree::named(fields.chain(variants).chain(additional)));
    let constructor = strukt.has_constructor.then(|| items(constructor(strukt)));
    [Some(definition), constructor, Some(table)]
        .into_iter()
        .flatten()
        .collect()
}

fn field(field: &Field) -> syn::Field {
    let mut attributes = tree::attributes(&field.docs);
    if field.deprecated {
        attributes.push(tree::word_attribute("deprecated"));
    }
    let ty = tree::ty(&field.ty, Place::Models);
    let ty = match field.slot {
        Slot::Required | Slot::Constant(_) => ty,
        Slot::RequiredNullable | Slot::Optional | Slot::Preset(_) | Slot::RequiredInRequest => {
            tree::generic("Option", ty)
        }
        Slot::OptionalNullable => tree::generic("Nullable", ty),
    };
    tree::field(attributes, &field.ident, ty)
}

fn constructor(strukt: &Struct) -> TokenStream {
    let ident = &strukt.ident;
    let setters = strukt
        .fields
        .iter()
        .filter(|field| field.slot.is_empty_at_first() && !field.is_read_only)
        .map(setter);
    let additional = strukt
        .additional
        .iter()
        .map(|Additional { ident, ty, .. }| {
            let docs = format!(" Sets [`{0}`](field@Self::{0}).", ident.file_stem());
            quote! {
                #[doc = #docs]
                #[must_use]
                pub fn #ident(mut self, #ident: #ty) -> Self {
                    self.#ident = #ident;
                    self
                }
            }
        });
    let new = new(strukt);
    let mut fields = strukt.fields.iter();
    let needs_nothing = !strukt.has_default
        && strukt.variants.is_empty()
        && !fields.any(|field| field.slot.is_asked_for());
    let default = needs_nothing.then(|| {
        quote! {
            impl Default for #ident {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        impl #ident {
            #new
            #(#setters)*
            #(#additional)*
        }

        #default
    }
}

fn new(strukt: &Struct) -> TokenStream {
    if strukt.has_default {
        return quote! {
            /// A value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let required = strukt.fields.iter();
    let mut required: Vec<&Field> = required.filter(|field| field.slot.is_asked_for()).collect();
    required.sort_by_key(|field| field.order);
    let arguments = required.into_iter().map(|field| {
        let Field { ident, ty, .. } = field;
        if field.is_converted {
            let ty = ty.unboxed();
            quote!(#ident: impl Into<#ty>)
        } else {
            quote!(#ident: #ty)
        }
    });
    let variants = strukt.variants.iter();
    let variants = variants.map(|Variants { ident, ty, .. }| quote!(#ident: #ty));
    let arguments = arguments.chain(variants);
    let allow = touches_deprecated(has_deprecated(strukt));
    let allow_many = allow_many(arguments.clone().count());
    let values = strukt.fields.iter().map(|field| {
        let ident = &field.ident;
        match &field.slot {
            Slot::Required => {
                argument_value(field).map_or_else(|| quote!(#ident), |value| quote!(#ident: #value))
            }
            Slot::RequiredInRequest => {
                let value = argument_value(field).unwrap_or_else(|| quote!(#ident));
                quote!(#ident: Some(#value))
            }
            Slot::Constant(value) => {
                let value = constant(value);
                quote!(#ident: #value)
            }
            Slot::Preset(value) => {
                let value = constant(value);
                quote!(#ident: Some(#value))
            }
            Slot::RequiredNullable | Slot::Optional => quote!(#ident: None),
            Slot::OptionalNullable => quote!(#ident: Nullable::Absent),
        }
    });
    let additional = strukt.additional.iter().map(|additional| {
        let (ident, ty) = (&additional.ident, map(&additional.ty));
        quote!(#ident: #ty::new())
    });
    let variants = strukt.variants.iter();
    let variants = variants.map(|Variants { ident, .. }| quote!(#ident));
    let values = values.chain(variants).chain(additional);
    quote! {
        /// A value with what is required.
        #allow
        #allow_many
        #[must_use]
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The value of a field, where it is not the argument itself.
fn argument_value(field: &Field) -> Option<TokenStream> {
    let Field { ident, ty, .. } = field;
    field.is_converted.then(|| {
        if matches!(ty, Type::Box(_)) {
            quote!(Box::new(#ident.into()))
        } else {
            quote!(#ident.into())
        }
    })
}
