//! Groups: which operation is in which, and what it is called there.

use std::collections::BTreeMap;

use super::Scopes;
use crate::GroupBy;
use crate::ident::{Ident, Role, Scope};
use crate::ir;
use crate::name::docs;
use crate::rust::Group;

/// Features that crates have for something else, and what the crates that they depend on are called.
const FEATURES: &[&str] = &[
    "base64",
    "blocking",
    "bytes",
    "chrono",
    "default",
    "futures_core",
    "getrandom",
    "http",
    "http_body",
    "jiff",
    "mock",
    "reqwest",
    "serde",
    "serde_json",
    "time",
    "tokio",
    "tower",
    "tower_service",
    "tracing",
    "url",
    "uuid",
];

/// The groups of all operations, by what their names have in common however they are written.
pub struct Groups<'a> {
    group_by: GroupBy,
    all: BTreeMap<Ident, Members>,
    tags: &'a [ir::Tag],
}

/// A group, and the names that are taken in it.
struct Members {
    group: Group,
    methods: Scope,
    modules: Scope,
}

impl<'a> Groups<'a> {
    /// Names the groups, before operations take their names.
    pub fn new(api: &'a ir::Api, group_by: GroupBy, scopes: &mut Scopes) -> Self {
        let mut groups = Self {
            group_by,
            all: BTreeMap::new(),
            tags: &api.tags,
        };
        let words = api.operations.iter();
        let mut words: Vec<&str> = words.filter_map(|one| groups.words(one)).collect();
        words.sort_unstable();
        words.dedup();
        let mut features = Scope::reserving(FEATURES);
        for words in words {
            let key = key(words);
            if groups.all.contains_key(&key) {
                continue;
            }
            let members = groups.members(words, &mut features, scopes);
            groups.all.insert(key, members);
        }
        groups
    }

    fn members(&self, words: &str, features: &mut Scope, scopes: &mut Scopes) -> Members {
        let module = scopes.modules.claim(words, Role::Module);
        let feature = features.claim(words, Role::Module);
        // Clippy takes a module with the name of the one around it for a slip.
        let mut modules = Scope::default();
        modules.take(&module);
        let tag = self.tags.iter().find(|tag| tag.name == words);
        Members {
            group: Group {
                ident: scopes.markers.claim(words, Role::Type),
                method: scopes.client.claim(words, Role::Method),
                feature: feature.file_stem().replace('_', "-"),
                docs: docs::of_group(words, tag),
                module,
            },
            methods: Scope::default(),
            modules,
        }
    }

    /// The words of the group of an operation.
    fn words<'o>(&self, operation: &'o ir::Operation) -> Option<&'o str> {
        let tag = match self.group_by {
            GroupBy::Extensions => None,
            GroupBy::Tag => operation.tag.as_deref(),
        };
        operation.group.as_deref().or(tag)
    }

    /// What an operation is called after where its methods are.
    pub fn name(&self, operation: &ir::Operation) -> String {
        let Some(group) = self.words(operation) else {
            return operation.name.clone();
        };
        let stated = operation.name_in_group.clone();
        stated.unwrap_or_else(|| without_group(&operation.name, group))
    }

    /// The group of an operation, and the names that are taken where its methods and its file are.
    pub fn scopes<'s>(
        &'s mut self,
        operation: &ir::Operation,
        scopes: &'s mut Scopes,
    ) -> (Option<Group>, [&'s mut Scope; 2]) {
        let key = self.words(operation).map(key);
        match key.and_then(|key| self.all.get_mut(&key)) {
            Some(members) => (
                Some(members.group.clone()),
                [&mut members.methods, &mut members.modules],
            ),
            None => (None, [&mut scopes.client, &mut scopes.modules]),
        }
    }

    /// The groups, sorted by their modules.
    pub fn finish(self) -> Vec<Group> {
        let mut groups: Vec<Group> = self.all.into_values().map(|one| one.group).collect();
        groups.sort_by_key(|group| group.module.file_stem());
        groups
    }
}

/// What the names of a group have in common however it is written.
fn key(words: &str) -> Ident {
    Scope::default().claim(words, Role::Method)
}

/// The words of an operation without those of its group: at the start, or after a verb alone. Nothing else is looked at, so that no
/// other operation changes the name.
fn without_group(name: &str, group: &str) -> String {
    let (whole, group) = (key(name).file_stem(), key(group).file_stem());
    if let Some(rest) = whole.strip_prefix(&format!("{group}_")) {
        return rest.to_owned();
    }
    match whole.strip_suffix(&format!("_{group}")) {
        Some(verb) if !verb.is_empty() && !verb.contains('_') => verb.to_owned(),
        Some(_) | None => name.to_owned(),
    }
}
