//! Standard error, for every report, and standard output, for the requested text.

use std::env;
use std::io::{self, IsTerminal, Write};

use generator::diagnostic::Style;

/// Prints a report of one or more lines.
pub fn say(report: &str) {
    let report = report.trim_end();
    if !report.is_empty() {
        // A closed reader (`2>&1 | head`) must not change how the run ends, as the panic of `eprintln!` would.
        let _ = writeln!(io::stderr(), "{report}");
    }
}

/// Prints the requested output of a command.
pub fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
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

/// Whether to use colours: standard error is a terminal, and `NO_COLOR` is not set (<https://no-color.org>).
fn use_color() -> bool {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !no_color
}
