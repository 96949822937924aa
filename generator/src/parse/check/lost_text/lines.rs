//! The last lines of a text, as they are written.

use crate::source::Span;

/// By how many columns an example in a text is indented.
const EXAMPLE: usize = 4;

/// The last lines of a text.
pub struct Lines<'s> {
    /// The column in which the first of them begins.
    pub column: usize,
    /// What is written before them.
    before: &'s str,
    /// The lines, from the content of the first.
    pub rest: &'s str,
    pub place: Span,
}

/// The lines from each line of a text on, but the first.
pub fn last_lines(written: &str, place: Span) -> impl Iterator<Item = Lines<'_>> {
    let starts = written.match_indices('\n').map(|(at, _)| at + 1);
    starts.filter_map(move |start| {
        let (before, lines) = written.split_at_checked(start)?;
        let rest = lines.trim_start_matches(' ');
        let column = lines.len() - rest.len();
        let begin = place.start as usize + start + column;
        let place = Span::new(0, begin..place.end as usize);
        Some(Lines {
            column,
            before,
            rest,
            place,
        })
    })
}

impl<'s> Lines<'s> {
    /// The first of them.
    pub fn first(&self) -> &'s str {
        self.rest.lines().next().unwrap_or_default().trim_end()
    }

    /// Where that is.
    pub fn first_place(&self) -> Span {
        Span::new(self.place.start as usize, 0..self.first().len())
    }

    /// How the first line has to be indented for the others to belong to it. It alone may be too far to the right: then they are not
    /// below it, but its value.
    pub fn margin(&self) -> usize {
        let lines = self.rest.lines().skip(1);
        let mut below = lines.filter(|line| !line.trim().is_empty()).peekable();
        let column = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let is_value = below.peek().is_some_and(|line| {
            let is_item = line.trim_start().starts_with("- ");
            column(line) <= self.column && !is_item
        });
        let has_value = !self.first().ends_with(':') && !self.begin_text();
        match below.map(column).min() {
            Some(below) if is_value && !has_value => below.saturating_sub(1),
            Some(_) | None => self.column,
        }
    }

    /// Whether they are a key and a text of their own.
    pub fn begin_text(&self) -> bool {
        let is_header = |sign: &str| self.first().ends_with(sign);
        [": |", ": >", ": |-", ": >-"].into_iter().any(is_header)
    }

    /// Whether a list begins here.
    pub fn is_list(&self) -> bool {
        let before = self.before.trim_end().lines().next_back();
        let is_item = |line: &str| line.trim_start().starts_with("- ");
        is_item(self.rest) && !before.is_some_and(is_item)
    }

    /// Whether they are what a text shows as an example: in a fence, after a colon, or further to the right.
    pub fn is_example(&self, written: &str) -> bool {
        let lines = written.lines().skip(1);
        let mut text = lines.filter(|line| !line.trim().is_empty());
        let margin = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let column = text.next().map_or(0, margin);
        let (_, before) = self.before.split_once('\n').unwrap_or_default();
        before.contains("```")
            || before.trim_end().ends_with(':')
            || self.column >= column + EXAMPLE
    }
}
