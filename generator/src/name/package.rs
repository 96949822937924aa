//! The package and its servers.

use super::docs;
use super::scope::{Role, Scope};
use crate::Config;
use crate::ir;
use crate::rust::{Manifest, Server};

/// What `Cargo.toml` says: the caller's choice, then `x-sdk-package`, then `info`.
pub fn manifest(api: &ir::Api, config: &Config) -> Manifest {
    let package = &api.package;
    let name = config.crate_name.clone().or_else(|| package.name.clone());
    let lib = Scope::default().claim(name.as_deref().unwrap_or(&api.title), Role::Module);
    let name = name.unwrap_or_else(|| lib.file_stem().replace('_', "-"));
    Manifest {
        is_lib_stated: lib.file_stem() != name.replace('-', "_"),
        name,
        version: package
            .version
            .clone()
            .unwrap_or_else(|| "0.1.0".to_owned()),
        description: description(api),
        license: package.license.clone(),
        repository: package.repository.clone(),
        keywords: package.keywords.clone(),
        categories: package.categories.clone(),
        lib,
    }
}

/// The constants of the document's servers.
pub fn servers(api: &ir::Api) -> Vec<Server> {
    let mut scope = Scope::reserving(&["DEFAULT"]);
    let server = |server: &ir::Server| {
        let words = server.docs.description.as_deref().unwrap_or_default();
        let words = if (1..=40).contains(&words.len()) {
            words
        } else {
            "server"
        };
        Server {
            ident: scope.claim(words, Role::Constant),
            url: server.url.clone(),
            docs: docs::docs(&server.docs, "A server of the API."),
        }
    };
    api.servers.iter().map(server).collect()
}

/// The first sentence of the description, as plain text.
fn description(api: &ir::Api) -> String {
    let text = api.docs.description.as_deref().unwrap_or_default();
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let sentence = words.join(" ");
    let sentence = sentence
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches('.');
    if sentence.is_empty() || sentence.len() > 200 {
        return format!(
            "A client of the API `{}`",
            api.title.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
    sentence.to_owned()
}
