//! Every public item of the SDK stands in an example: in one of its docs, or in the README.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, ImplItem, Item, Meta, Type, UseTree, Visibility};

/// What is no part of an example, and why.
const WITHOUT: [(&str, &str); 4] = [
    ("ClientBuilder", "it is what `Client::builder` returns"),
    ("Drift", "it is the argument of a closure"),
    ("MockCall", "it is what `Mock::calls` returns"),
    ("MockResponse", "it is what `Mock::on` returns"),
];

#[test]
fn every_public_item_stands_in_an_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let texts: Vec<String> = files_below(&root.join("src"))
        .into_iter()
        .map(|path| fs::read_to_string(path).expect("a file of the SDK"))
        .collect();
    let files: Vec<syn::File> = texts
        .iter()
        .map(|text| syn::parse_file(text).expect("Rust"))
        .collect();
    let lib = fs::read_to_string(root.join("src/lib.rs")).expect("a crate");
    let exports = exports(&syn::parse_file(&lib).expect("Rust"));
    let readme = fs::read_to_string(root.join("README.md")).expect("a README");
    let shown = shown(&texts, &readme);

    let items = files.iter().flat_map(|file| methods(file, &exports));
    let items: BTreeSet<String> = items.chain(exports.iter().cloned()).collect();
    let is_shown = |item: &&String| {
        let name = item.rsplit("::").next().unwrap_or_default();
        shown.contains(name) || WITHOUT.iter().any(|(without, _)| without == item)
    };
    let (shown, missing): (Vec<_>, Vec<_>) = items.iter().partition(is_shown);
    assert!(missing.is_empty(), "no example has {missing:?}");
    assert!(shown.len() > 100, "only {} items are found", shown.len());
}

/// The names that the crate exports at its root, but for crates.
fn exports(lib: &syn::File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &lib.items {
        if let Item::Use(item) = item
            && let UseTree::Path(path) = &item.tree
        {
            names_of(&path.tree, &mut names);
        }
    }
    names
}

fn names_of(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => names_of(&path.tree, names),
        UseTree::Name(name) => {
            names.insert(name.ident.to_string());
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| names_of(tree, names)),
        UseTree::Rename(_) | UseTree::Glob(_) => panic!("the SDK exports nothing in this way"),
    }
}

/// The public methods of exported types, as `Type::method`, but for those that are for the SDK alone.
fn methods(file: &syn::File, exports: &BTreeSet<String>) -> Vec<String> {
    let mut methods = Vec::new();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        let Type::Path(ty) = &*item.self_ty else {
            continue;
        };
        let name = ty.path.segments.last().map(|last| last.ident.to_string());
        let Some(name) = name.filter(|name| exports.contains(name)) else {
            continue;
        };
        for item in &item.items {
            if let ImplItem::Fn(function) = item
                && matches!(function.vis, Visibility::Public(_))
                && !function.attrs.iter().any(is_hidden)
            {
                methods.push(format!("{name}::{}", function.sig.ident));
            }
        }
    }
    methods
}

fn is_hidden(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) => list.path.is_ident("doc") && list.tokens.to_string() == "hidden",
        Meta::Path(_) | Meta::NameValue(_) => false,
    }
}

/// All words of the code blocks.
fn shown(texts: &[String], readme: &str) -> BTreeSet<String> {
    let docs = texts.iter().flat_map(|text| text.lines());
    let docs = docs.map(str::trim_start).filter_map(|line| {
        let line = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"))
            .or_else(|| line.strip_prefix("#[doc = "))?;
        Some(line.trim_start())
    });
    let mut words = BTreeSet::new();
    let mut is_code = false;
    for line in docs.chain(readme.lines()) {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            let parts = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.extend(parts.map(str::to_owned));
        }
    }
    words
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the SDK");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
