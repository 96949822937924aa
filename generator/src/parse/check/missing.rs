//! Fields that are not there, and unknown keys that were probably meant for them.

use std::collections::{HashMap, HashSet};

use super::Cx;
use super::keyword::{self, Unknown};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Need, Object};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// A field that is not there.
pub struct Missing<'d> {
    /// The object.
    pub node: &'d Node<'d>,
    /// The table of the object.
    pub object: &'static Object,
    /// The name of the field.
    pub field: &'static str,
    /// Whether anybody knows what is meant without it.
    pub need: Need,
    /// What there is to say.
    pub diagnostic: Diagnostic,
}

/// Notes the fields that an object lacks. A key without a value is where it should be, and reported.
pub fn fields<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>, object: &'static Object) {
    for field in cx.dialect.fields(object) {
        if field.need == Need::Optional || node.entry(field.name).is_some() {
            continue;
        }
        let message = format!("{} needs the field `{}`", object.name, field.name);
        let missing = Missing::new(cx, node, object, field.name, message);
        let need = field.need;
        note(cx, Missing { need, ..missing });
    }
}

/// Notes one field that an object lacks, unless it is there with a typo.
pub fn note<'d>(cx: &mut Cx<'d, '_>, missing: Missing<'d>) {
    let is_misspelled =
        |name| keyword::is_misspelled(cx.dialect, missing.node, missing.object, name);
    if !is_misspelled(missing.field) && !is_misspelled("$ref") {
        cx.missing.push(missing);
    }
}

/// Reports the unknown keys and the missing fields: where a key is probably meant for a field, the key only.
pub fn settle(cx: &mut Cx<'_, '_>) {
    let unknown = std::mem::take(&mut cx.unknown);
    let missing = std::mem::take(&mut cx.missing);
    let mut explained = HashSet::new();
    let mut unknown = misplaced(cx, unknown, &missing, &mut explained);
    renamed(cx.dialect, &mut unknown, &missing, &mut explained);
    for (index, missing) in missing.into_iter().enumerate() {
        if missing.need == Need::Required {
            cx.diagnostics.explain(missing.node.span);
        }
        // A parameter that is not a part of any path need not be required.
        let span = missing.node.span;
        let is_stray = missing.field == "required"
            && (cx.stray.contains(&span) || cx.is_unused_component(span));
        let is_lost = || cx.lost.contains(&(span, missing.field.to_owned()));
        if !explained.contains(&index) && !is_stray && !is_lost() {
            cx.report(missing.diagnostic);
        }
    }
    for unknown in unknown {
        // An object that must not be a reference is not followed.
        if unknown.key() == "$ref" {
            cx.diagnostics.explain(unknown.entry.key_span);
        }
        let syntax = cx.document.syntax(unknown.entry.key_span);
        cx.diagnostics.push(unknown.diagnostic(cx.dialect, syntax));
    }
}

/// Notes what the object lacks to which a misplaced key belongs, and counts keys that belong to the same place once.
fn misplaced<'d>(
    cx: &mut Cx<'d, '_>,
    unknown: Vec<Unknown<'d>>,
    missing: &[Missing<'_>],
    explained: &mut HashSet<usize>,
) -> Vec<Unknown<'d>> {
    let mut by_place: HashMap<(Span, &str), Vec<usize>> = HashMap::new();
    for (index, missing) in missing.iter().enumerate() {
        let place = (missing.node.span, missing.field);
        by_place.entry(place).or_default().push(index);
    }
    let mut settled: Vec<Unknown<'_>> = Vec::new();
    for unknown in unknown {
        let Some(placement) = unknown.placement() else {
            settled.push(unknown);
            continue;
        };
        // What slipped below it is not looked at, so that it is not missing either.
        let below = unknown
            .entry
            .value
            .entries()
            .iter()
            .map(|entry| entry.key.as_ref());
        for key in below.chain([unknown.key()]).chain(placement.lost()) {
            if let Some(indices) = by_place.get(&(placement.owner, key)) {
                explained.extend(indices);
            }
        }
        if let Some(empty) = placement
            .holder()
            .filter(|entry| matches!(entry.value.value, Value::Null))
        {
            cx.diagnostics.retract(empty.key_span);
            cx.diagnostics.retract(empty.value.span);
        }
        let is_same = |other: &&mut Unknown<'_>| {
            let other = other.placement().filter(|_| other.parent == unknown.parent);
            other.is_some_and(|other| other.is_same(placement))
        };
        match settled.iter_mut().rev().take(8).find(is_same) {
            Some(first) => first.also(&unknown),
            None => settled.push(unknown),
        }
    }
    settled
}

/// The one unknown key of an object that lacks one field, where its value may be the field's.
fn renamed(
    dialect: Dialect,
    unknown: &mut [Unknown<'_>],
    missing: &[Missing<'_>],
    explained: &mut HashSet<usize>,
) {
    let mut lacks: HashMap<Span, Vec<usize>> = HashMap::new();
    for (index, missing) in missing.iter().enumerate() {
        lacks.entry(missing.node.span).or_default().push(index);
    }
    let mut keys: HashMap<Span, usize> = HashMap::new();
    for unknown in unknown.iter() {
        *keys.entry(unknown.parent).or_default() += 1;
    }
    for unknown in unknown {
        let Some([index]) = lacks.get(&unknown.parent).map(Vec::as_slice) else {
            continue;
        };
        let is_only = keys.get(&unknown.parent) == Some(&1) && unknown.is_unexplained();
        let Some(missing) = missing
            .get(*index)
            .filter(|missing| is_only && missing.fits(dialect, unknown))
        else {
            continue;
        };
        unknown.means(missing.field);
        explained.insert(*index);
    }
}

impl<'d> Missing<'d> {
    /// A field that should be there, without which it is clear what is meant.
    pub fn new(
        cx: &Cx<'d, '_>,
        node: &'d Node<'d>,
        object: &'static Object,
        field: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let (code, span) = match node.entry(field) {
            Some(entry) if node.get(field).is_none() => (Code::MissingField, entry.key_span),
            Some(entry) => (Code::UnknownValue, entry.value.span),
            None => (
                Code::MissingField,
                cx.document.root_of(node.span).holder_of(node),
            ),
        };
        let diagnostic = Diagnostic::new(code, span, message).harmless();
        // What must be left out because of it is the object, not the key that holds it.
        let diagnostic = match swallowed(cx.dialect, node, object, field) {
            Some((within, key)) => Diagnostic {
                span: key.key_span,
                ..diagnostic
            }
            .label(format!("it is inside of `{within}`"))
            .help(format!("move `{field}` out of `{within}`")),
            None if field == "schema" => diagnostic.help("add `schema: {type: string}`"),
            None => diagnostic.help(format!("add `{field}`")),
        };
        Self {
            node,
            object,
            field,
            need: Need::RequiredButRecoverable,
            diagnostic,
        }
    }

    /// Whether the value of a key may be the field's.
    fn fits(&self, dialect: Dialect, unknown: &Unknown<'_>) -> bool {
        let field = dialect.field(self.object, self.field);
        field.is_some_and(|field| keyword::may_be(&unknown.entry.value, field.expected))
    }
}

/// The field, where it slipped into an object beside it whose keys the author chooses.
fn swallowed<'d>(
    dialect: Dialect,
    node: &'d Node<'d>,
    object: &'static Object,
    name: &str,
) -> Option<(&'d str, &'d Entry<'d>)> {
    let mut entries = node.entries().iter();
    entries.find_map(|entry| {
        let field = dialect.field(object, &entry.key)?;
        let inner = entry.value.entry(name)?;
        let is_map = matches!(field.expected, Expected::Map(&Expected::Text));
        is_map.then_some((entry.key.as_ref(), inner))
    })
}
