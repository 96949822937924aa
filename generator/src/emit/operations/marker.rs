//! The marker type of an operation: what the runtime asks it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::print::outside;
use crate::rust::{Content, Operation, Outcome, Output, StatusPattern};

/// The marker type and what it says of the operation.
pub fn marker(operation: &Operation) -> TokenStream {
    let Operation {
        marker,
        marker_docs,
        path,
        ..
    } = operation;
    let method = Ident::new(operation.http_method, Span::call_site());
    let output = output(operation);
    let accept = operation
        .accept
        .as_ref()
        .map(|accept| quote!(const ACCEPT: &'static str = #accept;));
    let server = operation
        .server
        .as_ref()
        .map(|server| quote!(const SERVER: Option<&'static str> = Some(#server);));
    let idempotent = operation
        .idempotent
        .map(|value| quote!(const IDEMPOTENT: Option<bool> = Some(#value);));
    let arms = arms(operation);
    let decoded = if arms.is_empty() {
        quote!(Err(answer.unexpected()))
    } else {
        quote! {
            match answer.status() {
                #arms
                _ => Err(answer.unexpected()),
            }
        }
    };
    quote! {
        #marker_docs
        #[derive(Clone, Copy, Debug)]
        pub struct #marker;

        impl Operation for #marker {
            type Output = #output;
            const METHOD: Method = Method::#method;
            const PATH: &'static str = #path;
            #accept
            #server
            #idempotent

            fn decode(answer: &Answer) -> Result<#output, Error> {
                #decoded
            }
        }
    }
}

fn output(operation: &Operation) -> TokenStream {
    match &operation.output {
        Output::One { body, .. } => content_type(body).unwrap_or_else(|| quote!(())),
        Output::Many { ident, .. } => quote!(#ident),
    }
}

/// The type of a body; `None` where there is none.
fn content_type(content: &Content) -> Option<TokenStream> {
    match content {
        Content::Empty => None,
        Content::Json(ty) => Some(outside(ty)),
        Content::Text => Some(quote!(String)),
        Content::Bytes => Some(quote!(Bytes)),
    }
}

/// The method of the runtime that reads a body.
fn reader(content: &Content) -> Option<TokenStream> {
    match content {
        Content::Empty => None,
        Content::Json(_) => Some(quote!(answer.json())),
        Content::Text => Some(quote!(answer.text())),
        Content::Bytes => Some(quote!(answer.bytes())),
    }
}

fn arms(operation: &Operation) -> TokenStream {
    match &operation.output {
        Output::One { statuses, .. } if statuses.is_empty() => TokenStream::new(),
        Output::One { body, statuses } => {
            let statuses = statuses.iter().map(|status| pattern(*status));
            let value = reader(body).unwrap_or_else(|| quote!(Ok(())));
            quote!(#(#statuses)|* => #value,)
        }
        Output::Many { ident, variants } => variants
            .iter()
            .map(
                |Outcome {
                     ident: variant,
                     status,
                     body,
                     ..
                 }| {
                    let status = pattern(*status);
                    if let Some(value) = reader(body) {
                        quote!(#status => #value.map(#ident::#variant),)
                    } else {
                        quote!(#status => Ok(#ident::#variant),)
                    }
                },
            )
            .collect(),
    }
}

fn pattern(status: StatusPattern) -> TokenStream {
    let literal = |code| proc_macro2::Literal::u16_unsuffixed(code);
    match status {
        StatusPattern::Code(code) => {
            let code = literal(code);
            quote!(#code)
        }
        StatusPattern::Range(first, last) => {
            let (first, last) = (literal(first), literal(last));
            quote!(#first..=#last)
        }
    }
}

pub fn output_enum(operation: &Operation) -> Option<TokenStream> {
    let Output::Many { ident, variants } = &operation.output else {
        return None;
    };
    let docs = format!(
        " What [`{}`] gives, by the status of the answer.",
        operation.marker
    );
    let variants = variants.iter().map(
        |Outcome {
             ident, docs, body, ..
         }| {
            let body = content_type(body).map(|ty| quote!((#ty)));
            quote!(#docs #ident #body,)
        },
    );
    Some(quote! {
        #[doc = #docs]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
        }
    })
}
