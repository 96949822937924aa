//! Descriptions as rustdoc text.
//!
//! A description is somebody else's CommonMark. It is parsed as rustdoc would parse it and written anew: the same words,
//! but no code block that would be compiled as a test, no HTML, no link that rustdoc would take for a Rust path, no
//! character that hides another. Paragraphs are filled to a width that reads well.

mod escape;
mod fences;
mod fill;
mod html;
mod writer;

use pulldown_cmark::{Event, Options, Parser, Tag};

use escape::{address, clean, escape, is_absolute};
use fill::{WIDTH, fill_to};
use writer::Writer;

/// What descriptions may use beside CommonMark: tables, and the notes of GitHub.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_GFM);

/// The lines of a description.
pub fn lines(text: &str) -> Vec<String> {
    if is_plain(text) {
        return fill(text);
    }
    write(text, None)
}

/// The lines of an item of a list about `name`.
pub fn item(name: &str, text: &str) -> Vec<String> {
    write(text, Some(format!("- {}: ", code(name))))
}

fn write(text: &str, bullet: Option<String>) -> Vec<String> {
    let text = clean(text);
    let text = fences::closed(&text);
    let text = html::to_markdown(&text);
    let events: Vec<_> = Parser::new_ext(&text, OPTIONS).into_offset_iter().collect();
    let levels = events.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    });
    let mut writer = Writer::new(&text, levels.min().unwrap_or(1));
    if bullet.is_some() {
        writer.prefixes.push("  ".to_owned());
        writer.bullet = bullet;
    }
    for (event, range) in events {
        writer.event(event, range);
    }
    writer.flush();
    while writer.lines.last().is_some_and(String::is_empty) {
        writer.lines.pop();
    }
    writer.lines
}

/// Whether a text is plain words on one line, as most are: no part of it means anything in CommonMark or to a link.
fn is_plain(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b" ,.;'()/?-".contains(&b);
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(is_plain)
}

/// A paragraph that is CommonMark already, broken into lines.
pub fn fill(paragraph: &str) -> Vec<String> {
    fill_to(paragraph, WIDTH, 0)
}

/// Text as the words of one line, none of which means anything in CommonMark.
pub fn plain(text: &str) -> String {
    let text = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    escape(&text, false)
}

/// Text as a code span, whatever backticks it holds.
pub fn code(text: &str) -> String {
    let text = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if text.is_empty() {
        return "(empty)".to_owned();
    }
    if text.starts_with('`') || text.ends_with('`') {
        return format!("{fence} {text} {fence}");
    }
    format!("{fence}{text}{fence}")
}

/// A link; just its text where the address is none that a browser opens.
pub fn link(text: &str, url: &str) -> String {
    let text = lines(text).join(" ");
    if !is_absolute(url) {
        return text;
    }
    if text.is_empty() || is_absolute(&text) || text.contains("](") || text.starts_with('<') {
        return format!("<{}>", address(url));
    }
    format!("[{text}]({})", address(url))
}
