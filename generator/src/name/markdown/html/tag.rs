//! The tags of HTML.

/// Elements that are blocks, and nothing else.
pub const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "blockquote",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "hr",
];

/// Elements of which only the text counts.
pub const WITHOUT_MEANING: &[&str] = &[
    "span", "sup", "sub", "small", "u", "font", "center", "nobr", "wbr", "img", "thead", "tbody",
    "th", "td", "colgroup", "col", "li",
];

/// A start tag, an end tag, or a comment, whose name is `!--`.
pub struct Tag<'t> {
    /// In lower case.
    pub name: String,
    pub is_end: bool,
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// The tag at the start of a text, and what follows.
    pub fn read(text: &'t str) -> Option<(Self, &'t str)> {
        if let Some(comment) = text.strip_prefix("<!--") {
            let (_, after) = comment.split_once("-->").unwrap_or((comment, ""));
            let tag = Tag {
                name: "!--".to_owned(),
                is_end: false,
                attributes: "",
            };
            return Some((tag, after));
        }
        let (inner, after) = text.strip_prefix('<')?.split_once('>')?;
        let name = inner.trim_start_matches('/');
        let is_name = |c: char| c.is_ascii_alphanumeric();
        let attributes = name.trim_start_matches(is_name);
        let tag = Tag {
            name: name.strip_suffix(attributes)?.to_ascii_lowercase(),
            is_end: inner.starts_with('/'),
            attributes,
        };
        Some((tag, after))
    }

    /// The value of an attribute, which is in quotes.
    pub fn attribute(&self, name: &str) -> Option<&'t str> {
        let (_, value) = self.attributes.split_once(&format!("{name}="))?;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        value.get(1..)?.split(quote).next()
    }
}

/// The level of a heading.
pub fn heading(name: &str) -> Option<usize> {
    let level: usize = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
