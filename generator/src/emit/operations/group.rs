//! The file of a group: its type, the method of the client that returns it, and the modules of its operations.

use quote::quote;

use super::types;
use crate::File;
use crate::emit::imports::exports;
use crate::emit::print::items;
use crate::emit::rust_file;
use crate::rust::{Crate, Group, Operation};

/// The file of a group.
pub fn file(krate: &Crate, group: &Group) -> File {
    let Group {
        ident,
        method,
        docs,
        ..
    } = group;
    let is_in_group = |one: &&Operation| one.owner() == ident.as_str();
    let operations: Vec<&Operation> = krate.operations.iter().filter(is_in_group).collect();
    let mods: Vec<String> = operations
        .iter()
        .map(|operation| format!("mod {};", operation.module))
        .collect();
    let code = items(quote! {
        #docs
        pub struct #ident<'c, C> {
            client: &'c Client<C>,
        }

        impl<C> Client<C> {
            #docs
            pub fn #method(&self) -> #ident<'_, C> {
                #ident { client: self }
            }
        }
    });
    rust_file(
        format!("src/operations/{}.rs", group.module.file_stem()),
        &[
            mods.join("\n"),
            exports(operations.into_iter().map(types)),
            "use crate::Client;".to_owned(),
            code,
        ],
    )
}
