//! The names that are taken, and the only place that makes identifiers.

use std::collections::HashMap;

use super::{Ident, case, letters, words};
use crate::scalar::Scalar;

/// What an identifier is for, which decides its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A struct or an enum.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field of a struct.
    Field,
    /// A method.
    Method,
    /// An argument of a method.
    Argument,
    /// A module.
    Module,
    /// A constant.
    Constant,
}

/// How long the name of a file may get: file systems allow 255 bytes, some of them for the whole path.
const FILE_NAME: usize = 120;

/// The names that are taken in one place.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Each name with the number that was appended last: thousands may claim the same name.
    taken: HashMap<String, usize>,
    reserved: &'static [&'static str],
}

impl Scope {
    /// A scope in which these names are taken by something else than the document.
    pub fn reserving(reserved: &'static [&'static str]) -> Self {
        Self {
            taken: HashMap::new(),
            reserved,
        }
    }

    /// Takes a name that something else has already.
    pub fn take(&mut self, ident: &Ident) {
        self.taken.entry(ident.0.clone()).or_insert(1);
    }

    /// An identifier for something that the document calls by `words`: in the case of its role, no keyword, and unlike
    /// every other one in this scope.
    pub fn claim(&mut self, words: &str, role: Role) -> Ident {
        let name = self.wish(words, role);
        let Some(known) = self.taken.get(&name) else {
            self.taken.insert(name.clone(), 1);
            return ident(&name);
        };
        let mut number = known + 1;
        let mut candidate = numbered(&name, number, role);
        while self.taken.contains_key(&candidate) {
            number += 1;
            candidate = numbered(&name, number, role);
        }
        self.taken.insert(name, number);
        self.taken.insert(candidate.clone(), 1);
        ident(&candidate)
    }

    /// Identifiers for several things whose order means nothing. Of those that claim the same name, the one gets it that the document spells
    /// so, else the first in the order of their letters.
    pub fn claim_all<'w>(
        &mut self,
        words: impl IntoIterator<Item = &'w str>,
        role: Role,
    ) -> Vec<Ident> {
        let mut sorted: Vec<(usize, &str)> = words.into_iter().enumerate().collect();
        sorted.sort_by_cached_key(|(_, words)| (spell(words, role) != *words, *words));
        let claim = |(place, words): (usize, &str)| (place, self.claim(words, role));
        let mut idents: Vec<(usize, Ident)> = sorted.into_iter().map(claim).collect();
        idents.sort_by_key(|(place, _)| *place);
        idents.into_iter().map(|(_, ident)| ident).collect()
    }

    /// Whether a claim would give the very name that the words make.
    pub fn is_free(&self, words: &str, role: Role) -> bool {
        let name = self.wish(words, role);
        name == spell(words, role) && !self.taken.contains_key(&name)
    }

    /// The name that words make, before it is compared with the names that are taken.
    fn wish(&self, words: &str, role: Role) -> String {
        let mut name = spell(words, role);
        if role == Role::Module {
            name.truncate(FILE_NAME);
        }
        let is_reserved = match role {
            // Any file may name a scalar type.
            Role::Type => Scalar::ALL.iter().any(|scalar| scalar.row().rust == name),
            Role::Module => is_no_file_name(&name),
            Role::Variant | Role::Field | Role::Method | Role::Argument | Role::Constant => false,
        };
        if is_reserved || self.reserved.contains(&name.as_str()) {
            name = beside_reserved(&name, role);
        }
        name
    }
}

/// Whether no file can have this name: `mod.rs` would be taken for the file of the module around it, and the other ones are
/// devices on Windows.
fn is_no_file_name(name: &str) -> bool {
    let port = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"));
    matches!(name, "mod" | "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|port| port.len() == 1 && port.chars().all(|c| c.is_ascii_digit()))
}

/// What a name becomes that the crate itself needs.
fn beside_reserved(name: &str, role: Role) -> String {
    match role {
        Role::Type => format!("{name}Model"),
        Role::Variant => format!("{name}Value"),
        Role::Field | Role::Method | Role::Argument | Role::Module | Role::Constant => {
            format!("{name}_")
        }
    }
}

fn numbered(name: &str, number: usize, role: Role) -> String {
    match role {
        Role::Type | Role::Variant if name.ends_with(|last: char| last.is_ascii_digit()) => {
            format!("{name}_{number}")
        }
        Role::Type | Role::Variant => format!("{name}{number}"),
        Role::Field | Role::Method | Role::Argument | Role::Module | Role::Constant => {
            format!("{}_{number}", name.trim_end_matches('_'))
        }
    }
}

/// The name of what the document calls by `words`: with its own letters where rustc takes them without a warning.
fn spell(words: &str, role: Role) -> String {
    let spelled = || cased(&words::ascii(words), role);
    match role {
        // Not every file system keeps the letters of a name.
        Role::Module => spelled(),
        Role::Type
        | Role::Variant
        | Role::Field
        | Role::Method
        | Role::Argument
        | Role::Constant => {
            let name = cased(&words::with_letters(words), role);
            if letters::are_ordinary(&name) {
                name
            } else {
                spelled()
            }
        }
    }
}

fn cased(words: &str, role: Role) -> String {
    let name = case::cased(words, role);
    let name = if name.is_empty() {
        empty(role).to_owned()
    } else {
        name
    };
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return match role {
            Role::Type | Role::Variant => format!("{}{name}", before_digit(role)),
            Role::Field | Role::Method | Role::Argument | Role::Module | Role::Constant => {
                format!("{}_{name}", before_digit(role))
            }
        };
    }
    name
}

/// The name of what has no letters.
fn empty(role: Role) -> &'static str {
    match role {
        Role::Type => "Unnamed",
        Role::Variant => "Empty",
        Role::Field | Role::Method | Role::Argument | Role::Module => "unnamed",
        Role::Constant => "UNNAMED",
    }
}

/// What precedes a name that begins with a digit.
fn before_digit(role: Role) -> &'static str {
    match role {
        Role::Type => "Type",
        Role::Variant => "Value",
        Role::Field => "field",
        Role::Method => "call",
        Role::Argument => "arg",
        Role::Module => "module",
        Role::Constant => "VALUE",
    }
}

fn ident(name: &str) -> Ident {
    // These four cannot be raw identifiers.
    if matches!(name, "self" | "Self" | "super" | "crate") {
        return Ident(format!("{name}_"));
    }
    // A keyword since edition 2024, which syn does not know.
    if name == "gen" {
        return Ident(format!("r#{name}"));
    }
    match syn::parse_str::<syn::Ident>(name) {
        Ok(_) => Ident(name.to_owned()),
        Err(_) => Ident(format!("r#{name}")),
    }
}
