//! Standard error, for every report, and standard output, for the requested text.

use std::env;
use std::io::{self, IsTerminal, Write};

use crate::report::Style;
use crate::text_diff;

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

/// Prints a diff, as it is where a program reads it.
pub fn print_diff(diff: &str) {
    if io::stdout().is_terminal() {
        print(&text_diff::visible_on_a_terminal(diff));
    } else {
        print(diff);
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
