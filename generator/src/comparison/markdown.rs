//! A comment for a pull request, and a draft for `CHANGELOG.md`.

use std::fmt::Write;

use super::{Broken, Change, Comparison, Documentation, Rust, Summary, Wire, also, broken, count};
use crate::text::escaped;

/// How many changes of a kind are spelled out: a comment is read in a minute, and GitHub refuses one of over 65,536 characters.
const LIMIT: usize = 40;

pub fn markdown(comparison: &Comparison, documentation: Documentation) -> String {
    let mut text = head(&comparison.summary);
    let of = |is: fn(&Change) -> bool| comparison.changes.iter().filter(move |one| is(one));
    let breaking: Vec<&Change> = of(Change::is_breaking).collect();
    let others: Vec<&Change> = of(|one| !one.is_breaking() && !one.is_documentation).collect();
    if !breaking.is_empty() {
        text += "\n### Breaking\n\n";
        text += &list(&breaking);
    }
    if !others.is_empty() {
        text += "\n### Compatible\n\n";
        text += &list(&others);
    }
    if documentation == Documentation::Listed {
        let words: Vec<&Change> = of(|one| one.is_documentation).collect();
        if !words.is_empty() {
            text += "\n### Documentation\n\n";
            for one in words {
                let _ = writeln!(text, "- `{}`", one.item);
            }
        }
    }
    if !(breaking.is_empty() && others.is_empty()) {
        let _ = write!(
            text,
            "\n<details><summary>Draft for <code>CHANGELOG.md</code></summary>\n\n```markdown\n{}```\n\n</details>\n",
            changelog(&breaking, &others)
        );
    }
    text.lines().map(|line| escaped(line) + "\n").collect()
}

fn head(summary: &Summary) -> String {
    let Summary {
        needs, declared, ..
    } = summary;
    let verdict = match (summary.breaking, summary.additive, summary.documentation) {
        (0, 0, 0) => return "## SDK: no change\n\nNothing is different for users.\n".to_owned(),
        (0, 0, words) => format!("{} of documentation", count(words, "change")),
        (0, additive, _) => format!("{}, nothing breaks", count(additive, "compatible change")),
        (breaking, 0, _) => count(breaking, "breaking change"),
        (breaking, additive, _) => format!(
            "{}, {}",
            count(breaking, "breaking change"),
            count(additive, "compatible change")
        ),
    };
    let programs = match summary.rust {
        Rust::Breaking => "Programs that are compiled with the new SDK must be adapted.",
        Rust::Additive => "Programs compile with the new SDK as they are, and can do more.",
        Rust::None => "Programs compile with the new SDK as they are.",
    };
    let wire = match summary.wire {
        Wire::Breaking(Broken::OldCrate) => {
            "Programs that are built already can fail at the new server."
        }
        Wire::Breaking(Broken::NewCrate) => {
            "Programs that are built with the new SDK can fail at a server that is not new yet."
        }
        Wire::Breaking(Broken::Both) => {
            "Programs can fail where only one side is new, whichever it is."
        }
        Wire::Compatible | Wire::None => "Programs and servers get on, whichever is older.",
    };
    let version = if summary.is_declared {
        format!("Version `{declared}` is enough.")
    } else {
        format!(
            "**Raise the version** in `x-sdk-package`: it is `{declared}`, and Cargo's rules ask for `{needs}`."
        )
    };
    format!("## SDK: {verdict}\n\n- {programs}\n- {wire}\n- {version}\n")
}

fn list(changes: &[&Change]) -> String {
    let mut text: String = changes.iter().take(LIMIT).map(|one| entry(one)).collect();
    if changes.len() > LIMIT {
        let _ = writeln!(text, "- … and {} more.", changes.len() - LIMIT);
    }
    text
}

fn entry(change: &Change) -> String {
    let line = change.place.line.or(change.old_line);
    let line = line.map_or(String::new(), |line| format!(":{line}"));
    let uses = match change.uses {
        0 | 1 => String::new(),
        uses => format!(", in {uses} operations"),
    };
    let broken = match broken(change.wire) {
        "" => String::new(),
        broken => format!(" *({broken})*"),
    };
    let also = match also(change) {
        also if also.is_empty() => also,
        also => format!(" ({also})"),
    };
    let mut text = format!(
        "- **`{}`**{also}: {}{broken} — `{}{line}`{uses}\n",
        change.item,
        prose(&change.message),
        change.place.file
    );
    let (before, after) = (
        marked('-', change.before.as_deref()),
        marked('+', change.after.as_deref()),
    );
    if !(before.is_empty() && after.is_empty()) {
        let _ = write!(text, "  ```diff\n{before}{after}  ```\n");
    }
    text
}

/// Lines of a difference.
fn marked(sign: char, text: Option<&str>) -> String {
    let mut marked = String::new();
    for line in text.into_iter().flat_map(str::lines) {
        let _ = writeln!(marked, "  {sign} {line}");
    }
    marked
}

/// The list as a draft (Keep a Changelog).
fn changelog(breaking: &[&Change], others: &[&Change]) -> String {
    let mut sections: [(&str, Vec<String>); 4] = [
        ("Added", Vec::new()),
        ("Changed", Vec::new()),
        ("Deprecated", Vec::new()),
        ("Removed", Vec::new()),
    ];
    let shown = breaking.iter().take(LIMIT).chain(others.iter().take(LIMIT));
    for change in shown {
        let item = &change.item;
        let (section, line) = match (&change.before, &change.after) {
            (_, Some(_)) if change.is_deprecation && !change.is_breaking() => {
                (2, format!("`{item}`."))
            }
            (None, Some(after)) => (0, format!("`{item}`: `{after}`.")),
            (Some(_), None) => (3, format!("`{item}`.")),
            (Some(before), Some(after)) => {
                (1, format!("`{item}`: `{after}` instead of `{before}`."))
            }
            (None, None) => (1, format!("`{item}`: {}.", change.message)),
        };
        let mark = if change.is_breaking() {
            "**Breaking:** "
        } else {
            ""
        };
        if let Some((_, lines)) = sections.get_mut(section) {
            lines.push(format!("- {mark}{}\n", line.replace('\n', " ")));
        }
    }
    let written = sections.iter().filter(|(_, lines)| !lines.is_empty());
    let sections = written.map(|(name, lines)| format!("### {name}\n\n{}", lines.concat()));
    let mut text = sections.collect::<Vec<_>>().join("\n");
    let hidden = breaking.len().saturating_sub(LIMIT) + others.len().saturating_sub(LIMIT);
    if hidden > 0 {
        let _ = writeln!(text, "\nAnd {}.", count(hidden, "further change"));
    }
    text
}

/// Text between code spans without the marks of HTML.
fn prose(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    let pieces = pieces.map(|(index, piece)| match index % 2 {
        0 => piece.replace('<', "&lt;"),
        _ => piece.to_owned(),
    });
    pieces.collect::<Vec<_>>().join("`")
}
