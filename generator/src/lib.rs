//! Reads an OpenAPI document and gives the files of a Rust client crate.
//!
//! ```text
//! text ── read ──▶ Tree ── overlay ──▶ Tree ── parse ──▶ openapi::Document ── lower ──▶ ir::Api ── name ──▶ rust::Crate ── emit ──▶ Vec<File>
//! ```
//!
//! Each stage is a plain function over named types. Diagnostics accumulate beside it up to `name`; after that nothing can
//! fail. The library does no I/O: of a document in several files it says which of them it needs.
//! Only the commands do, which are the feature `cli`.

use std::collections::BTreeSet;

#[cfg(feature = "cli")]
pub mod cli;
pub mod comparison;
pub mod diagnostic;
mod diff;
mod emit;
mod encoding;
pub mod fix;
mod ident;
mod ir;
mod locate;
mod lower;
mod mark;
mod name;
mod openapi;
mod outline;
mod overlay;
mod parallel;
mod parse;
mod read;
pub mod report;
mod rules;
mod rust;
mod scalar;
mod source;
mod text;
pub mod text_diff;
mod workflow;

pub use diagnostic::{Diagnostic, Diagnostics};
#[doc(hidden)]
pub use emit::runtime_rows;
pub use encoding::Undecodable;
pub use mark::is_marked;
#[doc(hidden)]
pub use outline::Outline;
pub use source::{Role, Source, Sources};

use diagnostic::Reported;
use parse::Parsing;
use read::Tree;

/// What the caller decides; everything else comes from the document.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The name of the emitted package; by default the document's `x-sdk-package.name`, else its title.
    pub crate_name: Option<String>,
    /// What an error leads to.
    pub on_error: OnError,
    /// The operations to emit, with the types that they reach; all of them, and all types, where nothing is chosen.
    pub only: Vec<Choice>,
    /// What decides where the methods of operations stand.
    pub group_by: GroupBy,
    /// Whether to list the document's examples.
    pub examples: bool,
    /// The command that the emitted files name as theirs; by default `sdkwright codegen`.
    pub command: Option<String>,
}

/// What an error in the document leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnError {
    /// Nothing is emitted.
    #[default]
    Stop,
    /// What holds the error is left out, and the rest is emitted.
    LeaveOut,
}

/// What decides where the methods of operations stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Extensions alone: those in a group on its type, the others on the client.
    #[default]
    Extensions,
    /// Extensions and, for operations without a group, their first tag.
    Tag,
}

/// A choice of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The operations with a tag.
    Tag(String),
    /// The operation with an operationId.
    Operation(String),
}

/// One emitted file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the output folder, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// What a run gives.
#[derive(Debug, Default)]
pub struct Output {
    /// The files that references lead to, as paths seen from the folder of the document. Where there are some, the run ended
    /// early: it begins again with [`Sources::add`]ed files, until it needs no more.
    pub needs: BTreeSet<String>,
    /// The files of the crate, sorted by path; `None` where an error stopped the run.
    pub files: Option<Vec<File>>,
    /// How many operations were emitted.
    pub operations: usize,
    /// The operations that were not, as `GET /path`, because something is wrong with them or not generated yet.
    pub left_out: Vec<String>,
    /// The document's examples of JSON, where [`Config::examples`] asks for them.
    pub examples: Vec<Example>,
    /// Everything there is to say about the document, sorted by position.
    pub diagnostics: Diagnostics,
    /// What [`diff`] compares, where [`describe`] made the output and found no error.
    pub described: Option<Described>,
}

/// What the SDK of a document offers and sends.
#[derive(Debug)]
pub struct Described(rust::Crate);

/// An example of the document, and the type that holds its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The type as it is spelled beside the module `models`: `Vec<models::Pet>`.
    pub ty: String,
    /// The value as JSON. It has no properties that its schema does not declare: those are read and forgotten.
    pub json: String,
    /// Its place in the document.
    pub pointer: String,
    /// Whether it fits its schema; what does not need not fit the type either.
    pub fits: bool,
}

/// A stage of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Text to a tree.
    Read,
    /// The tree to a document, held against the tables and the rules of OpenAPI.
    Parse,
    /// The document to IR.
    Lower,
    /// Facts to identifiers, types and docs.
    Name,
    /// All of it to text.
    Emit,
}

/// The stack of a run. Documents nest as deep as the limits of the stages allow, which is more than the main thread of some
/// systems holds; memory that is not used costs nothing.
const STACK_SIZE: usize = 256 * 1024 * 1024;

/// Reads a document and gives the files of its SDK, or the names of the files that it takes to read the document.
pub fn generate(sources: &Sources, config: &Config) -> Output {
    generate_watched(sources, config, &|_| ())
}

/// The same, and says when a stage has ended.
pub fn generate_watched(
    sources: &Sources,
    config: &Config,
    ended: &(dyn Fn(Stage) + Sync),
) -> Output {
    run(sources, config, ended, Goal::Emit)
}

/// Reads a document and reports its problems, or which files it takes to find them, without making files of it.
pub fn check(sources: &Sources, config: &Config) -> Output {
    run(sources, config, &|_| (), Goal::Check)
}

/// The same, and keeps what [`diff`] compares.
pub fn describe(sources: &Sources, config: &Config) -> Output {
    run(sources, config, &|_| (), Goal::Describe)
}

/// Compares the SDKs of two documents, each given with what [`describe`] says of it; `None` where one of them has an error.
pub fn diff(old: (&Sources, &Output), new: (&Sources, &Output)) -> Option<comparison::Comparison> {
    on_a_deep_stack(|| {
        let (new, old) = parallel::both(|| named(new), || named(old));
        Some(comparison::compare(&old?, &new?))
    })
}

/// A document whose crate is known, and its values, by which places get their pointers.
fn named<'s>((sources, output): (&'s Sources, &'s Output)) -> Option<comparison::Document<'s>> {
    Some(comparison::Document {
        sources,
        krate: &output.described.as_ref()?.0,
        tree: tree(sources, &mut Diagnostics::default()).ok()?,
    })
}

/// What a document of one file declares; `None` where it has an error.
#[doc(hidden)]
pub fn outline(sources: &Sources) -> Option<Outline> {
    on_a_deep_stack(|| {
        let mut diagnostics = Diagnostics::default();
        let tree = read::read(sources, parse::judge, &mut diagnostics).ok()?;
        let Parsing::Whole(mut document) = parse::parse(&tree, &mut diagnostics) else {
            return None;
        };
        rules::check(&mut document, &mut diagnostics);
        (diagnostics.errors() == 0).then(|| outline::outline(&document))
    })
}

/// What a run is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// The files of the SDK.
    Emit,
    /// Diagnostics alone.
    Check,
    /// Diagnostics and the crate, not as text.
    Describe,
}

/// The whole pipeline.
fn run(sources: &Sources, config: &Config, ended: &(dyn Fn(Stage) + Sync), goal: Goal) -> Output {
    on_a_deep_stack(|| {
        let mut output = Output::default();
        let Ok(tree) = tree(sources, &mut output.diagnostics) else {
            return output;
        };
        ended(Stage::Read);
        let mut document = match parse::parse(&tree, &mut output.diagnostics) {
            Parsing::Whole(document) => document,
            Parsing::Needs(needs) => {
                output.needs = needs;
                return output;
            }
            Parsing::Failed => {
                locate::trace(&mut output.diagnostics, &tree);
                return output;
            }
        };
        rules::check(&mut document, &mut output.diagnostics);
        ended(Stage::Parse);
        let api = lower::lower(&document, config, &mut output.diagnostics);
        locate::locate(&mut output.diagnostics, &tree);
        ended(Stage::Lower);
        let has_errors = output.diagnostics.errors() > 0 && config.on_error == OnError::Stop;
        if goal == Goal::Check || has_errors {
            return output;
        }
        let krate = name::name(&api, config);
        ended(Stage::Name);
        if goal == Goal::Describe {
            output.described = Some(Described(krate));
            return output;
        }
        output.operations = krate.operations.len();
        output.files = Some(emit::emit(&krate));
        ended(Stage::Emit);
        let pointer = |place| tree.root_of(place).pointer_to(place);
        output.examples = emit::examples(krate, pointer);
        output.left_out = api.left_out;
        output
    })
}

/// The values of a document, as its overlays change them.
fn tree<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Result<Tree<'s>, Reported> {
    let tree = read::read(sources, parse::judge, diagnostics)?;
    locate::locate(diagnostics, &tree);
    overlay::apply(tree, sources, diagnostics)
}

fn on_a_deep_stack<T: Send>(run: impl Fn() -> T + Sync) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_SIZE);
        match thread
            .spawn_scoped(scope, &run)
            .map(std::thread::ScopedJoinHandle::join)
        {
            Ok(Ok(output)) => output,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // Without a thread of its own, the run takes this one.
            Err(_) => run(),
        }
    })
}

/// The examples of the page of the package, which have to compile.
#[cfg(all(doctest, feature = "cli"))]
#[doc = include_str!("../README.md")]
struct Readme;
