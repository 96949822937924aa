//! `src/webhooks.rs`: a type for each request that the API sends.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::imports;
use super::print::{inner_docs, items, outside};
use super::rust_file;
use crate::File;
use crate::rust::{Content, Crate, Reading, Webhook, WebhookBody};

/// The webhooks, where there are any.
pub fn webhooks(krate: &Crate) -> Option<File> {
    if krate.webhooks.all.is_empty() {
        return None;
    }
    let mut docs = vec!["The requests that the API sends.".to_owned()];
    if let Some(example) = example(krate) {
        docs.extend(["", "```"].map(str::to_owned));
        docs.extend(example);
        docs.push("```".to_owned());
    }
    let mut sections = vec![inner_docs(&docs), imports(&krate.webhooks.imports)];
    sections.extend(
        krate
            .webhooks
            .all
            .iter()
            .map(|webhook| items(definition(webhook))),
    );
    Some(rust_file("src/webhooks.rs", &sections))
}

/// A function that decodes the first webhook that has a body.
pub fn example(krate: &Crate) -> Option<[String; 5]> {
    let mut webhooks = krate.webhooks.all.iter();
    let webhook =
        webhooks.find(|webhook| webhook.body.as_ref().is_some_and(|body| !body.deprecated))?;
    let (lib, ident) = (&krate.manifest.lib, &webhook.ident);
    Some([
        format!(
            "fn receive(content_type: Option<&str>, body: &[u8]) -> Result<(), {lib}::Error> {{"
        ),
        format!("    let received = {lib}::webhooks::{ident}::decode(content_type, body)?;"),
        "    println!(\"{received:?}\");".to_owned(),
        "    Ok(())".to_owned(),
        "}".to_owned(),
    ])
}

fn definition(webhook: &Webhook) -> TokenStream {
    let Webhook {
        ident,
        docs,
        name,
        method,
        body,
        ..
    } = webhook;
    let decode = body.as_ref().map(decode);
    quote! {
        #docs
        pub enum #ident {}

        impl #ident {
            /// The name of the webhook.
            pub const NAME: &'static str = #name;

            /// The HTTP method of its request.
            pub const METHOD: &'static str = #method;

            #decode
        }
    }
}

fn decode(body: &WebhookBody) -> TokenStream {
    let WebhookBody {
        media_type,
        content,
        deprecated,
    } = body;
    let deprecated = deprecated.then(|| quote!(#[deprecated]));
    let Content::Value(ty, reading) = content else {
        return TokenStream::new();
    };
    let ty = outside(ty);
    let function = match reading {
        Reading::Json => quote!(json(#media_type, content_type, body)),
        Reading::Text => quote!(text(#media_type, content_type, body)),
        Reading::TextIn(charset) => quote!(text_in(#charset, #media_type, content_type, body)),
        Reading::JsonOrText => quote!(json_or_text(#media_type, content_type, body)),
        Reading::TextOrJson => quote!(text_or_json(#media_type, content_type, body)),
        // A webhook is received as a whole.
        Reading::Bytes
        | Reading::BytesOrStream
        | Reading::Events { .. }
        | Reading::JsonLines
        | Reading::JsonSequence => quote!(bytes(#media_type, content_type, body)),
    };
    quote! {
        /// Decodes the body of its request. It fails if the request states another media type, and if the body does not match
        /// the type.
        #deprecated
        pub fn decode(content_type: Option<&str>, body: &[u8]) -> Result<#ty, Error> {
            webhook::#function
        }
    }
}
