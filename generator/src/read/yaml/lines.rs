//! Where a place of the parser lies in the text.

use saphyr_parser::Marker;

/// The starts of the lines: the parser counts characters, spans count bytes.
pub struct Lines<'s> {
    pub text: &'s str,
    starts: Vec<usize>,
    is_ascii: bool,
}

impl<'s> Lines<'s> {
    pub fn new(text: &'s str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
            is_ascii: text.is_ascii(),
        }
    }

    /// The byte that a marker means.
    pub fn offset(&self, marker: Marker) -> usize {
        if self.is_ascii {
            return marker.index().min(self.text.len());
        }
        let start = marker
            .line()
            .checked_sub(1)
            .and_then(|line| self.starts.get(line))
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text.get(start..).unwrap_or_default();
        let within: usize = line.chars().take(marker.col()).map(char::len_utf8).sum();
        start + within
    }
}
