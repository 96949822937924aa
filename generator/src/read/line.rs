//! The lines of a text that cannot be read: its indentation often shows what was meant.

use std::ops::Range;

/// A line without its break.
#[derive(Clone, Copy, Default)]
pub struct Line<'s> {
    pub start: usize,
    pub text: &'s str,
}

/// The lines of a text.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let whole = text.split_inclusive('\n').map(|whole| {
        let line = Line {
            start,
            text: whole.trim_end_matches(['\n', '\r']),
        };
        start += whole.len();
        line
    });
    whole.collect()
}

/// The line that holds a byte.
pub fn index_of(lines: &[Line<'_>], at: usize) -> usize {
    lines
        .partition_point(|line| line.start <= at)
        .saturating_sub(1)
}

/// What follows a byte on its line.
pub fn rest_of_line(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

/// How many spaces a text begins with.
pub fn indent(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

impl<'s> Line<'s> {
    /// How many spaces stand before the content.
    pub fn indent(&self) -> usize {
        indent(self.text)
    }

    /// The line without the white space around it.
    pub fn content(&self) -> &'s str {
        self.text.trim()
    }

    /// Where the content begins.
    pub fn content_start(&self) -> usize {
        self.start + self.text.len() - self.text.trim_start().len()
    }

    /// Where the line ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The place of the white space before the content.
    pub fn margin(&self) -> Range<usize> {
        self.start..self.content_start()
    }

    /// Whether something else than spaces stands before the content.
    pub fn has_odd_margin(&self) -> bool {
        self.text
            .trim_start_matches(' ')
            .starts_with(char::is_whitespace)
    }

    /// Whether the line begins with an item of a list.
    pub fn is_item(&self) -> bool {
        self.content() == "-" || self.content().starts_with("- ")
    }

    /// Whether the line begins with an item of a list or a key.
    pub fn is_entry(&self) -> bool {
        let content = self.content();
        self.is_item() || content.ends_with(':') || content.contains(": ")
    }

    /// Whether the line says nothing to a reader of YAML.
    pub fn is_empty(&self) -> bool {
        let content = self.content();
        content.is_empty() || content.starts_with('#')
    }
}
