//! Where a place is in lines and columns, and what stands there.

use std::ops::Range;

use super::Span;
use crate::{Source, Sources};

/// How many bytes of a line are shown before and after the beginning of a place: minified documents have lines of megabytes,
/// and the renderer reads all that it is given.
const WINDOW: usize = 1_000;

/// The lines of all files, found once.
#[derive(Debug)]
pub struct Lines<'a> {
    /// The files.
    pub sources: &'a Sources,
    files: Vec<File<'a>>,
}

/// One file.
#[derive(Debug)]
struct File<'a> {
    source: &'a Source,
    /// The position of its first byte.
    base: usize,
    /// Where its lines begin.
    starts: Vec<usize>,
}

/// A place as people name it.
pub struct Place<'a> {
    /// The file by the name that the user gave it.
    pub file: &'a str,
    /// Where it begins.
    pub start: Position,
    /// Where it ends: the position after its last character.
    pub end: Position,
}

/// A line and a column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The line on which a place begins.
pub struct Excerpt<'a> {
    /// The line before the place, as far as it is shown.
    pub before: &'a str,
    /// The place, as far as its first line goes.
    pub marked: &'a str,
    /// The line after the place, as far as it is shown.
    pub after: &'a str,
}

impl<'a> Lines<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        let files = sources.numbered().map(|(base, source)| {
            let after_breaks = source.text.match_indices('\n').map(|(at, _)| at + 1);
            File {
                source,
                base,
                starts: std::iter::once(0).chain(after_breaks).collect(),
            }
        });
        Self {
            sources,
            files: files.collect(),
        }
    }

    pub fn place(&self, span: Span) -> Place<'a> {
        let (file, Range { start, end }) = self.locate(span);
        Place {
            file: file.map_or("", |file| &file.source.name),
            start: position(file, start),
            end: position(file, end),
        }
    }

    /// The file in which a place lies, and the byte of it where the place begins: a line of megabytes is not counted through.
    pub fn origin(&self, span: Span) -> (&'a str, usize) {
        let (file, Range { start, .. }) = self.locate(span);
        (file.map_or("", |file| &file.source.name), start)
    }

    pub fn excerpt(&self, span: Span) -> Excerpt<'a> {
        let (file, Range { start, end }) = self.locate(span);
        let text = file.map_or("", |file| &file.source.text);
        let start = boundary(text, start);
        let line = file.map_or(0..0, |file| file.line(start));
        let line_end = boundary(text, line.end);
        let end = boundary(text, end).clamp(start, line_end.max(start));
        // Of a minified document's one line, a window around the place.
        let first = boundary(text, start.saturating_sub(WINDOW).max(line.start));
        let last = boundary(text, (start + WINDOW).min(line_end)).max(start);
        let end = end.min(last);
        let part = |bytes: Range<usize>| text.get(bytes).unwrap_or_default();
        Excerpt {
            before: part(first..start),
            marked: part(start..end),
            after: part(end..last),
        }
    }

    /// The file in which a place lies, and its bytes there.
    fn locate(&self, span: Span) -> (Option<&File<'a>>, Range<usize>) {
        let Range { start, end } = span.bytes();
        let after = self.files.partition_point(|file| file.base <= start);
        let file = after.checked_sub(1).and_then(|place| self.files.get(place));
        let base = file.map_or(0, |file| file.base);
        (file, start - base..end.max(start) - base)
    }
}

impl File<'_> {
    /// The bytes of the line that holds a byte, without its break.
    fn line(&self, at: usize) -> Range<usize> {
        let next = self.starts.partition_point(|start| *start <= at);
        let start = next.checked_sub(1).and_then(|line| self.starts.get(line));
        let end = match self.starts.get(next) {
            Some(next) => next - 1,
            None => self.source.text.len(),
        };
        start.copied().unwrap_or(0)..end
    }
}

fn position(file: Option<&File<'_>>, at: usize) -> Position {
    let Some(file) = file else {
        return Position { line: 1, column: 1 };
    };
    let text = file.source.text.as_str();
    let at = boundary(text, at);
    let before = text.get(file.line(at).start..at).unwrap_or_default();
    Position {
        line: file.starts.partition_point(|start| *start <= at),
        column: 1 + before.chars().count(),
    }
}

/// The nearest byte at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
