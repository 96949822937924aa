//! Slips that show in how a line is written.

use std::ops::Range;

use regex::{Captures, Match, Regex};

use super::{Certainty, Repair, excerpt};
use crate::read::line::indent;

/// What a slip looks like, what would undo it, and what is said of it.
pub struct Slip {
    /// What is written. Its group `x` is replaced; the group `at` is reported, else `x`, and `next` with it. `%entry` is what may be
    /// before an entry of a block of YAML, `%name` what seems to be a key, `%key` a key before a value, `%value` what may be before
    /// a value, `%token` a token of JSON, and `%q` either quote.
    pub pattern: &'static str,
    pub with: With,
    /// The message, and what to do, in which `$name` means a group.
    pub message: &'static str,
    pub advice: Advice,
}

/// What is written in place of the group `x`.
pub enum With {
    /// This, in which `$name` means a group.
    Text(&'static str),
    /// The same in single quotes.
    Quoted,
    /// The same with the sign with which the group `at` begins escaped.
    Escaped,
    /// A new line, indented like the group `key`.
    Line,
    /// A new line, indented like what is below the group `key`.
    LineBelow,
    /// What closes the brackets and braces that the line leaves open.
    Closers,
    /// What closes those that the text leaves open up to there.
    AllClosers,
}

/// What to do.
pub enum Advice {
    /// To make the change.
    Known(&'static str),
    /// One of several things, of which the change is one.
    Choice(&'static str),
    /// To write what only the author knows, for which the change stands.
    Lost(&'static str),
}

/// Slips, of each its pattern, and then what is written, the message, and what to do.
macro_rules! slips {
    ($($pattern:literal => $with:expr, $message:expr, $advice:expr;)*) => {
        &[$(Slip {
            pattern: $pattern,
            with: $with,
            message: $message,
            advice: $advice,
        }),*]
    };
}
pub(in crate::read) use slips;

/// How many bytes of a part are looked at: people write no longer lines.
const LONGEST: usize = 4096;

/// Slips that can be looked for.
pub struct Slips(Vec<(Regex, String, &'static Slip)>);

impl Slips {
    /// Prepares what is looked for.
    pub fn new(slips: &'static [Slip]) -> Self {
        let quotes = |slip: &Slip| {
            ["\"", "'"]
                .into_iter()
                .take(1 + usize::from(slip.pattern.contains("%q")))
        };
        let each = slips
            .iter()
            .flat_map(|slip| quotes(slip).map(move |quote| (slip, quote)));
        // A pattern that is none matches nothing.
        let prepared = each.filter_map(|(slip, quote)| {
            let key = r#"(?:"[^"]*"|'[^']*'|[^\s#\[{"'].*?)"#;
            let pattern = slip
                .pattern
                .replace("%entry", r"^\s*(?:- +)*")
                .replace("%key", &format!(r"^\s*(?:- +)*(?P<key>{key}):\s+"))
                .replace(
                    "%value",
                    &format!(r"^\s*(?:- +)*(?:{key}:\s+)?(?:[&!]\w*\s+)?"),
                )
                .replace("%name", r#"(?P<at>"[^"]+"|'[^']+'|/?[\w${][^\s:;=,：→]*)"#)
                .replace("%token", r#"(?:"(?:[^"\\\n]|\\.)*"|[\w.+-]+|[{}\[\]:,])"#)
                .replace("%q", quote);
            Some((Regex::new(&pattern).ok()?, quote.to_owned(), slip))
        });
        Self(prepared.collect())
    }

    /// What would undo those that are found at the beginning of a part of a text.
    pub fn find(&self, text: &str, part: Range<usize>) -> Vec<Repair> {
        let longest = part.end.min(part.start + LONGEST);
        let mut ends = (part.start..=longest).rev();
        let seen = ends.find_map(|end| text.get(part.start..end));
        self.found(seen.unwrap_or_default(), (text, part))
    }

    /// What would undo those that are found anywhere in a text.
    pub fn find_anywhere(&self, text: &str) -> Vec<Repair> {
        self.found(text, (text, 0..text.len()))
    }

    fn found(&self, seen: &str, (text, part): (&str, Range<usize>)) -> Vec<Repair> {
        let found = self.0.iter().filter_map(|(pattern, quote, slip)| {
            let captures = pattern.captures(seen)?;
            slip.repair(&captures, (text, part.clone()), quote)
        });
        found.collect()
    }
}

impl Slip {
    fn repair(
        &self,
        groups: &Captures<'_>,
        (text, part): (&str, Range<usize>),
        quote: &str,
    ) -> Option<Repair> {
        let x = groups.name("x")?;
        let key = groups.name("key").map_or(0, |key| key.start());
        let with = match &self.with {
            With::Text(template) => {
                let mut filled = String::new();
                groups.expand(&template.replace("%q", quote), &mut filled);
                filled
            }
            With::Quoted => format!("'{}'", x.as_str().replace('\'', "''")),
            With::Escaped => {
                let sign = groups.name("at")?.as_str().get(..1)?;
                let escape = if sign == "'" { "'" } else { "\\" };
                x.as_str().replace(sign, &[escape, sign].concat())
            }
            With::Line => format!("\n{}", " ".repeat(key)),
            With::LineBelow => {
                let begins_text = text.get(part.clone())?.ends_with(['|', '>', '-']);
                let below = text
                    .get(part.end..)?
                    .lines()
                    .find(|line| !line.trim().is_empty());
                let below = below.map_or(0, indent);
                let is_below = below > key && !begins_text;
                format!("\n{}", " ".repeat(if is_below { below } else { key + 2 }))
            }
            With::Closers => closers(text.get(part.clone())?)?,
            With::AllClosers => closers(text.get(..part.end)?)?,
        };
        let place = |group: Match<'_>| part.start + group.start()..part.start + group.end();
        let (help, certainty) = match &self.advice {
            Advice::Known(help) => (help, Certainty::Known),
            Advice::Choice(help) => (help, Certainty::Choice),
            Advice::Lost(help) => (help, Certainty::StandIn),
        };
        let said = |template: &str| said(&template.replace("%q", quote), groups);
        let words = (
            said(self.message),
            said(help).replace("%with", &excerpt(&with)),
        );
        let mut repair = Repair::new(place(x), with, words);
        repair.certainty = certainty;
        repair.related = groups.name("next").map(|next| (place(next), "before this"));
        Some(repair.at(place(groups.name("at").unwrap_or(x))))
    }
}

/// Words with the first words of groups.
fn said(template: &str, groups: &Captures<'_>) -> String {
    let parts = template.split('`').map(|part| {
        let mut filled = String::new();
        groups.expand(part, &mut filled);
        if part.contains('$') {
            excerpt(&filled)
        } else {
            filled
        }
    });
    parts.collect::<Vec<String>>().join("`")
}

/// What closes the brackets and braces that are open at the end of a text, the innermost first.
fn closers(text: &str) -> Option<String> {
    let mut open = Vec::new();
    // Every other part is in quotes.
    let parts = text.replace("\\\"", "");
    for c in parts.split('"').step_by(2).flat_map(str::chars) {
        match c {
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    (!open.is_empty()).then(|| open.into_iter().rev().collect())
}
