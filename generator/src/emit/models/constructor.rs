//! The constructors of structs, and their setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::constant::constant;
use super::field::field;
use super::setter::{has_deprecated, map, setter, touches_deprecated};

use crate::emit::argument::{argument, value};
use crate::emit::print::{items, structure};
use crate::emit::tree::{self, Place};
use crate::rust::{
    Additional, Construction, Conversion, Docs, Field, Ident, Slot, Struct, Type, Variants,
};

/// How users make a struct: `new`, what it takes, and the setters of what is optional.
pub fn constructor(strukt: &Struct) -> Vec<String> {
    let new = match &strukt.construction {
        Construction::Default => return Vec::new(),
        Construction::Empty => quote! {
            /// A value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        },
        Construction::Arguments => new(strukt, &arguments(strukt), argument_value),
        Construction::Required(required) => {
            new(strukt, &quote!(required: #required), required_value)
        }
    };
    let ident = &strukt.ident;
    let setters = strukt.has_setters.then(|| setters(strukt));
    let default = needs_nothing(strukt).then(|| {
        quote! {
            impl Default for #ident {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    let methods = items(quote! {
        impl #ident {
            #new
            #setters
        }

        #default
    });
    match &strukt.construction {
        Construction::Default | Construction::Empty | Construction::Arguments => vec![methods],
        Construction::Required(required) => vec![methods, required_struct(strukt, required)],
    }
}

/// Whether `new` takes nothing although there are values that it sets.
fn needs_nothing(strukt: &Struct) -> bool {
    strukt.construction == Construction::Arguments
        && strukt.variants.is_empty()
        && strukt.asked_for().next().is_none()
}

fn setters(strukt: &Struct) -> TokenStream {
    let optional = strukt.fields.iter();
    let optional = optional.filter(|field| field.slot.is_empty_at_first() && !field.is_read_only);
    let setters = optional.map(setter);
    let additional = strukt.additional.iter();
    let additional = additional.map(|Additional { ident, ty, .. }| {
        let docs = format!(" Sets [`{0}`](field@Self::{0}).", ident.file_stem());
        quote! {
            #[doc = #docs]
            #[must_use]
            pub fn #ident(mut self, #ident: #ty) -> Self {
                self.#ident = #ident;
                self
            }
        }
    });
    quote! {
        #(#setters)*
        #(#additional)*
    }
}

/// The struct of the fields that another one requires.
fn required_struct(strukt: &Struct, required: &Ident) -> String {
    let docs = Docs(vec![format!("What [`{}`] requires.", strukt.ident)]);
    let fields = strukt.asked_for().map(|asked| {
        let ty = tree::ty(asked.ty.unboxed(), Place::Models);
        syn::Field { ty, ..field(asked) }
    });
    let variants = strukt.variants.iter().map(|Variants { ident, docs, ty }| {
        let docs = Docs(vec![(*docs).to_owned()]);
        let ty = tree::ty(ty.unboxed(), Place::Models);
        tree::field(tree::attributes(&docs), ident, ty)
    });
    let head = quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub struct #required {}
    };
    structure(head, tree::named(fields.chain(variants)))
}

fn arguments(strukt: &Struct) -> TokenStream {
    let required = strukt.asked_for().map(|field| {
        let ident = &field.ident;
        let ty = argument(&field.ty, field.conversion, Place::Models);
        quote!(#ident: #ty)
    });
    let variants = strukt.variants.iter().map(|Variants { ident, ty, .. }| {
        let ty = ty.unboxed();
        quote!(#ident: #ty)
    });
    let arguments = required.chain(variants);
    quote!(#(#arguments),*)
}

/// `new` with its parameters; `asked` gives the value of what it takes.
fn new(
    strukt: &Struct,
    parameters: &TokenStream,
    asked: fn(&Ident, &Type, Conversion) -> TokenStream,
) -> TokenStream {
    let allow = touches_deprecated(has_deprecated(strukt));
    let values = strukt.fields.iter().map(|field| {
        let Field { ident, ty, .. } = field;
        let value = match &field.slot {
            Slot::Required => asked(ident, ty, field.conversion),
            Slot::RequiredInRequest => {
                let value = asked(ident, ty, field.conversion);
                quote!(Some(#value))
            }
            Slot::Constant(value) => constant(value),
            Slot::Preset(value) => {
                let value = constant(value);
                quote!(Some(#value))
            }
            Slot::RequiredNullable | Slot::Optional => quote!(None),
            Slot::OptionalNullable => quote!(Nullable::Absent),
        };
        initializer(ident, &value)
    });
    let variants = strukt
        .variants
        .iter()
        .map(|Variants { ident, ty, .. }| initializer(ident, &asked(ident, ty, Conversion::None)));
    let additional = strukt.additional.iter();
    let additional = additional.map(|Additional { ident, ty, .. }| {
        let ty = map(ty);
        quote!(#ident: #ty::new())
    });
    let values = values.chain(variants).chain(additional);
    quote! {
        /// A value with what is required.
        #allow
        #[must_use]
        pub fn new(#parameters) -> Self {
            Self { #(#values),* }
        }
    }
}

/// The value of a field that is an argument.
fn argument_value(ident: &Ident, ty: &Type, conversion: Conversion) -> TokenStream {
    value(ident, ty, conversion)
}

/// The value of a field that the argument `required` has.
fn required_value(ident: &Ident, ty: &Type, _: Conversion) -> TokenStream {
    value(&quote!(required.#ident), ty, Conversion::None)
}

/// A field with its value, which is named once if it has the same name.
fn initializer(ident: &Ident, value: &TokenStream) -> TokenStream {
    if value.to_string() == quote!(#ident).to_string() {
        quote!(#ident)
    } else {
        quote!(#ident: #value)
    }
}
