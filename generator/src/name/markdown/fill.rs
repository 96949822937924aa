//! Paragraphs in lines.

/// How wide a line of docs may be, its comment marker and indentation left out.
pub const WIDTH: usize = 92;

/// Breaks a paragraph into lines, the first of which has so much less room. No line begins with what would make it a
/// list, a heading or a quote.
pub fn fill_to(paragraph: &str, width: usize, hanging: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = hanging;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if used + 1 + length <= width || begins_block(word) => {
                line.push(' ');
                line.push_str(word);
                used += 1 + length;
            }
            Some(_) => {
                lines.push(word.to_owned());
                used = length;
            }
            None => {
                lines.push(word.to_owned());
                used += length;
            }
        }
    }
    let first_word = paragraph.split_whitespace().next().unwrap_or_default();
    if let Some(first) = lines.first_mut().filter(|_| begins_block(first_word)) {
        // A backslash escapes punctuation only, so of `1.` it escapes the full stop.
        let digits = first_word.chars().take_while(char::is_ascii_digit).count();
        first.insert(digits, '\\');
    }
    lines
}

fn begins_block(word: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit();
    let after_number = word.trim_start_matches(is_number);
    word.starts_with(['#', '>', '+', '=', '|', '~'])
        || matches!(word, "-" | "*" | "+")
        || word.starts_with("---")
        || word.starts_with("```")
        || (after_number.len() < word.len() && matches!(after_number, "." | ")"))
}
