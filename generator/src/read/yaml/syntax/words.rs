//! What the parser says, in words for the author of the document.

/// What the parser says contains, what is meant, and what to do.
const WORDS: [(&str, &str, &str); 41] = [
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
        "is only valid inside a block",
        "there is an item of a list within a bracket or a brace that is not closed above",
        "close the bracket or the brace above, or put the text that it belongs to in quotes",
    ),
    (
        "plain scalar cannot start with '-'",
        "a value cannot begin with `-` and a bracket, a brace or a comma",
        "write a space after `-`, or put the value in quotes",
    ),
    (
        "'-' must be followed",
        "a space is missing after `-`",
        "write `- ` before the item",
    ),
    (
        "':' must be followed",
        "a space is missing after the colon",
        "write `key: value`",
    ),
    (
        "illegal placement of ':'",
        "there is a colon without a key before it",
        "write `key: value`, or put the text in quotes",
    ),
    (
        "':' may not precede",
        "a space is missing after the colon",
        "write `key: value`",
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
        "misplaced bracket",
        "this bracket or brace closes nothing",
        "remove it, or put the value in quotes if it belongs to a text",
    ),
    (
        "mapping keys are not allowed",
        "no key may stand here",
        "write `key: value` on a line of its own, or put a text that begins with `?` in quotes",
    ),
    (
        "invalid indentation in quoted scalar",
        "this text in quotes is not closed",
        "add the closing quote",
    ),
    (
        "unexpected document indicator",
        "this text in quotes is not closed",
        "add the closing quote",
    ),
    (
        "invalid indentation in flow",
        "this line belongs to a bracket or a brace that is not closed above",
        "close the bracket or the brace above, or indent the line further",
    ),
    (
        "invalid indentation for anchor",
        "this anchor is indented unlike the value that it names",
        "write the anchor on the line of its key",
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
        "comment intercepting",
        "there is a comment within a text of several lines",
        "remove the comment, or put the text in quotes",
    ),
    (
        "comments must be separated",
        "`#` begins a comment only after a space",
        "put a space before `#`, or put the text that holds it in quotes",
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
        "unknown escape character",
        "this is not a valid escape in double quotes",
        "write a backslash as `\\\\`, or use single quotes",
    ),
    (
        "hexadecimal number",
        "after `\\x`, `\\u` or `\\U` stand 2, 4 or 8 digits of a hexadecimal number",
        "write a backslash as `\\\\`, or use single quotes",
    ),
    (
        "invalid Unicode character escape",
        "this escape means no character",
        "write the character itself, or a backslash as `\\\\`",
    ),
    (
        "unknown anchor",
        "this alias names no anchor before it",
        "write `&name` at the value that it means, or put the text in quotes",
    ),
    (
        "anchor or alias",
        "a name is missing after `&` or `*`",
        "put the text in quotes",
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
        "byte order mark",
        "there is a byte order mark within the text",
        "remove the invisible character here",
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
        "the handle wasn't declared",
        "`!` begins a tag, and this one is not declared",
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
        "did not find expected node content",
        "a value is expected here",
        "write a value, or close the bracket or the brace above",
    ),
];

/// What is meant, and what to do.
pub fn plain(said: &str) -> (&'static str, &'static str) {
    WORDS
        .iter()
        .find(|(words, _, _)| said.contains(words))
        .map_or(
            (
                "this cannot be read, or what is before it is not finished",
                "write `key: value` or `- item`, and put a text with special characters in quotes",
            ),
            |(_, message, help)| (*message, *help),
        )
}
