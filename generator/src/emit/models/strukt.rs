//! Structs, their constructors and setters, and their wire tables.

use proc_macro2::TokenStream;
use quote::quote;

use super::constructor::constructor;
use super::field::field;
use super::setter::has_deprecated;
use crate::emit::print::{literal, structure, table};
use crate::emit::tree::{self, Place};
use crate::rust::{
    Additional, Construction, Docs, Field, Ident, Multipart, PartRow, Slot, Struct, Type, Variants,
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
    with_table(strukt, &quote!(), &quote!(), table)
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
    with_table(strukt, &quote!(, Debug), &quote!(, PartialEq), table)
}

/// A struct with its table; `debug` and `partial_eq` are derived where the table does not make them.
fn with_table(
    strukt: &Struct,
    debug: &TokenStream,
    partial_eq: &TokenStream,
    table: String,
) -> Vec<String> {
    let Struct { ident, docs, .. } = strukt;
    let default = match strukt.construction {
        Construction::Default | Construction::Empty => Some(quote!(, Default)),
        Construction::Arguments | Construction::Required(_) => None,
    };
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
        #[derive(Clone #debug #default #partial_eq)]
        #[non_exhaustive]
        pub struct #ident {}
    };
    let definition = structure(head, tree::named(fields.chain(variants).chain(additional)));
    let mut sections = vec![definition];
    sections.extend(constructor(strukt));
    sections.push(table);
    sections
}
