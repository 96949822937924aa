//! A checked document, and where its references lead.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::tree::{Node, Span};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};

/// How many references may follow one another.
const CHAIN_LIMIT: usize = 100;

/// A document whose shape is checked.
#[derive(Debug)]
pub struct Document<'s> {
    /// The root object.
    pub root: Node<'s>,
}

/// Where a reference leads.
#[derive(Clone, Copy, Debug)]
pub struct Target<'d, 's> {
    /// The node there, which is no reference itself.
    pub node: &'d Node<'s>,
    /// The last key on the way, by which the target is known. `None` where the node was no reference.
    pub name: Option<&'d str>,
}

impl<'s> Document<'s> {
    /// A document with this root.
    pub fn new(root: Node<'s>) -> Self {
        Self { root }
    }

    /// Follows `node` if it is a reference, and the references it leads to.
    ///
    /// # Errors
    /// A reference is dangling, circular or external; that is reported.
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
            let text = reference.as_str().unwrap_or_default();
            target = self.follow(text, reference.span, diagnostics)?;
        }
        let circular = Diagnostic::new(
            Code::CircularReference,
            node.span,
            "this reference leads back to itself",
        );
        Err(diagnostics.push(circular.help("let one of the references on the way name an object")))
    }

    fn follow<'d>(
        &'d self,
        reference: &str,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Result<Target<'d, 's>, Reported> {
        let Some(pointer) = reference.strip_prefix('#') else {
            let message = format!("the reference `{reference}` leads to another file");
            let external = Diagnostic::new(Code::DanglingReference, span, message);
            return Err(diagnostics.push(external.help("bundle the document into one file first")));
        };
        // A fragment is percent-encoded on top of RFC 6901's own escapes.
        let pointer = percent_decode_str(pointer).decode_utf8_lossy();
        let mut target = Target {
            node: &self.root,
            name: None,
        };
        for token in pointer.split('/').skip(1) {
            let token = unescape(token);
            match child(target.node, &token) {
                Some(next) => target = next,
                None => {
                    return Err(diagnostics.push(dangling(reference, span, target.node, &token)));
                }
            }
        }
        Ok(target)
    }

    /// The node that a reference within the document leads to, if it leads anywhere.
    pub fn find(&self, reference: &str) -> Option<&Node<'s>> {
        let pointer = percent_decode_str(reference.strip_prefix('#')?).decode_utf8_lossy();
        let mut tokens = pointer.split('/').skip(1);
        tokens.try_fold(&self.root, |node, token| {
            child(node, &unescape(token)).map(|target| target.node)
        })
    }
}

/// The objects of one kind under `components`, by name.
pub fn components<'d, 's>(
    document: &'d Document<'s>,
    kind: &str,
) -> BTreeMap<&'d str, &'d Node<'s>> {
    let components = document
        .root
        .get("components")
        .and_then(|components| components.get(kind));
    let entries = components.map_or(&[][..], Node::entries);
    entries
        .iter()
        .map(|entry| (entry.key.as_ref(), &entry.value))
        .collect()
}

fn child<'d, 's>(node: &'d Node<'s>, token: &str) -> Option<Target<'d, 's>> {
    if let Some(entry) = node.entry(token) {
        return Some(Target {
            node: &entry.value,
            name: Some(entry.key.as_ref()),
        });
    }
    let index: usize = token.parse().ok()?;
    node.items()
        .get(index)
        .map(|node| Target { node, name: None })
}

fn dangling(reference: &str, span: Span, parent: &Node<'_>, token: &str) -> Diagnostic {
    let message = format!("the reference `{reference}` leads nowhere");
    let known: Vec<&str> = parent
        .entries()
        .iter()
        .map(|entry| entry.key.as_ref())
        .collect();
    let dangling = Diagnostic::new(Code::DanglingReference, span, message)
        .label(format!("there is no `{token}`"));
    super::check::with_suggestion(dangling, token, &known)
}

/// One token of a JSON pointer without the escapes of RFC 6901 section 3.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        return Cow::Owned(token.replace("~1", "/").replace("~0", "~"));
    }
    Cow::Borrowed(token)
}
