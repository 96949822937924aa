//! A reader of the events of a YAML parser.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};

use super::forbidden::forbidden;
use super::key;
use super::lines::Lines;
use super::merge::{check_merged, merge};
use super::scalar::scalar;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::read::repair::Broken;
use crate::read::{DEPTH_LIMIT, Entry, Keys, Node, Value, too_deep};
use crate::source::Span;

/// How many values aliases may repeat in all: far more than any honest document needs.
const ALIAS_LIMIT: usize = 1_000_000;

/// Reads YAML as far as it is valid.
pub fn tree<'s>(
    text: &'s str,
    base: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Broken> {
    if let Some(forbidden) = forbidden(text) {
        return Err(forbidden.moved(base).into());
    }
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        base,
        lines: Lines::new(text),
        anchors: HashMap::new(),
        aliased: 0,
        last: 0,
        diagnostics,
    };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_), _) => {}
            (Event::StreamEnd | Event::DocumentEnd, span) => {
                let value = Value::Null;
                return Ok(Node { span, value });
            }
            (event, span) => {
                let root = reader.node(event, span, 0)?;
                reader.end()?;
                return Ok(root);
            }
        }
    }
}

struct Reader<'s, 'd> {
    parser: Parser<'s, StrInput<'s>>,
    /// The position of the text's first byte.
    base: usize,
    lines: Lines<'s>,
    anchors: HashMap<usize, Node<'s>>,
    aliased: usize,
    /// Where the last key or value without values in it ends.
    last: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'s> Reader<'s, '_> {
    fn next(&mut self) -> Result<(Event<'s>, Span), Broken> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let start = self.lines.offset(span.start);
                let end = self.lines.offset(span.end).max(start);
                if let Event::Scalar(..) | Event::Alias(_) = event {
                    self.last = end;
                }
                Ok((event, Span::new(self.base, start..end)))
            }
            Some(Err(error)) => Err(self.stop(self.lines.offset(*error.marker()))),
            None => Ok((Event::StreamEnd, Span::new(self.base, 0..0))),
        }
    }

    /// Why the parser cannot go on: it gives up on brackets and braces that are nested too deep.
    fn stop(&self, at: usize) -> Broken {
        let before = self.lines.text.get(..at).unwrap_or_default();
        let levels = before.bytes().fold(0_usize, |levels, byte| match byte {
            b'[' | b'{' => levels + 1,
            b']' | b'}' => levels.saturating_sub(1),
            _ => levels,
        });
        if levels > DEPTH_LIMIT {
            return too_deep(Span::new(self.base, at..at)).into();
        }
        Broken::Syntax(self.last.min(at)..at)
    }

    /// Sees that nothing follows the document.
    fn end(&mut self) -> Result<(), Broken> {
        let mut end = Span::default();
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd, span) => end = span,
                (Event::DocumentStart(true), span) => {
                    let message = "a second document begins here";
                    let second = Diagnostic::new(Code::Syntax, span, message);
                    let help = "remove the line `---`, and what belongs to no document before it";
                    return Err(second.help(help).into());
                }
                (Event::DocumentStart(false), _) => {
                    let message = "the document ends here, and more follows";
                    let ended = Diagnostic::new(Code::Syntax, end, message);
                    return Err(ended.help("remove the line `...`").into());
                }
                _ => {}
            }
        }
    }

    fn node(&mut self, event: Event<'s>, span: Span, depth: usize) -> Result<Node<'s>, Broken> {
        if depth > DEPTH_LIMIT {
            return Err(too_deep(span).into());
        }
        let (node, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(text, style, tag.as_deref());
                (Node { span, value }, anchor)
            }
            Event::SequenceStart(anchor, _) => (self.list(span, depth)?, anchor),
            Event::MappingStart(anchor, _) => (self.map(span, depth)?, anchor),
            Event::Alias(anchor) => (self.alias(anchor, span, depth)?, 0),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::SequenceEnd
            | Event::MappingEnd => {
                let value = Value::Null;
                (Node { span, value }, 0)
            }
        };
        if anchor != 0 {
            // Each anchor keeps a copy, so anchors within anchors count like aliases.
            self.count_copies(&node)?;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Broken> {
        let mut items: Vec<Node<'s>> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let last = items.last();
                let end = last.map_or(span.end, |last| last.span.end.max(span.start));
                let span = start.to(end);
                let value = Value::List(items);
                return Ok(Node { span, value });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node<'s>, Broken> {
        let mut entries = Vec::new();
        let mut merged = Vec::new();
        let mut keys = Keys::default();
        let mut end = start.end;
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd | Event::StreamEnd => break,
                Event::Scalar(key, style, _, _) if key == "<<" && style == ScalarStyle::Plain => {
                    let (event, span) = self.next()?;
                    let node = self.node(event, span, depth + 1)?;
                    check_merged(&node)?;
                    merged.push(node);
                    continue;
                }
                Event::Scalar(key, ..) => {
                    let start = key_span.start as usize - self.base;
                    if key::is_after_tab(self.lines.text, start) {
                        return Err(self.stop(start));
                    }
                    key
                }
                _ => return Err(key::not_a_key(self.lines.text, self.base, key_span).into()),
            };
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            end = end.max(key_span.end).max(value.span.end);
            let entry = Entry {
                key,
                key_span,
                value,
            };
            keys.insert(&mut entries, entry);
        }
        let is_item = keys.is_repeated() && self.is_item(start);
        keys.report(is_item.then_some("- "), self.diagnostics);
        for node in merged {
            merge(&mut entries, node);
        }
        let span = start.to(end);
        let value = Value::Map(entries);
        Ok(Node { span, value })
    }

    /// Whether a dash is before an object, which is not in braces.
    fn is_item(&self, object: Span) -> bool {
        let start = object.start as usize - self.base;
        let (before, after) = self.lines.text.split_at_checked(start).unwrap_or_default();
        before.trim_end().ends_with('-') && !after.starts_with('{')
    }

    fn alias(&mut self, anchor: usize, span: Span, depth: usize) -> Result<Node<'s>, Diagnostic> {
        let Some(node) = self.anchors.get(&anchor) else {
            let message = "this alias refers to a value that contains it";
            let itself = Diagnostic::new(Code::Syntax, span, message);
            let help = "use a `$ref` in place of the alias: schemas may refer to themselves";
            return Err(itself.help(help));
        };
        if depth + node.height() > DEPTH_LIMIT {
            return Err(too_deep(span));
        }
        let node = node.clone();
        self.count_copies(&node)?;
        Ok(node)
    }

    fn count_copies(&mut self, node: &Node<'s>) -> Result<(), Diagnostic> {
        self.aliased += node.count();
        if self.aliased > ALIAS_LIMIT {
            let message = format!("anchors and aliases repeat more than {ALIAS_LIMIT} values");
            let bomb = Diagnostic::new(Code::Syntax, node.span, message);
            return Err(bomb.help("use `$ref` in place of aliases"));
        }
        Ok(())
    }
}
