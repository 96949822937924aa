//! Arguments, and the values that are made of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tree::{self, Place};
use crate::rust::{Conversion, Type};

/// The type of an argument that becomes a value of a type.
pub fn argument(ty: &Type, conversion: Conversion, place: Place) -> TokenStream {
    let ty = ty.unboxed();
    let spelled = tree::ty(ty, place);
    match (conversion, ty) {
        (Conversion::None, _) => spelled.into_token_stream(),
        (Conversion::Items, Type::Vec(item)) => {
            let item = tree::ty(item, place);
            quote!(impl IntoIterator<Item = impl Into<#item>>)
        }
        (Conversion::Value | Conversion::Items, _) => quote!(impl Into<#spelled>),
    }
}

/// The value that is made of an argument.
pub fn value(ident: &dyn ToTokens, ty: &Type, conversion: Conversion) -> TokenStream {
    let converted = match conversion {
        Conversion::None => quote!(#ident),
        Conversion::Value => quote!(#ident.into()),
        Conversion::Items => quote!(collections::list(#ident)),
    };
    match ty {
        Type::Box(_) => quote!(Box::new(#converted)),
        Type::Scalar(_)
        | Type::Bytes
        | Type::Body
        | Type::File
        | Type::Parts
        | Type::Value
        | Type::Object
        | Type::Vec(_)
        | Type::Tuple(_)
        | Type::Map(_)
        | Type::Option(_)
        | Type::JsonItems(_)
        | Type::EventStream(_)
        | Type::JsonStream(_)
        | Type::Model(_) => converted,
    }
}
