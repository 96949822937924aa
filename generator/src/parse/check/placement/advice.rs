//! What is said about a key at a wrong level, and what to do about it.

use std::mem::discriminant;

use super::{NAME, Placement, Target};
use crate::diagnostic::edit::{self, Edit};
use crate::read::{Entry, Node, Syntax, Value};
use crate::source::Span;

impl<'d> Placement<'d> {
    /// What is wrong with a key, and `more` keys beside it that belong to the same place.
    pub fn message(&self, key: &str, more: usize) -> String {
        let keys = match more {
            0 => format!("`{key}` belongs"),
            1 => format!("`{key}` and one more key belong"),
            more => format!("`{key}` and {more} more keys belong"),
        };
        let Self {
            written, belongs, ..
        } = self;
        if matches!(self.target, Target::Around) {
            return format!("{written} has no field `{key}`");
        }
        if written == belongs {
            return format!("{keys} to another object than this one");
        }
        format!("{keys} to {belongs}, not to {written}")
    }

    /// What to do with a key and `more` keys beside it, which are on these lines.
    pub fn help(&self, key: &str, more: usize, lines: Span, syntax: Syntax) -> String {
        match &self.target {
            Target::OutOf(entry) => {
                if syntax == Syntax::Yaml && self.is_movable(entry, lines) {
                    return format!("indent `{key}` like `{}`, not below it", entry.key);
                }
                let outer = &entry.key;
                format!("move `{key}` out of `{outer}`, and write it beside `{outer}`")
            }
            Target::OutOfOrInto(outer, inner) => {
                let (outer, inner) = (&outer.key, &inner.key);
                match syntax {
                    Syntax::Yaml => format!(
                        "indent `{key}` like `{outer}`, or below `{inner}`, whichever it is about"
                    ),
                    Syntax::Json => format!(
                        "write `{key}` beside `{outer}`, or move it into `{inner}`, whichever it is about"
                    ),
                }
            }
            Target::Into(entry) => match syntax {
                Syntax::Json => format!("move `{key}` into `{}`", entry.key),
                Syntax::Yaml if matches!(entry.value.value, Value::Null) => {
                    format!("indent what follows `{}`, to which it belongs", entry.key)
                }
                Syntax::Yaml => format!("indent `{key}` below `{}`", entry.key),
            },
            Target::IntoOther(entry) => format!("move `{key}` into `{}`", entry.key),
            Target::IntoEach(owners) => {
                format!("write `{key}` in each of `{}`", owners.join("`, `"))
            }
            Target::BelowOneOf(fields) => {
                let one_of = if fields.len() > 1 { "one of " } else { "" };
                let fields = fields.join("`, `");
                format!("write {one_of}`{fields}` above `{key}`, and what belongs to it below it")
            }
            // No line of JSON can be lost alone.
            Target::Below(fields) if fields == &[NAME] && syntax == Syntax::Json => {
                format!(
                    "move `{key}` into {}, the one that it is about",
                    self.belongs
                )
            }
            Target::Below(fields) => {
                let value = match more {
                    0 => self.value.clone(),
                    _ => format!("{}, …", self.value),
                };
                format!("write it as `{}`", nested(fields, key, &value))
            }
            Target::Around => {
                format!("remove `{key}:`, and write what is below it in its place")
            }
        }
    }

    /// The edit that does it, where these lines need another indentation only.
    pub fn edit(&self, lines: Span, syntax: Syntax) -> Option<Edit> {
        let lines = self.lines.unwrap_or(lines);
        if syntax == Syntax::Json {
            return None;
        }
        let (like, level) = match &self.target {
            Target::OutOf(entry) if self.is_movable(entry, lines) => {
                (entry.key_span, edit::Level::Same)
            }
            Target::Into(entry) => match entry.value.entries().first() {
                Some(first) => (first.key_span, edit::Level::Same),
                None => (entry.key_span, edit::Level::Below),
            },
            Target::OutOf(_)
            | Target::OutOfOrInto(..)
            | Target::IntoOther(_)
            | Target::IntoEach(_)
            | Target::BelowOneOf(_)
            | Target::Below(_)
            | Target::Around => return None,
        };
        Some(Edit::Indent { lines, like, level })
    }

    /// Whether it suffices to indent these lines otherwise: they are the last ones of the value that they leave, or a key alone, and then
    /// what follows it belongs to it.
    fn is_movable(&self, entry: &Entry<'_>, lines: Span) -> bool {
        self.is_bare || entry.value.span.end <= lines.end
    }

    /// The field that the owner lacks, where that is another one than the key.
    pub fn lost(&self) -> Option<&str> {
        let Target::Below(fields) = &self.target else {
            return None;
        };
        fields.first().map(String::as_str)
    }

    /// Whether the line with a name in this object was lost.
    pub fn is_nameless_in(&self, node: &Node<'_>) -> bool {
        self.owner == node.span && self.lost() == Some(NAME)
    }

    /// The entry that should hold the key.
    pub fn holder(&self) -> Option<&'d Entry<'d>> {
        let Target::Into(entry) = &self.target else {
            return None;
        };
        Some(entry)
    }

    /// Whether two keys belong to the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        let is_alike = discriminant(&self.target) == discriminant(&other.target);
        self.owner == other.owner && is_alike && self.lost() == other.lost()
    }
}

/// Fields within each other, with a key and its value in the innermost: `content: {application/json: {schema: …}}`.
pub fn nested(fields: &[String], key: &str, value: &str) -> String {
    let inner = format!("{{{key}: {value}}}");
    let outer = fields.iter().skip(1).rev();
    let value = outer.fold(inner, |inner, field| format!("{{{field}: {inner}}}"));
    match fields.first() {
        Some(first) => format!("{first}: {value}"),
        None => value,
    }
}
