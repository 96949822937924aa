//! The lines of a text as blocks of keys and items, and what would help where a line is neither.

use super::entry::Entry;
use super::{LINES, enclosed, indentation, mark, value};
use crate::read::line::{Line, index_of};
use crate::read::repair::Repair;

/// What the entries of a block begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Key,
    Dash,
}

/// A block that is open.
#[derive(Clone, Copy)]
pub struct Block {
    pub indent: usize,
    kind: Kind,
    /// The number of its first line, and of the line of its last entry.
    pub first: usize,
    pub last: usize,
    /// Whether its last entry follows a list with the same indentation.
    pub follows_list: bool,
}

/// What may follow below an entry, further to the right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// Its value.
    Value,
    /// More of its text, which may have begun on a line of its own.
    Plain(Option<usize>),
    Nothing,
}

/// A reader of lines.
pub struct Walk<'a, 's> {
    pub text: &'s str,
    pub lines: &'a [Line<'s>],
    /// The last line that is too far from the error to be wrong.
    far: usize,
    /// The line that is read.
    pub index: usize,
    pub blocks: Vec<Block>,
    below: Below,
    found: Vec<Repair>,
}

/// The lines that the first of the lines near an error is below, and what would help near the error.
pub fn repairs(text: &str, lines: &[Line<'_>], error: usize) -> (String, Vec<Repair>) {
    let mut walk = Walk {
        text,
        lines,
        far: error.saturating_sub(LINES),
        index: 0,
        blocks: Vec::new(),
        below: Below::Value,
        found: Vec::new(),
    };
    let mut above = Vec::new();
    while let Some(line) = lines.get(walk.index).filter(|_| walk.index <= error + 1) {
        if walk.index <= walk.far {
            above.clone_from(&walk.blocks);
            walk.found.clear();
        }
        walk.line(line);
        walk.index += 1;
    }
    let above = above.iter().filter_map(|block| lines.get(block.last));
    let above = above.flat_map(|line| [line.text, "\n"]).collect();
    (above, walk.found)
}

impl<'s> Walk<'_, 's> {
    /// How the innermost block is indented: what belongs to it is further to the right.
    pub fn base(&self) -> Option<usize> {
        self.blocks.last().map(|block| block.indent)
    }

    /// Whether the line that begins at a byte belongs to no value of the innermost block.
    pub fn is_left(&self, start: usize) -> bool {
        let line = self.lines.get(index_of(self.lines, start));
        line.is_some_and(|line| !line.content().is_empty() && self.base() >= Some(line.indent()))
    }

    fn line(&mut self, line: &Line<'s>) {
        if line.is_empty() {
            return;
        }
        if let Some(other) = mark::other_language(line) {
            return self.found.push(other);
        }
        let mut entry = Entry::of(line);
        while let Some(item) = entry.item() {
            self.fit(Kind::Dash, entry.column());
            self.below = Below::Value;
            self.found.extend(mark::second_dash(entry, item));
            if item.text.is_empty() {
                return;
            }
            entry = item;
        }
        match entry.key() {
            Some(key) => {
                self.found.extend(mark::before_key(entry));
                self.found.extend(mark::colon_before_bracket(entry));
                self.fit(Kind::Key, entry.column());
                self.value(entry.after(key), Some(entry));
            }
            None => self.scalar(entry),
        }
    }

    /// Finds the block of an entry.
    fn fit(&mut self, kind: Kind, column: usize) {
        let left = self.leave(column);
        // A list may be indented like the key that it belongs to.
        let follows_list = match self.blocks.as_slice() {
            [.., outer, list] => (outer.indent, outer.kind, list.indent) == (column, kind, column),
            _ => false,
        };
        if follows_list {
            self.blocks.pop();
        }
        let is_value = left.is_none() && self.below == Below::Value;
        match self.blocks.last_mut().filter(|own| own.indent == column) {
            Some(own) if own.kind == kind => {
                own.last = self.index;
                own.follows_list = follows_list;
                return;
            }
            Some(own) if kind == Kind::Key => {
                let list = *own;
                let repairs = indentation::key_among_items(self, list, left);
                return self.found.extend(repairs);
            }
            Some(_) if !is_value => {
                self.item(left.map(|left| left.first), column);
                self.found.extend(indentation::repairs(self, left));
                return self.found.extend(self.entry(self.index).map(mark::neither));
            }
            None if !is_value && self.index >= self.far => {
                if let Below::Plain(Some(bare)) = self.below {
                    self.found.extend(self.entry(bare).and_then(mark::colon));
                    if kind == Kind::Dash {
                        self.item(Some(bare), column);
                    }
                }
                if kind == Kind::Dash {
                    self.item(left.map(|left| left.first), column);
                }
                self.found.extend(indentation::repairs(self, left));
            }
            Some(_) | None => {}
        }
        self.blocks.push(Block {
            indent: column,
            kind,
            first: self.index,
            last: self.index,
            follows_list,
        });
    }

    /// Notes what would make an item of a line.
    fn item(&mut self, index: Option<usize>, indent: usize) {
        let line = index.and_then(|index| self.lines.get(index));
        let line = line.filter(|line| !line.is_item());
        self.found.extend(line.map(|line| mark::item(line, indent)));
    }

    fn entry(&self, index: usize) -> Option<Entry<'s>> {
        self.lines.get(index).map(Entry::of)
    }

    /// Leaves the blocks that are further to the right, and returns the outermost of them.
    fn leave(&mut self, column: usize) -> Option<Block> {
        let inner = self.blocks.partition_point(|block| block.indent <= column);
        self.blocks.drain(inner..).next()
    }

    /// Reads what is neither a key nor an item.
    fn scalar(&mut self, entry: Entry<'s>) {
        let is_over = self.leave(entry.column()).is_some();
        let is_below = !is_over && self.base().is_none_or(|base| entry.column() > base);
        match self.below {
            Below::Value if is_below => {
                self.value(entry, None);
                if matches!(self.below, Below::Plain(_) | Below::Nothing) {
                    self.below = Below::Plain(Some(self.index));
                }
                return;
            }
            Below::Plain(_) if is_below && !entry.text.starts_with(['[', '{']) => return,
            Below::Value | Below::Plain(_) | Below::Nothing => {}
        }
        self.found.extend(mark::before_key(entry));
        self.found.extend(mark::colon(entry));
        if let Below::Plain(_) = self.below {
            self.found.extend(indentation::of_plain(self));
        }
        if let Some(list) = self.blocks.last().filter(|block| block.kind == Kind::Dash) {
            self.item(Some(self.index), list.indent);
        }
        self.found.push(mark::neither(entry));
        if entry.text.starts_with(['"', '\'']) {
            self.value(entry, None);
        }
    }

    /// Reads a value, which may have a key before it.
    fn value(&mut self, value: Entry<'s>, key: Option<Entry<'s>>) {
        let value = value.without_properties();
        self.below = match value.text.chars().next() {
            None | Some('#') => Below::Value,
            Some('"' | '\'' | '[' | '{') => {
                let (end, repairs) = enclosed::read(self, value);
                self.found.extend(repairs);
                if let Some(end) = end {
                    self.found.extend(value::followed(self, value, key, end));
                    self.index = index_of(self.lines, end);
                }
                Below::Nothing
            }
            Some('|' | '>') => {
                self.found.extend(value::repairs(self, value, key));
                let end = self.text_end();
                self.found.extend(indentation::of_text(self, end));
                self.index = end;
                Below::Nothing
            }
            Some(_) => {
                self.found.extend(value::repairs(self, value, key));
                Below::Plain(None)
            }
        };
    }

    /// The last line that can only belong to a text below `|` or `>`.
    fn text_end(&self) -> usize {
        let is_text = |line: &&Line<'_>| {
            let is_deeper = self.base() < Some(line.indent());
            is_deeper || line.is_empty() || !Entry::of(line).is_entry()
        };
        let below = self.lines.iter().skip(self.index + 1);
        self.index + below.take_while(is_text).count()
    }
}
