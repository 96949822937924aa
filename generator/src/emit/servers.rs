//! `src/servers.rs`, and the servers of operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::imports;
use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Import, Operation, Server, ServerFunction, is_choice};

/// The base URL, and the servers of the document where there is a choice.
pub fn servers(krate: &Crate) -> File {
    let url = &krate.base_url;
    let base_url = quote! {
        /// The base URL of a client that is given no other.
        pub(crate) const BASE_URL: &str = #url;
    };
    let about = "The servers of the API";
    let sections = if krate.has_choice_of_servers() {
        let docs = format!("{about}, for [`server`](crate::ClientBuilder::server).");
        let import = Import {
            path: "crate".to_owned(),
            names: vec!["Server".to_owned()],
        };
        let default = quote! {
            /// The server of a client that is given no other.
            pub const DEFAULT: Server = Server::new(BASE_URL);
        };
        let all = all(&krate.servers, &quote!(Server));
        vec![
            inner_docs(&[docs]),
            imports(&[import]),
            items(quote!(#base_url #default #(#all)*)),
        ]
    } else {
        vec![inner_docs(&[format!("{about}.")]), items(base_url)]
    };
    rust_file("src/servers.rs", &sections)
}

/// The servers of an operation, where there is a choice.
pub fn of_operation(operation: &Operation) -> Option<TokenStream> {
    if !is_choice(&operation.servers) {
        return None;
    }
    let marker = &operation.marker;
    let all = all(&operation.servers, &quote!(Server<Self>));
    Some(quote!(impl #marker { #(#all)* }))
}

/// A constant for each of several servers, and a function for each that has variables.
fn all(servers: &[Server], ty: &TokenStream) -> Vec<TokenStream> {
    let constant = |server: &Server| {
        let Server {
            ident, url, docs, ..
        } = server;
        quote!(#docs pub const #ident: #ty = Server::new(#url);)
    };
    let function = |server: &Server| server.function.as_ref().map(|one| function(one, ty));
    let constants = servers.iter().filter(|_| servers.len() > 1).map(constant);
    constants
        .chain(servers.iter().filter_map(function))
        .collect()
}

fn function(function: &ServerFunction, ty: &TokenStream) -> TokenStream {
    let ServerFunction {
        ident,
        arguments,
        template,
        docs,
    } = function;
    quote! {
        #docs
        pub fn #ident(#(#arguments: &str),*) -> #ty {
            Server::with_variables(format!(#template))
        }
    }
}
