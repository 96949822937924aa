//! Open enums and unions, and their wire tables.

use quote::quote;

use crate::emit::print::{self, literal, table};
use crate::emit::tree::{self, Place};
use crate::rust::{Constant, Enum, Scalar, Type, Union, UnionRow, UnionVariant, VariantTest};

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
    let entries: Vec<String> = union.rows.iter().map(|one| row(union, one)).collect();
    let head = match &union.tag {
        Some(tag) => format!("{ident} by {}", literal(tag)),
        None => ident.to_string(),
    };
    vec![definition, table("wire_union", &head, &entries)]
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
    let sources = union.source(&row.variant).map_or(String::new(), sources);
    format!("{}{sources}: {test},", row.variant)
}

/// The types that convert into a variant, in parentheses.
fn sources(ty: &Type) -> String {
    match ty {
        Type::Scalar(Scalar::String) => "(String, &str)".to_owned(),
        ty => format!("({ty})"),
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
