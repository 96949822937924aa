//! HTML within CommonMark, as CommonMark.

mod tag;

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::OPTIONS;
use tag::Tag;

/// The text with the tags that mean something in CommonMark replaced by it. Other tags stay: they are somebody's placeholders.
pub fn to_markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut html = Html::default();
    let mut end = 0;
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        if matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
            html.words(text.get(end..range.start).unwrap_or_default());
            html.html(text.get(range.start..).unwrap_or_default(), range.len());
            end = range.end;
        }
    }
    html.words(text.get(end..).unwrap_or_default());
    html.markdown.into()
}

/// The CommonMark so far, and the elements that are open.
#[derive(Default)]
struct Html {
    markdown: String,
    /// The bullets of the lists that are open.
    lists: Vec<&'static str>,
    /// The marks of the spans that are open.
    spans: Vec<&'static str>,
    /// The addresses of the links that are open.
    links: Vec<String>,
    code: Code,
    /// Whether the next words begin a line or a span, where spaces mean nothing.
    at_start: bool,
}

/// What the text is, if it is code.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Code {
    #[default]
    None,
    Span,
    Block,
}

impl Html {
    /// The first bytes of a text are HTML; what follows shows which of its elements are closed.
    fn html(&mut self, text: &str, length: usize) {
        let mut rest = text;
        let is_within = |rest: &str| text.len() - rest.len() < length;
        while is_within(rest) {
            let before = rest.split('<').next().unwrap_or_default();
            let before = before
                .get(..length - (text.len() - rest.len()))
                .unwrap_or(before);
            self.lines(before);
            rest = rest.get(before.len()..).unwrap_or_default();
            if !is_within(rest) {
                return;
            }
            let Some((tag, after)) = Tag::read(rest) else {
                self.words("<");
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            let source = rest.strip_suffix(after).unwrap_or_default();
            if !self.tag(&tag, after) {
                self.words(source);
            }
            rest = after;
        }
    }

    /// Words of a block of HTML, where indentation means nothing.
    fn lines(&mut self, text: &str) {
        if self.code == Code::Block {
            return self.words(text);
        }
        for line in text.split_inclusive('\n') {
            let is_first = !self.markdown.ends_with('\n');
            self.words(if is_first {
                line
            } else {
                line.trim_start_matches(' ')
            });
        }
    }

    /// Words as they are.
    fn words(&mut self, text: &str) {
        let text = if self.at_start {
            text.trim_start()
        } else {
            text
        };
        if text.is_empty() {
            return;
        }
        self.at_start = false;
        match self.code {
            Code::None => self.markdown.push_str(text),
            // Code knows no entities.
            Code::Span | Code::Block => {
                let text = text.replace("&lt;", "<").replace("&gt;", ">");
                self.markdown
                    .push_str(&text.replace("&quot;", "\"").replace("&amp;", "&"));
            }
        }
    }

    /// Writes what a tag means; `false` if it means nothing. The text after it shows whether its element is ever closed.
    fn tag(&mut self, tag: &Tag<'_>, after: &str) -> bool {
        let is_closed = || {
            after
                .to_ascii_lowercase()
                .contains(&format!("</{}>", tag.name))
        };
        match (tag.name.as_str(), tag.is_end) {
            ("!--", _) => {}
            ("pre", false) => {
                self.block("```text\n");
                self.code = Code::Block;
            }
            ("pre", true) => {
                self.code = Code::None;
                self.line("```\n\n");
            }
            ("code", _) if self.code == Code::Block => {}
            ("b" | "strong" | "i" | "em" | "code" | "tt" | "kbd" | "a", false) if !is_closed() => {
                return false;
            }
            ("b" | "strong", false) => self.open("**"),
            ("b" | "strong", true) => return self.close("**", "**"),
            ("i" | "em", false) => self.open("*"),
            ("i" | "em", true) => return self.close("*", "*"),
            ("code" | "tt" | "kbd", false) => {
                self.open("`");
                self.code = Code::Span;
            }
            ("code" | "tt" | "kbd", true) => {
                self.code = Code::None;
                return self.close("`", "`");
            }
            ("a", false) => match tag.attribute("href") {
                Some(address) => {
                    self.open("[");
                    self.links.push(address.to_owned());
                }
                None => return false,
            },
            ("a", true) => match self.links.pop() {
                Some(address) => return self.close("[", &format!("](<{address}>)")),
                None => return false,
            },
            ("br", _) if self.is_in_table() => self.markdown.push(' '),
            ("br", _) if self.markdown.ends_with("  \n") => self.block(""),
            ("br", _) => {
                self.line("");
                self.markdown
                    .insert_str(self.markdown.trim_end().len(), "  ");
            }
            ("ul", false) => self.lists.push("- "),
            ("ol", false) => self.lists.push("1. "),
            ("ul" | "ol", true) => {
                self.lists.pop();
                self.block("");
            }
            ("li", false) => {
                let bullet = self.lists.last().copied().unwrap_or("- ");
                let outer = self.lists.iter().rev().skip(1);
                let indent: usize = outer.map(|bullet| bullet.len()).sum();
                self.line(&format!("{}{bullet}", " ".repeat(indent)));
            }
            ("li" | "td" | "th", true) => self.markdown.push(' '),
            ("p" | "div" | "tr", _) if !self.lists.is_empty() => self.markdown.push(' '),
            (name, is_end) if tag::heading(name).is_some() => {
                let level = tag::heading(name).filter(|_| !is_end).unwrap_or_default();
                let marks = "#".repeat(level);
                self.block(&if is_end { marks } else { marks + " " });
            }
            (name, _) if tag::BLOCKS.contains(&name) => self.block(""),
            (name, _) if tag::WITHOUT_MEANING.contains(&name) => {}
            (_, _) => return false,
        }
        true
    }

    fn open(&mut self, mark: &'static str) {
        self.spans.push(mark);
        self.markdown.push_str(mark);
        self.at_start = true;
    }

    /// Closes the span that began with a mark; `false` if that is not the one that is open. Spaces at its end go behind it, where
    /// they keep the mark a mark.
    fn close(&mut self, mark: &str, end: &str) -> bool {
        if self.spans.last() != Some(&mark) {
            return false;
        }
        self.spans.pop();
        let length = self.markdown.trim_end().len();
        let spaces = self.markdown.split_off(length);
        self.markdown.push_str(end);
        self.markdown.push_str(&spaces);
        self.at_start = false;
        true
    }

    fn line(&mut self, start: &str) {
        if self.code != Code::Block {
            self.markdown.truncate(self.markdown.trim_end().len());
        }
        self.markdown.push('\n');
        self.markdown.push_str(start);
        self.at_start = true;
    }

    fn block(&mut self, start: &str) {
        self.line("\n");
        self.markdown.push_str(start);
    }

    fn is_in_table(&self) -> bool {
        let line = self.markdown.lines().next_back().unwrap_or_default();
        line.trim_start().starts_with('|')
    }
}
