//! Expressions, and their lines as rustfmt breaks them.

use std::collections::BTreeSet;

/// How long a line may be.
const WIDTH: usize = 90;

/// An expression of Rust.
#[derive(Clone, Debug)]
pub enum Expression {
    /// Something short.
    Text(String),
    /// What is before a list, its items, and what is after it: a call, a struct, a list.
    Group(String, Vec<Expression>, &'static str),
    /// Calls of methods, of something short and then each of what the one before returns.
    Methods(String, Vec<Expression>),
    /// One that names this item of the crate, which has to be imported.
    Importing(&'static str, Box<Expression>),
}

impl Expression {
    /// Something short.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A call of a function.
    pub fn call(function: impl Into<String>, arguments: Vec<Self>) -> Self {
        Self::Group(function.into() + "(", arguments, ")")
    }

    /// Calls of methods, of something short and then each of what the one before returns.
    pub fn methods(receiver: impl Into<String>, calls: Vec<Self>) -> Self {
        Self::Methods(receiver.into(), calls)
    }

    /// The same, which names an item of the crate.
    pub fn importing(self, item: &'static str) -> Self {
        Self::Importing(item, Box::new(self))
    }

    /// The items of the crate that it names.
    pub fn imports(&self) -> BTreeSet<&'static str> {
        match self {
            Self::Text(_) => BTreeSet::new(),
            Self::Group(_, parts, _) | Self::Methods(_, parts) => {
                parts.iter().flat_map(Self::imports).collect()
            }
            Self::Importing(item, of) => of.imports().into_iter().chain([*item]).collect(),
        }
    }

    /// The same with something before it.
    pub fn after(self, before: &str) -> Self {
        match self {
            Self::Text(text) => Self::Text(format!("{before}{text}")),
            Self::Group(head, items, end) => Self::Group(format!("{before}{head}"), items, end),
            Self::Methods(receiver, calls) => Self::Methods(format!("{before}{receiver}"), calls),
            Self::Importing(item, of) => of.after(before).importing(item),
        }
    }

    /// On one line.
    pub fn flat(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Group(head, items, end) => {
                let items: Vec<String> = items.iter().map(Self::flat).collect();
                // Braces have spaces within, unlike parentheses and brackets.
                let space = if *end == "}" { " " } else { "" };
                format!("{head}{space}{}{space}{end}", items.join(", "))
            }
            Self::Methods(receiver, calls) => {
                let calls = calls.iter().map(Self::flat);
                let chain: Vec<String> = std::iter::once(receiver.clone()).chain(calls).collect();
                chain.join(".")
            }
            Self::Importing(_, of) => of.flat(),
        }
    }

    /// On one line, if that is short, else each item on lines of its own.
    pub fn lines(&self, start: &str, end: &str) -> Vec<String> {
        let line = format!("{start}{}{end}", self.flat());
        if line.len() <= WIDTH {
            return vec![line];
        }
        let indented = |line: String| format!("    {line}");
        match self {
            Self::Group(head, items, close) if !items.is_empty() => {
                let items = items.iter().flat_map(|item| item.lines("", ","));
                std::iter::once(format!("{start}{head}"))
                    .chain(items.map(indented))
                    .chain([format!("{close}{end}")])
                    .collect()
            }
            Self::Methods(receiver, calls) => {
                let mut chain = vec![format!("{start}{receiver}")];
                let calls = calls.iter().flat_map(|call| call.lines(".", ""));
                chain.extend(calls.map(indented));
                match (end.strip_prefix('.'), chain.last_mut()) {
                    // Another link of the chain has a line of its own.
                    (Some(_), _) => chain.push(indented(end.to_owned())),
                    (None, Some(last)) => last.push_str(end),
                    (None, None) => {}
                }
                chain
            }
            Self::Importing(_, of) => of.lines(start, end),
            Self::Group(..) | Self::Text(_) => vec![line],
        }
    }
}
