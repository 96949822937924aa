//! Tree to model: each object of the specification is read in a file of its own.
//!
//! The tree has been checked: a value that is not as its table says is reported. So whatever an error is about gives that proof in
//! place of the object, and everything else can be read.

mod document;
mod extensions;
mod fields;
mod media_type;
mod name_patterns;
mod operation;
mod parameter;
mod path_item;
mod response;
mod schema;
mod security;
mod server;
mod streaming;

use std::collections::HashMap;
use std::rc::Rc;

use fields::Fields;
pub use fields::is_for_people;
use name_patterns::NamePatterns;

use super::dialect::Dialect;
use super::dialect::tables::{
    Expected, HEADER, Object, PARAMETER, REFERENCE, REQUEST_BODY, RESPONSE, SCHEMA,
};
use super::resolve::Target;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::openapi::{
    Document, Header, MediaType, Named, Parameter, Parsed, Reference, RequestBody, Response,
    SchemaId, Schemas, SecurityScheme, Shared, Words,
};
use crate::read::{Node, Tree, Value};
use crate::source::Span;

/// What every function here works with.
struct Cx<'d, 'c> {
    tree: &'d Tree<'d>,
    dialect: Dialect,
    diagnostics: &'c mut Diagnostics,
    /// The names of the components that hold what others refer to, by their places.
    components: HashMap<Span, &'d str>,
    name_patterns: NamePatterns<'d>,
    shared: SharedObjects<'d>,
    media_types: Vec<Named<'d, Rc<MediaType<'d>>>>,
    /// The security schemes that requirements name by URIs.
    schemes: Vec<Named<'d, Shared<SecurityScheme<'d>>>>,
    schemas: Schemas<'d>,
    schema_ids: HashMap<Span, SchemaId>,
    /// The schemas that are references, and the places of these.
    references: HashMap<SchemaId, (Reference<'d>, Span)>,
    /// The schemas that have a number and are not read yet.
    waiting: Vec<(SchemaId, &'d Node<'d>)>,
}

/// The objects that were read, by their places: many references may point to one.
#[derive(Default)]
struct SharedObjects<'d> {
    headers: HashMap<Span, Shared<Header<'d>>>,
    media_types: HashMap<Span, Shared<MediaType<'d>>>,
    parameters: HashMap<Span, Shared<Parameter<'d>>>,
    request_bodies: HashMap<Span, Shared<RequestBody<'d>>>,
    responses: HashMap<Span, Shared<Response<'d>>>,
    security_schemes: HashMap<Span, Shared<SecurityScheme<'d>>>,
}

/// Reads a document whose tree has been checked, and whatever of these objects nothing else of it refers to.
pub fn read<'d>(
    tree: &'d Tree<'d>,
    dialect: Dialect,
    objects: &[(&'d Node<'d>, &'static Object)],
    diagnostics: &mut Diagnostics,
) -> Document<'d> {
    let mut cx = Cx {
        tree,
        dialect,
        diagnostics,
        components: HashMap::new(),
        name_patterns: NamePatterns::default(),
        shared: SharedObjects::default(),
        media_types: Vec::new(),
        schemes: Vec::new(),
        schemas: Schemas::default(),
        schema_ids: HashMap::new(),
        references: HashMap::new(),
        waiting: Vec::new(),
    };
    let mut document = document::document(&mut cx);
    for (node, object) in objects {
        read_object(&mut cx, node, object);
    }
    schema::read_waiting(&mut cx);
    document.components.security_schemes.extend(cx.schemes);
    Document {
        parameters: in_order(cx.shared.parameters),
        headers: in_order(cx.shared.headers),
        media_types: cx.media_types,
        schemas: cx.schemas,
        ..document
    }
}

/// Reads an object that has a schema, unless that is done.
fn read_object<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>, object: &Object) {
    if object.is(&SCHEMA) {
        schema::id(cx, node);
    } else if object.is(&PARAMETER) {
        _ = parameter::parameter(cx, node);
    } else if object.is(&HEADER) {
        _ = parameter::header(cx, node);
    } else if object.is(&REQUEST_BODY) {
        _ = media_type::request_body(cx, node);
    } else if object.is(&RESPONSE) {
        _ = response::response(cx, node);
    }
}

/// The objects without an error.
fn in_order<T>(objects: HashMap<Span, Shared<T>>) -> Vec<Rc<T>> {
    let mut objects: Vec<_> = objects.into_iter().collect();
    objects.sort_by_key(|(span, _)| *span);
    objects
        .into_iter()
        .filter_map(|(_, object)| object.ok())
        .collect()
}

impl<'d> Cx<'d, '_> {
    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.diagnostics.push(diagnostic)
    }

    /// The fields of an object, unless an error is about the object itself. Errors within the objects below it are about these,
    /// and those in texts for people cost nothing but the text.
    fn fields(&mut self, node: &'d Node<'d>, object: &'static Object) -> Parsed<Fields<'d>> {
        if !matches!(node.value, Value::Map(_)) {
            return Err(self.wrong(node, object.name));
        }
        let Some(reported) = self.diagnostics.error_within(node.span) else {
            return Ok(Fields::new(node));
        };
        let is_wrong = self.diagnostics.error_at(node.span)
            || node.entries().iter().any(|entry| {
                let span = entry.value.span;
                let has_error = |span| self.diagnostics.error_within(span).is_some();
                let field = self.dialect.field(object, &entry.key);
                let field = field.or_else(|| self.dialect.leftover(object, &entry.key));
                let field = field.map(|field| field.expected);
                has_error(entry.key_span)
                    || match field.or(object.patterned) {
                        _ if is_for_people(&entry.key) => false,
                        Some(expected) if expected.is_own() => has_error(span),
                        // The objects in it are read by themselves, if it is of the right kind.
                        Some(Expected::List(_) | Expected::Map(_)) => {
                            self.diagnostics.error_at(span)
                        }
                        Some(_) | None => false,
                    }
            });
        if is_wrong {
            Err(reported)
        } else {
            Ok(Fields::new(node))
        }
    }

    /// The proof that a node is not what it should be.
    fn wrong(&mut self, node: &Node<'_>, expected: &str) -> Reported {
        if let Some(reported) = self.diagnostics.error_within(node.span) {
            return reported;
        }
        let message = format!("expected {expected}, found {}", node.kind());
        let wrong = Diagnostic::new(Code::WrongType, node.span, message);
        self.report(wrong.help("compare it with the specification"))
    }

    /// The items of an array; the proof of the error where it is none.
    fn list(&mut self, node: &'d Node<'d>) -> Vec<Parsed<&'d Node<'d>>> {
        match &node.value {
            Value::List(items) => items.iter().map(Ok).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Map(_) => {
                vec![Err(self.wrong(node, "an array"))]
            }
        }
    }

    /// What a node is, its own references followed.
    fn resolve(&mut self, node: &'d Node<'d>) -> Parsed<&'d Node<'d>> {
        let target = self.tree.resolve(node, self.diagnostics)?;
        Ok(target.node)
    }

    /// Where a reference points, in one step.
    fn follow(&mut self, reference: &'d Node<'d>) -> Parsed<Target<'d, 'd>> {
        if let Some(reported) = self.diagnostics.error_within(reference.span) {
            return Err(reported);
        }
        let tree = self.tree;
        tree.follow(reference)
            .map_err(|error| self.report(tree.unresolved(reference, &error)))
    }

    /// An object that references may share, read once.
    fn shared<T>(
        &mut self,
        node: &'d Node<'d>,
        known: for<'a> fn(&'a mut SharedObjects<'d>) -> &'a mut HashMap<Span, Shared<T>>,
        read: fn(&mut Self, &'d Node<'d>) -> Parsed<T>,
    ) -> Shared<T> {
        let node = self.resolve(node)?;
        if let Some(object) = known(&mut self.shared).get(&node.span) {
            return object.clone();
        }
        let object = read(self, node).map(Rc::new);
        known(&mut self.shared).insert(node.span, object.clone());
        object
    }

    /// The same of an object that a reference may describe in words of its own.
    fn described<T: Clone>(
        &mut self,
        node: &'d Node<'d>,
        known: for<'a> fn(&'a mut SharedObjects<'d>) -> &'a mut HashMap<Span, Shared<T>>,
        read: fn(&mut Self, &'d Node<'d>) -> Parsed<T>,
        words: for<'a> fn(&'a mut T) -> &'a mut Words<'d>,
    ) -> Shared<T> {
        let object = self.shared(node, known, read)?;
        let own = Fields::new(node).words();
        let is_reference = node.get("$ref").is_some() && self.dialect.has(&REFERENCE, "summary");
        if !is_reference || own.is_empty() {
            return Ok(object);
        }
        let mut object = T::clone(&object);
        let words = words(&mut object);
        words.summary = own.summary.or(words.summary);
        words.description = own.description.or(words.description);
        Ok(Rc::new(object))
    }

    /// The name of the component that an object is.
    fn component(&self, node: &Node<'_>) -> Option<&'d str> {
        self.components.get(&node.span).copied()
    }
}
