//! Text of a document, made harmless for a terminal.

use std::borrow::Cow;

use crate::text::is_invisible;

/// The text with a sign in place of each character that a terminal would obey or not show.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| match c {
        '\0'..=' ' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    };
    let signs = text
        .chars()
        .map(|c| if is_invisible(c) { sign(c) } else { c });
    Cow::Owned(signs.collect())
}

/// The text as far as it helps: names and values of a document have no limit of their own.
pub fn shortened(text: String, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
