//! The package.

use crate::Config;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::Manifest;

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

/// The first sentence of the summary, or of the description, as plain text.
fn description(api: &ir::Api) -> String {
    let words = &api.docs;
    let text = words.summary.as_deref().or(words.description.as_deref());
    let text = text.unwrap_or_default();
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let sentence = words.join(" ");
    let sentence = sentence
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches('.');
    // Anything but a plain sentence starts an introduction.
    let is_plain = !sentence.starts_with(['#', '!', '|', '`', '>', '-', '*'])
        && !sentence.contains(['<', '[', '`']);
    if sentence.is_empty() || sentence.len() > 200 || !is_plain {
        return format!(
            "A client of the API `{}`",
            api.title.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
    sentence.to_owned()
}
