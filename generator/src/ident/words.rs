//! The words that the document calls a thing by, as far as they can be parts of an identifier.

use unicode_normalization::UnicodeNormalization;

/// The name in letters, digits and spaces. Signs that carry meaning become words, so that `+1` and `-1` differ.
pub fn with_letters(text: &str) -> String {
    // Rust compares identifiers in this form.
    let text: String = text.nfc().collect();
    words(&text, |c, words| words.push(c))
}

/// The same in ASCII: other letters become their code points.
pub fn ascii(text: &str) -> String {
    words(text, |c, words| {
        words.push_str(&format!(" u{:x} ", u32::from(c)));
    })
}

fn words(text: &str, letter: fn(char, &mut String)) -> String {
    let (text, comparison) = without_comparison(text);
    let has_letters = text.contains(|c: char| c.is_alphanumeric());
    let mut words = String::new();
    let mut previous = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next_is_digit = rest.peek().is_some_and(char::is_ascii_digit);
        let is_sign = matches!(c, '+' | '-');
        // `-1` and `+1` are numbers everywhere; `-name` and `+name` at the start are directions.
        let leads_number = is_sign && next_is_digit && !previous.is_some_and(char::is_alphanumeric);
        let leads_word = is_sign && previous.is_none();
        match c {
            c if c.is_ascii_alphanumeric() => words.push(c),
            // An apostrophe ends no word: `user's` is not `user s`.
            '\'' => {}
            c if c.is_alphabetic() => letter(c, &mut words),
            c if leads_number || leads_word || !has_letters => words.push_str(sign(c)),
            _ => words.push(' '),
        }
        previous = Some(c);
    }
    words + comparison
}

/// A name without the comparison in which it ends, as those of filters do, and its words: `StartTime>`, but not `Page<Item>`.
fn without_comparison(text: &str) -> (&str, &'static str) {
    let comparisons = [
        ("<=", " at most"),
        (">=", " at least"),
        ("<", " less than"),
        (">", " greater than"),
    ];
    let compared = comparisons.into_iter().find_map(|(sign, words)| {
        let name = text.strip_suffix(sign)?;
        let is_name = name.ends_with(char::is_alphanumeric) && !name.contains(['<', '>']);
        is_name.then_some((name, words))
    });
    compared.unwrap_or((text, ""))
}

fn sign(c: char) -> &'static str {
    match c {
        '+' => " plus ",
        '-' => " minus ",
        '*' => " star ",
        '/' => " slash ",
        '\\' => " backslash ",
        '=' => " equal ",
        '<' => " less ",
        '>' => " greater ",
        '!' => " not ",
        '?' => " question ",
        '.' => " dot ",
        ',' => " comma ",
        ':' => " colon ",
        ';' => " semicolon ",
        '#' => " hash ",
        '@' => " at ",
        '$' => " dollar ",
        '%' => " percent ",
        '&' => " and ",
        '|' => " or ",
        '~' => " tilde ",
        '^' => " caret ",
        '_' => " underscore ",
        '(' | ')' => " parenthesis ",
        '[' | ']' => " bracket ",
        '{' | '}' => " brace ",
        '"' | '`' => " quote ",
        _ => " ",
    }
}
