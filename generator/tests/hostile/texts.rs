//! Texts that would like to be more than text.

/// What somebody may write where people read, or where something gets its name.
pub const HOSTILE: [&str; 40] = [
    "*/ pub fn stolen() {} /*",
    "\n\npub fn stolen() {}",
    "\r\npub fn stolen() {}\r\n",
    "\rpub fn stolen() {}",
    "\u{2028}pub fn stolen() {}\u{2029}\u{85}",
    "#![feature(stolen)]\n#[cfg(any())]",
    "\"] pub fn stolen() {} #[doc = \"",
    "\"#] pub fn stolen() {} #[doc = r#\"",
    "\"#\"##\"",
    "r#\"",
    "\\\"\\u{202e}\\x41\\n\\",
    "'a' 'static '",
    "{stolen} {} {0} {{ }} {:?}",
    "//! stolen\n/// stolen\n/** stolen */",
    "// stolen",
    "/*",
    "```\npanic!()\n```",
    "```rust\npanic!()",
    "~~~\npanic!()\n~~~",
    "````text\n```rust\npanic!()",
    "    panic!()",
    "text\n\n\tpanic!()\n",
    "- a\n\n      panic!()",
    "> ```\n> panic!()",
    "</div><script>stolen()</script><b>",
    "<!-- ]]> --> <![CDATA[ ]]> <? ?>",
    "[x](javascript:stolen()) ![x](data:,x)",
    "[`crate::Secret`] [Secret] [crate] [x][Secret]\n\n[x]: crate::Secret",
    "[^1] [x]: <> [ ] [",
    "<https://example.com/`> http://[ https://x\u{202e}",
    "\u{202e}\u{2066}\u{200f}\u{200e}\u{61c}\u{2069}",
    "\u{200b}\u{200d}\u{feff}\u{ad}\u{e0041}\u{180e}",
    "\0\u{7f}\u{1b}[31m\u{9b}31m\u{7}",
    "../../x",
    "..\\..\\x",
    "/etc/x",
    "CON.rs:stream",
    "$(x) `x` %x% ${x} \u{fffd} \u{10ffff}",
    "| a | b |\n|---|---|\n| `|` | \\| |",
    "# !\n===\n---\n1. 1)\n+ * _ ** __ ~~ &amp; &#0; &lt;",
];

/// A word without an end, and a text without one.
#[allow(
    dead_code,
    reason = "not every test that has these texts wants long ones"
)]
pub fn long() -> [String; 2] {
    ["x".repeat(5_000), "word `code` ".repeat(500)]
}
