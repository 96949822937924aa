//! What the parser says, in words for the author of the document.

/// What the parser says contains, what is meant, and what to do. Most mistakes are explained by a change that undoes them.
const WORDS: [(&str, &str, &str); 21] = [
    ("tab", "a tab cannot indent a line", "indent with spaces"),
    (
        "mapping values are not allowed",
        "there is a second `: ` in this value, or the line is indented too far",
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
        "block sequence entries are not allowed",
        "no item of a list may be here",
        "put the list on lines of its own below the key",
    ),
    (
        "did not find expected ','",
        "a comma or what closes the bracket or the brace is missing before this",
        "add it, or put the value in quotes",
    ),
    (
        "invalid indentation in flow",
        "this line belongs to a bracket or a brace that is not closed above",
        "close the bracket or the brace above, or indent the line further",
    ),
    (
        "misplaced bracket",
        "this bracket or brace closes nothing",
        "remove it, or put the value in quotes if it belongs to a text",
    ),
    (
        "hexadecimal number",
        "`\\x`, `\\u` and `\\U` are followed by 2, 4 or 8 digits of a hexadecimal number",
        "write a backslash as `\\\\`, or use single quotes",
    ),
    (
        "escape",
        "this is not a valid escape in double quotes",
        "write a backslash as `\\\\`, or use single quotes",
    ),
    (
        "quoted scalar",
        "this text in quotes is not closed",
        "add the closing quote",
    ),
    (
        "invalid trailing content",
        "something follows the closing quote",
        "write quotes inside of the text as `\\\"`, or remove what follows it",
    ),
    (
        "unexpected character",
        "a value cannot begin with this character",
        "put the value in quotes",
    ),
    (
        "unknown anchor",
        "this alias names no anchor before it",
        "write `&name` at the value that it means, or put the text in quotes",
    ),
    (
        "anchor",
        "`&` begins an anchor and `*` an alias, and this one cannot be read",
        "write the anchor on the line of its key, or put the text in quotes",
    ),
    (
        "block scalar",
        "the indentation of this text is wrong",
        "indent all its lines further than its key",
    ),
    (
        "directive",
        "a line that begins with `%` is a directive, and this one cannot be read",
        "remove the line, or put a text that begins with `%` in quotes",
    ),
    (
        "tag",
        "`!` begins a tag, and this one cannot be read",
        "put the text in quotes",
    ),
    (
        "document",
        "the document has ended before this line",
        "remove this line, or a line `---` or `...` above it, or correct its indentation",
    ),
    (
        "unexpected eof",
        "the text ends too early",
        "close what is open: a quote, a bracket or a brace",
    ),
    (
        "invalid indentation",
        "the indentation of this line fits none of the lines above",
        "indent the line like its neighbours",
    ),
];

/// What is meant, and what to do.
pub fn plain(said: &str) -> (&'static str, &'static str) {
    let known = WORDS.iter().find(|(words, ..)| said.contains(words));
    known.map_or(
        (
            "this cannot be read, or what is before it is not finished",
            "write `key: value` or `- item`, and put a text with special characters in quotes",
        ),
        |(_, message, help)| (*message, *help),
    )
}
