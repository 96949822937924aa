//! Components that were renamed: references name what is not there, and nothing refers to what is there.

use super::Group;
use super::cause::{is_no_object, is_paths, unknown};
use crate::diagnostic::Diagnostic;
use crate::parse::check::Cx;
use crate::parse::check::keyword::{distance, is_near};
use crate::read::Entry;

/// Of how many names one may have been renamed.
const SEVERAL: usize = 4;

/// What is said of references to a name that is not there: the one entry to which nothing refers, with a name that differs by a slip or
/// shares a word, or the only one at all, was probably renamed.
pub fn renamed(cx: &mut Cx<'_, '_>, group: &Group<'_>) -> Diagnostic {
    let (parent, missing) = (group.first.parent, group.missing.as_str());
    if !cx.may_compare(parent) {
        return unknown(group);
    }
    let unused = parent.entries().iter().filter(|entry| {
        !cx.led_to.contains(&entry.value.span)
            && !is_no_object(&entry.value)
            && !cx.diagnostics.error_at(entry.key_span)
    });
    let unused: Vec<&Entry<'_>> = unused.collect();
    let only = |is_like: &dyn Fn(&str) -> bool| {
        let mut like = unused.iter().filter(|entry| is_like(&entry.key));
        like.next().filter(|_| like.next().is_none()).copied()
    };
    // A slip of one letter or two is as likely in the reference as in the name, if nothing else refers to what is there.
    let is_slip = |name: &str| {
        let rest = name.strip_prefix(missing).unwrap_or_default();
        distance(missing, name) <= 2
            && !(rest == "s" || rest.ends_with(|c: char| c.is_ascii_digit()))
    };
    if let Some(entry) = only(&|name| is_near(missing, name)) {
        if group.spans.len() == 1 && is_slip(&entry.key) {
            let help = format!("write `{}` here, or call that one `{missing}`", entry.key);
            let either = unknown(group).related(entry.key_span, "nothing refers to this one");
            return either.help(help).edit(None);
        }
        return was_renamed(group, entry).meant(missing);
    }
    let asked = words(missing);
    let related = only(&|name| words(name).iter().any(|word| asked.contains(word)));
    // What others refer to is misspelled here, unless it differs in more than a letter and something else was renamed. Another security
    // scheme would be another way to be let in.
    let is_misspelled = parent.entries().iter().any(|entry| {
        is_near(missing, &entry.key) && (related.is_none() || distance(missing, &entry.key) < 2)
    });
    if is_misspelled || is_paths(cx, parent) {
        return unknown(group);
    }
    if let Some(entry) = related.or_else(|| only(&|_| true)) {
        return was_renamed(group, entry).help(format!(
            "if it was, name it in the references, or call it `{missing}` again; else declare `{missing}`"
        ));
    }
    let Some(first) = unused.first().filter(|_| unused.len() <= SEVERAL) else {
        return unknown(group);
    };
    let names: Vec<&str> = unused.iter().map(|entry| entry.key.as_ref()).collect();
    let help = format!(
        "declare what it names; was one of `{}` renamed? nothing refers to them",
        names.join("`, `")
    );
    unknown(group)
        .related(first.key_span, "nothing refers to this one")
        .help(help)
}

/// What is said of an entry that was probably renamed. What it holds is sound.
fn was_renamed(group: &Group<'_>, entry: &Entry<'_>) -> Diagnostic {
    let references = match group.spans.len() {
        1 => "a reference names".to_owned(),
        count => format!("{count} references name"),
    };
    let message = format!(
        "{references} `{}`, which is not there, and none names `{}`",
        group.missing, entry.key
    );
    Diagnostic::new(group.first.diagnostic.code, entry.key_span, message)
        .label("was it renamed?")
        .related(group.first.span, "the first reference")
        .harmless()
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let is_new = !letter.is_alphanumeric() || letter.is_uppercase() && before.is_lowercase();
        if is_new {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.retain(|word| word.len() > 2);
    words
}
