//! Standard error, for every report, and standard output, for the requested text.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};

use super::error::Error;
use crate::diagnostic::visible::visible;
use crate::report::Style;
use crate::text_diff;

/// Prints lines for people, with signs in place of what a terminal obeys.
pub fn say(lines: &str) {
    let lines = lines.lines().map(|line| {
        let words: Vec<_> = line.split('\t').map(visible).collect();
        words.join("\t")
    });
    show(&lines.collect::<Vec<_>>().join("\n"));
}

/// Prints a report that is safe to print, and may have colours.
pub fn show(report: &str) {
    let report = report.trim_end();
    if !report.is_empty() {
        // A closed reader (`2>&1 | head`) must not change how the run ends, as the panic of `eprintln!` would.
        // It is written at once, so that the lines of two runs do not mix.
        let _ = io::stderr().write_all(format!("{report}\n").as_bytes());
    }
}

/// Prints the requested output of a command. Nothing is wrong where its reader has read enough (`| head`).
pub fn print(text: &str) -> Result<(), Error> {
    let mut output = io::stdout();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    match written {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Error::new(format!(
            "cannot write to standard output: {cause}"
        ))),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Prints a diff, as it is where a program reads it.
pub fn print_diff(diff: &str) -> Result<(), Error> {
    if io::stdout().is_terminal() {
        print(&text_diff::visible_on_a_terminal(diff))
    } else {
        print(diff)
    }
}

/// How problems are rendered for people.
pub fn style() -> Style {
    if use_color() {
        Style::Colored
    } else {
        Style::Plain
    }
}

/// A number with its noun.
pub fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// Whether to use colours on standard error: `NO_COLOR` (<https://no-color.org>), then `CLICOLOR_FORCE`
/// (<https://bixense.com/clicolors>), then whether it is a terminal that shows them.
fn use_color() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_zero = |name| env::var_os(name).is_some_and(|value| value == "0");
    if is_set("NO_COLOR") {
        return false;
    }
    if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") {
        return true;
    }
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stderr().is_terminal() && !is_dumb && !is_zero("CLICOLOR")
}
