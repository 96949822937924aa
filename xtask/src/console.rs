//! Standard error, where every report goes, and standard output, where what is asked for goes.

use std::env;
use std::io::{self, IsTerminal, Write};

/// Prints a report of one or more lines.
pub fn say(report: &str) {
    let report = report.trim_end();
    if !report.is_empty() {
        // A reader that went away (`2>&1 | head`) must not change how the run ends, which `eprintln!` would do by a panic.
        let _ = writeln!(io::stderr(), "{report}");
    }
}

/// Prints what a command was asked to print.
pub fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// So many of a thing.
pub fn count(number: usize, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

/// Whether colours are welcome: a person is looking and has not asked for plain text (<https://no-color.org>).
pub fn wants_color() -> bool {
    let plain_wanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !plain_wanted
}
