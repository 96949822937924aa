//! Standard error, where every report goes.

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

/// Whether colours are welcome: a person is looking and has not asked for plain text (<https://no-color.org>).
pub fn wants_color() -> bool {
    let plain_wanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !plain_wanted
}
