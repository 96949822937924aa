//! Places in the sources.

use std::ops::Range;

/// A byte range of the sources, whose bytes are numbered as if they were one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The same place in the file that begins at `base`.
    pub fn moved(self, base: usize) -> Self {
        Self::new(base, self.bytes())
    }

    /// The span of these bytes of the file that begins at `base`. Positions stay below 4 GiB: reading refuses larger sources.
    pub fn new(base: usize, bytes: Range<usize>) -> Self {
        let offset = |byte: usize| u32::try_from(base + byte).unwrap_or(u32::MAX);
        Self {
            start: offset(bytes.start),
            end: offset(bytes.end),
        }
    }

    /// The same place up to this byte, if it does not reach further.
    pub fn to(self, end: u32) -> Self {
        Self {
            end: end.max(self.end),
            ..self
        }
    }

    /// The bytes it covers.
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The bytes it covers in the file that begins at `base`.
    pub fn bytes_from(self, base: usize) -> Range<usize> {
        let Range { start, end } = self.bytes();
        start.saturating_sub(base)..end.saturating_sub(base)
    }

    /// Whether `other` lies within it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
