//! The setters of a struct.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::argument::{argument, value};
use crate::emit::print::allow_operator;
use crate::emit::tree::{Place, deprecated};
use crate::rust::{Field, Slot, Struct, Type};

pub fn map(ty: &Type) -> TokenStream {
    match ty {
        Type::Object => quote!(Map),
        Type::Scalar(_)
        | Type::Bytes
        | Type::Body
        | Type::File
        | Type::Parts
        | Type::Value
        | Type::Vec(_)
        | Type::Tuple(_)
        | Type::Map(_)
        | Type::Option(_)
        | Type::Box(_)
        | Type::JsonItems(_)
        | Type::EventStream(_)
        | Type::JsonStream(_)
        | Type::Model(_) => quote!(BTreeMap),
    }
}

pub fn setter(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let docs = format!(" Sets [`{0}`](field@Self::{0}).", ident.file_stem());
    let deprecated_attribute = field.deprecated.as_ref().map(deprecated);
    let allow = touches_deprecated(field.deprecated.is_some());
    let (argument, value) = match (&field.slot, ty) {
        (Slot::OptionalNullable, Type::Box(inner)) => (
            quote!(impl Into<Nullable<#inner>>),
            quote!(#ident.into().map(Box::new)),
        ),
        (Slot::OptionalNullable, ty) => (quote!(impl Into<Nullable<#ty>>), quote!(#ident.into())),
        (_, ty) => {
            let value = value(ident, ty, field.conversion);
            let argument = argument(ty, field.conversion, Place::Models);
            (argument, quote!(Some(#value)))
        }
    };
    let operator = allow_operator(ident);
    quote! {
        #[doc = #docs]
        #deprecated_attribute
        #allow
        #operator
        #[must_use]
        pub fn #ident(mut self, #ident: #argument) -> Self {
            self.#ident = #value;
            self
        }
    }
}

pub fn touches_deprecated(is_deprecated: bool) -> Option<TokenStream> {
    is_deprecated.then(|| quote!(#[allow(deprecated)]))
}

pub fn has_deprecated(strukt: &Struct) -> bool {
    strukt.fields.iter().any(|field| field.deprecated.is_some())
}
