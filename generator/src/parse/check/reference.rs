//! Reference objects, and what was probably meant by a reference that does not resolve.

use super::keyword::shapes;
use super::placement::{NEAR, placement};
use super::{Cx, QUOTES, Use};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected, Need, Object};
use crate::parse::objects::is_for_people;
use crate::parse::reference::tokens;
use crate::read::{Entry, Node, Syntax, Value};

/// Reports what beside a reference has no effect, or should have none, and notes where it should lead.
pub fn check<'d>(
    cx: &mut Cx<'d, '_>,
    node: &'d Node<'d>,
    reference: &'d Entry<'d>,
    expected: &'static Object,
) {
    cx.check(&reference.value, Expected::RefTo(expected));
    // A reference beside the empty key to which it belongs.
    let mut siblings = node.entries().iter();
    if siblings.any(|sibling| ends_empty(&sibling.value))
        && let Some(placement) = placement(cx, node, Expected::Object(expected), reference, NEAR)
    {
        cx.misplaced(node, reference, placement);
        return;
    }
    if let Some(sibling) = of_another_object(cx.dialect, node, expected) {
        let message = format!(
            "`{}` beside `$ref` belongs to another object than the reference",
            sibling.key
        );
        let lost = Diagnostic::new(Code::Misspelled, sibling.key_span, message)
            .label("ignored")
            .related(reference.key_span, "the reference");
        cx.report(lost.harmless().help(
            "write the line that was lost between the two, such as the `- ` of an item or the key of an object; else remove one of them",
        ));
        return;
    }
    for sibling in node.fixed_entries() {
        if let Some(field) = cx.dialect.field(&tables::REFERENCE, &sibling.key) {
            if sibling.key != "$ref" {
                cx.check(&sibling.value, field.expected);
            }
            continue;
        }
        let owner = Expected::Object(expected);
        if !cx.dialect.has(expected, &sibling.key)
            && let Some(placement) = placement(cx, node, owner, sibling, NEAR)
        {
            cx.misplaced(node, sibling, placement);
            continue;
        }
        let is_schema = expected.is(&tables::SCHEMA);
        let is_known = cx.dialect.has(expected, &sibling.key);
        let is_meant = cx
            .dialect
            .applies_beside_reference(&sibling.key, &sibling.value);
        let reported = if is_schema && is_known && is_meant {
            let message = format!("`{}` is not allowed beside `$ref`", sibling.key);
            let meant = Diagnostic::new(Code::Repaired, sibling.key_span, message);
            meant
                .label("read as it is meant")
                .edit(wrapped(cx, node, reference))
        } else {
            cx.meaningless += sibling.value.count();
            let message = format!("`{}` beside `$ref` is ignored", sibling.key);
            Diagnostic::new(Code::ReferenceSibling, sibling.key_span, message)
        };
        let help = if is_schema && is_known {
            "put the reference into `allOf: [{$ref: …}]` and leave the sibling beside it"
        } else {
            "remove it, or write the object here in place of the reference"
        };
        let reported = reported.help(help);
        let is_text = ["title", "summary", "description"].contains(&sibling.key.as_ref());
        cx.report(if is_text { reported.inert() } else { reported });
    }
}

/// Whether the last key in a value has no value, or it itself is none.
fn ends_empty(node: &Node<'_>) -> bool {
    let last = node.entries().last();
    last.map_or(matches!(node.value, Value::Null), |last| {
        ends_empty(&last.value)
    })
}

/// The first key beside a reference that is no remark about it: without it, the object beside the reference would mean something else.
/// Of schemas, many have such keys.
fn of_another_object<'d>(
    dialect: Dialect,
    node: &'d Node<'d>,
    expected: &'static Object,
) -> Option<&'d Entry<'d>> {
    let is_schema = expected.is(&tables::SCHEMA);
    let mut siblings = node.fixed_entries().filter(|_| !is_schema);
    siblings.find(|sibling| {
        let field = dialect.field(expected, &sibling.key);
        let is_needed = field.is_some_and(|field| field.need != Need::Optional);
        !is_for_people(&sibling.key)
            && sibling.key != "$ref"
            && (is_needed || field.is_some() && shapes(&sibling.key))
    })
}

/// The edit that puts a reference into an `allOf`, where all that is beside it is read as it will be then.
fn wrapped(cx: &Cx<'_, '_>, node: &Node<'_>, reference: &Entry<'_>) -> Option<Edit> {
    let text = reference.value.as_str()?;
    let are_meant = node.fixed_entries().all(|sibling| {
        let is_meant = cx
            .dialect
            .applies_beside_reference(&sibling.key, &sibling.value);
        sibling.key == "$ref" || is_meant
    });
    let text = match cx.document.syntax(node.span) {
        Syntax::Json => format!(
            r#""allOf": [{{"$ref": {}}}]"#,
            serde_json::Value::from(text)
        ),
        Syntax::Yaml => format!("allOf: [{{$ref: '{}'}}]", text.replace('\'', "''")),
    };
    let span = reference.key_span.to(reference.value.span.end);
    are_meant.then_some(Edit::Write { span, text })
}

/// What to do about a reference that does not resolve.
pub enum Suggestion {
    /// To write this one in its place.
    Meant(String),
    /// Something else.
    Other(String),
}

/// What to do about a reference that does not resolve, where something like it is there.
pub fn suggestion<'d>(cx: &mut Cx<'d, '_>, used: Use<'d>) -> Option<Suggestion> {
    let text = used.reference.as_str()?;
    if text.is_empty() {
        return example(cx.dialect, used.object).map(Suggestion::Other);
    }
    // The same way with other marks. Quotes of a word processor are part of a text.
    let unquoted = text.trim_matches(QUOTES);
    let plain = unquoted.replace('\\', "/");
    let plain = plain.trim_end_matches('/').to_owned();
    let mut ways = [plain.replacen('.', "/", 1), plain]
        .into_iter()
        .filter(|way| way != text);
    if let Some(way) = ways.find(|way| cx.document.find(way, used.reference.span).is_some()) {
        return Some(Suggestion::Meant(way));
    }
    if unquoted != text {
        return Some(Suggestion::Other(format!(
            "write `{unquoted}` without the quotes around it, which are part of it, or with other ones"
        )));
    }
    if let Some(path) = text
        .strip_prefix("#/paths/")
        .filter(|path| path.starts_with('/'))
    {
        return escaped_path(cx, path).map(Suggestion::Meant);
    }
    let known = meant(cx, used)?;
    let name = |reference: &str| reference.rsplit('/').next().unwrap_or_default().to_owned();
    let (asked, found) = (name(text), name(&known));
    let target = cx.document.find(&known, cx.document.root.span);
    let is_used = target.is_some_and(|target| cx.led_to.contains(&target.span));
    // One that others mean, and that is called otherwise, is hardly what is meant here.
    if is_used && is_other(&asked, &found) {
        let section = section(cx.dialect, used.object)?;
        return Some(Suggestion::Other(format!(
            "declare `{asked}` in `components.{section}`; or refer to another one, if `{found}` is meant"
        )));
    }
    Some(Suggestion::Meant(known))
}

/// The reference to a path that is written with its slashes.
fn escaped_path(cx: &Cx<'_, '_>, path: &str) -> Option<String> {
    let paths = cx.document.root.get("paths")?.entries().iter();
    let known =
        paths.filter_map(|entry| Some((entry.key.as_ref(), path.strip_prefix(&*entry.key)?)));
    let known = known.filter(|(_, rest)| rest.is_empty() || rest.starts_with('/'));
    let (path, rest) = known.max_by_key(|(path, _)| path.len())?;
    let path = path.replace('~', "~0").replace('/', "~1");
    Some(format!("#/paths/{path}{rest}"))
}

/// Whether two names differ in more than a slip: in their numbers, or in more than one letter.
fn is_other(one: &str, other: &str) -> bool {
    let digits = |name: &str| -> String { name.chars().filter(char::is_ascii_digit).collect() };
    let distance = strsim::damerau_levenshtein(&one.to_lowercase(), &other.to_lowercase());
    distance > 1 || digits(one) != digits(other)
}

/// The reference that was probably meant: the same name where it exists, else the nearest of the right kind.
pub fn meant(cx: &mut Cx<'_, '_>, used: Use<'_>) -> Option<String> {
    let text = used.reference.as_str()?;
    // In another file, a fragment alone is one of that file.
    if !cx.document.root.span.contains(used.reference.span) {
        return None;
    }
    if text.starts_with("#/") {
        return named(cx, text, used.object);
    }
    // Some write the name of an object alone, or forget the beginning.
    let path = text.trim_start_matches(['#', '/', '.']);
    let pointer = format!("#/{path}");
    let is_name = !path.contains(['/', '.', ':']);
    named(cx, &pointer, used.object).filter(|known| {
        if is_name {
            known.ends_with(&pointer[1..])
        } else {
            *known == pointer
        }
    })
}

fn named(cx: &mut Cx<'_, '_>, text: &str, expected: &Object) -> Option<String> {
    let tokens: Vec<_> = tokens(text.strip_prefix('#')?).collect();
    let name = tokens.last()?;
    let section = section(cx.dialect, expected)?;
    let known = cx.document.components(section)?;
    let name = match cx.document.entry(known, name) {
        Some(entry) => entry.key.as_ref(),
        None if cx.may_compare(known) => {
            // What is not an object may have slipped in from another one.
            let objects = known.entries().iter();
            let objects = objects.filter(|entry| matches!(entry.value.value, Value::Map(_)));
            nearest(name, objects.map(|entry| entry.key.as_ref()))?
        }
        None => return None,
    };
    Some(pointer_to(section, name))
}

/// The reference to a component.
pub fn pointer_to(section: &str, name: &str) -> String {
    let name = name.replace('~', "~0").replace('/', "~1");
    format!("#/components/{section}/{name}")
}

/// What to write in place of a value that is not a reference.
pub fn example(dialect: Dialect, expected: &Object) -> Option<String> {
    let section = section(dialect, expected)?;
    Some(format!(
        "write a reference such as `#/components/{section}/Name`"
    ))
}

/// Where objects of a kind are kept.
pub fn section(dialect: Dialect, object: &Object) -> Option<&'static str> {
    let mut sections = dialect.fields(&tables::COMPONENTS);
    let section = sections.find(|section| section.kept().is_some_and(|kept| kept.is(object)));
    section.map(|section| section.name)
}
