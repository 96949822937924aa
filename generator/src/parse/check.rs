//! The tree held against the specification: every wrong value is found here, at its own place.
//!
//! The tables of the document's dialect say what each object may hold, and which of the rules below hold of it besides.

mod circle;
mod empty;
mod exclusive;
mod keyword;
pub mod leftover;
mod levels;
mod link;
mod lost_dash;
mod lost_text;
mod missing;
mod placement;
mod reference;
mod resemblance;
pub mod rules;
mod split;
mod targets;
mod unresolved;
mod value;
mod walk;

use std::collections::{BTreeSet, HashMap, HashSet};

use keyword::Unknown;
use leftover::Leftovers;
use missing::Missing;

use super::dialect::Dialect;
use super::dialect::tables::{self, Expected, Object};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::read::{Entry, Node, Tree};
use crate::source::Span;

/// Something that must hold of an object beside what is expected of its fields.
pub type Rule = for<'d> fn(&mut Cx<'d, '_>, &'d Node<'d>);

/// What every check works with.
pub struct Cx<'d, 'c> {
    document: &'d Tree<'d>,
    dialect: Dialect,
    diagnostics: &'c mut Diagnostics,
    /// The references that were met, and what they are used as.
    references: Vec<Use<'d>>,
    /// Where references lead, by the files in which they stand.
    targets: HashMap<(Span, &'d str), Option<&'d Node<'d>>>,
    /// Schemas that stand within an `allOf`, whose other members may say what they do not.
    members: HashSet<Span>,
    /// The keys that their objects do not have: reported once it is known which references name them.
    unknown: Vec<Unknown<'d>>,
    /// The fields that are not there: reported once it is known which unknown keys may be meant for them.
    missing: Vec<Missing<'d>>,
    /// The objects that were met, wherever they are.
    objects: Vec<(&'d Node<'d>, &'static Object)>,
    /// The names of security schemes that are required.
    requirements: Vec<&'d Entry<'d>>,
    /// Parameters whose `in` is reported to be wrong: they are in the path, or are not.
    stray: HashSet<Span>,
    /// Where references and requirements lead.
    led_to: HashSet<Span>,
    /// The references whose ways were walked.
    walked: HashSet<Span>,
    /// Values of null that are reported: what they do not hold need not be.
    empty: HashSet<Span>,
    /// Fields that became part of a text, by the objects that lack them.
    lost: HashSet<(Span, String)>,
    /// Keys that are given twice.
    repeated: HashSet<Span>,
    /// Constructs of an earlier version.
    leftovers: Leftovers,
    /// How many values mean nothing where they are: annotations, and what is in a value of the wrong kind.
    meaningless: usize,
    /// How many names were looked at for one that is near to another.
    compared: usize,
}

/// Quotes of a word processor, and of prose: they are part of a text.
const QUOTES: [char; 7] = ['‘', '’', '“', '”', '„', '`', '´'];

/// How many names are looked at for suggestions: many references that do not resolve, and many names, would take too long.
const COMPARISONS: usize = 1_000_000;

/// A reference, and what it is used as.
#[derive(Clone, Copy, Debug)]
struct Use<'d> {
    /// The value of its `$ref`.
    reference: &'d Node<'d>,
    /// The object that it should lead to.
    object: &'static Object,
}

/// What checking gives.
pub struct Checked<'d> {
    /// The paths of the files that are needed for more.
    pub needs: BTreeSet<String>,
    /// All objects of the document, wherever they are.
    pub objects: Vec<(&'d Node<'d>, &'static Object)>,
    /// How many values are below keys that mean nothing where they are.
    pub meaningless: usize,
}

/// Reports whatever in the document is not as its version of OpenAPI requires.
pub fn check<'d>(
    document: &'d Tree<'d>,
    dialect: Dialect,
    diagnostics: &mut Diagnostics,
) -> Checked<'d> {
    let repeated = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::DuplicateKey)
        .map(|diagnostic| diagnostic.span)
        .collect();
    let mut cx = Cx {
        document,
        dialect,
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
        walked: HashSet::new(),
        empty: HashSet::new(),
        lost: HashSet::new(),
        repeated,
        leftovers: Leftovers::new(),
        meaningless: 0,
        compared: 0,
    };
    cx.check(&document.root, Expected::Object(&tables::OPENAPI));
    let needs = targets::check_targets(&mut cx);
    let below = cx.unknown.iter().map(|unknown| unknown.entry.value.count());
    let meaningless = cx.meaningless + below.sum::<usize>();
    link::operations(&mut cx);
    missing::settle(&mut cx);
    leftover::report(&mut cx);
    Checked {
        needs,
        objects: cx.objects,
        meaningless,
    }
}

impl<'d> Cx<'d, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether a place is in a component to which nothing refers, and of which nothing is
    /// generated: each schema becomes a model.
    fn is_unused_component(&self, place: Span) -> bool {
        let components = self.document.root.get("components");
        let kinds = components.map_or(&[][..], Node::entries).iter();
        let kinds = kinds.filter(|kind| kind.key != "schemas");
        let mut components = kinds.flat_map(|kind| kind.value.entries());
        let holder = components.find(|component| component.value.span.contains(place));
        holder.is_some_and(|component| !self.led_to.contains(&component.value.span))
    }

    /// Whether there is time to look through the names of an object.
    fn may_compare(&mut self, node: &Node<'_>) -> bool {
        self.compared += node.entries().len();
        self.compared <= COMPARISONS
    }

    /// The node itself, or where it leads if it is a reference; `None` where it does not resolve.
    fn target(&mut self, node: &'d Node<'d>) -> Option<&'d Node<'d>> {
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
    fn find(&mut self, reference: &'d Node<'d>) -> Option<&'d Node<'d>> {
        let text = reference.as_str()?;
        let document = self.document;
        let file = document.root_of(reference.span).span;
        let by_path = *self.targets.entry((file, text)).or_insert_with(|| {
            let target = document.follow_path(reference).ok();
            target.map(|target| target.node)
        });
        // What a URI or an anchor means depends on the place within the file.
        by_path.or_else(|| Some(document.follow_identifier(reference)?.node))
    }
}
