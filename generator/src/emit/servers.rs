//! `src/servers.rs`.

use quote::quote;

use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Server};

/// The base URL, and where there is a choice a constant for each server of the document.
pub fn servers(krate: &Crate) -> File {
    let docs = inner_docs(&[
        "The addresses of the API, for [`base_url`](crate::ClientBuilder::base_url).".to_owned(),
    ]);
    let base_url = &krate.base_url;
    let has_choice = krate.servers.len() > 1;
    let visibility = if has_choice {
        quote!(pub)
    } else {
        quote!(pub(crate))
    };
    let default = items(quote! {
        /// The base URL of a client that is given no other.
        #visibility const DEFAULT: &str = #base_url;
    });
    let mut sections = vec![docs, default];
    if !has_choice {
        return rust_file("src/servers.rs", &sections);
    }
    for Server { ident, url, docs } in &krate.servers {
        sections.push(items(quote!(#docs pub const #ident: &str = #url;)));
    }
    rust_file("src/servers.rs", &sections)
}
