//! Open enums and unions, and their wire tables.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::print::{self, literal, table};
use crate::emit::tree::{self, Place};
use crate::rust::{
    Constant, Enum, Ident, Scalar, Type, Union, UnionRow, UnionVariant, VariantTest,
};

/// An open enum and its wire table.
pub fn enumeration(enumeration: &Enum) -> Vec<String> {
    let Enum { ident, docs, .. } = enumeration;
    // What the table of a string enum makes of its wire values is not derived: an API has hundreds of them.
    let (macro_name, derived, other, empty) = if enumeration.is_integer {
        (
            "wire_integer_enum",
            quote!(Clone, Debug),
            quote!(i64),
            quote!(0),
        )
    } else {
        (
            "wire_enum",
            quote!(Clone),
            quote!(String),
            quote!(String::new()),
        )
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
    let mut sections = vec![definition, table(macro_name, ident, &entries)];
    if enumeration.has_default {
        sections.push(default(ident, &empty));
    }
    sections
}

/// The default of an enum: its variant for other values, which then holds an empty one.
fn default(ident: &Ident, empty: &TokenStream) -> String {
    print::items(quote! {
        impl Default for #ident {
            fn default() -> Self {
                Self::Other(#empty)
            }
        }
    })
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
    let entries: Vec<String> = union.rows.iter().map(|one| row(union, one)).collect();
    let head = match &union.tag {
        Some(tag) => format!("{ident} by {}", literal(tag)),
        None => ident.to_string(),
    };
    let mut sections = vec![definition, table("wire_union", &head, &entries)];
    let sources: Vec<String> = union
        .sources_of_nullable()
        .map(|ty| spelled_source(ty) + ",")
        .collect();
    if !sources.is_empty() {
        sections.push(table("nullable_union", ident, &sources));
    }
    if union.has_default {
        sections.push(default(ident, &quote!(Value::Null)));
    }
    sections
}

/// A row of the wire table of a union.
fn row(union: &Union, row: &UnionRow) -> String {
    let constants = |values: &[Constant]| join(values.iter().map(constant), " | ");
    let test = match &row.test {
        VariantTest::Tags {
            values,
            is_untagged,
        } => {
            let word = if *is_untagged { " untagged" } else { "" };
            constants(values) + word
        }
        VariantTest::Row {
            kind,
            keys,
            constants: known,
        } => {
            let known = known
                .iter()
                .map(|(path, values)| format!("{} = {}", literal(path), constants(values)));
            let known = join(known, " and ");
            let word = if known.is_empty() { "" } else { "where" };
            let keys = join(keys.iter().map(|key| literal(key)), " ");
            let words = [*kind, &keys, word, &known].into_iter();
            join(
                words.filter(|word| !word.is_empty()).map(str::to_owned),
                " ",
            )
        }
    };
    let sources = union.sources(&row.variant).iter().map(spelled_source);
    let mut sources = join(sources, ", ");
    if !sources.is_empty() {
        sources = format!("({sources})");
    }
    format!("{}{sources}: {test},", row.variant)
}

/// A type that converts into a variant, and the text that converts into it.
fn spelled_source(ty: &Type) -> String {
    match ty {
        Type::Scalar(Scalar::String) => "String, &str".to_owned(),
        ty => ty.to_string(),
    }
}

/// A constant as a literal.
fn constant(constant: &Constant) -> String {
    match constant {
        Constant::Text(text) => literal(text),
        // With a fraction or an exponent, which makes it a number in Rust, too.
        Constant::Number(number) => format!("{number:?}"),
        Constant::Integer(_) | Constant::Enumerated(_) | Constant::Boolean(_) | Constant::Null => {
            constant.to_string()
        }
    }
}

fn join(words: impl Iterator<Item = String>, separator: &str) -> String {
    words.collect::<Vec<_>>().join(separator)
}
