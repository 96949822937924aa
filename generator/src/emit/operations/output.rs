//! The output of an operation: how its responses are decoded, and its enum.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::emit::print::outside;
use crate::rust;
use crate::rust::{
    Accessor, Case, Content, EventData, Operation, Outcome, Output, OutputEnum, OutputType,
    Reading, StatusPattern, Type,
};

/// The type of an output.
pub fn ty(output: &Output) -> TokenStream {
    match &output.ty {
        OutputType::One(body) => content_type(body, None).unwrap_or_else(|| quote!(())),
        OutputType::Many(OutputEnum { ident, .. }) => quote!(#ident),
    }
}

/// The parameter that is the type of the bytes.
pub fn parameter(output: &Output) -> Option<&rust::Ident> {
    match &output.ty {
        OutputType::One(_) => None,
        OutputType::Many(output) => output.bytes.as_ref(),
    }
}

/// The expression that decodes a success.
pub fn success(output: &Output) -> TokenStream {
    if output.cases.is_empty() {
        return quote!(Err(response.unexpected()));
    }
    let arms = output.cases.iter().map(|case| {
        let statuses = case.statuses.iter().map(|status| pattern(*status));
        let statuses = quote!(#(#statuses)|*);
        let value = match (&case.body, variant(output, case)) {
            (Content::Empty, None) => quote!(Ok(())),
            (Content::Empty, Some(variant)) => quote!(Ok(#variant)),
            (Content::Value(_, reading), variant) => {
                let read = match reading {
                    Reading::Json => quote!(json()),
                    Reading::Text => quote!(text()),
                    Reading::TextIn(charset) => quote!(text_in(#charset)),
                    Reading::JsonOrText => quote!(json_or_text()),
                    Reading::TextOrJson => quote!(text_or_json()),
                    Reading::Bytes => quote!(bytes()),
                    Reading::BytesOrStream => quote!(bytes_or_stream()),
                    Reading::Events { data, sentinel } => {
                        let sentinel = sentinel.as_ref().map(|text| quote!(Some(#text)));
                        let sentinel = sentinel.unwrap_or_else(|| quote!(None));
                        match data {
                            EventData::Json => quote!(json_events(#sentinel)),
                            EventData::Text => quote!(text_events(#sentinel)),
                            EventData::Named => quote!(named_events(#sentinel)),
                        }
                    }
                    Reading::JsonLines => quote!(json_lines()),
                    Reading::JsonSequence => quote!(json_sequence()),
                };
                mapped(quote!(response.#read), variant)
            }
        };
        let rejected = &case.rejected;
        let rejection = (!rejected.is_empty()).then(|| {
            quote! {
                #statuses if response.is_one_of(&[#(#rejected),*]) => Err(response.in_another_format()),
            }
        });
        quote!(#rejection #statuses => #value,)
    });
    quote! {
        match response.status() {
            #(#arms)*
            _ => Err(response.unexpected()),
        }
    }
}

/// The expression that decodes a failure.
pub fn failure(output: &Output) -> TokenStream {
    let value = |case: &Case| {
        let media_types = &case.media_types;
        let media_types = quote!(&[#(#media_types),*]);
        match (&case.body, variant(output, case)) {
            (Content::Empty, None) => quote!(None),
            (Content::Empty, Some(variant)) => quote!(Some(#variant)),
            (Content::Value(_, reading), variant) => {
                let read = match reading {
                    Reading::Json => quote!(json()),
                    Reading::Text => quote!(text(#media_types)),
                    Reading::TextIn(charset) => quote!(text_in(#charset, #media_types)),
                    Reading::JsonOrText => quote!(json_or_text()),
                    Reading::TextOrJson => quote!(text_or_json(#media_types)),
                    // A failure is received as a whole.
                    Reading::Bytes
                    | Reading::BytesOrStream
                    | Reading::Events { .. }
                    | Reading::JsonLines
                    | Reading::JsonSequence => quote!(bytes(#media_types)),
                };
                mapped(quote!(failed.#read), variant)
            }
        }
    };
    let is_any = |case: &Case| case.statuses == [StatusPattern::Any] && case.required.is_empty();
    let fallback = output.cases.last().filter(|case| is_any(case));
    if let (Some(case), [_]) = (fallback, output.cases.as_slice()) {
        return value(case);
    }
    let arms = output.cases.iter().map(|case| {
        let statuses = case.statuses.iter().map(|status| pattern(*status));
        let required = &case.required;
        let guard = (!required.is_empty()).then(|| quote!(if failed.is_one_of(&[#(#required),*])));
        let value = value(case);
        quote!(#(#statuses)|* #guard => #value,)
    });
    let end = fallback.is_none().then(|| quote!(_ => None,));
    quote! {
        match failed.status() {
            #(#arms)*
            #end
        }
    }
}

/// The enums of an operation: what success gives, and what the API says of a failure.
pub fn enums(operation: &Operation) -> Option<TokenStream> {
    let outputs = std::iter::once(&operation.output).chain(&operation.failure);
    let enums: Vec<TokenStream> = outputs
        .filter_map(|output| match &output.ty {
            OutputType::One(_) => None,
            OutputType::Many(output) => Some(output_enum(output)),
        })
        .collect();
    (!enums.is_empty()).then(|| quote!(#(#enums)*))
}

fn output_enum(output: &OutputEnum) -> TokenStream {
    let OutputEnum {
        ident, docs, bytes, ..
    } = output;
    let parameter = bytes.as_ref().map(|bytes| quote!(<#bytes = Bytes>));
    let generics = bytes.as_ref().map(|bytes| quote!(<#bytes>));
    let derives = output
        .derives
        .iter()
        .map(|name| Ident::new(name, Span::call_site()));
    let variants = output.variants.iter().map(
        |Outcome {
             ident, docs, body, ..
         }| {
            let body = content_type(body, bytes.as_ref()).map(|ty| quote!((#ty)));
            quote!(#docs #ident #body,)
        },
    );
    let accessors = output.accessors.iter();
    let accessors = accessors.map(|one| accessor(one, bytes.as_ref()));
    let accessors = (!output.accessors.is_empty())
        .then(|| quote!(impl #generics #ident #generics { #(#accessors)* }));
    quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub enum #ident #parameter {
            #(#variants)*
        }

        #accessors
    }
}

fn accessor(accessor: &Accessor, bytes: Option<&rust::Ident>) -> TokenStream {
    let Accessor {
        ident,
        docs,
        variants,
        body,
    } = accessor;
    let (ty, value) = match body {
        Content::Value(Type::Box(ty), _) => (Some(outside(ty)), quote!(*body)),
        body => (content_type(body, bytes), quote!(body)),
    };
    quote! {
        #docs
        pub fn #ident(self) -> Option<#ty> {
            match self {
                #(Self::#variants(body))|* => Some(#value),
                _ => None,
            }
        }
    }
}

/// The type of a body; `None` where there is none. Bytes may be a parameter.
fn content_type(content: &Content, bytes: Option<&rust::Ident>) -> Option<TokenStream> {
    match (content, bytes) {
        (Content::Empty, _) => None,
        (content, Some(bytes)) if content.is_bytes() => Some(quote!(#bytes)),
        (Content::Value(ty, _), _) => Some(outside(ty)),
    }
}

/// The variant that a case makes.
fn variant(output: &Output, case: &Case) -> Option<TokenStream> {
    match (&output.ty, &case.variant) {
        (OutputType::Many(OutputEnum { ident, .. }), Some(variant)) => {
            Some(quote!(#ident::#variant))
        }
        (OutputType::Many(_), None) | (OutputType::One(_), _) => None,
    }
}

/// A body that was read, in its variant.
fn mapped(body: TokenStream, variant: Option<TokenStream>) -> TokenStream {
    match variant {
        Some(variant) => quote!(#body.map(#variant)),
        None => body,
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
        StatusPattern::Any => quote!(_),
    }
}
