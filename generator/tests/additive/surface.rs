//! What users see of a crate: its public items, and the files that they are in.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use quote::ToTokens;
use sdkwright::File;
use syn::{ImplItem, Item, Visibility};

/// The public items of a crate.
#[derive(Default)]
pub struct Surface {
    /// Each item by its path, and the tokens of its signature.
    items: BTreeMap<String, Vec<String>>,
    /// The names of each type that has several: equal inline schemas are one type with the names of all their places.
    names: HashMap<String, BTreeSet<String>>,
    /// The files of the types.
    defined: BTreeMap<String, String>,
    /// The texts of the files.
    files: BTreeMap<String, String>,
}

impl Surface {
    /// Whether a file is the module of others, which it lists.
    pub fn is_list(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches(".rs"));
        self.files.keys().any(|path| path.starts_with(&folder))
    }

    /// Reads what is public in these files.
    pub fn read(files: &[File]) -> Self {
        let mut surface = Self::default();
        for file in files {
            surface.files.insert(file.path.clone(), file.text.clone());
        }
        let is_own = |file: &&File| {
            file.path.starts_with("src/")
                && Path::new(&file.path)
                    .extension()
                    .is_some_and(|extension| extension == "rs")
                && !file.path.starts_with("src/runtime")
        };
        let parsed: Vec<(&str, syn::File)> = files
            .iter()
            .filter(is_own)
            .map(|file| {
                (
                    file.path.as_str(),
                    syn::parse_file(&file.text).expect("it is Rust"),
                )
            })
            .collect();
        for (path, file) in &parsed {
            if *path == "src/models.rs" {
                file.items.iter().for_each(|item| surface.add_names(item));
            }
        }
        for (path, file) in &parsed {
            for item in &file.items {
                let ident = match item {
                    Item::Struct(item) => &item.ident,
                    Item::Enum(item) => &item.ident,
                    _ => continue,
                };
                let path = (*path).to_owned();
                surface.defined.insert(ident.to_string(), path);
            }
            let module = path.split('/').nth(1).unwrap_or_default();
            let module = module.trim_end_matches(".rs");
            file.items.iter().for_each(|item| surface.add(module, item));
        }
        surface
    }

    /// What is no longer there, or no longer as it was.
    pub fn lost_in(&self, later: &Self) -> Vec<String> {
        let mut lost = Vec::new();
        for (path, signature) in &self.items {
            match later.items.get(path) {
                None => lost.push(format!("{path} is gone: {}", signature.join(" "))),
                Some(now) if !self.is_same(signature, later, now) => {
                    let (old, now) = (signature.join(" "), now.join(" "));
                    lost.push(format!("{path} was `{old}` and is `{now}`"));
                }
                Some(_) => {}
            }
        }
        lost
    }

    /// The files that are not as they were, each with its first line that is not there any more.
    pub fn changed_in<'a>(&'a self, later: &'a Self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let changed = |(path, text): (&'a String, &'a String)| {
            let now = later.files.get(path).map_or("", String::as_str);
            let mut lines = text.lines().zip(now.lines().chain(std::iter::repeat("")));
            let (line, _) = lines.find(|(line, now)| line != now)?;
            Some((path.as_str(), line))
        };
        self.files.iter().filter_map(changed)
    }

    /// Whether all documented failures have a body of one type.
    pub fn has_one_error(&self) -> bool {
        self.files.contains_key("src/error.rs")
    }

    /// The types that a file defines.
    pub fn types_in(&self, path: &str) -> impl Iterator<Item = &str> {
        let defined = self.defined.iter();
        let own = defined.filter(move |(_, file)| *file == path);
        own.map(|(name, _)| name.as_str())
    }

    fn is_same(&self, signature: &[String], later: &Self, now: &[String]) -> bool {
        let has_common_name = |one: &String, other: &String| {
            let one = self.names_of(one);
            later.names_of(other).iter().any(|name| one.contains(name))
        };
        let mut tokens = signature.iter().zip(now);
        signature.len() == now.len()
            && tokens.all(|(one, other)| one == other || has_common_name(one, other))
    }

    /// All names of a type.
    pub fn names_of(&self, name: &str) -> BTreeSet<String> {
        let names = self.names.get(name).cloned();
        names.unwrap_or_else(|| BTreeSet::from([name.to_owned()]))
    }

    /// Adds the names of the types that have several.
    fn add_names(&mut self, item: &Item) {
        let Item::Use(item) = item else {
            return;
        };
        let mut groups: HashMap<String, BTreeSet<String>> = HashMap::new();
        let syn::UseTree::Path(path) = &item.tree else {
            return;
        };
        let trees: Vec<&syn::UseTree> = match &*path.tree {
            syn::UseTree::Group(group) => group.items.iter().collect(),
            tree => vec![tree],
        };
        for tree in trees {
            if let syn::UseTree::Rename(rename) = tree {
                let (name, other) = (rename.ident.to_string(), rename.rename.to_string());
                let group = groups.entry(name.clone()).or_default();
                group.extend([name, other]);
            }
        }
        for group in groups.into_values() {
            for name in &group {
                self.names.insert(name.clone(), group.clone());
            }
        }
    }

    fn add(&mut self, module: &str, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                self.add_type(module, &item.ident, "", &item.generics);
                for field in &item.fields {
                    let name = field.ident.as_ref().map(ToString::to_string);
                    let name = format!(".{}", name.unwrap_or_default());
                    if is_public(&field.vis) {
                        self.add_type(module, &item.ident, &name, &field.ty);
                    }
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                self.add_type(module, &item.ident, "", &item.generics);
                for variant in &item.variants {
                    let name = format!("::{}", variant.ident);
                    let types = variant.fields.iter().map(|field| &field.ty);
                    let types = quote::quote!(#(#types)*);
                    self.add_type(module, &item.ident, &name, &types);
                }
            }
            Item::Impl(item) => self.add_impl(module, item),
            Item::Const(item) if is_public(&item.vis) => {
                self.add_type(module, &item.ident, "", &item.ty);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                self.add_type(module, &item.sig.ident, "", &item.sig);
            }
            Item::Trait(item) if is_public(&item.vis) => {
                self.add_type(module, &item.ident, "", &item.generics);
            }
            _ => {}
        }
    }

    fn add_impl(&mut self, module: &str, item: &syn::ItemImpl) {
        let owner = tokens(&item.self_ty).concat();
        let of = match &item.trait_ {
            Some((path, _)) => format!(" as {}", tokens(path).concat()),
            None => String::new(),
        };
        for item in &item.items {
            match item {
                ImplItem::Fn(item) if is_public(&item.vis) => {
                    let name = format!("{of}::{}", item.sig.ident);
                    self.add_type(module, &owner, &name, &item.sig);
                }
                ImplItem::Type(item) => {
                    let name = format!("{of}::{}", item.ident);
                    self.add_type(module, &owner, &name, &item.ty);
                }
                _ => {}
            }
        }
    }

    /// Adds an item of a type, once for each name that the type has.
    fn add_type(
        &mut self,
        module: &str,
        ident: &impl ToString,
        item: &str,
        signature: &impl ToTokens,
    ) {
        let ident = ident.to_string();
        let names = match module {
            "models" => self.names_of(&ident),
            _ => BTreeSet::from([ident]),
        };
        for name in names {
            let path = format!("{module}::{name}{item}");
            self.items.insert(path, tokens(signature));
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn tokens(item: &impl ToTokens) -> Vec<String> {
    let text = item.to_token_stream().to_string();
    text.split_whitespace().map(str::to_owned).collect()
}
