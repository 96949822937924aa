//! The names of schemas and of other components: what the document calls them, or the files that hold them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Cx;
use crate::diagnostic::Diagnostics;
use crate::ir::Place;
use crate::parse::resolve;
use crate::parse::resolve::Target;
use crate::read::Node;
use crate::source::Span;

/// The schemas that have a name of their own.
#[derive(Default)]
pub struct Names<'d> {
    by_span: HashMap<Span, Cow<'d, str>>,
    /// How often each name is asked for.
    taken: HashMap<Cow<'d, str>, usize>,
    /// The components that hold schemas without being some.
    holders: HashMap<Span, &'d str>,
}

/// The kinds of components that hold schemas.
const HOLDERS: [&str; 4] = ["parameters", "requestBodies", "responses", "headers"];

/// Gives the component schemas their names. A schema of another file is called as the document calls it.
pub fn name_components(cx: &mut Cx<'_, '_>) {
    let components = resolve::components(cx.document, "schemas");
    for (name, node) in &components {
        if node.get("$ref").is_none() {
            cx.names.add(node.span, Cow::Borrowed(name));
        }
    }
    for (name, node) in components {
        if node.get("$ref").is_some()
            && let Some(target) = own_schema(cx, node)
            && !cx.names.by_span.contains_key(&target.span)
        {
            cx.names.add(target.span, Cow::Borrowed(name));
        }
    }
    for kind in HOLDERS {
        let components = resolve::components(cx.document, kind);
        let places = components.into_iter().map(|(name, node)| (node.span, name));
        cx.names.holders.extend(places);
    }
}

/// The place of a component that holds schemas: these are named after it, whichever operation meets it first.
pub fn holder(cx: &Cx<'_, '_>, node: &Node<'_>) -> Option<Place> {
    let name = cx.names.holders.get(&node.span)?;
    Some(Place::schema(name))
}

/// The schema that a component is: itself, or that of another file to which it refers. Another name for a schema of the
/// document is no schema of its own, and whoever uses a reference that leads nowhere says so.
pub fn own_schema<'d, 's>(cx: &Cx<'d, 's>, component: &'d Node<'s>) -> Option<&'d Node<'s>> {
    if component.get("$ref").is_none() {
        return Some(component);
    }
    let target = cx.document.resolve(component, &mut Diagnostics::default());
    let node = target.ok()?.node;
    (!cx.document.is_main(node.span)).then_some(node)
}

/// The name of a schema that a reference leads to, if it has one. A schema of another file has the one by which the reference
/// calls it first.
pub fn name(cx: &mut Cx<'_, '_>, target: Target<'_, '_>) -> Option<String> {
    let span = target.node.span;
    if let Some(name) = cx.names.of(span) {
        return Some(name.to_owned());
    }
    let wanted = target.name?;
    if cx.document.is_main(span) || cx.types.is_found(span) {
        return None;
    }
    let name = cx.names.unique(wanted);
    cx.names.add(span, Cow::Owned(name.clone()));
    Some(name)
}

impl<'d> Names<'d> {
    /// The name of the schema at a place, if it has one.
    pub fn of(&self, span: Span) -> Option<&str> {
        self.by_span.get(&span).map(AsRef::as_ref)
    }

    fn add(&mut self, span: Span, name: Cow<'d, str>) {
        self.taken.entry(name.clone()).or_insert(1);
        self.by_span.insert(span, name);
    }

    /// The name itself for the first who asks, then with a number.
    fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut times = self.taken.get(wanted).copied().unwrap_or(1);
        while self.taken.contains_key(name.as_str()) {
            times += 1;
            name = format!("{wanted} {times}");
        }
        self.taken.insert(Cow::Owned(wanted.to_owned()), times);
        name
    }
}
