//! An overlay as the Overlay Specification describes it.

use super::problems::Problems;
use super::query::Query;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic, Reported};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// The fields of an overlay.
const OVERLAY: [&str; 4] = ["overlay", "info", "extends", "actions"];

/// The fields of an action.
const ACTION: [&str; 5] = ["target", "description", "update", "copy", "remove"];

/// An overlay.
pub struct Overlay<'o, 's> {
    /// The version of the specification that it follows.
    pub version: Version,
    /// Its actions, in the order in which they are applied.
    pub actions: Vec<Action<'o, 's>>,
    /// The document for which it is written.
    extends: Option<&'o Node<'s>>,
}

/// A version of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 1.0.
    V1_0,
    /// 1.1, which adds `copy`, and targets that are neither objects nor arrays.
    V1_1,
}

/// A change of the document.
pub struct Action<'o, 's> {
    /// What is changed.
    pub target: Query<'o>,
    /// How.
    pub change: Change<'o, 's>,
}

/// What an action does to what it selects.
pub enum Change<'o, 's> {
    /// It is removed.
    Remove,
    /// This is merged with it.
    Update(&'o Node<'s>),
    /// The value that this selects is merged with it.
    Copy(Query<'o>),
}

impl<'o, 's> Overlay<'o, 's> {
    /// Reads an overlay.
    ///
    /// # Errors
    /// It is not an overlay, or one of its actions is not valid: that is reported.
    pub fn read(root: &'o Node<'s>, problems: &mut Problems<'_, '_>) -> Result<Self, Reported> {
        let version = version(root, problems)?;
        check_fields(root, &OVERLAY, problems);
        check_info(root, problems);
        let actions = match root.entry("actions").map(|entry| &entry.value) {
            Some(Node {
                value: Value::List(items),
                ..
            }) if !items.is_empty() => items,
            Some(other) => {
                let help = "write a list of actions: `actions: [{target: $.info, update: {}}]`";
                return Err(problems.error(other.span, "expected a list of actions", help));
            }
            None => {
                let help = "add `actions`, a list of what is changed";
                return Err(problems.error(start_of(root), "`actions` is missing", help));
            }
        };
        let read = actions
            .iter()
            .map(|node| Action::read(node, version, problems));
        // Each of them is read, before the first that is not valid is the end.
        let read: Vec<Result<Action<'_, '_>, Reported>> = read.collect();
        let actions = read.into_iter().collect::<Result<_, _>>()?;
        Ok(Self {
            version,
            actions,
            extends: root.get("extends"),
        })
    }

    /// Reports an overlay for another document. A URL does not say what the file is called here.
    pub fn check_document(&self, document: &str, problems: &mut Problems<'_, '_>) {
        let Some(extends) = self.extends else { return };
        let Some(reference) = extends.as_str() else {
            let help = "write the path of the document as a string";
            problems.error(extends.span, "expected a reference to the document", help);
            return;
        };
        let is_file = !reference.contains(':') && !document.starts_with('<');
        if !is_file || file_name(reference) == file_name(document) {
            return;
        }
        let message = format!(
            "this overlay is for `{}`, and is applied to `{}`",
            file_name(reference),
            file_name(document)
        );
        let other = Diagnostic::new(Code::OverlayTarget, extends.span, message);
        problems.report(
            other.help("correct or remove `extends`, or apply the overlay to its document"),
        );
    }
}

impl<'o, 's> Action<'o, 's> {
    fn read(
        node: &'o Node<'s>,
        version: Version,
        problems: &mut Problems<'_, '_>,
    ) -> Result<Self, Reported> {
        if !matches!(node.value, Value::Map(_)) {
            let message = format!("expected an action, found {}", node.kind());
            let help = "write an object with `target`, and with `update`, `remove` or `copy`";
            return Err(problems.error(node.span, message, help));
        }
        check_fields(node, &ACTION, problems);
        let Some(target) = node.entry("target") else {
            let help = "add `target`, a JSONPath that selects what is changed";
            return Err(problems.error(start_of(node), "`target` is missing", help));
        };
        let target = Query::read(&target.value, problems)?;
        let change = Change::read(node, version, problems)?;
        Ok(Self { target, change })
    }
}

impl<'o, 's> Change<'o, 's> {
    fn read(
        action: &'o Node<'s>,
        version: Version,
        problems: &mut Problems<'_, '_>,
    ) -> Result<Self, Reported> {
        match action.entry("remove").map(|entry| &entry.value) {
            // Whatever else the action has is without effect then, says the specification.
            Some(Node {
                value: Value::Bool(true),
                ..
            }) => return Ok(Self::Remove),
            Some(Node {
                value: Value::Bool(false),
                ..
            })
            | None => {}
            Some(other) => {
                let message = format!("expected `true` or `false`, found {}", other.kind());
                return Err(problems.error(other.span, message, "write `remove: true`"));
            }
        }
        match (action.entry("update"), action.entry("copy")) {
            (Some(update), None) => Ok(Self::Update(&update.value)),
            (None, Some(copy)) => {
                if version == Version::V1_0 {
                    let message = "`copy` is of version 1.1";
                    let later = Diagnostic::new(Code::Repaired, copy.key_span, message);
                    let later = later.label("applied as by version 1.1");
                    problems.report(later.help("write `overlay: 1.1.0`"));
                }
                Query::read(&copy.value, problems).map(Self::Copy)
            }
            (Some(_), Some(copy)) => {
                let help = "write two actions, one with `update` and one with `copy`";
                let message = "an action has either `update` or `copy`";
                Err(problems.error(copy.key_span, message, help))
            }
            (None, None) => {
                let message = "the action does nothing";
                let help = "add `update` with what is merged with the target, or `remove: true`";
                Err(problems.error(start_of(action), message, help))
            }
        }
    }
}

/// The version that an overlay declares. A later one is read as the last one, with a warning.
fn version(root: &Node<'_>, problems: &mut Problems<'_, '_>) -> Result<Version, Reported> {
    let supported = "start the overlay with `overlay: 1.1.0` (versions 1.0 and 1.1 are supported)";
    let Some(declared) = root.get("overlay") else {
        let message = "this is not an overlay: the field `overlay` is missing";
        return Err(problems.error(start_of(root), message, supported));
    };
    let text = declared.scalar_text().unwrap_or_default();
    let mut numbers = text.split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(1)), Some(Ok(0))) => Ok(Version::V1_0),
        (Some(Ok(1)), Some(Ok(1))) => Ok(Version::V1_1),
        (Some(Ok(1)), Some(Ok(_))) => {
            let message = format!("version {text} of overlays is not known yet");
            let later = Diagnostic::new(Code::Repaired, declared.span, message);
            problems.report(later.label("read as version 1.1").help(supported));
            Ok(Version::V1_1)
        }
        _ => {
            let message = "this is not a version of the Overlay Specification";
            Err(problems.error(declared.span, message, supported))
        }
    }
}

/// The specification requires a title and a version, which mean nothing for the document.
fn check_info(root: &Node<'_>, problems: &mut Problems<'_, '_>) {
    let info = root.get("info");
    let text = |key| info.and_then(|info| info.get(key)?.scalar_text());
    if text("title").is_some() && text("version").is_some() {
        return;
    }
    let place = info.map_or(start_of(root), |info| start_of(info));
    let incomplete = Diagnostic::new(
        Code::Repaired,
        place,
        "an overlay has a title and a version",
    );
    problems.report(incomplete.help("add `info: {title: Corrections, version: 1.0.0}`"));
}

fn check_fields(node: &Node<'_>, known: &[&str], problems: &mut Problems<'_, '_>) {
    for Entry { key, key_span, .. } in node.fixed_entries() {
        if known.contains(&key.as_ref()) {
            continue;
        }
        let message = format!("unknown field `{key}` of an overlay");
        let unknown = Diagnostic::new(Code::Overlay, *key_span, message);
        let help = format!("write one of {}, or remove it", known.join(", "));
        problems.report(with_suggestion_or(
            unknown,
            key,
            known.iter().copied(),
            help,
        ));
    }
}

/// The first key of an object, by which it is shown; the value itself if it has none.
fn start_of(node: &Node<'_>) -> Span {
    node.entries()
        .first()
        .map_or(node.span, |first| first.key_span)
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
