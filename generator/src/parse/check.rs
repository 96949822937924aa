//! The tree held against the specification: every wrong value is found here, at its own place.
//!
//! The tables of `shape.rs` say what each object may hold, and which of the rules below hold of it besides.

pub mod body;
mod circle;
pub mod component_names;
pub mod empty;
pub mod example;
pub mod expression;
pub mod header;
pub mod items;
pub mod keyword;
pub mod link;
mod lost;
pub mod media_types;
pub mod missing;
mod null;
pub mod parameter;
mod path_parameters;
pub mod paths;
mod place;
mod reference;
pub mod scopes;
pub mod security;
pub mod server;
pub mod tags;
mod targets;
pub mod url;
mod value;

use std::collections::{BTreeSet, HashMap, HashSet};

use keyword::Unknown;
use missing::Missing;

use super::shape::{self, Need, Object, Shape};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::Tree;
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// Something that must hold of an object beside the shapes of its fields.
pub type Rule = for<'d, 's> fn(&mut Check<'d, 's, '_>, &'d Node<'s>);

/// What every check works with.
pub struct Check<'d, 's, 'c> {
    document: &'d Tree<'s>,
    diagnostics: &'c mut Diagnostics,
    /// The references that were met, and what they are used as.
    references: Vec<Use<'d, 's>>,
    /// Where references lead, by the files in which they stand.
    targets: HashMap<(Span, &'d str), Option<&'d Node<'s>>>,
    /// Schemas that stand within an `allOf`, whose other members may say what they do not.
    members: HashSet<Span>,
    /// The keys that their objects do not have: told once it is known what else asks for them.
    unknown: Vec<Unknown<'d, 's>>,
    /// The fields that are not there: told once it is known which unknown keys may be meant for them.
    missing: Vec<Missing<'d, 's>>,
    /// The objects that were met, wherever they are.
    objects: Vec<(&'d Node<'s>, &'static Object)>,
    /// The names of security schemes that are asked for.
    requirements: Vec<&'d Entry<'s>>,
    /// Parameters whose `in` is told to be wrong: they are in the path, or are not.
    stray: HashSet<Span>,
    /// Where references and requirements lead.
    led_to: HashSet<Span>,
    /// The references whose ways were walked, and whether they lead back to themselves.
    walked: HashMap<Span, bool>,
    /// Values of null that are told: what they do not hold need not be.
    empty: HashSet<Span>,
    /// The names of all operations, once a link asks for them.
    operation_ids: Option<BTreeSet<&'d str>>,
    /// How many names were looked at for one that is near to another.
    compared: usize,
}

/// How many names are looked at for suggestions: many references that lead nowhere, and many names, would take for ever.
const COMPARISONS: usize = 1_000_000;

/// A reference, and what it is used as.
#[derive(Clone, Copy, Debug)]
struct Use<'d, 's> {
    /// The value of its `$ref`.
    reference: &'d Node<'s>,
    /// The object that it should lead to.
    object: &'static Object,
}

/// What checking gives.
pub struct Checked<'d, 's> {
    /// The paths of the files that are needed for more.
    pub needs: BTreeSet<String>,
    /// All objects of the document, wherever they are.
    pub objects: Vec<(&'d Node<'s>, &'static Object)>,
}

/// Reports whatever in the document is not as OpenAPI 3.0 asks for.
pub fn check<'d, 's>(document: &'d Tree<'s>, diagnostics: &mut Diagnostics) -> Checked<'d, 's> {
    let mut cx = Check {
        document,
        diagnostics,
        references: Vec::new(),
        targets: HashMap::new(),
        members: HashSet::new(),
        unknown: Vec::new(),
        missing: Vec::new(),
        objects: Vec::new(),
        requirements: Vec::new(),
        stray: HashSet::new(),
        led_to: HashSet::new(),
        walked: HashMap::new(),
        empty: HashSet::new(),
        operation_ids: None,
        compared: 0,
    };
    cx.check(&document.root, Shape::Object(&shape::OPENAPI));
    let needs = targets::check_targets(&mut cx);
    missing::settle(&mut cx);
    Checked {
        needs,
        objects: cx.objects,
    }
}

impl<'d, 's> Check<'d, 's, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn check(&mut self, node: &'d Node<'s>, shape: Shape) {
        match shape {
            Shape::Link(object) => {
                value::check(self, node, shape);
                // What is no text leads nowhere, and is told.
                if node.as_str().is_some() {
                    self.references.push(Use {
                        reference: node,
                        object,
                    });
                }
            }
            Shape::Anything
            | Shape::Text
            | Shape::Version
            | Shape::Boolean
            | Shape::Exclusive
            | Shape::Number
            | Shape::Count
            | Shape::OneOf(_) => value::check(self, node, shape),
            Shape::List(item) => {
                if !matches!(node.value, Value::List(_)) {
                    value::unexpected(self, node, shape);
                }
                for node in node.items() {
                    self.check(node, *item);
                }
            }
            Shape::Map(value) => {
                if !matches!(node.value, Value::Map(_)) {
                    value::unexpected(self, node, shape);
                }
                // Any key is the author's own here, `x-…` too.
                for entry in node.entries() {
                    self.check(&entry.value, *value);
                }
            }
            Shape::Object(object) => self.check_object(node, object),
            Shape::Reference(object) => match node.entry("$ref") {
                Some(reference) => reference::check(self, node, reference, object),
                None => self.check_object(node, object),
            },
            Shape::BooleanOr(other) => {
                if matches!(node.as_str(), Some("true" | "false")) {
                    value::unexpected(self, node, shape);
                } else if !matches!(node.value, Value::Bool(_)) {
                    self.check(node, *other);
                }
            }
        }
    }

    /// Whether a node is the root of a file beside the main one: a heap of what references lead to.
    fn is_heap(&self, node: &Node<'_>) -> bool {
        !self.document.is_main(node.span) && self.document.root_of(node.span).span == node.span
    }

    fn check_object(&mut self, node: &'d Node<'s>, object: &'static Object) {
        if !matches!(node.value, Value::Map(_)) {
            value::unexpected(self, node, Shape::Object(object));
            return;
        }
        self.objects.push((node, object));
        for rule in object.rules {
            rule(self, node);
        }
        for entry in node.fixed_entries() {
            let field = object.fields.iter().find(|field| field.name == entry.key);
            match (field, object.patterned) {
                (Some(field), _)
                    if field.need != Need::Required && matches!(entry.value.value, Value::Null) =>
                {
                    null::tell(self, entry, field);
                }
                (Some(field), _) => self.check(&entry.value, field.shape),
                (None, Some(shape)) => self.check(&entry.value, shape),
                // The root of another file may hold objects that only references enter.
                (None, None) if self.is_heap(node) && keyword::is_foreign(entry, object) => {}
                (None, None) => self.unknown.push(keyword::unknown(node, entry, object)),
            }
        }
        missing::fields(self, node, object);
    }

    /// Whether there is time to look through the names of an object.
    fn may_compare(&mut self, node: &Node<'_>) -> bool {
        self.compared += node.entries().len();
        self.compared <= COMPARISONS
    }

    /// The node itself, or where it leads if it is a reference; `None` where it leads nowhere.
    fn target(&mut self, node: &'d Node<'s>) -> Option<&'d Node<'s>> {
        let mut node = node;
        for _ in 0..100 {
            let Some(reference) = node.get("$ref") else {
                return Some(node);
            };
            node = self.find(reference)?;
        }
        None
    }

    /// Where the text of a reference leads, in one step.
    fn find(&mut self, reference: &'d Node<'s>) -> Option<&'d Node<'s>> {
        let text = reference.as_str()?;
        let document = self.document;
        let file = document.root_of(reference.span).span;
        *self.targets.entry((file, text)).or_insert_with(|| {
            let target = document.follow(reference).ok();
            target.map(|target| target.node)
        })
    }
}
