//! What is wrong with text that is no JSON: what was expected and what is there show which changes may help.

mod layout;
mod slips;

use std::ops::Range;

use super::reader::{Expected, Stop, tree};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::read::line::rest_of_line;
use crate::read::repair::{self, Broken, Repair, Trial, excerpt};
use crate::read::{Judge, Node};

/// Reports why a text cannot be read at a byte.
pub fn report(
    text: &str,
    stop: (usize, Stop),
    judge: Judge,
    report: &mut dyn FnMut(Diagnostic) -> Reported,
) -> Reported {
    let trial = |text: &str, at, stop| Trial {
        repairs: Place { text, at, stop }.repairs(),
        above: String::new(),
        part: 0..text.len(),
        cut: 0,
    };
    repair::report(("JSON", text), stop, trial, (read, judge), report)
}

fn read(text: &str) -> Result<Node<'_>, Broken<Stop>> {
    tree(text, 0, &mut Diagnostics::default())
}

/// The word that a text begins with.
pub fn word(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '+' | '-');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Where a text cannot be read.
struct Place<'s> {
    text: &'s str,
    at: usize,
    stop: Stop,
}

impl<'s> Place<'s> {
    fn repairs(&self) -> Vec<Repair> {
        let end = self.at + self.line().len();
        let after = self.text.get(end..).unwrap_or_default();
        let margin = after.len() - after.trim_start().len();
        let (here, last) = (self.at..end, self.stop.last.start..end + margin);
        // What is recognised first excludes the others.
        let found = slips::ANY.find(self.text, here.clone()).into_iter();
        let mut repairs: Vec<Repair> = found.chain(self.expected(here)).take(1).collect();
        let is_recognised = !repairs.is_empty() || self.stop.expected == Expected::Character;
        repairs.extend(slips::BEFORE.find(self.text, last));
        if !is_recognised {
            repairs.extend(layout::repairs(self.text, self.at));
            match self.line() {
                "" => repairs.push(self.end()),
                _ => repairs.extend(self.signs()),
            }
        }
        repairs
    }

    /// What would make what is expected of what is here.
    fn expected(&self, here: Range<usize>) -> Vec<Repair> {
        match self.stop.expected {
            Expected::Character => slips::INSIDE.find(self.text, here),
            Expected::Key | Expected::KeyOrEnd => slips::KEY.find(self.text, here),
            Expected::Value | Expected::ItemOrEnd => slips::VALUE.find(self.text, here),
            Expected::Colon | Expected::CommaOrEnd | Expected::Nothing => Vec::new(),
        }
    }

    /// The rest of the line in which it cannot be read.
    fn line(&self) -> &'s str {
        rest_of_line(self.text, self.at)
    }

    /// The place of the string, the word or the sign that is here.
    fn token(&self) -> Range<usize> {
        let line = self.line();
        let string = line.strip_prefix('"').and_then(|inside| inside.find('"'));
        let sign = line.chars().next().map_or(0, char::len_utf8);
        let length = string.map_or(word(line).len().max(sign), |end| end + 2);
        self.at..self.at + length
    }

    /// What closes the brackets and braces that are open, the innermost first.
    fn closers(&self) -> String {
        let open = self.stop.open.iter().rev();
        let openers = open.filter_map(|at| self.text.get(*at..=*at));
        let closers = openers.map(|opener| if opener == "{" { '}' } else { ']' });
        closers.collect()
    }

    /// What would put brackets, braces, commas and colons in order.
    fn signs(&self) -> Vec<Repair> {
        let closer = self.closers().get(..1).unwrap_or_default().to_owned();
        let closer = (closer.as_str(), &*format!("`{closer}`"));
        let expected = match self.stop.expected {
            Expected::Value => vec![("null", "a value")],
            Expected::ItemOrEnd => vec![closer, ("null", "a value")],
            Expected::KeyOrEnd => vec![closer],
            Expected::Colon => vec![(":", "a colon")],
            Expected::CommaOrEnd => vec![closer, (",", "a comma")],
            Expected::Key | Expected::Character | Expected::Nothing => Vec::new(),
        };
        let (last, token) = (self.stop.last.clone(), self.token());
        let found = excerpt(self.text.get(token.clone()).unwrap_or_default());
        let before = excerpt(self.text.get(last.clone()).unwrap_or_default());
        let (end, message, help) = match self.stop.expected {
            Expected::Nothing => (
                self.text.len(),
                format!("the document has ended before `{found}`"),
                "remove what follows, or look for a closing bracket too many above".to_owned(),
            ),
            _ => {
                let message = format!("`{found}` has no place here");
                (token.end, message, format!("remove `{found}`"))
            }
        };
        let surplus = Repair::new(self.at..end, "", (message, help)).at(token.clone());
        let is_end = self.stop.expected == Expected::Nothing;
        let mut repairs = vec![if is_end { surplus.choice() } else { surplus }];
        for (with, what) in expected {
            let help = match with {
                "null" => "write the value".to_owned(),
                sign => format!("write `{sign}`"),
            };
            let message = format!("`{found}` is here in place of {what}");
            repairs.push(Repair::new(token.clone(), with, (message, help.as_str())));
            let message = format!("{what} is missing after `{before}`");
            let missing = Repair::new(last.end..last.end, with, (message, help));
            repairs.push(match with {
                "null" => missing.stand_in(),
                "," => missing.related(token.clone(), "before this"),
                _ => missing,
            });
        }
        // What begins a value is rather the next one, after a comma that is lost.
        let begins_value = self.line().starts_with(['"', '{', '[']);
        if begins_value && self.stop.expected == Expected::CommaOrEnd {
            repairs.rotate_left(1);
        }
        repairs
    }

    /// What would close what is open where the text ends.
    fn end(&self) -> Repair {
        let closers = self.closers();
        let open = self.stop.open.last().copied().unwrap_or_default();
        let opener = self.text.get(open..=open).unwrap_or_default();
        let message = format!("the text ends before `{opener}` is closed");
        let help = match closers.len() {
            0 | 1 => format!("write `{closers}`"),
            _ => format!("look for what is cut off: `{closers}` comes at the end"),
        };
        let end = self.stop.last.end;
        let closed = Repair::new(end..end, closers, (message, help)).choice();
        closed.related(open..open + 1, "opened here")
    }
}
