//! A page: what a reader does, in the order of its fences.
//!
//! - `console` is run: a line that begins with `$ ` is a command, and below it is what it says.
//! - `diff` edits the file that the line above the fence names at its end, as in "In `src/lib.rs`:".
//! - `sh` needs the network, and is not run.
//! - Any other fence is the whole text of the file that is named in the same way.

use std::fs;
use std::path::PathBuf;

/// A page of the guide.
pub struct Page {
    pub path: PathBuf,
    pub steps: Vec<Step>,
}

/// What a reader does.
pub enum Step {
    /// Writes a file.
    Create {
        line: usize,
        path: String,
        text: String,
    },
    /// Replaces lines of a file.
    Edit {
        line: usize,
        path: String,
        old: String,
        new: String,
    },
    /// Types a command, and sees these lines among others.
    Run {
        line: usize,
        command: String,
        shown: Vec<String>,
    },
}

impl Page {
    /// Reads a page.
    pub fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("a page is text");
        let mut lines = (1..).zip(text.lines());
        let mut steps = Vec::new();
        let mut above = "";
        while let Some((line, start)) = lines.next() {
            let Some(language) = start.strip_prefix("```") else {
                above = if start.is_empty() { above } else { start };
                continue;
            };
            let body = lines.by_ref().map(|(_, line)| line);
            let body: Vec<&str> = body.take_while(|line| *line != "```").collect();
            let named = || named(above).map(str::to_owned);
            let file = || {
                let place = format!("{}:{line}", path.display());
                named().unwrap_or_else(|| panic!("{place}: the line above the fence names no file"))
            };
            match language {
                "sh" => {}
                "console" => steps.extend(commands(&body, line)),
                "diff" => steps.push(Step::Edit {
                    line,
                    path: file(),
                    old: without(&body, '+'),
                    new: without(&body, '-'),
                }),
                _ => steps.push(Step::Create {
                    line,
                    path: file(),
                    text: body.join("\n") + "\n",
                }),
            }
        }
        Self { path, steps }
    }
}

impl Step {
    /// Where the page says so.
    pub fn line(&self) -> usize {
        match self {
            Self::Create { line, .. } | Self::Edit { line, .. } | Self::Run { line, .. } => *line,
        }
    }
}

/// The file that a line names at its end.
fn named(line: &str) -> Option<&str> {
    let (_, name) = line.strip_suffix("`:")?.rsplit_once('`')?;
    Some(name)
}

fn commands(body: &[&str], fence: usize) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (text, line) in body.iter().zip(fence + 1..) {
        if let Some(command) = text.strip_prefix("$ ") {
            steps.push(Step::Run {
                line,
                command: command.to_owned(),
                shown: Vec::new(),
            });
        } else if let Some(Step::Run { shown, .. }) = steps.last_mut() {
            shown.push((*text).to_owned());
        } else {
            panic!("line {line}: a block of commands begins with one");
        }
    }
    steps
}

/// One side of a diff: its lines except those with the mark of the other side.
fn without(body: &[&str], other: char) -> String {
    let lines = body.iter().filter(|line| !line.starts_with(other));
    let texts = lines.flat_map(|line| [line.get(1..).unwrap_or_default(), "\n"]);
    texts.collect()
}
