//! The OpenAPI Object, and what is directly below it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{
    ExternalDocs, Header, MediaType, MethodOperation, Named, Parameter, Parsed, Schema, SchemaId,
    Schemas, SecurityRequirement, SecurityScheme, Server, Shared, Target, Template, Value, Words,
};
use crate::source::Span;

/// The OpenAPI Object.
#[derive(Debug)]
pub struct Document<'d> {
    /// Its place.
    pub span: Span,
    /// The Info Object.
    pub info: Info<'d>,
    /// `externalDocs`: the documentation of the whole API.
    pub external_docs: Option<ExternalDocs<'d>>,
    /// `x-sdk-package`: what the emitted package says of itself.
    pub package: Option<Value<'d>>,
    /// `x-sdk-credentials`: names of sets of security schemes.
    pub credentials: Option<Value<'d>>,
    /// Where the API is served, the default first.
    pub servers: Vec<Parsed<Server<'d>>>,
    /// The place of the key `paths`, where there is one.
    pub paths_span: Option<Span>,
    /// The Paths Object, in its order.
    pub paths: Vec<Named<'d, PathItem<'d>>>,
    /// The requests that the API sends, by their names.
    pub webhooks: Vec<Named<'d, PathItem<'d>>>,
    /// The Components Object.
    pub components: Components<'d>,
    /// What operations require that say nothing of it themselves.
    pub security: Vec<Parsed<SecurityRequirement<'d>>>,
    /// The Tag Objects.
    pub tags: Vec<Tag<'d>>,
    /// All parameters of the document.
    pub parameters: Vec<Rc<Parameter<'d>>>,
    /// All headers of the document.
    pub headers: Vec<Rc<Header<'d>>>,
    /// All media types of the document, under the keys of their `content`.
    pub media_types: Vec<Named<'d, Rc<MediaType<'d>>>>,
    /// All schemas of the document.
    pub schemas: Schemas<'d>,
}

/// The Info Object, as far as it can be read.
#[derive(Debug, Default)]
pub struct Info<'d> {
    /// The title of the API.
    pub title: Option<&'d str>,
    /// The version of the document.
    pub version: Option<&'d str>,
    /// `summary` and `description`.
    pub words: Words<'d>,
    /// The SPDX expression of the API's licence, `license.identifier`.
    pub license: Option<&'d str>,
}

/// What later stages need of the Components Object: everything else is found by references.
#[derive(Debug, Default)]
pub struct Components<'d> {
    /// `schemas`.
    pub schemas: Vec<Named<'d, SchemaId>>,
    /// The names of the schemas of which an extension says that they are not for clients: they have types only where something else
    /// refers to them.
    pub ignored: BTreeSet<&'d str>,
    /// `securitySchemes`.
    pub security_schemes: Vec<Named<'d, Shared<SecurityScheme<'d>>>>,
}

/// A Path Item Object.
#[derive(Debug)]
pub struct PathItem<'d> {
    /// The key, read as a path template; `None` for a webhook, and where the key is not a path.
    pub template: Option<Template<'d>>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// `servers`, where there are some.
    pub servers: Option<Vec<Parsed<Server<'d>>>>,
    /// The parameters of all its operations.
    pub parameters: Vec<Shared<Parameter<'d>>>,
    /// The operations, in the order of the specification's fields.
    pub operations: Vec<MethodOperation<'d>>,
}

/// A Tag Object.
#[derive(Debug)]
pub struct Tag<'d> {
    /// Its name.
    pub name: &'d str,
    /// What it says of itself.
    pub words: Words<'d>,
    /// The tag that it belongs to.
    pub parent: Option<&'d str>,
}

impl<'d> Document<'d> {
    /// The schema, unless something is wrong with it.
    pub fn schema(&self, id: SchemaId) -> Parsed<&Schema<'d>> {
        self.schemas.get(id)
    }

    /// Follows a schema that is a reference, and the references that it points to.
    pub fn resolve(&self, id: SchemaId) -> Parsed<Target<'_, 'd>> {
        self.schemas.resolve(id)
    }
}
