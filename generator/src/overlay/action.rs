//! What an action does to the document.

use super::document::{Action, Change, Version};
use super::limits::Limits;
use super::merge::{self, Incompatible, Kind};
use super::problems::Problems;
use super::query::Query;
use super::target::{Place, Target};
use crate::diagnostic::{Code, Diagnostic, Reported};
use crate::read::{DEPTH_LIMIT, Node};

/// What to do where overlays do too much.
pub const FEWER: &str = "split the document, or change it itself";

/// Applies an action. One that selects nothing has no effect, which is reported.
pub fn apply<'s>(
    action: &Action<'_, 's>,
    version: Version,
    target: &mut Target<'s>,
    limits: &mut Limits,
    problems: &mut Problems<'_, '_>,
) -> Result<(), Reported> {
    let query = &action.target;
    let places = query.select(target.view());
    if places.is_empty() {
        report_unused(query, problems);
        return Ok(());
    }
    let kind = kind_of(query, &places, target, problems, &action.change)?;
    if version == Version::V1_0 && kind == Some(Kind::Primitive) {
        let message = "an overlay of version 1.0 selects objects and arrays alone";
        let early = Diagnostic::new(Code::Repaired, query.span, message);
        problems.report(
            early
                .label("applied as by version 1.1")
                .help("write `overlay: 1.1.0`"),
        );
    }
    let update = match &action.change {
        Change::Remove => return remove(query, &places, target, problems),
        Change::Update(update) => update,
        Change::Copy(source) => copied(source, target, problems)?,
    };
    limits
        .count_values(update, places.len())
        .map_err(|message| problems.error(query.span, message, FEWER))?;
    let depth = places.iter().map(Vec::len).max().unwrap_or_default();
    // An array can take the update as an item, one level below.
    if depth + 1 + update.height() > DEPTH_LIMIT {
        let message = format!("the update makes values deeper than {DEPTH_LIMIT} levels");
        return Err(problems.error(
            query.span,
            message,
            "move inner schemas to `components.schemas`",
        ));
    }
    let update = update.clone();
    let mut incompatible = Vec::new();
    target.change(&places, |node| {
        incompatible.extend(merge::update(node, &update));
    });
    report_incompatible(query, &incompatible, problems)
}

/// The kind of the selected values, which an update needs to be of one kind.
fn kind_of(
    query: &Query<'_>,
    places: &[Place],
    target: &Target<'_>,
    problems: &mut Problems<'_, '_>,
    change: &Change<'_, '_>,
) -> Result<Option<Kind>, Reported> {
    let mut kinds = places.iter().filter_map(|place| target.kind_at(place));
    let first = kinds.next();
    let is_mixed = kinds.any(|kind| Some(kind) != first);
    match change {
        Change::Update(_) | Change::Copy(_) if is_mixed => {
            let message = format!("`{}` selects values of several kinds", query.text);
            let help = "select only objects, only arrays, or only other values, in an action each";
            Err(problems.error(query.span, message, help))
        }
        Change::Remove | Change::Update(_) | Change::Copy(_) => Ok(first),
    }
}

fn remove(
    query: &Query<'_>,
    places: &[Place],
    target: &mut Target<'_>,
    problems: &mut Problems<'_, '_>,
) -> Result<(), Reported> {
    if places.iter().any(Vec::is_empty) {
        let message = "the whole document cannot be removed";
        let help = "select what is to be removed in it, such as `$.paths['/pets']`";
        return Err(problems.error(query.span, message, help));
    }
    target.remove(places);
    Ok(())
}

/// The value that a `copy` selects.
fn copied<'t, 's>(
    source: &Query<'_>,
    target: &'t Target<'s>,
    problems: &mut Problems<'_, '_>,
) -> Result<&'t Node<'s>, Reported> {
    let places = source.select(target.view());
    let value = match places.as_slice() {
        [place] => target.at(place),
        _ => None,
    };
    value.ok_or_else(|| {
        let message = format!(
            "`{}` selects {} values, not the one to copy",
            source.text,
            places.len()
        );
        problems.error(source.span, message, "select exactly one value")
    })
}

fn report_unused(query: &Query<'_>, problems: &mut Problems<'_, '_>) {
    let message = format!(
        "`{}` selects nothing, so the action has no effect",
        query.text
    );
    let unused = Diagnostic::new(Code::OverlayTarget, query.span, message);
    let help =
        "compare it with the document as the actions before it leave it, or remove the action";
    problems.report(unused.help(help));
}

fn report_incompatible(
    query: &Query<'_>,
    incompatible: &[Incompatible],
    problems: &mut Problems<'_, '_>,
) -> Result<(), Reported> {
    let mut reported = Ok(());
    for Incompatible {
        update,
        is,
        target,
        expected,
    } in incompatible
    {
        let message = format!(
            "{is} cannot be merged with {expected}, which `{}` leads to",
            query.text
        );
        let wrong = Diagnostic::new(Code::Overlay, *update, message)
            .related(*target, format!("this is {expected}"));
        let help = "remove the value by an action before this one, and add the other one then";
        reported = Err(problems.report(wrong.help(help)));
    }
    reported
}
