//! The names of schemas: what the document calls them, or the files that hold them.

mod namespaces;

use std::borrow::Cow;
use std::collections::HashMap;

use super::Cx;
use crate::openapi::{Document, SchemaId, Target};

/// The schemas that have a name of their own.
#[derive(Default)]
pub struct Names<'d> {
    by_schema: HashMap<SchemaId, Cow<'d, str>>,
    /// What those are called whose names begin with a namespace.
    without_namespace: HashMap<SchemaId, String>,
    /// How often each name is asked for.
    taken: HashMap<Cow<'d, str>, usize>,
}

/// Gives the component schemas their names. A schema of another file is called as the document calls it.
pub fn names<'d>(document: &Document<'d>) -> Names<'d> {
    let mut names = Names::default();
    let mut components: Vec<_> = document.components.schemas.iter().collect();
    components.sort_by_key(|component| component.name);
    let (references, own): (Vec<_>, Vec<_>) = components.into_iter().partition(|component| {
        let schema = document.schema(component.value);
        schema.is_ok_and(|schema| schema.reference.is_some())
    });
    for component in own {
        names.add(component.value, Cow::Borrowed(component.name));
    }
    for component in references {
        if let Some(target) = own_target(document, component.value)
            && !names.by_schema.contains_key(&target.id)
        {
            names.add(target.id, Cow::Borrowed(component.name));
        }
    }
    names.leave_namespaces_out();
    names
}

/// The schema that a component is: itself, or that of another file to which it refers. Another name for a schema of the
/// document is no schema of its own, and whoever uses an unresolved reference reports it.
pub fn own_schema<'m, 'd>(cx: &Cx<'m, 'd>, component: SchemaId) -> Option<Target<'m, 'd>> {
    own_target(cx.document, component)
}

fn own_target<'m, 'd>(document: &'m Document<'d>, id: SchemaId) -> Option<Target<'m, 'd>> {
    let target = document.resolve(id).ok()?;
    (target.name.is_none() || is_external(document, target)).then_some(target)
}

/// The name of a schema that a reference points to, if it has one. A schema of another file has the one by which the reference
/// calls it first.
pub fn name(cx: &mut Cx<'_, '_>, target: Target<'_, '_>) -> Option<String> {
    if let Some(name) = cx.names.called(target.id) {
        return Some(name.to_owned());
    }
    let wanted = target.name?;
    let has_name = is_external(cx.document, target) || target.is_definition;
    if !has_name || cx.types.is_found(target.id) {
        return None;
    }
    let name = cx.names.unique(wanted);
    cx.names.add(target.id, Cow::Owned(name.clone()));
    Some(name)
}

/// Whether a schema is in another file than the main one.
fn is_external(document: &Document<'_>, target: Target<'_, '_>) -> bool {
    !document.span.contains(target.schema.span)
}

impl<'d> Names<'d> {
    /// The name of a schema as the document has it, if it has one.
    pub fn of(&self, id: SchemaId) -> Option<&str> {
        self.by_schema.get(&id).map(AsRef::as_ref)
    }

    /// What a schema with a name is called: by its name without the namespace.
    pub fn called(&self, id: SchemaId) -> Option<&str> {
        let short = self.without_namespace.get(&id).map(String::as_str);
        short.or_else(|| self.of(id))
    }

    fn leave_namespaces_out(&mut self) {
        let names = self.by_schema.iter().map(|(id, name)| (*id, name.as_ref()));
        self.without_namespace = namespaces::left_out(names.collect());
        let short = self.without_namespace.values();
        self.taken
            .extend(short.map(|name| (Cow::Owned(name.clone()), 1)));
    }

    fn add(&mut self, id: SchemaId, name: Cow<'d, str>) {
        self.taken.entry(name.clone()).or_insert(1);
        self.by_schema.insert(id, name);
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
