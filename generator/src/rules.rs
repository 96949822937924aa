//! What must hold of the objects of a document beside what the tables say: rules over the model, which has no version.

mod access;
mod discriminator;
mod encoding;
mod enumeration;
mod example;
mod format;
mod kind;
mod limits;
mod pattern;
mod properties;
mod required;

use std::collections::{BTreeSet, HashSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::openapi::fit::Budget;
use crate::openapi::{Document, Schema, SchemaId};
use crate::source::Span;

/// What the rules work with.
struct Cx<'m, 'd> {
    document: &'m Document<'d>,
    diagnostics: &'m mut Diagnostics,
    /// The members of each `allOf`: the other members may say what one of them does not.
    members: HashSet<SchemaId>,
    /// What is left for comparisons of values with schemas.
    budget: Budget,
    /// The examples that are the text of JSON.
    json_texts: BTreeSet<Span>,
    /// The proof that an error was reported about the object at hand.
    failed: Option<Reported>,
}

/// Something that must hold of a schema.
type Rule = fn(&mut Cx<'_, '_>, SchemaId, &Schema<'_>);

const OF_SCHEMA: [Rule; 11] = [
    access::directions,
    discriminator::property,
    discriminator::mapping,
    enumeration::values,
    example::of_schema,
    format::known,
    format::of_kind,
    kind::keywords,
    limits::limits,
    pattern::patterns,
    required::properties,
];

/// Checks the objects of a document. A schema with an error is no longer in it.
pub fn check(document: &mut Document<'_>, diagnostics: &mut Diagnostics) {
    let mut failed = Vec::new();
    let mut cx = Cx {
        members: members(document),
        document,
        diagnostics,
        budget: Budget::default(),
        json_texts: BTreeSet::new(),
        failed: None,
    };
    for id in cx.document.schemas.ids() {
        let Ok(schema) = cx.document.schema(id) else {
            continue;
        };
        for rule in OF_SCHEMA {
            rule(&mut cx, id, schema);
        }
        failed.extend(cx.failed.take().map(|reported| (id, reported)));
    }
    for parameter in &cx.document.parameters {
        example::of_parameter(&mut cx, &parameter.format, &parameter.examples);
    }
    for header in &cx.document.headers {
        example::of_parameter(&mut cx, &header.format, &header.examples);
    }
    for media_type in &cx.document.media_types {
        example::of_media_type(&mut cx, media_type.name, &media_type.value);
        encoding::properties(&mut cx, &media_type.value);
    }
    example::report_json_texts(&mut cx);
    for (id, reported) in failed {
        document.schemas.set(id, Err(reported));
    }
}

impl Cx<'_, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        let is_fatal = diagnostic.is_fatal();
        let reported = self.diagnostics.push(diagnostic);
        if is_fatal {
            self.failed = Some(reported);
        }
    }
}

fn members(document: &Document<'_>) -> HashSet<SchemaId> {
    let ids = document.schemas.ids();
    let schemas = ids.filter_map(|id| document.schema(id).ok());
    schemas.flat_map(|schema| schema.all_of.clone()).collect()
}
