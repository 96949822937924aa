//! A document as overlays change it: corrections to a document of others, by the Overlay Specification 1.0 and 1.1.
//!
//! What an overlay adds keeps its position in the overlay, so that a problem is shown in the file that has it.

mod action;
mod document;
mod limits;
mod merge;
mod problems;
mod query;
mod target;

use document::Overlay;
use limits::Limits;
use problems::Problems;
use target::Target;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::read::{self, Judgement, Node, Origins, Tree};
use crate::source::{SIZE_LIMIT, Source, Sources, Span};

/// Applies the overlays of a document, one after another.
///
/// # Errors
/// One of them is not valid, or contradicts the document: that is reported.
pub fn apply<'s>(
    tree: Tree<'s>,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Tree<'s>, Reported> {
    let Some((first, _)) = sources.overlays().next() else {
        return Ok(tree);
    };
    let places = sources.overlaid();
    if places.start > SIZE_LIMIT {
        return Err(too_large(first, diagnostics));
    }
    tree.overlaid(|root| {
        let mut root = overlaid(root, sources, diagnostics)?;
        let Some(origins) = Origins::renumber(&mut root, places) else {
            return Err(too_large(first, diagnostics));
        };
        diagnostics.explain_copies(origins.copies());
        Ok((root, origins))
    })
}

/// The values of the document after all overlays.
fn overlaid<'s>(
    root: Node<'s>,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Reported> {
    let name = &sources.main().name;
    let mut target = Target::new(root);
    let mut limits = Limits::default();
    // Each overlay is read, also after one that is not valid: all problems are reported in one run.
    let mut applied = Ok(());
    for (base, overlay) in sources.overlays() {
        let one = apply_one(overlay, base, name, &mut target, &mut limits, diagnostics);
        applied = applied.and(one);
    }
    applied.map(|()| target.root)
}

fn apply_one<'s>(
    source: &'s Source,
    base: usize,
    document: &str,
    target: &mut Target<'s>,
    limits: &mut Limits,
    diagnostics: &mut Diagnostics,
) -> Result<(), Reported> {
    // Of two changes that make a text readable, nothing says which is better: the tables are those of documents.
    let judge = |_: &str, _: Node<'_>| Judgement::default();
    let root = read::file(&source.text, (base, &source.name), judge, diagnostics)?;
    let mut problems = Problems::new(&root, diagnostics);
    let overlay = Overlay::read(&root, &mut problems)?;
    overlay.check_document(document, &mut problems);
    if let (Err(message), Some(first)) = (
        limits.count_actions(overlay.actions.len()),
        overlay.actions.first(),
    ) {
        return Err(problems.error(first.target.span, message, action::FEWER));
    }
    for action in &overlay.actions {
        if limits.are_exceeded() {
            break;
        }
        // What is wrong with one action leaves the others as they are.
        let _ = action::apply(action, overlay.version, target, limits, &mut problems);
    }
    problems.result()
}

fn too_large(first: usize, diagnostics: &mut Diagnostics) -> Reported {
    let message = "the document and its overlays are too large together";
    let large = Diagnostic::new(Code::Overlay, Span::new(first, 0..0), message);
    diagnostics.push(large.help("add less to the document, or split it"))
}
