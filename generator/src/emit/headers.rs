//! `src/headers.rs`: a constant for each documented response header.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::quote;

use super::print::{grouped, imports, inner_docs, items, outside, uses_of};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Header, Import};

/// The headers, where there are any.
pub fn headers(krate: &Crate) -> Option<File> {
    if krate.headers.is_empty() {
        return None;
    }
    let docs = inner_docs(&[
        "The documented response headers, with the types of their values.".to_owned(),
        "[`Response::header`](crate::Response::header) and [`Error::header`](crate::Error::header) return them.".to_owned(),
    ]);
    let constants = krate.headers.iter().map(constant);
    let items = items(quote!(#(#constants)*));
    Some(rust_file(
        "src/headers.rs",
        &[docs, imports(&uses(krate)), items],
    ))
}

fn constant(header: &Header) -> proc_macro2::TokenStream {
    let Header {
        ident, docs, wire, ..
    } = header;
    let ty = outside(&header.ty);
    let constructor = Ident::new(header.constructor, Span::call_site());
    let deprecated = header.deprecated.then(|| quote!(#[deprecated]));
    quote! {
        #docs
        #deprecated
        pub const #ident: Header<#ty> = Header::#constructor(#wire);
    }
}

fn uses(krate: &Crate) -> Vec<Import> {
    let mut names = BTreeSet::from([("crate", "Header".to_owned())]);
    for header in &krate.headers {
        header.ty.visit(&mut |ty| {
            names.extend(
                uses_of(ty)
                    .iter()
                    .map(|(path, name)| (*path, (*name).to_owned())),
            );
        });
    }
    grouped(names)
}
