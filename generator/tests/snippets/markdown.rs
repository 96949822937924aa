//! Descriptions become docs: the same words, but nothing that rustdoc would compile, follow, or refuse.

use insta::assert_snapshot;

use crate::support::described;

#[test]
fn paragraphs_are_filled() {
    assert_snapshot!(described("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.\nSixteen seventeen.\n\nAnother\nparagraph."), @"
    One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.
    Sixteen seventeen.

    Another paragraph.
    ");
}

#[test]
fn line_breaks() {
    assert_snapshot!(described("one  \ntwo\\\nthree\r\nfour\rfive"), @r"
    one\
    two\
    three four five
    ");
}

#[test]
fn a_fence_without_a_language_is_no_test() {
    assert_snapshot!(described("Run:\n```\nlet x = 1;\n```\nthen stop."), @"
    Run:

    ```text
    let x = 1;
    ```

    then stop.
    ");
}

#[test]
fn a_fence_of_rust_is_no_test() {
    for language in [
        "rust",
        "rust,no_run",
        "should_panic",
        "compile_fail",
        "ignore",
        "{.rust}",
        "json5",
        "ts",
    ] {
        assert_eq!(
            described(&format!("```{language}\nx\n```")),
            "```text\nx\n```\n",
            "{language}"
        );
    }
}

#[test]
fn a_fence_of_another_language_keeps_it() {
    assert_snapshot!(described("~~~ JSON\n{\"a\": 1}\n~~~"), @r#"
    ```json
    {"a": 1}
    ```
    "#);
}

#[test]
fn fences_within_fences() {
    assert_snapshot!(described("````\n```\nlet x = 1;\n```\n````"), @"
    ```text
    '''
    let x = 1;
    '''
    ```
    ");
}

#[test]
fn a_fence_that_is_never_closed() {
    assert_snapshot!(described("```rust\nlet x = 1;"), @"
    ```text
    let x = 1;
    ```
    ");
}

#[test]
fn indented_code_is_no_test() {
    assert_snapshot!(described("Like this:\n\n    let x = 1;\n\n\tlet y = 2;"), @"
    Like this:

    ```text
    let x = 1;

    let y = 2;
    ```
    ");
}

#[test]
fn code_in_lists_and_quotes() {
    assert_snapshot!(described("- one\n\n  ```\n  let x = 1;\n  ```\n- two\n\n> quoted\n>\n>     let y = 2;"), @"
    - one

      ```text
      let x = 1;
      ```
    - two

    > quoted
    >
    > ```text
    > let y = 2;
    > ```
    ");
}

#[test]
fn html_becomes_markdown_and_unknown_tags_are_shown() {
    assert_snapshot!(described("A <b>bold</b> word, <script>alert(1)</script> and Vec<String>.\n\n<div>\nblock\n</div>\n\nThe end.<br>"), @r"
    A **bold** word, \<script>alert(1)\</script> and Vec\<String>.

    block

    The end.
    ");
}

#[test]
fn addresses_become_links() {
    assert_snapshot!(described("See https://example.com/a_b?c=d&e=*f*. Also (http://example.com), <https://example.com/x> and me@example.com, ftp://example.com."), @"
    See <https://example.com/a_b?c=d&e=>*f*. Also (<http://example.com>),
    <https://example.com/x> and me@example.com, ftp://example.com.
    ");
}

#[test]
fn links() {
    assert_snapshot!(described("[text](https://example.com/a_(b)), [mail](mailto:a@example.com), [relative](/docs), [code](Self::x), [bad](javascript:alert(1)), ![image](https://example.com/a.png)"), @"
    [text](https://example.com/a_%28b%29), [mail](mailto:a@example.com), relative (`/docs`),
    code, bad, [image](https://example.com/a.png)
    ");
}

#[test]
fn links_by_reference() {
    assert_snapshot!(described("A [link][1] and a [shortcut].\n\n[1]: https://example.com/one\n[shortcut]: ./two"), @"A [link](https://example.com/one) and a shortcut (`./two`).");
}

#[test]
fn brackets_are_no_links() {
    assert_snapshot!(described("A list[0], [Option], [`Vec`], [a][b], [x](y), - [ ] task and a footnote[^1]."), @r"A list\[0\], \[Option\], \[`Vec`\], \[a\]\[b\], x, - \[ \] task and a footnote\[^1\].");
}

#[test]
fn emphasis_and_code() {
    assert_snapshot!(described("*one* _two_ **three** __four__ `five` ``six ` seven`` snake_case_word 2*3*4 a * b"), @r"*one* *two* **three** **four** `five` ``six ` seven`` snake_case_word 2*3*4 a \* b");
}

#[test]
fn headings() {
    assert_snapshot!(described("# Title\n\nText.\n\nUnderlined\n===\n\n###### Deep #"), @"
    # Title

    Text.

    # Underlined

    ###### Deep
    ");
}

#[test]
fn lists() {
    assert_snapshot!(described("Before:\n- one\n  - nested\n    more\n  - again\n- two\n\nBetween\n\n3. three\n4. four\n\n   paragraph\n* star"), @"
    Before:

    - one
      - nested more
      - again
    - two

    Between

    3. three
    4. four

       paragraph

    - star
    ");
}

#[test]
fn quotes_and_rules() {
    assert_snapshot!(described("> quoted\nlazily\n>\n> > twice\n\n---\n\nThe end."), @"
    > quoted lazily
    >
    > >
    > > twice

    ---

    The end.
    ");
}

#[test]
fn tables() {
    assert_snapshot!(described("| a | b |\n|---|:-:|\n| 1 | `x|y` |\n| <b> | a\\|b |"), @r"
    | a | b |
    | --- | --- |
    | 1 | \`x |
    | \<b> | a\|b |
    ");
}

#[test]
fn no_line_begins_a_block_by_chance() {
    let filler = "word ".repeat(18);
    for word in [
        "-", "+", "*", "1.", "23)", "#", ">", "=", "---", "```", "|", "~~~",
    ] {
        let docs = described(&format!("{filler}{word} tail"));
        assert!(
            docs.lines().all(|line| line.starts_with(['w', 't', '\\'])),
            "{docs}"
        );
    }
}

#[test]
fn signs_at_the_start() {
    assert_snapshot!(described("+1 is a vote.\n\n1986\\. A great year.\n\n\\# no heading\n\n#hash\n\n=x\n\n| no table"), @r"
    \+1 is a vote.

    1986\. A great year.

    \# no heading

    \#hash

    \=x

    \| no table
    ");
}

#[test]
fn entities() {
    assert_snapshot!(described("a &amp; b, &lt;tag&gt;, &copy;, &nope, &#35; x"), @r"a & b, \<tag>, ©, \&nope, # x");
}

#[test]
fn what_hides_is_removed() {
    assert_snapshot!(described("nul\0, bell\u{7}, left\u{202a} right\u{202e} isolate\u{2066}, mark\u{200f}, zero\u{200b}width, bom\u{feff}, separator\u{2028}next").escape_debug(), @r"nul, bell, left right isolate, mark, zero\u{200b}width, bom, separator next\n");
}

#[test]
fn what_looks_like_the_end_of_a_comment_or_an_attribute() {
    assert_snapshot!(described("*/ /* // /// //! #![feature(x)] #[cfg(test)] \"quoted\" \\ {braces} r#\"raw\"#"), @r##"*/ /* // /// //! #!\[feature(x)\] #\[cfg(test)\] "quoted" \\ {braces} r#"raw"#"##);
}

#[test]
fn very_long_words() {
    let docs = described(&format!("short {} short", "x".repeat(200)));
    assert_eq!(docs.lines().map(str::len).collect::<Vec<_>>(), [5, 200, 5]);
}

#[test]
fn a_description_of_nothing() {
    assert_snapshot!(described("  \n\t\n"), @"");
    assert_snapshot!(described("\0"), @"");
    assert_snapshot!(described("<!-- hidden -->"), @r"");
}

#[test]
fn words_beyond_ascii() {
    assert_snapshot!(described("Größe, 日本語のとても長い説明文です。Эта строка достаточно длинна, чтобы её пришлось разорвать на две строки."), @"
    Größe, 日本語のとても長い説明文です。Эта строка достаточно длинна, чтобы её пришлось разорвать на две
    строки.
    ");
}

#[test]
fn paragraphs_links_and_lists_of_html() {
    assert_snapshot!(described("<p>The <strong>state </strong>of an <a href=\"https://example.com/orders\">order</a>.</p>\n\n<p>One of:</p>\n<ul>\n    <li><code>a &lt; b</code>: it is open<br>or new</li>\n    <li>else<ol><li>first</li><li>second</li></ol></li>\n</ul>\n<p>The end.</p>"), @r"
    The **state** of an [order](https://example.com/orders).

    One of:

    - `a < b`: it is open\
      or new
    - else
      1. first
      2. second

    The end.
    ");
}

#[test]
fn headings_code_and_tables_of_html() {
    assert_snapshot!(described("<h2>How</h2><pre><code>if a &amp;&amp; b {\n    c();\n}</code></pre>\n<table><tr><td>one</td><td>two</td></tr></table>\n\n| a | b |\n|---|---|\n| 1<br>2 | 3 |"), @r"
    # How

    ```text
    if a && b {
        c();
    }
    ```

    one two

    | a | b |
    | --- | --- |
    | 1 2 | 3 |
    ");
}

#[test]
fn html_that_is_none() {
    assert_snapshot!(described("Vec<b>, <a>, a < b, `<i>code</i>`, <code>open and <i>both</i></i>.\n\n```\n<i>code</i>\n```"), @r"
    Vec\<b>, \<a>, a \< b, `<i>code</i>`, \<code>open and *both*\</i>.

    ```text
    <i>code</i>
    ```
    ");
}

#[test]
fn what_follows_a_fence_that_is_never_closed() {
    assert_snapshot!(described("```json\n{\"a\": 1}\n\nThen *more*.\n\n~~~\nclosed\n\nstill\n~~~"), @r#"
    ```json
    {"a": 1}
    ```

    Then *more*.

    ```text
    closed

    still
    ```
    "#);
}

#[test]
fn admonitions() {
    assert_snapshot!(described("> [!NOTE]\n> Ask first.\n>\n> Twice.\n\n> [!WARNING]\n> Gone.\n\n> [plain]"), @r"
    > **Note:** Ask first.
    >
    > Twice.

    > **Warning:** Gone.

    > \[plain\]
    ");
}

#[test]
fn the_highest_heading_is_the_first() {
    assert_snapshot!(described("### Title\n\nText.\n\n#### Part"), @r"
    # Title

    Text.

    ## Part
    ");
}
