//! `src/error.rs`: the API's own errors on top of the runtime's.

use quote::quote;

use super::print::{inner_docs, items};
use super::rust_file;
use crate::File;
use crate::rust::Crate;

/// `Error::api_error`, where all documented error bodies share one model.
pub fn error(krate: &Crate) -> Option<File> {
    let model = krate.api_error.as_ref()?;
    let docs = inner_docs(&["The API's error body of a failed call.".to_owned()]);
    let example = EXAMPLE.replace("CRATE", &krate.manifest.lib.to_string());
    let example = example.lines().map(|line| format!(" {line}"));
    let item = items(quote! {
        impl Error {
            /// The API's error body, decoded from the response.
            ///
            /// `None` if the response is not a failure, or if its body does not match the type.
            ///
            #(#[doc = #example])*
            pub fn api_error(&self) -> Option<models::#model> {
                self.decode_failure()
            }
        }
    });
    Some(rust_file(
        "src/error.rs",
        &[docs, "use crate::{Error, models};".to_owned(), item],
    ))
}

const EXAMPLE: &str = "\
```
fn report(error: &CRATE::Error) {
    match error.api_error() {
        Some(body) => eprintln!(\"{error}: {body:?}\"),
        None => eprintln!(\"{error}\"),
    }
}
```";
