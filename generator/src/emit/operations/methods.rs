//! The methods of an operation: the entry and the setters.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::emit::print::{allow_many, outside};
use crate::rust::{Access, Argument, Operation, Target, Type};

/// The entry method.
pub fn entry(operation: &Operation) -> TokenStream {
    let Operation {
        marker,
        method,
        docs,
        ..
    } = operation;
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
    let allow = allow_many(1 + operation.arguments.len());
    let arguments = operation.arguments.iter().map(|argument| {
        let (ident, ty) = (&argument.ident, argument_type(argument));
        quote!(#ident: #ty)
    });
    let (bound, request) = match &operation.access {
        Access::Open => (None, quote!(Request::new(self))),
        Access::One(ident) => (
            Some(quote!(where C: Satisfies<#ident>)),
            quote!(Request::authorized::<#ident, _>(self)),
        ),
        Access::Any(idents) => (
            Some(quote!(where C: Satisfies<(#(#idents),*)>)),
            quote!(Request::authorized::<(#(#idents),*), _>(self)),
        ),
    };
    let body = if operation.arguments.is_empty() {
        request
    } else {
        let calls = operation.arguments.iter().map(|argument| {
            let value = argument_value(argument, &argument.ident);
            let call = call(argument, &value);
            quote!(request.parts.#call;)
        });
        quote! {
            let mut request = #request;
            #(#calls)*
            request
        }
    };
    quote! {
        impl<C> Client<C> {
            #docs
            #deprecated
            #allow
            pub fn #method(&self, #(#arguments),*) -> Request<#marker> #bound {
                #body
            }
        }
    }
}

/// The setters of what is optional.
pub fn setters(operation: &Operation) -> TokenStream {
    let marker = &operation.marker;
    let setters = operation.setters.iter().map(|setter| {
        let (ident, docs, ty) = (&setter.ident, &setter.docs, argument_type(setter));
        let deprecated = setter.deprecated.then(|| quote!(#[deprecated]));
        let call = call(setter, &argument_value(setter, &quote!(value)));
        quote! {
            #docs
            #deprecated
            pub fn #ident(mut self, value: #ty) -> Self {
                self.parts.#call;
                self
            }
        }
    });
    quote! {
        impl Request<#marker> {
            #(#setters)*
        }
    }
}

fn argument_type(argument: &Argument) -> TokenStream {
    match (&argument.target, &argument.ty) {
        (Target::Parameter(..) | Target::Plain(_), Type::String) => quote!(impl Into<String>),
        (Target::Parameter(..) | Target::Plain(_) | Target::Json | Target::Form(_), ty) => {
            outside(ty)
        }
    }
}

fn argument_value(argument: &Argument, ident: &dyn ToTokens) -> TokenStream {
    match (&argument.target, &argument.ty) {
        (Target::Parameter(..) | Target::Plain(_), Type::String) => quote!(#ident.into()),
        (Target::Parameter(..) | Target::Plain(_) | Target::Json | Target::Form(_), _) => {
            quote!(#ident)
        }
    }
}

fn call(argument: &Argument, value: &TokenStream) -> TokenStream {
    let wire = &argument.wire;
    let ident = |name: &str| Ident::new(name, Span::call_site());
    match &argument.target {
        Target::Parameter(method, None) => {
            let method = ident(method);
            quote!(#method(#wire, #value))
        }
        Target::Parameter(method, Some(style)) => {
            let (method, style) = (ident(method), ident(style));
            quote!(#method(#wire, Style::#style, #value))
        }
        Target::Json => quote!(json(#value)),
        Target::Form(styles) => {
            let styles = styles.iter().map(|(field, style)| {
                let style = ident(style);
                quote!((#field, Style::#style))
            });
            quote!(form(#value, &[#(#styles),*]))
        }
        Target::Plain(media_type) => quote!(plain(#media_type, #value)),
    }
}
