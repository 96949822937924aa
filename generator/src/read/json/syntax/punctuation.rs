//! Commas, colons and brackets that are missing, or too many, at the place where reading stops.

use super::grammar::{Expected, closer};
use super::layout;
use super::token::{Kind, Token};
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// What to write where a value is expected.
const A_VALUE: &str =
    "write a string in double quotes, a number, `true`, `false`, `null`, an array or an object";

/// What would make the tokens around the first wrong one fit together.
pub fn repairs(
    tokens: &[Token<'_>],
    index: usize,
    expected: Expected,
    text_end: usize,
) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let previous = index.checked_sub(1).and_then(|index| tokens.get(index));
    let token = tokens.get(index);
    let Some(previous) = previous else {
        return repairs;
    };
    let end = previous.end();
    if let Some(token) = token {
        repairs.extend(before(previous, token, expected));
        // A key whose object or array is not opened: the next colons and commas are noticed first.
        let colons = tokens.get(..index).unwrap_or_default().iter().rev();
        let colons = colons.take(8).filter(|token| token.kind == Kind::Colon);
        repairs.extend(colons.take(2).flat_map(layout::opened));
        repairs.push(without(token));
    }
    // At the end of the text, the brackets that are missing stand on lines of their own.
    let place = if token.is_some() { end } else { text_end };
    for closer in ["}", "]"] {
        let message = format!("`{closer}` is missing here");
        let repair = Repair::new(end..end, closer, message).at(Span::new(0, place..place));
        repairs.push(repair.help(format!("write `{closer}`")));
    }
    repairs
}

/// What would take a comma away that nothing follows.
pub fn trailing_comma(tokens: &[Token<'_>], index: usize) -> Option<Repair> {
    let comma = tokens.get(index.checked_sub(1)?)?;
    if comma.kind != Kind::Comma {
        return None;
    }
    let message = match tokens.get(index) {
        Some(token) if token.kind == Kind::Close => {
            format!("there is a comma before `{}`", token.text)
        }
        Some(_) | None => "there is nothing between this comma and what follows".to_owned(),
    };
    Some(Repair::new(comma.range(), "", message).help("remove the comma"))
}

/// What would fit between two tokens.
fn before(previous: &Token<'_>, token: &Token<'_>, expected: Expected) -> Option<Repair> {
    let end = previous.end();
    let missing = |with: &str, what: &str| {
        let message = format!("{what} is missing after {}", described(previous));
        Repair::new(end..end, with, message)
    };
    let repair = match expected {
        Expected::Colon => {
            missing(":", "a colon").help(format!("write `{}: …`", excerpt(previous.text)))
        }
        Expected::CommaOrEnd if token.kind == Kind::Close => {
            let other = if token.text == "}" { "]" } else { "}" };
            let message = format!("`{}` closes nothing: `{other}` is expected", token.text);
            Repair::new(token.range(), other, message).help(format!("write `{other}`"))
        }
        Expected::CommaOrEnd => missing(",", "a comma")
            .help("write the comma")
            .related(Span::new(0, token.range()), "before this"),
        Expected::Value | Expected::ItemOrEnd => missing(" null", "a value").help(A_VALUE),
        Expected::Key | Expected::KeyOrEnd => {
            missing("\"\":", "a key").help("write `\"key\": value`")
        }
        Expected::Nothing => return None,
    };
    Some(repair)
}

fn described(token: &Token<'_>) -> String {
    match token.kind {
        Kind::Text | Kind::Word => format!("`{}`", excerpt(token.text)),
        Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::Unclosed | Kind::Stray => {
            format!("`{}`", token.text)
        }
    }
}

fn without(token: &Token<'_>) -> Repair {
    let message = format!("{} has no place here", described(token));
    let repair = Repair::new(token.range(), "", message);
    repair.help("remove it, or look for a quote, a bracket or a brace that is missing before it")
}

/// What is said where nothing that was tried helps.
pub fn plain(tokens: &[Token<'_>], index: usize, expected: Expected) -> (String, String) {
    let Some(token) = tokens.get(index) else {
        let open = innermost(tokens);
        let message = open.map_or_else(
            || "the text ends too early".to_owned(),
            |open| format!("the text ends before `{}` is closed", open.text),
        );
        let help = open.map_or("}", |open| closer(open.text));
        return (
            message,
            format!("close every bracket and every brace: `{help}` comes next"),
        );
    };
    let found = described(token);
    match expected {
        Expected::Value | Expected::ItemOrEnd => (
            format!("a value is expected here, not {found}"),
            A_VALUE.to_owned(),
        ),
        Expected::Key | Expected::KeyOrEnd => (
            format!("a key in double quotes is expected here, not {found}"),
            "write `\"key\": value`, or remove the comma before it".to_owned(),
        ),
        Expected::Colon => (
            format!("a colon is expected here, not {found}"),
            "write `\"key\": value`".to_owned(),
        ),
        Expected::CommaOrEnd => (
            format!("a comma or a closing bracket is missing before {found}"),
            "write it, or look for a quote, a bracket or a brace too many above".to_owned(),
        ),
        Expected::Nothing => (
            format!("the document has ended before {found}"),
            "remove what follows, or look for a closing bracket too many above".to_owned(),
        ),
    }
}

/// What is open at the end.
pub fn innermost<'t, 's>(tokens: &'t [Token<'s>]) -> Option<&'t Token<'s>> {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            Kind::Open => open.push(token),
            Kind::Close => {
                open.pop();
            }
            Kind::Comma | Kind::Colon | Kind::Text | Kind::Unclosed | Kind::Word | Kind::Stray => {}
        }
    }
    open.pop()
}
