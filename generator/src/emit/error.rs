//! `src/error.rs`: the API's own errors on top of the runtime's.

use quote::quote;

use super::print::{inner_docs, items, outside};
use super::rust_file;
use crate::File;
use crate::rust::{Crate, Type};

/// `Error::api_error`, where all documented error bodies share one model.
pub fn error(krate: &Crate) -> Option<File> {
    let ty = match krate.api_error.as_ref()? {
        ty @ Type::Model(_) => outside(ty),
        Type::Bool
        | Type::Number(_)
        | Type::String
        | Type::Timestamp
        | Type::Base64
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Value
        | Type::Object
        | Type::Vec(_)
        | Type::Map(_)
        | Type::Option(_)
        | Type::Box(_) => return None,
    };
    let docs = inner_docs(&["The API's error body of a failed call.".to_owned()]);
    let item = items(quote! {
        impl Error {
            /// The API's error body, decoded from the response.
            ///
            /// `None` if the response is not a failure, or if its body does not match the type.
            pub fn api_error(&self) -> Option<#ty> {
                self.decode_failure()
            }
        }
    });
    Some(rust_file(
        "src/error.rs",
        &[docs, "use crate::{Error, models};".to_owned(), item],
    ))
}
