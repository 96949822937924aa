//! The parameters of a media type (RFC 9110 section 5.6.6).

/// The parameters: their names in lower case, and their values without quotes.
pub fn parameters(media_type: &str) -> Vec<(String, String)> {
    let mut rest = media_type.split_once(';').map_or("", |(_, rest)| rest);
    let mut parameters = Vec::new();
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit(';').next().unwrap_or_default().trim();
        let (value, after) = value(after);
        parameters.push((name.to_ascii_lowercase(), value));
        rest = after;
    }
    parameters
}

/// The value of a parameter, and what follows it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.trim_start().strip_prefix('"') else {
        let (value, rest) = text.split_at(text.find(';').unwrap_or(text.len()));
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            character => value.push(character),
        }
    }
    (value, characters.as_str())
}
