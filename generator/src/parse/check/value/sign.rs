//! Tags and anchors of YAML before a text, which were meant as its first word.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::check::{COMPARISONS, Cx};
use crate::parse::objects::is_for_people;
use crate::read::Entry;
use crate::source::Span;

/// Reports the first word of a text that YAML reads as a tag, or as an anchor to which nothing refers: it is lost.
pub fn report(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, text: &str) {
    let value = entry.value.span;
    let (start, end) = (entry.key_span.end, value.end);
    let all = cx.document.written(Span { start, end });
    let written = all.trim_start_matches(['"', '\'']).trim_start();
    let written = written.strip_prefix(':').unwrap_or_default().trim_start();
    let word = written.split_whitespace().next().unwrap_or_default();
    let what = match word.split_at_checked(1) {
        // Some tags have a meaning.
        Some(("!", name)) if !name.is_empty() && !name.starts_with(['!', '<']) => "a tag",
        // Elsewhere, an anchor without an alias is only superfluous.
        Some(("&", name)) if is_for_people(&entry.key) && !is_referred_to(cx, value, name) => {
            "an anchor"
        }
        _ => return,
    };
    let message = format!("`{word}` is {what} of YAML, and not a part of the text");
    let start = start as usize + all.len() - written.len();
    let lost = Diagnostic::new(Code::WrongType, Span::new(start, 0..word.len()), message);
    let quoted = format!("'{word} {}'", text.replace('\'', "''"));
    let help = format!("put the value in quotes: `{quoted}`");
    let (span, text) = (Span::new(start, 0..written.len()), quoted);
    let edit = (!written.contains('\n')).then_some(Edit::Write { span, text });
    cx.report(lost.help(help).edit(edit).harmless());
}

/// Whether an alias names an anchor, or nobody has the time to look for one.
fn is_referred_to(cx: &mut Cx<'_, '_>, value: Span, name: &str) -> bool {
    let file = cx.document.written(cx.document.root_of(value).span);
    cx.compared += file.len() / 1000;
    cx.compared > COMPARISONS || file.contains(&format!("*{name}"))
}
