//! Document to IR: `allOf` merged, schemas without names given places to be named after.

mod alike;
mod all_of;
mod array;
mod body;
mod constant;
mod content_kind;
mod direction;
mod doc_notes;
mod docs;
mod enumeration;
mod example;
mod header;
mod media_type;
mod multipart;
mod names;
mod object;
mod operation;
mod package;
mod paging;
mod parameter;
mod places;
mod response;
mod response_body;
mod schema;
mod security;
mod server;
mod stream;
mod token;
mod types;
mod union;
mod usage;
mod webhook;

use std::collections::{BTreeMap, HashSet};

use crate::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::ir;
use crate::openapi::{Document, Schema, SchemaId, Target};
use crate::source::Span;

/// What is lowered, or the proof that the reason why not is reported.
type Lowered<T> = Result<T, Reported>;

/// What every function of this stage works with.
struct Cx<'m, 'd> {
    document: &'m Document<'d>,
    diagnostics: &'m mut Diagnostics,
    types: types::Types,
    names: names::Names<'d>,
    places: places::Places<'d>,
    /// The keywords that no type expresses, as far as they are reported.
    inexpressible: HashSet<String>,
    /// The examples met so far, where somebody asks for them.
    examples: Option<Vec<example::Noted<'d>>>,
}

/// Lowers a document. What cannot be lowered is reported and left out.
pub fn lower(document: &Document<'_>, config: &Config, diagnostics: &mut Diagnostics) -> ir::Api {
    let mut cx = Cx {
        document,
        diagnostics,
        types: types::Types::default(),
        names: names::names(document),
        places: places::places(document),
        inexpressible: HashSet::new(),
        examples: config.examples.then(Vec::new),
    };
    let package = package::package(&mut cx);
    let servers = server::servers(document, &document.servers);
    let mut credentials = security::Credentials::new(&mut cx);
    let (operations, chosen) = operation::operations(&mut cx, &mut credentials, &config.only);
    let mut webhooks = Vec::new();
    if config.only.is_empty() {
        webhooks = webhook::webhooks(&mut cx);
        schema::unused_components(&mut cx);
    } else if chosen.is_empty() {
        let message = "no operation has a chosen tag or operationId";
        let place = document.paths_span.unwrap_or(document.span);
        cx.report(
            Diagnostic::new(Code::Choice, place, message).help("look for a typo in the choice"),
        );
    }
    let mut api = ir::Api {
        title: document.info.title.unwrap_or("API").to_owned(),
        version: document.info.version.unwrap_or_default().to_owned(),
        docs: docs::docs(document, &document.info.words),
        tags: tags(document),
        package,
        servers,
        credentials: credentials.used,
        types: BTreeMap::new(),
        left_out: Vec::new(),
        error: response::shared_error(&operations),
        examples: example::finish(&mut cx),
        operations,
        webhooks,
    };
    cx.types.finish(&mut api);
    let emitted: HashSet<String> = api.operations.iter().map(ir::Operation::title).collect();
    let is_left_out = |title: &String| !emitted.contains(title);
    api.left_out = chosen.into_iter().filter(is_left_out).collect();
    api
}

/// The tags that the document says something of.
fn tags(document: &Document<'_>) -> Vec<ir::Tag> {
    let tags = document.tags.iter();
    let tags = tags.map(|tag| {
        let docs = docs::docs(document, &tag.words);
        ir::Tag {
            name: tag.name.to_owned(),
            parent: tag.parent.map(str::to_owned),
            summary: docs.summary,
            description: docs.description,
        }
    });
    tags.collect()
}

impl<'m, 'd> Cx<'m, 'd> {
    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.diagnostics.push(diagnostic)
    }

    fn schema(&self, id: SchemaId) -> Lowered<&'m Schema<'d>> {
        self.document.schema(id)
    }

    fn resolve(&self, id: SchemaId) -> Lowered<Target<'m, 'd>> {
        self.document.resolve(id)
    }

    /// The place of a schema, or of the reference to one.
    fn span(&self, id: SchemaId) -> Span {
        let schema = self.schema(id);
        schema.map_or(self.document.span, |schema| schema.span)
    }
}
