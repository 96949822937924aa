//! Open enums and unions, and their wire tables.

use quote::quote;

use crate::emit::print::{self, literal, table};
use crate::emit::tree::{self, Place};
use crate::rust::{Enum, JsonShape, Union, UnionVariant, VariantTest};

/// An open enum and its wire table.
pub fn enumeration(enumeration: &Enum) -> Vec<String> {
    let Enum { ident, docs, .. } = enumeration;
    // What the table of a string enum makes of its wire values is not derived: an API has hundreds of them.
    let (macro_name, derived, other) = if enumeration.is_integer {
        ("wire_integer_enum", quote!(Clone, Debug), quote!(i64))
    } else {
        ("wire_enum", quote!(Clone), quote!(String))
    };
    let variants = enumeration.variants.iter();
    let variants = variants.map(|variant| tree::variant(&variant.docs, &variant.ident, None));
    let head = quote! {
        #docs
        #[derive(#derived)]
        #[non_exhaustive]
        pub enum #ident {
            /// A value that this version of the SDK does not know, kept as it came.
            Other(#other),
        }
    };
    let definition = print::enumeration(head, variants);
    let entries: Vec<String> = enumeration
        .variants
        .iter()
        .map(|variant| {
            let wire = if enumeration.is_integer {
                variant.wire.clone()
            } else {
                literal(&variant.wire)
            };
            format!("{}: {wire},", variant.ident)
        })
        .collect();
    vec![definition, table(macro_name, ident, &entries)]
}

/// A union and its wire table.
pub fn union(union: &Union) -> Vec<String> {
    let Union { ident, docs, .. } = union;
    let variants = union.variants.iter().map(
        |UnionVariant {
             ident, docs, ty, ..
         }| tree::variant(docs, ident, Some(tree::ty(ty, Place::Models))),
    );
    let head = quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            /// A value that this version of the SDK does not know, kept as it came.
            Other(Value),
        }
    };
    let definition = print::enumeration(head, variants);
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
                VariantTest::Shapes(shapes) => {
                    let shape = |shape: &JsonShape| {
                        let text = format!("{} {}", shape.kind, literals(&shape.keys, " "));
                        text.trim_end().to_owned()
                    };
                    shapes.iter().map(shape).collect::<Vec<_>>().join(" | ")
                }
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
