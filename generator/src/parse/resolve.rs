//! Where references point.

mod message;

use super::reference::{self, Refusal};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::read::{Node, Other, Tree, Unread};
use crate::source::Span;

/// How many references may follow one another.
const CHAIN_LIMIT: usize = 100;

/// Where a reference leads.
#[derive(Clone, Copy, Debug)]
pub struct Target<'d, 's> {
    /// The node there, which is not a reference itself.
    pub node: &'d Node<'s>,
    /// The last key on the way, by which the target is known; the stem of the file where the reference names nothing in it.
    /// `None` where the node was no reference.
    pub name: Option<&'d str>,
}

/// Why a reference does not resolve.
#[derive(Debug)]
pub enum ResolveError<'d, 's> {
    /// It leads where nobody looks.
    Refused(Refusal),
    /// It leads to a file that nobody has asked for yet.
    Unknown(String),
    /// It leads to a file without a tree.
    Unread(&'d Other<'s>, Unread<'s>),
    /// This node has no such child.
    NoChild(&'d Node<'s>, String),
    /// It leads to itself.
    Circular,
}

impl<'s> Tree<'s> {
    /// The components of a kind.
    pub fn components(&self, kind: &str) -> Option<&Node<'s>> {
        self.root.get("components")?.get(kind)
    }

    /// Follows `node` if it is a reference, and the references it leads to.
    ///
    /// # Errors
    /// A reference is dangling, circular, or not followed; that is reported.
    pub fn resolve<'d>(
        &'d self,
        node: &'d Node<'s>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Target<'d, 's>, Reported> {
        let mut target = Target { node, name: None };
        for _ in 0..CHAIN_LIMIT {
            let Some(reference) = target.node.get("$ref") else {
                return Ok(target);
            };
            // What is wrong with a reference is reported once.
            if let Some(reported) = diagnostics.error_within(reference.span) {
                return Err(reported);
            }
            target = self
                .follow(reference)
                .map_err(|error| diagnostics.push(self.unresolved(reference, &error)))?;
        }
        let message = "this reference leads back to itself";
        let circular = Diagnostic::new(Code::CircularReference, node.span, message);
        Err(diagnostics.push(circular.help("let one of the references on the way name an object")))
    }

    /// Where the text of a reference leads.
    ///
    /// # Errors
    /// It does not resolve.
    pub fn follow<'d>(
        &'d self,
        reference: &Node<'s>,
    ) -> Result<Target<'d, 's>, ResolveError<'d, 's>> {
        let text = reference.as_str().unwrap_or_default();
        let mut steps = CHAIN_LIMIT;
        self.seek_any(text, reference.span, &mut steps)
    }

    /// Where the text of a reference leads by the path of a file and a JSON pointer.
    ///
    /// # Errors
    /// It does not resolve so.
    pub fn follow_path<'d>(
        &'d self,
        reference: &Node<'s>,
    ) -> Result<Target<'d, 's>, ResolveError<'d, 's>> {
        let text = reference.as_str().unwrap_or_default();
        let mut steps = CHAIN_LIMIT;
        self.seek(text, reference.span, &mut steps)
    }

    /// Where the text of a reference leads by a URI or an anchor that the document declares.
    pub fn follow_identifier<'d>(&'d self, reference: &Node<'s>) -> Option<Target<'d, 's>> {
        let mut steps = CHAIN_LIMIT;
        self.seek_identifier(reference.as_str()?, reference.span, &mut steps)
    }

    /// The object that this text, standing at a place of the document, refers to, if it leads anywhere.
    pub fn find(&self, reference: &str, place: Span) -> Option<&Node<'s>> {
        let mut steps = CHAIN_LIMIT;
        let found = self.seek_any(reference, place, &mut steps).ok()?;
        let target = self.resolve(found.node, &mut Diagnostics::default());
        target.ok().map(|target| target.node)
    }

    /// Follows a path of a file or a JSON pointer; else a URI or an anchor.
    fn seek_any<'d>(
        &'d self,
        text: &str,
        place: Span,
        steps: &mut usize,
    ) -> Result<Target<'d, 's>, ResolveError<'d, 's>> {
        let found = self.seek(text, place, steps);
        found.or_else(|error| self.seek_identifier(text, place, steps).ok_or(error))
    }

    fn seek<'d>(
        &'d self,
        text: &str,
        place: Span,
        steps: &mut usize,
    ) -> Result<Target<'d, 's>, ResolveError<'d, 's>> {
        // All of the resource in which the reference is.
        if text == "#" {
            let node = self.resource_of(place);
            return Ok(self.named_by_itself(node));
        }
        let here = self.other(place);
        let reference = reference::read(text, here.map_or(self.name, |other| other.path))
            .map_err(ResolveError::Refused)?;
        let other = match reference.file {
            None => here,
            Some(path) if path == self.name => None,
            Some(path) => match self.file(&path) {
                Some(other) => Some(other),
                None => return Err(ResolveError::Unknown(path)),
            },
        };
        let (node, path) = match other {
            None => (&self.root, self.name),
            Some(other) => match &other.root {
                Ok(root) => (root, other.path),
                Err(why) => return Err(ResolveError::Unread(other, *why)),
            },
        };
        let name = Some(stem(path));
        self.descend(Target { node, name }, &reference.pointer, steps)
    }

    fn seek_identifier<'d>(
        &'d self,
        text: &str,
        place: Span,
        steps: &mut usize,
    ) -> Option<Target<'d, 's>> {
        let (node, pointer) = self.identified(text, place)?;
        let pointer = reference::decoded(pointer);
        self.descend(self.named_by_itself(node), &pointer, steps)
            .ok()
    }

    /// A target that is known by its own `$anchor` or `$id`, or by its file.
    fn named_by_itself<'d>(&'d self, node: &'d Node<'s>) -> Target<'d, 's> {
        let text = |key| node.get(key).and_then(Node::as_str);
        let anchor = text("$anchor").or_else(|| text("$dynamicAnchor"));
        let name = anchor.unwrap_or_else(|| stem(text("$id").unwrap_or(self.path_of(node.span))));
        Target {
            node,
            name: Some(name),
        }
    }

    /// Follows a JSON pointer from a node, and the references on its way.
    fn descend<'d>(
        &'d self,
        from: Target<'d, 's>,
        pointer: &str,
        steps: &mut usize,
    ) -> Result<Target<'d, 's>, ResolveError<'d, 's>> {
        let mut target = from;
        for token in reference::tokens(pointer) {
            // Where a reference is on the path, the path continues at its target.
            while let (None, Some(entry)) = (
                self.child(target.node, &token),
                self.entry(target.node, "$ref"),
            ) {
                *steps = steps.checked_sub(1).ok_or(ResolveError::Circular)?;
                let (text, place) = (entry.value.as_str().unwrap_or_default(), entry.value.span);
                target = self.seek_any(text, place, steps)?;
            }
            target = self
                .child(target.node, &token)
                .ok_or_else(|| ResolveError::NoChild(target.node, token.into_owned()))?;
        }
        Ok(target)
    }

    fn child<'d>(&'d self, node: &'d Node<'s>, token: &str) -> Option<Target<'d, 's>> {
        if let Some(entry) = self.entry(node, token) {
            return Some(Target {
                node: &entry.value,
                name: Some(entry.key.as_ref()),
            });
        }
        let index: usize = token.parse().ok()?;
        let node = node.items().get(index)?;
        Some(Target { node, name: None })
    }
}

/// The name of a file without its folder and its extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
