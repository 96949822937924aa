//! Which features models are compiled with: those of the groups, and of the other parts of the API, that use them.

use std::collections::{BTreeMap, BTreeSet};

use crate::name::{headers::Headers, operations};
use crate::rust::{
    Group, Ident, Model, ModelFile, Operation, Type, UNUSED_MODELS, WEBHOOKS, Webhooks,
};

/// What uses models.
pub struct Users<'a> {
    pub groups: &'a [Group],
    pub operations: &'a [Operation],
    pub webhooks: &'a Webhooks,
    pub headers: &'a Headers,
    pub api_error: Option<&'a Ident>,
}

/// Gives the files of the models their features. What is used by something without a feature has none.
pub fn set_features(files: &mut [ModelFile], users: &Users<'_>) {
    if users.groups.is_empty() {
        return;
    }
    let features = features(files, users);
    for (file, features) in files.iter_mut().zip(features) {
        file.features = features;
    }
}

/// The features of each file.
fn features(files: &[ModelFile], users: &Users<'_>) -> Vec<Vec<String>> {
    let graph = Graph::new(files);
    let always = graph.reached(&users.always());
    let groups = users.groups.iter();
    let groups = groups.map(|group| (group.feature.as_str(), users.of(Some(group))));
    let parts = groups.chain([(WEBHOOKS, users.of_webhooks())]);
    let mut parts: Vec<(&str, BTreeSet<usize>)> = parts
        .map(|(feature, idents)| (feature, graph.reached(&idents)))
        .collect();
    let is_used = |at: &usize| {
        let mut used = parts.iter().map(|(_, reached)| reached).chain([&always]);
        used.any(|reached| reached.contains(at))
    };
    let unused = (0..files.len()).filter(|at| !is_used(at)).collect();
    parts.push((UNUSED_MODELS, graph.closure(unused)));
    let features = |at: usize| -> Vec<String> {
        if always.contains(&at) {
            return Vec::new();
        }
        let own = parts.iter().filter(|(_, reached)| reached.contains(&at));
        let mut own: Vec<String> = own.map(|(feature, _)| (*feature).to_owned()).collect();
        // A group may have the feature of another part, too.
        own.sort_unstable();
        own.dedup();
        own
    };
    (0..files.len()).map(features).collect()
}

impl Users<'_> {
    /// The models that something without a feature uses.
    fn always(&self) -> BTreeSet<Ident> {
        let mut idents = self.of(None);
        idents.extend(self.api_error.cloned());
        let headers = self.headers.all.iter();
        headers.for_each(|header| header.ty.visit(&mut |ty| idents.extend(model(ty))));
        idents
    }

    /// The models that webhooks use.
    fn of_webhooks(&self) -> BTreeSet<Ident> {
        let mut idents = BTreeSet::new();
        let mut visit = |ty: &Type| idents.extend(model(ty));
        let bodies = self.webhooks.all.iter().filter_map(|one| one.body.as_ref());
        bodies.for_each(|body| operations::visit_content(&body.content, &mut visit));
        idents
    }

    /// The models that the operations of a group use, or those without a group.
    fn of(&self, group: Option<&Group>) -> BTreeSet<Ident> {
        let mut idents = BTreeSet::new();
        let ident = |group: &Group| group.ident.clone();
        let group = group.map(ident);
        let own = self.operations.iter();
        own.filter(|one| one.group.as_ref().map(ident) == group)
            .for_each(|one| {
                operations::visit_types(one, &mut |ty| idents.extend(model(ty)));
            });
        idents
    }
}

fn model(ty: &Type) -> Option<Ident> {
    let Type::Model(ident) = ty else {
        return None;
    };
    Some(ident.clone())
}

/// The files, and which of them each imports.
struct Graph {
    by_name: BTreeMap<String, usize>,
    imports: Vec<Vec<String>>,
}

impl Graph {
    fn new(files: &[ModelFile]) -> Self {
        let names = files.iter().enumerate().flat_map(|(at, file)| {
            let own = file.models.iter().flat_map(Model::idents);
            let others = file.also_called.iter().map(|(_, other)| other);
            own.chain(others).map(move |name| (name.to_string(), at))
        });
        let imports = files.iter().map(|file| {
            let imports = file.imports.iter();
            let models = imports.filter(|import| import.path == "crate::models");
            models.flat_map(|import| import.names.clone()).collect()
        });
        Self {
            by_name: names.collect(),
            imports: imports.collect(),
        }
    }

    /// The files that types need.
    fn reached(&self, idents: &BTreeSet<Ident>) -> BTreeSet<usize> {
        let files = idents
            .iter()
            .filter_map(|ident| self.by_name.get(ident.as_str()));
        self.closure(files.copied().collect())
    }

    /// Files with all that they need.
    fn closure(&self, mut open: Vec<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        while let Some(at) = open.pop() {
            if reached.insert(at) {
                let imports = self.imports.get(at).into_iter().flatten();
                open.extend(imports.filter_map(|name| self.by_name.get(name)));
            }
        }
        reached
    }
}
