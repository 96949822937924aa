//! The program: the commands of [`sdkwright::cli`], under its own name.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use sdkwright::cli::{self, Command, Error, Project, console, init};

/// Generating mostly allocates small texts and syntax nodes on all cores: this allocator makes it a third faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The name of the program.
const NAME: &str = "sdkwright";

/// Generates Rust client crates from OpenAPI documents.
#[derive(Parser)]
#[command(version)]
struct Cli {
    /// The settings of the project, instead of the nearest `sdkwright.toml` from the current folder upwards.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    #[command(flatten)]
    OfProject(Command),
    /// Write `sdkwright.toml` and what else a project needs, and overwrite nothing.
    Init(init::Args),
    /// Print the completions of the command line for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page of the program, or of one of its commands, in roff.
    Man {
        /// The command.
        command: Option<String>,
    },
}

fn main() -> ExitCode {
    cli::ended(run(&Cli::parse()))
}

fn run(cli: &Cli) -> Result<ExitCode, Error> {
    match &cli.verb {
        Verb::OfProject(command) => command.run(&Project::find(NAME, cli.config.as_deref())?),
        Verb::Init(args) => init::run(args),
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), NAME, &mut script);
            print(&script)
        }
        Verb::Man { command } => {
            let mut page = Vec::new();
            let described = described(command.as_deref())?;
            let rendered = clap_mangen::Man::new(described).render(&mut page);
            rendered
                .map_err(|cause| Error::new(format!("the manual page has no text: {cause}")))?;
            print(&page)
        }
    }
}

/// The definition of the command line, or that of a command.
fn described(command: Option<&str>) -> Result<clap::Command, Error> {
    let mut all = Cli::command();
    // Commands get their whole names by this.
    all.build();
    let Some(name) = command else {
        return Ok(all);
    };
    let found = all.find_subcommand(name).cloned();
    found.ok_or_else(|| Error::new(format!("there is no command `{name}`")))
}

fn print(text: &[u8]) -> Result<ExitCode, Error> {
    console::print(&String::from_utf8_lossy(text))?;
    Ok(ExitCode::SUCCESS)
}
