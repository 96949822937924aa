//! Quotes without their partners: the parser takes all up to the next quote for one text.

use crate::read::line::Line;
use crate::read::repair::Repair;
use crate::source::Span;

/// How many quotes of a line are tried.
const QUOTES: usize = 12;

/// What would give a partner to the quotes of a line, or take them away.
pub fn repairs(line: &Line<'_>) -> Vec<Repair> {
    let quotes: Vec<(usize, &str)> = line.text.match_indices(['"', '\'']).take(QUOTES).collect();
    let Some((first, quote)) = quotes.first().copied() else {
        return Vec::new();
    };
    let mut repairs = Vec::new();
    let first_at = line.start + first;
    let end = line.content_end();
    let first_place = Span::new(0, first_at..first_at + 1);
    let unclosed = |at: usize| {
        let message = format!("the quote `{quote}` is not closed on this line");
        let help = format!("write `{quote}` where the text ends, or remove the one here");
        Repair::new(at..at, quote, message)
            .at(first_place)
            .help(help)
    };
    // A key ends before its colon, everything else with the line.
    let (_, entry) = super::entry(line);
    if entry.starts_with(quote) {
        let last = || entry.strip_suffix(':').map(str::len);
        let colon = entry.find(": ").or_else(last);
        repairs.extend(colon.map(|colon| unclosed(first_at + colon)));
    }
    repairs.push(unclosed(end));
    // Brackets and commas may follow a text.
    let closing = line.text.trim_end().trim_end_matches([']', '}', ',', ' ']);
    if line.start + closing.len() < end {
        repairs.push(unclosed(line.start + closing.len()));
    }
    repairs.extend(doubled(line, first, quote));
    for (at, quote) in quotes.iter().rev() {
        let at = line.start + at;
        let message = format!("the quote `{quote}` has no partner on this line");
        let help = format!("remove it, or write the `{quote}` that belongs to it");
        repairs.push(Repair::new(at..at + 1, "", message).help(help));
    }
    // The quote that opened the text may be the one that is lost.
    let value = line.content().split_once(": ");
    if let Some((_, value)) = value.filter(|_| quotes.len() % 2 == 1) {
        let at = end - value.len();
        let message = "the closing quote has no partner on this line";
        let place = line.text.rfind(quote).map_or(at, |last| line.start + last);
        let opened = Repair::new(at..at, quote, message).at(Span::new(0, place..place + 1));
        repairs.push(opened.help(format!("write `{quote}` where the text begins")));
    }
    repairs
}

/// What writes the quotes inside of a text so that they do not end it.
fn doubled(line: &Line<'_>, first: usize, quote: &str) -> Option<Repair> {
    let last = line.text.rfind(quote).filter(|last| *last > first + 1)?;
    let inside = line.text.get(first + 1..last)?;
    let written = if quote == "'" { "''" } else { "\\\"" };
    let second = inside.find(quote)? + first + 1 + line.start;
    let range = line.start + first + 1..line.start + last;
    let message = format!("the quote `{quote}` inside of this text ends it");
    let help = format!("write `{written}` for each quote inside of the text, or remove it");
    let repair = Repair::new(range, inside.replace(quote, written), message);
    Some(repair.at(Span::new(0, second..second + 1)).help(help))
}

/// What would close a text of several lines where its indentation ends.
pub fn unclosed_text(lines: &[Line<'_>], index: usize) -> Option<Repair> {
    let line = lines.get(index)?;
    let (start, value) = super::value(line);
    // A key ends on its line.
    if start == super::entry(line).0 {
        return None;
    }
    let quote = value
        .get(..1)
        .filter(|quote| matches!(*quote, "\"" | "'"))?;
    let is_blank = |line: &Line<'_>| line.content().is_empty();
    let below = lines.iter().skip(index + 1);
    let inside = below.take_while(|below| is_blank(below) || below.indent() > line.indent());
    let end = inside.filter(|line| !is_blank(line)).last()?.content_end();
    let message = format!("the text that `{quote}` opens is not closed");
    let repair = Repair::new(end..end, quote, message);
    let repair = repair.help(format!("write `{quote}` where the text ends"));
    Some(repair.related(Span::new(0, start..start + 1), "opened here"))
}

/// The first escape that cannot be read in the text in double quotes that begins at a byte or after it.
pub fn wrong_escape(text: &str, at: usize) -> Option<Span> {
    let begin = at + text.get(at..)?.find('"')? + 1;
    let inside = text.get(begin..)?;
    let mut is_escaped = false;
    for (offset, c) in inside.char_indices() {
        let end = offset + c.len_utf8();
        let digits = match c {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let is_known = || {
            let digits = inside.get(end..end + digits);
            "0abtnvfre \"/\\N_LPxuU\t\r\n".contains(c)
                && digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        };
        if is_escaped && !is_known() {
            return Some(Span::new(0, begin + offset - 1..begin + end));
        }
        if !is_escaped && c == '"' {
            return None;
        }
        is_escaped = !is_escaped && c == '\\';
    }
    None
}

/// Whether a line is worth a look: its quotes are not in pairs, or it is near the error.
pub fn is_suspicious(lines: &[Line<'_>], index: usize, error: usize) -> bool {
    let Some(line) = lines.get(index) else {
        return false;
    };
    // Near the error, all quotes that are more than a pair are looked at.
    let count = |quote: char| line.text.matches(quote).count();
    let is_more = ['"', '\'']
        .into_iter()
        .any(|quote| ![0, 2].contains(&count(quote)));
    if error.saturating_sub(index) < 3 && is_more {
        return true;
    }
    let (_, entry) = super::entry(line);
    let (_, value) = super::value(line);
    [entry, value].into_iter().any(|text| {
        let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
        let end = text.trim_end_matches([',', ']', '}', ' ']);
        quote.is_some_and(|quote| {
            text.matches(quote).count() % 2 == 1 || !end.ends_with([quote, ':'])
        })
    })
}
