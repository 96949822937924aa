//! The marker type of an operation: what the runtime reads from it.

use proc_macro2::TokenStream;
use quote::quote;

use super::output;
use crate::rust::{Delivery, FailureBody, Failures, Operation, Redirects};

/// The marker type and what it says of the operation.
pub fn marker(operation: &Operation) -> TokenStream {
    let Operation {
        marker,
        marker_docs,
        http_method,
        path,
        ..
    } = operation;
    let output = output::ty(&operation.output);
    let accept = operation
        .accept
        .as_ref()
        .map(|accept| quote!(const ACCEPT: &'static str = #accept;));
    let server = operation
        .server
        .as_ref()
        .map(|server| quote!(const SERVER: Option<&'static str> = Some(#server);));
    let delivery = match operation.delivery {
        Delivery::Complete => None,
        Delivery::Streamed => Some(quote!(
            const DELIVERY: Delivery = Delivery::Streamed;
        )),
    };
    let redirects = match operation.redirects {
        Redirects::Followed => None,
        Redirects::Returned => Some(quote!(
            const REDIRECTS: Redirects = Redirects::Returned;
        )),
    };
    let idempotent = operation
        .idempotent
        .map(|value| quote!(const IDEMPOTENT: Option<bool> = Some(#value);));
    let failures = operation.failures.as_ref().map(failures);
    let decoded = output::success(&operation.output);
    let (decoded, streamable) = match output::parameter(&operation.output) {
        None => (decoded, None),
        Some(bytes) => {
            let streamable = quote! {
                impl Streamable for #marker {
                    type As<#bytes: BytesOrStream> = #output<#bytes>;

                    fn decode_as<#bytes: BytesOrStream>(response: &RawResponse) -> Result<#output<#bytes>, Error> {
                        #decoded
                    }
                }
            };
            (quote!(Self::decode_as(response)), Some(streamable))
        }
    };
    let failure = operation.failure.as_ref().map(|failure| {
        let ty = output::ty(failure);
        let decoded = output::failure(failure);
        quote! {
            impl Fallible for #marker {
                type Failure = #ty;

                fn failure(failed: &Failed<'_>) -> Option<#ty> {
                    #decoded
                }
            }
        }
    });
    quote! {
        #marker_docs
        pub enum #marker {}

        impl Operation for #marker {
            type Output = #output;
            const METHOD: &'static str = #http_method;
            const PATH: &'static str = #path;
            #accept
            #server
            #delivery
            #redirects
            #idempotent
            #failures

            fn decode(response: &RawResponse) -> Result<#output, Error> {
                #decoded
            }
        }

        #streamable

        #failure
    }
}

fn failures(failures: &Failures) -> TokenStream {
    let statuses = &failures.statuses;
    let constructor = match &failures.body {
        FailureBody::Shared(model) => quote!(of_json::<models::#model>),
        FailureBody::OfOperation => quote!(of::<Self>),
        FailureBody::Any => quote!(of_any_body),
    };
    quote!(const FAILURES: Failures = Failures::#constructor(&[#(#statuses),*]);)
}
