//! `sdkwright diff`: what a change of the document means for those who use the SDK.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use crate::comparison::{Comparison, Documentation, Format};
use crate::diagnostic::Diagnostics;
use crate::report::{self, Report, Selection};
use crate::{Config, GroupBy, Output, Role, Sources};

use crate::cli::console;
use crate::cli::document::Document;
use crate::cli::error::Error;
use crate::cli::overlays::{self, Overlays};
use crate::cli::project::{Place, Project};
use crate::cli::revision::Revision;

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// What the document is compared with: a file, or a revision of git that has the document.
    #[arg(long, value_name = "REVISION|FILE")]
    #[arg(long_help = BASE)]
    base: Option<String>,
    #[arg(long, value_name = "FILE")]
    #[arg(help = "The OpenAPI document to compare instead of the project's own")]
    spec: Option<PathBuf>,
    #[command(flatten)]
    overlays: Overlays,
    /// How the changes are shown.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
    /// Fail if there is such a change; may be given several times.
    #[arg(long, value_name = "WHAT")]
    deny: Vec<Deny>,
    /// List what is different in the documentation alone, instead of counting it.
    #[arg(long)]
    verbose: bool,
}

const BASE: &str = "What the document is compared with: a file, or a revision of git that has the document. \
                    By default the revision at which the branch left `main` or `master`, here or at `origin`";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum MessageFormat {
    /// Each with what was and what is, on standard output.
    Human,
    /// A comment for a pull request, and a draft for the changelog.
    Markdown,
    /// One JSON object per line, the last one with the summary.
    Json,
    /// Annotations for GitHub.
    Github,
}

/// Which changes are denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// What breaks programs, or what travels.
    Breaking,
    /// What needs a higher version than the document declares.
    Undeclared,
}

/// Runs the command: 0 when nothing that is denied is different, 1 when something is or one of the documents has errors.
pub fn run(args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let named = args.spec.as_deref();
    let config = match named {
        None => Config {
            crate_name: project.package().map(str::to_owned),
            group_by: project.group_by().map(GroupBy::from).unwrap_or_default(),
            ..Config::default()
        },
        // What the settings say belongs to the document of the settings.
        Some(_) => Config::default(),
    };
    let overlays = args.overlays.of(project, named);
    let mut document = overlays::add(&overlays, project.document(named)?)?;
    let path = document.path_of(Role::Main).unwrap_or_default();
    let name = document.name().to_owned();
    let describe = |sources: &Sources| crate::describe(sources, &config);
    let (before, after) = thread::scope(|scope| {
        let before = scope.spawn(|| read_base(args, &overlays, (&path, &name), describe));
        let after = document.run(describe);
        (before.join(), after)
    });
    let (old, before) = before.unwrap_or_else(|panic| resume_unwind(panic))?;
    let is_sound = [
        is_sound(&before.diagnostics, &old, "the document as it was"),
        is_sound(
            &after.diagnostics,
            &document.sources,
            "the document as it is",
        ),
    ];
    let comparison = match is_sound {
        [true, true] => crate::diff((&old, &before), (&document.sources, &after)),
        _ => None,
    };
    let Some(comparison) = comparison else {
        return Ok(ExitCode::FAILURE);
    };
    let documentation = if args.verbose {
        Documentation::Listed
    } else {
        Documentation::Counted
    };
    console::print(&comparison.render(args.message_format.format(), documentation))?;
    Ok(if args.denies(&comparison) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn read_base(
    args: &Args,
    overlays: &[Place<'_>],
    (path, name): (&Path, &str),
    describe: impl Fn(&Sources) -> Output,
) -> Result<(Sources, Output), Error> {
    match &args.base {
        Some(base) if Path::new(base).is_file() => {
            let mut document = overlays::add(overlays, Document::open(Path::new(base))?)?;
            let output = document.run(describe);
            Ok((document.sources, output))
        }
        Some(revision) => Revision::named(path, name, revision)?.read(overlays, describe),
        None => Revision::of_the_branch(path, name)?.read(overlays, describe),
    }
}

/// Whether a document has no errors; they are reported if it has some.
fn is_sound(diagnostics: &Diagnostics, sources: &Sources, which: &str) -> bool {
    let report = Report::new([(sources, diagnostics)], &Selection::default());
    let found = report.found.first().copied().unwrap_or_default();
    if found.errors == 0 {
        return true;
    }
    console::show(&report.render(report::Format::Human(console::style())));
    let name = &sources.main().name;
    let problems = found.as_a_failure();
    console::say(&format!("error: {which}, {name}, has {problems}"));
    false
}

impl Args {
    fn denies(&self, comparison: &Comparison) -> bool {
        let summary = &comparison.summary;
        let mut reasons = Vec::new();
        if self.deny.contains(&Deny::Breaking) && summary.breaking > 0 {
            reasons.push(console::count(summary.breaking, "breaking change"));
        }
        if self.deny.contains(&Deny::Undeclared) && !summary.is_declared {
            let (needs, declared) = (&summary.needs, &summary.declared);
            reasons.push(format!("version {declared} instead of at least {needs}"));
        }
        if !reasons.is_empty() {
            let reasons = reasons.join(", and ");
            console::say(&format!("error: {reasons}, which `--deny` forbids"));
        }
        !reasons.is_empty()
    }
}

impl MessageFormat {
    fn format(self) -> Format {
        match self {
            Self::Human => Format::Human,
            Self::Markdown => Format::Markdown,
            Self::Json => Format::Json,
            Self::Github => Format::GitHub,
        }
    }
}
