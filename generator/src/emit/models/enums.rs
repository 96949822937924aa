//! Open enums and unions, and their wire tables.

use quote::quote;

use crate::emit::print::{items, literal, table};
use crate::rust::{Enum, Union, UnionVariant, VariantTest};

/// An open enum and its wire table.
pub fn enumeration(enumeration: &Enum) -> Vec<String> {
    let Enum { ident, docs, .. } = enumeration;
    let variants = enumeration.variants.iter().map(|variant| {
        let (docs, ident) = (&variant.docs, &variant.ident);
        quote!(#docs #ident,)
    });
    let definition = items(&quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A value that this version of the SDK does not know, kept as it came.
            Other(String),
        }
    });
    let entries: Vec<String> = enumeration
        .variants
        .iter()
        .map(|variant| format!("{}: {},", variant.ident, literal(&variant.wire)))
        .collect();
    vec![definition, table("wire_enum", ident, &entries)]
}

/// A union and its wire table.
pub fn union(union: &Union) -> Vec<String> {
    let Union { ident, docs, .. } = union;
    let variants = union.variants.iter().map(
        |UnionVariant {
             ident, docs, ty, ..
         }| quote!(#docs #ident(#ty),),
    );
    let definition = items(&quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A value that this version of the SDK does not know, kept as it came.
            Other(Value),
        }
    });
    let entries: Vec<String> = union
        .variants
        .iter()
        .map(|variant| {
            let literals = |texts: &[String], separator: &str| {
                texts
                    .iter()
                    .map(|text| literal(text))
                    .collect::<Vec<_>>()
                    .join(separator)
            };
            let test = match &variant.test {
                VariantTest::Tags(tags) => literals(tags, " | "),
                VariantTest::Kind(kind) => (*kind).to_owned(),
                VariantTest::Object(keys) => format!("object {}", literals(keys, " "))
                    .trim_end()
                    .to_owned(),
            };
            format!("{}: {test},", variant.ident)
        })
        .collect();
    let head = match &union.tag {
        Some(tag) => format!("{ident} by {}", literal(tag)),
        None => ident.to_string(),
    };
    vec![definition, table("wire_union", &head, &entries)]
}
