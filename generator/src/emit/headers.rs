//! `src/headers.rs`: a constant for each documented response header.

use proc_macro2::{Ident, Span};
use quote::quote;

use super::imports::imports;
use super::print::{inner_docs, items, outside};
use super::rust_file;
use super::tree::deprecated;
use crate::File;
use crate::rust::{Crate, Header};

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
        &[docs, imports(&krate.header_imports), items],
    ))
}

fn constant(header: &Header) -> proc_macro2::TokenStream {
    let Header {
        ident, docs, wire, ..
    } = header;
    let ty = outside(&header.ty);
    let constructor = Ident::new(header.constructor, Span::call_site());
    let deprecated = header.deprecated.as_ref().map(deprecated);
    quote! {
        #docs
        #deprecated
        pub const #ident: Header<#ty> = Header::#constructor(#wire);
    }
}
