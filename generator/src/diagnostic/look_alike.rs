//! Characters that look like others, or like nothing: without their names nobody sees what is wrong.

use crate::text::is_invisible;

/// What to add to advice about a word, where the message shows a character that nobody sees in it.
pub fn named(message: &str, help: &str) -> Option<String> {
    let meant = help.strip_prefix("did you mean `")?;
    if !meant.is_ascii() {
        return None;
    }
    let odd = message.chars().find(|c| is_odd(*c))?;
    let code = format!("`U+{:04X}`", u32::from(odd));
    Some(if is_alike(odd) {
        format!("{help} the `{odd}` in it is {code}, not a Latin letter")
    } else {
        format!("{help} it holds the invisible character {code}")
    })
}

fn is_odd(c: char) -> bool {
    is_alike(c) || is_invisible(c)
}

/// Whether a character is of an alphabet that shares shapes with the Latin one: Greek, Cyrillic, full width.
fn is_alike(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}' | '\u{ff21}'..='\u{ff5a}')
}
