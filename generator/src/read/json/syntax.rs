//! What is wrong with text that is no JSON: what was expected and what is there show which changes may help.

mod layout;
mod string;
mod word;

pub use word::word;

use std::ops::Range;

use super::reader::{Expected, Stop, tree};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::read::line::rest_of_line;
use crate::read::repair::{self, Broken, Repair, Trial, excerpt};
use crate::read::{Judge, Node};

/// What to write where a value is expected.
const A_VALUE: &str =
    "write a string in double quotes, a number, `true`, `false`, `null`, an array or an object";

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

/// Where a text cannot be read.
struct Place<'s> {
    text: &'s str,
    at: usize,
    stop: Stop,
}

impl<'s> Place<'s> {
    fn repairs(&self) -> Vec<Repair> {
        match (self.stop.expected, self.line().chars().next()) {
            (Expected::Character, _) => string::repairs(self),
            (_, Some(c)) if word::is_part(c) => word::repairs(self),
            (_, Some(c)) if "'`“”„‘’«»".contains(c) => vec![string::straight(self, c)],
            (_, Some('#' | '/')) if word::lacks_quote(self.line()) => word::repairs(self),
            (_, Some('#' | '/')) => vec![self.comment()],
            (_, Some(_)) => {
                let quoted = word::unopened(self).into_iter();
                quoted.chain(self.signs()).collect()
            }
            (_, None) => {
                let layout = layout::repairs(self.text, self.at).into_iter();
                layout.chain([self.end()]).collect()
            }
        }
    }

    /// The rest of the line in which it cannot be read.
    fn line(&self) -> &'s str {
        rest_of_line(self.text, self.at)
    }

    /// The token before.
    fn last(&self) -> &'s str {
        self.text.get(self.stop.last.clone()).unwrap_or_default()
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
        let (value, key) = ((" null", "a value"), ("\"\":", "a key"));
        let expected = match self.stop.expected {
            Expected::Value => vec![value],
            Expected::ItemOrEnd => vec![closer, value],
            Expected::Key => vec![key],
            Expected::KeyOrEnd => vec![closer, key],
            Expected::Colon => vec![(":", "a colon")],
            Expected::CommaOrEnd => vec![closer, (",", "a comma")],
            Expected::Character | Expected::Nothing => Vec::new(),
        };
        let (last, token) = (self.stop.last.clone(), self.token());
        let found = excerpt(self.text.get(token.clone()).unwrap_or_default());
        let mut repairs = layout::repairs(self.text, self.at);
        if self.last() == "," {
            let message = format!("there is a comma before `{found}`");
            repairs.push(Repair::new(last.clone(), "", message).help("remove the comma"));
        }
        let gap = self.text.get(last.end..self.at).unwrap_or_default();
        let begins_line = gap.contains('\n');
        // What begins a value is rather the next one, after a comma that is lost.
        let begins_value = self.line().starts_with(['"', '{', '[']);
        let is_next = begins_value && self.stop.expected == Expected::CommaOrEnd;
        let surplus = match self.stop.expected {
            Expected::Nothing => {
                let message = format!("the document has ended before `{found}`");
                let rest = Repair::new(self.at..self.text.len(), "", message).at(token.clone());
                rest.choice("remove what follows, or look for a closing bracket too many above")
            }
            _ => Repair::new(token.clone(), "", format!("`{found}` has no place here")),
        };
        let (before, after) = if is_next {
            (None, Some(surplus))
        } else {
            (Some(surplus), None)
        };
        repairs.extend(before);
        for (with, name) in expected {
            let message = format!("`{found}` is here in place of {name}");
            repairs.push(Repair::new(token.clone(), with, message));
            let message = format!("{name} is missing after `{}`", excerpt(self.last()));
            let missing = Repair::new(last.end..last.end, with, message);
            repairs.push(match with {
                " null" => missing.help(A_VALUE).stand_in(),
                "\"\":" => missing.stand_in(),
                "," if begins_line => missing.related(token.clone(), "before this"),
                _ => missing,
            });
        }
        repairs.extend(after);
        repairs
    }

    fn comment(&self) -> Repair {
        let line = self.line();
        let block = line.strip_prefix("/*").and_then(|rest| rest.find("*/"));
        let end = self.at + block.map_or(line.len(), |end| end + 4);
        let help = "remove the comment, or write what it says as a `description`";
        let comment = Repair::new(self.at..end, "", "JSON has no comments");
        comment.at(self.at..self.at + 1).help(help)
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
        let closed = Repair::new(end..end, closers, message);
        closed.choice(help).related(open..open + 1, "opened here")
    }
}
