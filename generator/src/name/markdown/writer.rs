//! Parsed Markdown to lines.

mod parts;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use parts::{Link, admonition};

use super::code;
use super::escape::{escape, escape_plain};
use super::fill::{WIDTH, fill_to};

/// Blocks that become lines.
pub struct Writer<'t> {
    text: &'t str,
    pub lines: Vec<String>,
    /// The inline text of the block that is open.
    inline: String,
    /// What stands before each line: quotes and the indentation of list items.
    pub prefixes: Vec<String>,
    /// What stands before the next line instead of the last prefix: the bullet of an item.
    pub bullet: Option<String>,
    /// The number of the next item, for each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the text is that of a code block.
    in_code: bool,
    /// The links that are open, innermost last.
    links: Vec<Link>,
    /// Whether the row is the head of a table.
    in_table_head: bool,
    /// The level of the highest heading, which becomes the first.
    top_level: usize,
    /// What the next paragraph begins with.
    lead: Option<&'static str>,
}

impl<'t> Writer<'t> {
    pub fn new(text: &'t str, top_level: usize) -> Self {
        Self {
            text,
            lines: Vec::new(),
            inline: String::new(),
            prefixes: Vec::new(),
            bullet: None,
            lists: Vec::new(),
            in_code: false,
            links: Vec::new(),
            in_table_head: false,
            top_level,
            lead: None,
        }
    }

    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code_lines(&text),
            // A link within a link would be none.
            Event::Text(text) if self.is_in_link() => {
                escape_plain(&text, self.is_in_table(), &mut self.inline);
            }
            Event::Text(text) => self.inline.push_str(&escape(&text, self.is_in_table())),
            Event::Code(text) => self.inline.push_str(&code(&text)),
            Event::Html(text) | Event::InlineHtml(text) => {
                self.inline.push_str(&escape(&text, self.is_in_table()));
            }
            Event::SoftBreak => self.inline.push(' '),
            Event::HardBreak => self.inline.push('\n'),
            Event::Rule => {
                self.blank();
                self.push_line("---");
            }
            // The parser gives these only with options that are off.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {
                self.inline
                    .push_str(&escape(self.text.get(range).unwrap_or_default(), false));
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.blank();
                self.inline.push_str(self.lead.take().unwrap_or_default());
            }
            Tag::HtmlBlock | Tag::Table(_) => self.blank(),
            Tag::Heading { level, .. } => {
                self.blank();
                let level = (level as usize).saturating_sub(self.top_level) + 1;
                self.inline.push_str(&"#".repeat(level));
                self.inline.push(' ');
            }
            Tag::BlockQuote(kind) => {
                self.blank();
                self.prefixes.push("> ".to_owned());
                self.lead = kind.map(admonition);
            }
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(first) => {
                self.flush();
                if self.lists.is_empty() {
                    self.blank();
                }
                self.lists.push(first);
            }
            Tag::Item => self.start_item(),
            Tag::TableHead => {
                self.in_table_head = true;
                self.inline.push('|');
            }
            Tag::TableRow => self.inline.push('|'),
            Tag::TableCell => self.inline.push(' '),
            Tag::Emphasis => self.inline.push('*'),
            Tag::Strong => self.inline.push_str("**"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.start_link(link_type, &dest_url),
            Tag::Image { dest_url, .. } => self.start_link(LinkType::Inline, &dest_url),
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Heading(_) => {
                let heading = std::mem::take(&mut self.inline).replace('\n', " ");
                self.push_line(&heading);
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.prefixes.pop();
            }
            TagEnd::CodeBlock => {
                self.push_line("```");
                self.in_code = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.bullet = None;
                self.prefixes.pop();
            }
            TagEnd::TableHead => {
                let columns = self.inline.matches(" |").count();
                self.end_row();
                self.push_line(&format!("|{}", " --- |".repeat(columns)));
                self.in_table_head = false;
            }
            TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.inline.push_str(" |"),
            TagEnd::Emphasis => self.inline.push('*'),
            TagEnd::Strong => self.inline.push_str("**"),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::Table
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn start_item(&mut self) {
        self.flush();
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            Some(None) | None => "- ".to_owned(),
        };
        self.prefixes.push(" ".repeat(bullet.len()));
        self.bullet = Some(bullet);
    }

    fn is_in_table(&self) -> bool {
        self.in_table_head || self.inline.starts_with('|')
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.inline).replace('\n', " ");
        self.push_line(&row);
    }

    /// Ends the open block and leaves a blank line before the next, but for one that begins an item.
    fn blank(&mut self) {
        self.flush();
        if self.bullet.is_none() && self.lines.last().is_some_and(|line| !line.is_empty()) {
            let prefix: String = self.prefixes.concat();
            self.lines.push(prefix.trim_end().to_owned());
        }
    }

    /// Writes the open paragraph, filled to the width.
    pub fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.inline);
        if paragraph.trim().is_empty() {
            return;
        }
        let mut paragraphs = paragraph.trim().lines().peekable();
        while let Some(paragraph) = paragraphs.next() {
            let indent: usize = self.prefixes.iter().map(String::len).sum();
            let width = WIDTH.saturating_sub(indent).max(40);
            let hanging = self.bullet.as_ref().map_or(0, String::len);
            let mut filled = fill_to(paragraph, width, hanging.saturating_sub(2));
            if let (Some(_), Some(last)) = (paragraphs.peek(), filled.last_mut()) {
                last.push('\\');
            }
            filled.iter().for_each(|line| self.push_line(line));
        }
    }

    fn push_line(&mut self, line: &str) {
        let prefix = match self.bullet.take() {
            Some(bullet) => {
                let outer = self.prefixes.len().saturating_sub(1);
                format!("{}{bullet}", self.prefixes[..outer].concat())
            }
            None => self.prefixes.concat(),
        };
        self.lines
            .push(format!("{prefix}{line}").trim_end().to_owned());
    }
}
