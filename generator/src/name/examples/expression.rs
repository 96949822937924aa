//! Expressions, and their lines as rustfmt breaks them.

/// How long a line may be.
const WIDTH: usize = 90;

/// An expression of Rust.
#[derive(Clone, Debug)]
pub enum Expression {
    /// Something short.
    Text(String),
    /// What is before a list, its items, and what is after it: a call, a struct, a list.
    Group(String, Vec<Expression>, &'static str),
    /// A call of a method of something short.
    Method(String, Box<Expression>),
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

    /// A call of a method of something short.
    pub fn method(receiver: impl Into<String>, call: Self) -> Self {
        Self::Method(receiver.into(), Box::new(call))
    }

    /// The same with something before it.
    pub fn after(self, before: &str) -> Self {
        match self {
            Self::Text(text) => Self::Text(format!("{before}{text}")),
            Self::Group(head, items, end) => Self::Group(format!("{before}{head}"), items, end),
            Self::Method(receiver, call) => Self::Method(format!("{before}{receiver}"), call),
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
            Self::Method(receiver, call) => format!("{receiver}.{}", call.flat()),
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
            Self::Method(receiver, call) => {
                // Another link of the chain has a line of its own.
                let (end, link) = match end.strip_prefix('.') {
                    Some(link) => ("", Some(format!(".{link}"))),
                    None => (end, None),
                };
                let calls = call.lines(".", end).into_iter().chain(link);
                std::iter::once(format!("{start}{receiver}"))
                    .chain(calls.map(indented))
                    .collect()
            }
            Self::Group(..) | Self::Text(_) => vec![line],
        }
    }
}
