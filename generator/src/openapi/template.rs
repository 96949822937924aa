//! Texts with variables in braces: paths, URLs of servers, expressions of callbacks.

/// A text with variables in braces.
#[derive(Clone, Debug)]
pub struct Template<'d> {
    /// As it is written.
    pub text: &'d str,
    /// Its parts, in order.
    pub parts: Vec<TemplatePart<'d>>,
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplatePart<'d> {
    /// Text that is always the same.
    Literal(&'d str),
    /// The name of a variable.
    Variable(&'d str),
}

impl<'d> Template<'d> {
    /// Reads a text; `None` where its braces do not match.
    pub fn read(text: &'d str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((literal, inner)) = rest.split_once('{') {
            let (name, after) = inner.split_once('}')?;
            if literal.contains('}') || name.contains('{') {
                return None;
            }
            parts.push(TemplatePart::Literal(literal));
            parts.push(TemplatePart::Variable(name));
            rest = after;
        }
        if rest.contains('}') {
            return None;
        }
        parts.push(TemplatePart::Literal(rest));
        parts.retain(|part| *part != TemplatePart::Literal(""));
        Some(Self { text, parts })
    }

    /// The names of the variables, as often as they occur.
    pub fn variables(&self) -> impl Iterator<Item = &'d str> {
        self.parts.iter().filter_map(|part| match part {
            TemplatePart::Variable(name) => Some(*name),
            TemplatePart::Literal(_) => None,
        })
    }
}
