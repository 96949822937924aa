//! What is wrong with text that is no YAML, in words for its author.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::tree::Span;

/// What the parser says begins or ends with, what is meant, and what to do.
const WORDS: [(&str, &str, &str); 22] = [
    ("tab", "a tab cannot indent a line", "indent with spaces"),
    (
        "mapping values are not allowed",
        "a second `: ` stands in this value, or the line is indented too far",
        "put the value in quotes, or correct the indentation",
    ),
    (
        "simple key expect",
        "a colon is missing after this key, or the text before it goes on here",
        "write `key: value`, and indent the line like its neighbours",
    ),
    (
        "did not find expected key",
        "a key is expected here, as in the lines above",
        "indent the line like the other keys of its object",
    ),
    (
        "did not find expected '-'",
        "an item of the list is expected here, which begins with `- `",
        "begin the line with `- `, or correct its indentation",
    ),
    (
        "block sequence entries are not allowed",
        "no item of a list may stand here",
        "put the list on lines of its own below the key",
    ),
    (
        "did not find expected ',' or '}'",
        "a comma or the closing brace `}` is missing before this",
        "add it, or put the value in quotes",
    ),
    (
        "expected ',' or ']'",
        "a comma or the closing bracket `]` is missing before this",
        "add it, or put the value in quotes",
    ),
    (
        "invalid indentation in quoted scalar",
        "this text in quotes is not closed",
        "add the closing quote",
    ),
    (
        "invalid indentation in flow",
        "this line belongs to a bracket or a brace that is not closed above",
        "close the bracket or the brace above, or indent the line further",
    ),
    (
        "invalid indentation",
        "the indentation of this line fits none of the lines above",
        "indent the line like its neighbours",
    ),
    (
        "quoted scalar, found unexpected end",
        "a text in quotes is not closed",
        "close the quotes",
    ),
    (
        "unexpected end of plain scalar",
        "a value ends too early",
        "put the value in quotes",
    ),
    (
        "invalid trailing content",
        "something stands after the closing quote",
        "write quotes inside of the text as `\\\"`, or remove what stands after it",
    ),
    (
        "unexpected character",
        "a value cannot begin with this character",
        "put the value in quotes",
    ),
    (
        "unknown escape character",
        "this is no escape that a text in quotes knows",
        "write a backslash as `\\\\`, or use single quotes",
    ),
    (
        "unknown anchor",
        "this alias names no anchor that stands before it",
        "write `&name` at the value that it means, or put the text in quotes",
    ),
    (
        "block scalar",
        "the indentation of this text is wrong",
        "indent all its lines further than its key",
    ),
    (
        "unprintable character",
        "this character cannot be printed",
        "remove it, or write it as an escape in double quotes",
    ),
    (
        "document",
        "the document ends before this line",
        "remove the line, or correct its indentation",
    ),
    (
        "unexpected eof",
        "the text ends too early",
        "close what is open: a quote, a bracket or a brace",
    ),
    (
        "did not find expected node content",
        "a value is expected here",
        "write a value, or close the bracket or the brace above",
    ),
];

/// The error at a byte, from what the parser says of it.
pub fn error(text: &str, at: usize, said: &str) -> Diagnostic {
    let known = WORDS.iter().find(|(words, _, _)| said.contains(words));
    let (message, help) = match known {
        Some((_, message, help)) => (*message, *help),
        None => (said, "correct the line, or put the value in quotes"),
    };
    if said.contains("did not find expected key")
        && let Some(line) = interrupting(text, at)
    {
        let message =
            "this is not valid YAML: this line ends the object above it, whose keys go on below";
        return Diagnostic::new(Code::Syntax, line, message)
            .related(Span::new(0, at..at), "here")
            .help("indent the line like the other keys of its object");
    }
    // The parser stops at the end of the line before a tab.
    let rest = text.get(at..).unwrap_or_default();
    let tab = rest.find('\t').filter(|_| said.contains("tab"));
    let is_near = |tab: &usize| rest[..*tab].lines().count() <= 2;
    let start = at + tab.filter(is_near).unwrap_or(0);
    let end = match text.get(start..) {
        Some(rest) if rest.starts_with('\t') => start + 1,
        _ => start,
    };
    let span = Span::new(0, start..end);
    Diagnostic::new(
        Code::Syntax,
        span,
        format!("this is not valid YAML: {message}"),
    )
    .help(help)
}

/// The line above a key that stands too far to the left: the keys above it stand where the keys below it do.
fn interrupting(text: &str, at: usize) -> Option<Span> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let indent = at - start;
    let mut end = start;
    let mut found: Option<(usize, Span)> = None;
    for line in text.get(..start)?.split_inclusive('\n').rev() {
        let line_start = end - line.len();
        end = line_start;
        let content = line.trim();
        let own = line.len() - line.trim_start().len();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        match found {
            None if own < indent => {
                let place = line_start + own;
                found = Some((own, Span::new(0, place..place + content.len())));
            }
            Some((_, span)) if own == indent => return Some(span),
            Some((outer, _)) if own < outer => return None,
            _ => {}
        }
    }
    None
}
