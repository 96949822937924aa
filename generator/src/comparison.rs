//! What is different between the SDKs of two documents, with the places where the documents say so.

mod github;
mod human;
mod json;
mod markdown;

use crate::diff::{self, Effect};
use crate::read::Tree;
use crate::rust::Crate;
use crate::source::lines::Lines;
use crate::{Sources, source};

pub use crate::diff::{Broken, Rust, Wire};

/// What is different between the SDKs of two documents.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The changes: breaking ones first, then the others, then those of documentation alone.
    pub changes: Vec<Change>,
    /// All of them in a few words.
    pub summary: Summary,
}

/// One change for those who use the SDK.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it means for a program that is compiled again.
    pub rust: Rust,
    /// What it means where a program and a server are not of the same age.
    pub wire: Wire,
    /// The Rust item, by its path in the crate.
    pub item: String,
    /// The item as it was, in Rust; `None` for a new one.
    pub before: Option<String>,
    /// The item as it is, in Rust; `None` for one that is gone.
    pub after: Option<String>,
    /// What it means, in a sentence.
    pub message: String,
    /// The place in the new document; that of what is gone is in the old one.
    pub place: Place,
    /// The line in the old document; `None` for what is new.
    pub old_line: Option<usize>,
    /// How many operations and webhooks use the item.
    pub uses: usize,
    /// Other items of which the same is to be said, since the document says it in one place.
    pub also: Vec<String>,
    /// Whether only the words about the item differ.
    pub is_documentation: bool,
    /// Whether the item is deprecated now.
    pub is_deprecation: bool,
}

/// Where a document says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line, counted from 1; `None` where the document as a whole says it, or says it no longer.
    pub line: Option<usize>,
    /// The JSON pointer as a URI fragment; empty where there is none.
    pub pointer: String,
}

/// All changes in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The worst verdict on programs that are compiled again.
    pub rust: Rust,
    /// The verdict on what travels.
    pub wire: Wire,
    /// The least version that Cargo's rules of `SemVer` ask for, after that of the old document.
    pub needs: String,
    /// The version of the new document.
    pub declared: String,
    /// Whether the declared version is at least the needed one.
    pub is_declared: bool,
    /// How many changes break something.
    pub breaking: usize,
    /// How many do not.
    pub additive: usize,
    /// How many are of documentation alone.
    pub documentation: usize,
}

/// How a comparison is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Human,
    /// A comment for a pull request, and a draft for `CHANGELOG.md`.
    Markdown,
    /// One JSON object per line, the last one with the summary.
    Json,
    /// Annotations for GitHub, one per line.
    GitHub,
}

/// What is shown of documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documentation {
    /// How much is different.
    Counted,
    /// Each item whose words are different.
    Listed,
}

impl Comparison {
    /// The comparison as text.
    pub fn render(&self, format: Format, documentation: Documentation) -> String {
        match format {
            Format::Human => human::human(self, documentation),
            Format::Markdown => markdown::markdown(self, documentation),
            Format::Json => json::json(self, documentation),
            Format::GitHub => github::github(self),
        }
    }

    /// The changes that are shown.
    fn shown(&self, documentation: Documentation) -> impl Iterator<Item = &Change> {
        let is_shown = move |change: &&Change| {
            !change.is_documentation || documentation == Documentation::Listed
        };
        self.changes.iter().filter(is_shown)
    }
}

impl Change {
    /// Whether it breaks programs or what travels.
    pub fn is_breaking(&self) -> bool {
        self.rust == Rust::Breaking || self.wire.is_breaking()
    }
}

/// A document whose crate is compared.
pub struct Document<'a> {
    /// Its files.
    pub sources: &'a Sources,
    /// Its values, by which a place gets its pointer.
    pub tree: Tree<'a>,
    /// The crate.
    pub krate: &'a Crate,
}

impl Document<'_> {
    /// Where what is at a place was written.
    fn origin(&self, place: source::Span) -> source::Span {
        self.tree.origins().origin(place)
    }
}

/// Compares the crates of two documents.
pub fn compare(old: &Document<'_>, new: &Document<'_>) -> Comparison {
    let (old_lines, new_lines) = (Lines::new(old.sources), Lines::new(new.sources));
    let located = |change: diff::Change| {
        let place = match (change.new, change.old) {
            (Some(span), _) => place(new, &new_lines, span),
            (None, Some(span)) => Place {
                line: None,
                ..place(old, &old_lines, span)
            },
            (None, None) => Place {
                file: new.sources.main().name.clone(),
                ..Place::default()
            },
        };
        let Effect { rust, wire, .. } = change.effect;
        Change {
            rust,
            wire,
            message: change.effect.message(),
            place,
            old_line: change
                .old
                .map(|span| old_lines.place(old.origin(span)).start.line),
            item: change.item,
            before: change.before,
            after: change.after,
            uses: change.uses,
            also: change.also,
            is_documentation: change.is_documentation,
            is_deprecation: change.effect.is_deprecation,
        }
    };
    let changes = diff::diff(old.krate, new.krate);
    let mut changes: Vec<Change> = changes.into_iter().map(located).collect();
    changes.sort_by_key(|change| (!change.is_breaking(), change.is_documentation));
    let summary = summary(
        &changes,
        &old.krate.manifest.version,
        &new.krate.manifest.version,
    );
    Comparison { changes, summary }
}

fn place(document: &Document<'_>, lines: &Lines<'_>, span: source::Span) -> Place {
    let place = lines.place(document.origin(span));
    Place {
        file: place.file.to_owned(),
        line: Some(place.start.line),
        pointer: document.tree.root_of(span).pointer_to(span),
    }
}

fn summary(changes: &[Change], old: &str, declared: &str) -> Summary {
    let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
    let rust = changes
        .iter()
        .map(|change| change.rust)
        .max()
        .unwrap_or_default();
    let wires = changes.iter().map(|change| change.wire);
    let (needs, is_declared) = match diff::needed(old, rust) {
        Some(needs) => {
            let declared = semver::Version::parse(declared);
            (
                needs.to_string(),
                declared.is_ok_and(|declared| declared >= needs),
            )
        }
        None => (declared.to_owned(), true),
    };
    Summary {
        rust,
        wire: wires.fold(Wire::None, Wire::and),
        needs,
        declared: declared.to_owned(),
        is_declared,
        breaking: count(Change::is_breaking),
        additive: count(|change| !change.is_breaking() && !change.is_documentation),
        documentation: count(|change| change.is_documentation),
    }
}

/// Who else is concerned, in a few words; empty where nobody is.
fn also(change: &Change) -> String {
    match change.also.as_slice() {
        [] => String::new(),
        [other] => format!("the same of {other}"),
        [one, other] => format!("the same of {one} and {other}"),
        [one, other, rest @ ..] => format!("the same of {one}, {other} and {} more", rest.len()),
    }
}

/// A number with its noun.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// Who can fail where, in a few words; empty where nobody can.
fn broken(wire: Wire) -> &'static str {
    match wire {
        Wire::None | Wire::Compatible => "",
        Wire::Breaking(Broken::OldCrate) => "old crate, new server",
        Wire::Breaking(Broken::NewCrate) => "new crate, old server",
        Wire::Breaking(Broken::Both) => "each crate with the other server",
    }
}
