//! A line from where a key or an item may begin.

use crate::read::line::Line;

/// What follows the margin, a dash or a key on a line.
#[derive(Clone, Copy)]
pub struct Entry<'s> {
    /// Where its line begins.
    line: usize,
    pub start: usize,
    /// The rest of the line, without white space around it.
    pub text: &'s str,
}

impl<'s> Entry<'s> {
    pub fn of(line: &Line<'s>) -> Self {
        Self {
            line: line.start,
            start: line.content_start(),
            text: line.content(),
        }
    }

    pub fn column(&self) -> usize {
        self.start - self.line
    }

    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What follows after some bytes.
    pub fn after(&self, bytes: usize) -> Self {
        let text = self.text.get(bytes..).unwrap_or_default().trim_start();
        Self {
            start: self.end() - text.len(),
            text,
            ..*self
        }
    }

    /// What follows a dash.
    pub fn item(&self) -> Option<Self> {
        let rest = self.text.strip_prefix('-')?;
        (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| self.after(1))
    }

    /// Whether it is a key or an item.
    pub fn is_entry(&self) -> bool {
        self.item().is_some() || self.key().is_some()
    }

    /// How long a key is, with its colon.
    pub fn key(&self) -> Option<usize> {
        let quote = self.text.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inside = quote.map_or(Some(0), |quote| Some(self.text.get(1..)?.find(quote)? + 2))?;
        let rest = self.text.get(inside..)?;
        let colon = rest.find(": ").or_else(|| rest.find(":\t"));
        let colon = colon.or_else(|| rest.strip_suffix(':').map(str::len))?;
        let before = rest.get(..colon)?;
        let is_text = inside > 0 && !before.trim().is_empty();
        let is_other = self.text.starts_with(['[', '{', '#']) || before.contains(" #");
        (!is_text && !is_other).then_some(inside + colon + 1)
    }

    /// The key with which it begins, with its colon.
    pub fn first_key(&self) -> Option<&'s str> {
        self.text.get(..self.key()?)
    }

    /// What follows an anchor or a tag.
    pub fn without_properties(self) -> Self {
        let mut rest = self;
        while rest.text.starts_with(['&', '!']) {
            rest = rest.after(rest.text.find(' ').unwrap_or(rest.text.len()));
        }
        rest
    }
}
