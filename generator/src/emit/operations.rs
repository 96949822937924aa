//! `src/operations.rs` and the files of the operations.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use super::print::{imports, inner_docs, items, outside};
use super::{in_parallel, rust_file};
use crate::File;
use crate::rust::{
    Access, Argument, Content, Crate, Import, Operation, Outcome, Output, StatusPattern, Target,
    Type,
};

/// The module of the operations, and a file for each.
pub fn operations(krate: &Crate) -> Vec<File> {
    if krate.operations.is_empty() {
        return Vec::new();
    }
    let mut files = in_parallel(&krate.operations, file);
    files.push(module(krate));
    files
}

fn module(krate: &Crate) -> File {
    let docs = "//! The operations of the API. Each is called by the method of [`Client`](crate::Client) of its name.".to_owned();
    let mods: Vec<String> = krate
        .operations
        .iter()
        .map(|operation| format!("mod {};", operation.module))
        .collect();
    let uses = krate.operations.iter().map(|operation| {
        let output = match &operation.output {
            Output::One { .. } => None,
            Output::Many { ident, .. } => Some(ident.to_string()),
        };
        let names = std::iter::once(operation.marker.to_string())
            .chain(output)
            .collect();
        let import = Import {
            path: operation.module.to_string(),
            names,
        };
        imports(&[import]).replacen("use", "pub use", 1)
    });
    let uses: Vec<String> = uses.collect();
    rust_file(
        "src/operations.rs",
        &[docs, mods.join("\n"), uses.join("\n")],
    )
}

fn file(operation: &Operation) -> File {
    let docs = format!("`{} {}`", operation.http_method, operation.path);
    let mut sections = vec![
        inner_docs(&[docs]),
        imports(&uses(operation)),
        items(&marker(operation)),
    ];
    sections.extend(output_enum(operation).map(|tokens| items(&tokens)));
    sections.push(items(&entry(operation)));
    if !operation.setters.is_empty() {
        sections.push(items(&setters(operation)));
    }
    rust_file(
        format!("src/operations/{}.rs", operation.module.file_stem()),
        &sections,
    )
}

/// The marker type and what it says of the operation.
fn marker(operation: &Operation) -> TokenStream {
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

fn output_enum(operation: &Operation) -> Option<TokenStream> {
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

/// The entry method.
fn entry(operation: &Operation) -> TokenStream {
    let Operation {
        marker,
        method,
        docs,
        ..
    } = operation;
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
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
            pub fn #method(&self, #(#arguments),*) -> Request<#marker> #bound {
                #body
            }
        }
    }
}

/// The setters of what is optional.
fn setters(operation: &Operation) -> TokenStream {
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

/// Whether a call names a style.
fn names_style(argument: &Argument) -> bool {
    match &argument.target {
        Target::Parameter(_, style) => style.is_some(),
        Target::Form(styles) => !styles.is_empty(),
        Target::Json | Target::Plain(_) => false,
    }
}

/// What the file of an operation imports.
fn uses(operation: &Operation) -> Vec<Import> {
    let mut names: BTreeSet<(&str, String)> = BTreeSet::new();
    let mut add = |path: &'static str, name: &str| {
        names.insert((path, name.to_owned()));
    };
    for name in ["Client", "Error", "Request"] {
        add("crate", name);
    }
    match &operation.access {
        Access::Open => {}
        Access::One(ident) => add("crate", &ident.to_string()),
        Access::Any(idents) => idents
            .iter()
            .for_each(|ident| add("crate", &ident.to_string())),
    }
    if !matches!(operation.access, Access::Open) {
        add("crate::runtime::credentials", "Satisfies");
    }
    if operation
        .arguments
        .iter()
        .chain(&operation.setters)
        .any(names_style)
    {
        add("crate::runtime::style", "Style");
    }
    add("crate::runtime::answer", "Answer");
    add("crate::runtime::request", "Operation");
    add("http", "Method");
    crate::name::visit_operation_types(operation, &mut |ty| match ty {
        Type::Timestamp => add("crate", "Timestamp"),
        Type::Bytes => add("bytes", "Bytes"),
        Type::Value => add("serde_json", "Value"),
        Type::Object => {
            add("serde_json", "Map");
            add("serde_json", "Value");
        }
        Type::Map(_) => add("std::collections", "BTreeMap"),
        Type::Model(_) => add("crate", "models"),
        Type::Bool
        | Type::Number(_)
        | Type::String
        | Type::Vec(_)
        | Type::Option(_)
        | Type::Box(_) => {}
    });
    let mut imports: Vec<Import> = Vec::new();
    for (path, name) in names {
        match imports.last_mut() {
            Some(import) if import.path == path => import.names.push(name),
            _ => imports.push(Import {
                path: path.to_owned(),
                names: vec![name],
            }),
        }
    }
    imports
}
