//! The methods of an operation: the entry and the setters.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::emit::argument as emit;
use crate::emit::print::{allow_many, allow_operator};
use crate::emit::tree::Place;
use crate::emit::tree::deprecated;
use crate::rust::{
    self, Argument, Docs, Entry, Group, Operation, SecurityRequirement, StreamFlag, Target,
};

/// The entry methods.
pub fn entry(operation: &Operation) -> TokenStream {
    let Operation {
        method,
        docs,
        example,
        arguments,
        ..
    } = operation;
    let main = entry_method(operation, method, &docs.followed_by(example), arguments);
    let other =
        |entry: &Entry| entry_method(operation, &entry.method, &entry.docs, &entry.arguments);
    let others = operation.others.iter().map(other);
    let owner = operation.group.as_ref();
    let owner = owner.map_or_else(
        || quote!(Client<C>),
        |Group { ident, .. }| quote!(#ident<'_, C>),
    );
    quote! {
        impl<C> #owner {
            #main
            #(#others)*
        }
    }
}

fn entry_method(
    operation: &Operation,
    method: &rust::Ident,
    docs: &Docs,
    arguments: &[Argument],
) -> TokenStream {
    let marker = &operation.marker;
    let deprecated = operation.deprecated.as_ref().map(deprecated);
    let allow = allow_many(1 + arguments.len());
    let parameters = arguments.iter().map(|argument| {
        let (ident, ty) = (&argument.ident, argument_type(argument));
        quote!(#ident: #ty)
    });
    let client = if operation.group.is_some() {
        quote!(self.client)
    } else {
        quote!(self)
    };
    let (bound, request) = match &operation.security {
        SecurityRequirement::None => (None, quote!(Request::new(#client))),
        SecurityRequirement::One(ident) => (
            Some(quote!(where C: Satisfies<#ident>)),
            quote!(Request::authorized::<#ident, _>(#client)),
        ),
        SecurityRequirement::Any(idents) => (
            Some(quote!(where C: Satisfies<(#(#idents),*)>)),
            quote!(Request::authorized::<(#(#idents),*), _>(#client)),
        ),
    };
    let key = &operation.idempotency_key;
    let body = if arguments.is_empty() && operation.constants.is_empty() && key.is_none() {
        request
    } else {
        let key = key.iter().map(|wire| quote!(idempotency_key(#wire)));
        let constants = operation.constants.iter().map(|constant| {
            let text = &constant.text;
            call(&constant.target, &constant.wire, &quote!(#text))
        });
        let arguments = arguments.iter().map(|argument| {
            let value = argument_value(argument, &argument.ident);
            call(&argument.target, &argument.wire, &value)
        });
        let calls = key.chain(constants).chain(arguments);
        quote! {
            let mut request = #request;
            #(request.parts.#calls;)*
            request
        }
    };
    quote! {
        #docs
        #deprecated
        #allow
        pub fn #method(&self, #(#parameters),*) -> Request<#marker> #bound {
            #body
        }
    }
}

/// The setters of what is optional.
pub fn setters(operation: &Operation) -> TokenStream {
    let marker = &operation.marker;
    let setters = operation.setters.iter().map(|setter| {
        let (ident, docs, ty) = (&setter.ident, &setter.docs, argument_type(setter));
        let deprecated = setter.deprecated.as_ref().map(deprecated);
        let operator = allow_operator(ident);
        let value = argument_value(setter, ident);
        let call = call(&setter.target, &setter.wire, &value);
        quote! {
            #docs
            #deprecated
            #operator
            pub fn #ident(mut self, #ident: #ty) -> Self {
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
    emit::argument(&argument.ty, argument.conversion, Place::Outside)
}

fn argument_value(argument: &Argument, ident: &dyn ToTokens) -> TokenStream {
    // The request converts text and bytes itself.
    let is_text = matches!(
        argument.target,
        Target::Text(_) | Target::Plain(_) | Target::ContentType
    );
    let value = if is_text {
        quote!(#ident)
    } else {
        emit::value(ident, &argument.ty, argument.conversion)
    };
    match &argument.stream_flag {
        None => value,
        Some(StreamFlag::Setter(setter)) => quote!(#value.#setter(true)),
        Some(StreamFlag::Written) => quote!(AskForStream(#value)),
    }
}

fn call(target: &Target, wire: &str, value: &TokenStream) -> TokenStream {
    let ident = |name: &str| Ident::new(name, Span::call_site());
    let styles = |fields: &[(String, &str)]| {
        let fields = fields.iter().map(|(field, style)| {
            let style = ident(style);
            quote!((#field, Style::#style))
        });
        quote!(&[#(#fields),*])
    };
    match target {
        Target::Parameter(method, None) => {
            let method = ident(method);
            quote!(#method(#wire, #value))
        }
        Target::Parameter(method, Some(style)) => {
            let (method, style) = (ident(method), ident(style));
            quote!(#method(#wire, Style::#style, #value))
        }
        Target::Json(None) => quote!(json(#value)),
        Target::Json(Some(media_type)) => quote!(json_as(#media_type, #value)),
        Target::Form(fields) => {
            let styles = styles(fields);
            quote!(form(#value, #styles))
        }
        Target::FormReserved(plain, reserved) => {
            let (plain, reserved) = (styles(plain), styles(reserved));
            quote!(form_reserved(#value, #plain, #reserved))
        }
        Target::Text(media_type) => quote!(text(#media_type, #value)),
        Target::Scalar(media_type) => quote!(scalar(#media_type, #value)),
        Target::Plain(media_type) => quote!(plain(#media_type, #value)),
        Target::Multipart(media_type) => quote!(multipart(#media_type, #value)),
        Target::JsonLines(media_type) => quote!(json_lines(#media_type, #value)),
        Target::JsonSequence(media_type) => quote!(json_sequence(#media_type, #value)),
        Target::ContentType => quote!(content_type(#value)),
    }
}
