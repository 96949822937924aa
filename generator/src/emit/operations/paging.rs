//! How the list of an operation is paged: what the runtime reads from its marker type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::output;
use crate::emit::print::outside;
use crate::rust::{Holding, Operation, PageField, PagingMethod};

/// What the marker type says of pages.
pub fn paging(operation: &Operation) -> Option<TokenStream> {
    let paging = operation.paging.as_ref()?;
    let (marker, output) = (&operation.marker, output::ty(&operation.output));
    let item = outside(&paging.item);
    let method = method(&paging.method);
    let more = paging.more.as_ref();
    let more = more.map(|pointer| quote!(const MORE: Option<&'static str> = Some(#pointer);));
    let items = items(&paging.fields);
    Some(quote! {
        impl Paged for #marker {
            type Item = #item;
            const PAGING: Paging = #method;
            #more

            fn items(page: &mut #output) -> Option<&mut Vec<#item>> {
                #items
            }
        }
    })
}

fn method(method: &PagingMethod) -> TokenStream {
    match method {
        PagingMethod::Cursor { request, response } => {
            quote!(Paging::Cursor { request: #request, response: #response })
        }
        PagingMethod::LastItem {
            request,
            list,
            item,
        } => {
            quote!(Paging::LastItem { request: #request, list: #list, item: #item })
        }
        PagingMethod::Page { request, first } => {
            let first = Literal::u64_unsuffixed(*first);
            quote!(Paging::Page { request: #request, first: #first })
        }
        PagingMethod::Offset { request } => quote!(Paging::Offset { request: #request }),
        PagingMethod::Next(pointer) => quote!(Paging::Next(#pointer)),
        PagingMethod::Link(relation) => quote!(Paging::Link(#relation)),
    }
}

/// The expression that leads to the list.
fn items(fields: &[PageField]) -> TokenStream {
    let Some((last, way)) = fields.split_last() else {
        return quote!(Some(page));
    };
    let way = way.iter().fold(quote!(page), |way, field| {
        let ident = &field.ident;
        match field.holding {
            Holding::Value => quote!(#way.#ident),
            Holding::Option => quote!(#way.#ident.as_mut()?),
            Holding::Nullable => quote!(#way.#ident.value_mut()?),
        }
    });
    let ident = &last.ident;
    match last.holding {
        Holding::Value => quote!(Some(&mut #way.#ident)),
        Holding::Option => quote!(#way.#ident.as_mut()),
        Holding::Nullable => quote!(#way.#ident.value_mut()),
    }
}
