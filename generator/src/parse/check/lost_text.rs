//! Lines of YAML that became part of a text, because they are indented like it.

mod lines;

use super::Cx;
use super::keyword::{may_be, shapes};
use super::resemblance::resembles;
use crate::diagnostic::edit::Level;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::dialect::tables::{Expected, MEDIA_TYPE, Object};
use crate::read::{self, Entry, Node, Value};
use crate::source::Span;
use lines::{Lines, last_lines};

/// How many lines of a text are tried.
const TRIED: usize = 8;

/// What the last lines of a text are rather than a part of it.
enum Lost<'t> {
    /// Fields of the object with these keys, on these lines.
    Fields(Vec<String>, Span),
    /// What belongs below a field that the object lacks, whose key was on a line before it.
    Below(&'static str, &'t str),
}

impl Cx<'_, '_> {
    /// Reports the last lines of a text that are rather fields of an object which has the text, and gives their keys.
    ///
    /// A word of a text can be followed by a colon. So all lines from one on have to be fields that the object may have and does not have,
    /// and one of them has to be more than words.
    pub(super) fn lost_in_text(
        &mut self,
        object: &'static Object,
        node: &Node<'_>,
        entry: &Entry<'_>,
    ) -> Option<Vec<String>> {
        let place = entry.value.span;
        let written = self.document.written(place);
        if written.starts_with(['"', '\'']) {
            return None;
        }
        let may_begin = |lines: &Lines<'_>| {
            let (key, rest) = lines.first().split_once(':').unwrap_or_default();
            let may_be_name = !key.is_empty() && rest.is_empty() && !key.contains(' ');
            lines.is_list() || may_be_name || self.is_lacking(object, node, key)
        };
        let candidates = last_lines(written, place).filter(may_begin).take(TRIED);
        let mut candidates = candidates.filter(|lines| !lines.is_example(written));
        let (lost, lines) =
            candidates.find_map(|lines| Some((self.lost(object, node, &lines)?, lines)))?;
        let text = &entry.key;
        let (first, help, edit, keys) = match lost {
            Lost::Fields(keys, lines) => {
                let key = keys.first()?.clone();
                let help = format!(
                    "indent `{key}` like `{text}`, and the lines of the text further than both"
                );
                let (like, level) = (entry.key_span, Level::Same);
                (key, help, Some(Edit::Indent { lines, like, level }), keys)
            }
            Lost::Below(field, first) => {
                let help = format!("write `{field}:` on a line before it, indented like `{text}`");
                (first.to_owned(), help, None, vec![field.to_owned()])
            }
        };
        let message = format!("`{first}` is part of the text of `{text}`");
        let lost = Diagnostic::new(Code::Misspelled, lines.first_place(), message).help(help);
        let lost = lost.related(entry.key_span, "the text begins here");
        self.report(lost.edit(edit).harmless());
        Some(keys)
    }

    /// What lines are, if they are no text.
    fn lost<'t>(
        &self,
        object: &'static Object,
        node: &Node<'_>,
        lines: &Lines<'t>,
    ) -> Option<Lost<'t>> {
        let is_lacking = |key: &str| self.is_lacking(object, node, key);
        if lines.is_list() {
            let tree = read::yaml(lines.rest)?;
            let known = |name: &&'static str| is_lacking(name) && self.are_names(name, node, &tree);
            let name = ["required", "tags"].into_iter().find(known)?;
            return Some(Lost::Below(name, lines.first()));
        }
        let is_field = |entry: &Entry<'_>| {
            if entry.key.starts_with("x-") {
                return true;
            }
            let field = self.dialect.field(object, &entry.key);
            is_lacking(&entry.key)
                && field.is_some_and(|field| may_be(&entry.value, field.expected))
        };
        let margin = " ".repeat(lines.margin());
        let text = [&margin, lines.rest].concat();
        let tree = read::yaml(&text)?;
        let entries = tree.entries();
        let first = entries.first()?;
        let mut fields = self
            .dialect
            .fields(object)
            .filter(|field| is_lacking(field.name));
        let is_media_type = first.key.contains('/');
        let holder = fields.find(|field| {
            let holds = field.kept().map(|kept| kept.is(&MEDIA_TYPE));
            holds == Some(is_media_type) && resembles(self.dialect, &tree, field.expected)
        });
        if let Some(holder) = holder {
            return Some(Lost::Below(holder.name, lines.first()));
        }
        let is_clear = entries.iter().any(|entry| self.is_no_text(object, entry));
        if !entries.iter().all(is_field) || !is_clear && !lines.begin_text() {
            return None;
        }
        let keys = entries.iter().map(|entry| entry.key.to_string());
        let place = if lines.margin() < lines.column {
            lines.first_place()
        } else {
            lines.place
        };
        Some(Lost::Fields(keys.collect(), place))
    }

    fn is_lacking(&self, object: &'static Object, node: &Node<'_>, key: &str) -> bool {
        self.dialect.has(object, key) && node.entry(key).is_none()
    }

    /// Whether a field of an object is hardly a word and a colon in a text.
    fn is_no_text(&self, object: &'static Object, entry: &Entry<'_>) -> bool {
        let field = self.dialect.field(object, &entry.key);
        let Some(field) = field.filter(|field| !matches!(field.expected, Expected::Anything))
        else {
            return false;
        };
        match &entry.value.value {
            Value::Map(_) | Value::List(_) => shapes(&entry.key),
            Value::Bool(_) | Value::Number(_) => true,
            Value::String(word) if word.contains(char::is_whitespace) => false,
            Value::String(word) => {
                let is_word = field.words().contains(&word.as_ref());
                is_word
                    || entry
                        .key
                        .contains(|c: char| c.is_ascii_uppercase() || c == '$')
            }
            Value::Null => false,
        }
    }

    /// Whether a list has only names that such a list has: of properties, or of tags.
    fn are_names(&self, list: &str, node: &Node<'_>, items: &Node<'_>) -> bool {
        let tags = self.document.root.get("tags").map_or(&[][..], Node::items);
        let is_tag = |name: &str| {
            let mut tags = tags.iter().filter_map(|tag| tag.get("name")?.as_str());
            tags.any(|tag| tag == name)
        };
        let is_known = |item: &Node<'_>| {
            item.as_str().is_some_and(|name| match list {
                "tags" => is_tag(name),
                _ => node
                    .get("properties")
                    .is_some_and(|all| all.entry(name).is_some()),
            })
        };
        !items.items().is_empty() && items.items().iter().all(is_known)
    }
}
