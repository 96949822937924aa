//! Edits that advice names, for programs that apply them.

use std::ops::Range;

use crate::source::{Sources, Span};

/// How many columns a level of YAML is indented by.
const STEP: usize = 2;

/// What to change in a document.
#[derive(Clone, Debug)]
pub enum Edit {
    /// A word in place of another one; it is in quotes if that one is.
    Replace {
        /// The word that is replaced.
        span: Span,
        /// What is written there.
        word: String,
    },
    /// A text in place of another one, as it is.
    Write {
        /// What is replaced.
        span: Span,
        /// The text that is written there.
        text: String,
    },
    /// A dash before what is here: in place of the spaces there, or in the column of the dash on the next line.
    Dash(Span),
    /// Lines of YAML that are indented otherwise.
    Indent {
        /// The keys and values on these lines.
        lines: Span,
        /// What is indented as they should be, or one level less.
        like: Span,
        /// Which of the two it is.
        level: Level,
    },
}

/// A level of indentation in relation to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The same.
    Same,
    /// The next one.
    Below,
}

/// A text in place of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced.
    pub span: Span,
    /// What is written there.
    pub text: String,
}

impl Edit {
    /// The place that it changes.
    pub fn span(&self) -> Span {
        match self {
            Edit::Replace { span, .. } | Edit::Write { span, .. } | Edit::Dash(span) => *span,
            Edit::Indent { lines, .. } => *lines,
        }
    }

    /// The text that the edit writes, and in place of what; `None` where the file is not as the edit expects it, as on a line that
    /// several keys share.
    pub fn replacement(&self, sources: &Sources) -> Option<Replacement> {
        let (base, source) = sources.file_at(self.span())?;
        let written = source.text.as_str();
        let (range, replacement) = match self {
            Edit::Replace { span, word } => {
                let range = span.bytes_from(base);
                let quote = written.get(range.clone())?.chars().next();
                let quote = quote.filter(|quote| ['"', '\''].contains(quote));
                // Without quotes, `#` begins a comment, and `null` is no word.
                let needs_quotes = word.starts_with('#') || word == "null";
                let quote = quote.or(needs_quotes.then_some('\''));
                let quote = quote.map(String::from).unwrap_or_default();
                (range, format!("{quote}{word}{quote}"))
            }
            Edit::Write { span, text } => (span.bytes_from(base), text.clone()),
            Edit::Dash(span) => {
                let item = span.bytes_from(base).start;
                let spaces = item.checked_sub(2)?..item;
                let next = written.get(item..)?.lines().nth(1).unwrap_or_default();
                let below = next.trim_start_matches(' ');
                let (_, column) = begin(written, item)?;
                let is_at_dash = below.starts_with("- ") && next.len() - below.len() == column;
                let are_spaces = written.get(spaces.clone()) == Some("  ");
                let place = if is_at_dash { item..item } else { spaces };
                (is_at_dash || are_spaces).then(|| (place, "- ".to_owned()))?
            }
            Edit::Indent { lines, like, level } => indented(
                written,
                lines.bytes_from(base),
                like.bytes_from(base),
                *level,
            )?,
        };
        Some(Replacement {
            span: Span::new(base, range),
            text: replacement,
        })
    }

    /// The same edit of what was written there before overlays changed the document; `None` if that is not one word.
    pub(crate) fn traced(self, word: impl Fn(Span) -> Option<Span>) -> Option<Self> {
        match self {
            Edit::Replace { span, word: text } => Some(Edit::Replace {
                span: word(span)?,
                word: text,
            }),
            Edit::Write { span, text } => Some(Edit::Write {
                span: word(span)?,
                text,
            }),
            // Lines can only be indented, or become items, where no overlay changed them.
            Edit::Dash(span) => (word(span) == Some(span)).then_some(self),
            Edit::Indent { lines, like, .. } => {
                let is_unchanged = word(lines) == Some(lines) && word(like) == Some(like);
                is_unchanged.then_some(self)
            }
        }
    }

    /// The same in the file that begins at `base`.
    #[must_use]
    pub fn moved(self, base: usize) -> Self {
        match self {
            Edit::Replace { span, word } => Edit::Replace {
                span: span.moved(base),
                word,
            },
            Edit::Write { span, text } => Edit::Write {
                span: span.moved(base),
                text,
            },
            Edit::Dash(span) => Edit::Dash(span.moved(base)),
            Edit::Indent { lines, like, level } => Edit::Indent {
                lines: lines.moved(base),
                like: like.moved(base),
                level,
            },
        }
    }
}

/// The lines of a place, and what is written in their place.
fn indented(
    text: &str,
    lines: Range<usize>,
    like: Range<usize>,
    level: Level,
) -> Option<(Range<usize>, String)> {
    let (start, column) = begin(text, lines.start)?;
    let (_, wanted) = begin(text, like.start)?;
    let wanted = match level {
        Level::Same => wanted,
        Level::Below => wanted + STEP,
    };
    // A list and a block of text end where the next line begins, or what is on it.
    let end = text.get(..lines.end)?.trim_end().len();
    let rest = text.get(end..)?;
    let end = end + rest.find('\n').map_or(rest.len(), |at| at + 1);
    let moved = text.get(start..end)?.split_inclusive('\n').map(|line| {
        let content = line.trim_start_matches(' ');
        let indentation = line.len() - content.len();
        let indentation = if content.trim().is_empty() {
            indentation
        } else {
            (indentation + wanted).saturating_sub(column)
        };
        format!("{}{content}", " ".repeat(indentation))
    });
    Some((start..end, moved.collect()))
}

/// Where the line of a place begins, and in which column the place is, if it is the first thing there.
fn begin(text: &str, place: usize) -> Option<(usize, usize)> {
    let before = text.get(..place)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let indentation = before.get(start..)?;
    let is_first = indentation.chars().all(|c| c == ' ' || c == '-');
    is_first.then_some((start, indentation.len()))
}
