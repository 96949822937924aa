//! `src/servers.rs`.

use quote::quote;

use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Server, ServerFunction};

/// The base URL, and where there is a choice a constant for each server of the document and a function for each that has
/// variables.
pub fn servers(krate: &Crate) -> File {
    let docs = inner_docs(&[
        "The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).".to_owned(),
    ]);
    let base_url = &krate.base_url;
    let visibility = if krate.has_choice_of_servers() {
        quote!(pub)
    } else {
        quote!(pub(crate))
    };
    let default = items(quote! {
        /// The base URL of a client that is given no other.
        #visibility const DEFAULT: &str = #base_url;
    });
    let mut sections = vec![docs, default];
    if krate.servers.len() > 1 {
        for Server {
            ident, url, docs, ..
        } in &krate.servers
        {
            sections.push(items(quote!(#docs pub const #ident: &str = #url;)));
        }
    }
    for server in &krate.servers {
        sections.extend(server.function.as_ref().map(function));
    }
    rust_file("src/servers.rs", &sections)
}

fn function(function: &ServerFunction) -> String {
    let ServerFunction {
        ident,
        arguments,
        template,
        docs,
    } = function;
    items(quote! {
        #docs
        pub fn #ident(#(#arguments: &str),*) -> String {
            format!(#template)
        }
    })
}
