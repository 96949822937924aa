//! One walk over a regular expression, as lenient as ECMA-262 with its annex B: an escape that nobody knows is the sign itself,
//! and so is a bracket or a brace that begins nothing.

use std::iter::Peekable;
use std::str::Chars;

/// What no reader of regular expressions can make sense of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A group that is not closed.
    OpenGroup,
    /// A parenthesis that closes nothing.
    ClosedGroup,
    /// A class that is not closed.
    OpenClass,
    /// A range of a class whose end is before its beginning.
    Range,
    /// A quantifier without what it repeats.
    NothingToRepeat,
    /// A quantifier whose most is below its least.
    Counts,
    /// A quantifier in braces that is not closed.
    OpenCounts,
    /// A backslash at the end.
    Backslash,
}

/// How much of a pattern is looked at for the end of a quantifier.
const REST: usize = 100;

/// What is before a sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that could be repeated.
    Nothing,
    /// Something that can be repeated.
    Atom,
    /// A quantifier: some dialects have a second one after it.
    Quantifier,
}

/// Finds the first flaw.
pub fn scan(pattern: &str) -> Result<(), Flaw> {
    let mut signs = pattern.chars().peekable();
    let mut depth = 0_usize;
    let mut before = Before::Nothing;
    while let Some(sign) = signs.next() {
        before = match sign {
            '\\' => escape(&mut signs)?,
            '[' => class(&mut signs)?,
            '(' => {
                depth += 1;
                if signs.next_if_eq(&'?').is_some() {
                    // What kind of group it is; none of these signs is repeated.
                    while signs.next_if(|sign| ":=!<>".contains(*sign)).is_some() {}
                }
                Before::Nothing
            }
            ')' => {
                depth = depth.checked_sub(1).ok_or(Flaw::ClosedGroup)?;
                Before::Atom
            }
            '|' | '^' => Before::Nothing,
            '*' | '+' | '?' => quantified(before, sign)?,
            '{' => match counts(&signs) {
                Some((least, most)) if before != Before::Nothing => {
                    if most.is_some_and(|most| most < least) {
                        return Err(Flaw::Counts);
                    }
                    Before::Quantifier
                }
                Some(_) => return Err(Flaw::NothingToRepeat),
                None if before != Before::Nothing && is_open_count(&signs) => {
                    return Err(Flaw::OpenCounts);
                }
                None => Before::Atom,
            },
            _ => Before::Atom,
        };
        if before == Before::Quantifier && sign == '{' {
            while signs.next().is_some_and(|sign| sign != '}') {}
        }
    }
    if depth > 0 {
        return Err(Flaw::OpenGroup);
    }
    Ok(())
}

fn quantified(before: Before, sign: char) -> Result<Before, Flaw> {
    match (before, sign) {
        (Before::Nothing, _) | (Before::Quantifier, '*') => Err(Flaw::NothingToRepeat),
        (Before::Atom, _) => Ok(Before::Quantifier),
        // `+?` takes as little as it can; `++`, in some dialects, gives nothing back.
        (Before::Quantifier, _) => Ok(Before::Atom),
    }
}

fn escape(signs: &mut Peekable<Chars<'_>>) -> Result<Before, Flaw> {
    match signs.next() {
        Some(_) => Ok(Before::Atom),
        None => Err(Flaw::Backslash),
    }
}

/// The rest of a class.
fn class(signs: &mut Peekable<Chars<'_>>) -> Result<Before, Flaw> {
    signs.next_if_eq(&'^');
    // The sign that a range could begin with.
    let mut first: Option<char> = None;
    while let Some(sign) = signs.next() {
        let single = match sign {
            ']' => return Ok(Before::Atom),
            '\\' => escaped(signs)?,
            sign => Some(sign),
        };
        let ends_range = sign == '-' && first.is_some();
        if !ends_range {
            first = single;
            continue;
        }
        let last = match signs.peek() {
            None | Some(']') => continue,
            Some('\\') => {
                signs.next();
                escaped(signs)?
            }
            Some(_) => signs.next(),
        };
        if let (Some(first), Some(last)) = (first, last)
            && first > last
        {
            return Err(Flaw::Range);
        }
        first = None;
    }
    Err(Flaw::OpenClass)
}

/// The sign that an escape in a class surely means.
fn escaped(signs: &mut Peekable<Chars<'_>>) -> Result<Option<char>, Flaw> {
    let sign = signs.next().ok_or(Flaw::OpenClass)?;
    Ok((!sign.is_alphanumeric()).then_some(sign))
}

/// The least and the most of `{1}`, `{1,}` and `{1,3}`, whose brace is read already; `None` of any other text in braces.
fn counts(signs: &Peekable<Chars<'_>>) -> Option<(u64, Option<u64>)> {
    let text: String = signs
        .clone()
        .take_while(|sign| *sign != '}')
        .take(50)
        .collect();
    let is_closed = signs.clone().nth(text.chars().count()) == Some('}');
    if !is_closed {
        return None;
    }
    // Longer numbers than these have no meaning.
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| text.parse().unwrap_or(u64::MAX))
    };
    match text.split_once(',') {
        None => number(&text).map(|count| (count, Some(count))),
        Some((least, "")) => Some((number(least)?, None)),
        Some((least, most)) => Some((number(least)?, Some(number(most)?))),
    }
}

/// Whether what follows a brace begins like a count and ends without a brace: some read it as text, and nobody means it so.
fn is_open_count(signs: &Peekable<Chars<'_>>) -> bool {
    let is_count = signs
        .clone()
        .next()
        .is_some_and(|sign| sign.is_ascii_digit());
    // Looked at from each brace, a long rest would take for ever.
    let mut rest = signs.clone();
    is_count && rest.by_ref().take(REST).all(|sign| sign != '}') && rest.next().is_none()
}
