//! Strings that are not closed, are in other quotes, or hold what no string holds.

use super::Place;
use crate::read::repair::Repair;

/// What would make a string of what begins with a quote.
pub fn repairs(place: &Place<'_>) -> Vec<Repair> {
    let Some(c) = place.line().chars().next() else {
        return unclosed_on_line(place);
    };
    let here = place.at..place.at + c.len_utf8();
    let repair = match c {
        '\\' => {
            let escape: String = place.line().chars().take(2).collect();
            let message = format!("`{escape}` is not a valid escape in a string");
            let repair = Repair::new(here.start..here.start, "\\", message);
            let help = "write a backslash as `\\\\`, and a character by its number as `\\u` and four digits";
            repair.at(here.start..here.start + escape.len()).help(help)
        }
        '\t' => Repair::new(here, "\\t", "there is a tab in this string"),
        _ => {
            let number = format!("{:04X}", u32::from(c));
            let message = format!("there is the control character U+{number} in this string");
            Repair::new(here, format!("\\u{number}"), message)
        }
    };
    vec![repair]
}

/// What would close a string on its line or on the next one, or take its quote away.
fn unclosed_on_line(place: &Place<'_>) -> Vec<Repair> {
    let start = place.stop.last.start;
    let line = place.last().trim_end();
    // It may end before brackets and braces, at the end of a key, before a comma, or with the line.
    let mut ends = vec![line.trim_end_matches([',', '}', ']', '{', '[', ' ']).len()];
    ends.extend(line.find(':'));
    ends.push(line.trim_end_matches(',').len());
    let closed = ends.into_iter().map(|end| unclosed(place, start + end));
    let rest = place.text.get(place.at..).unwrap_or_default();
    let margin = place.at..place.text.len() - rest.trim_start().len();
    let joined = Repair::new(margin, "\\n", "there is a line break in this string");
    let removed = Repair::new(start..start + 1, "", "this quote has no partner");
    let unknown = "close it with a quote, or remove the quote here; a line break in a string is written `\\n`";
    let last = unclosed(place, start + line.len()).choice(unknown);
    closed
        .chain([joined.at(start..start + 1), removed, last])
        .collect()
}

/// What would close the last string at a byte.
pub fn unclosed(place: &Place<'_>, at: usize) -> Repair {
    let start = place.stop.last.start;
    let message = "the string that begins here is not closed on its line";
    let string = place.text.get(start..at).unwrap_or_default();
    let help = format!("close it with a quote: `{}\"`", ending(string));
    Repair::new(at..at, "\"", message)
        .at(start..start + 1)
        .help(help)
}

/// The last characters of a string, for a message.
fn ending(string: &str) -> String {
    const LENGTH: usize = 40;
    let start = string.char_indices().nth_back(LENGTH);
    match start {
        Some((start, _)) => format!("…{}", string.get(start..).unwrap_or_default()),
        None => string.to_owned(),
    }
}

/// What would write straight double quotes around a string that is in others.
pub fn straight(place: &Place<'_>, quote: char) -> Repair {
    let line = place.line();
    let inside = line.get(quote.len_utf8()..).unwrap_or_default();
    let is_quote = |c: char| c == quote || "”“’‘»«\"".contains(c);
    let (string, rest) = inside.split_once(is_quote).unwrap_or((inside, ""));
    let range = place.at..place.at + line.len() - rest.len();
    let message = format!("`{quote}` does not begin a string: JSON has straight double quotes");
    let repair = Repair::new(range, format!("\"{string}\""), message);
    let help = "write `\"` before and after the string";
    repair.at(place.at..place.at + quote.len_utf8()).help(help)
}
