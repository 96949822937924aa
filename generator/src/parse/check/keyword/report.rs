//! What is said about a key that its object does not have.

use super::{Kind, Unknown, others, shapes};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::check::rules::operations::methods;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::Need;
use crate::read::Syntax;

/// What to do about a key that no field of its object explains.
const ELSEWHERE: &str =
    "remove it, move it to the object that it belongs to, or begin its name with `x-`";

impl Unknown<'_> {
    /// What is said about it.
    pub fn diagnostic(self, dialect: Dialect, syntax: Syntax) -> Diagnostic {
        let key = self.key();
        let name = self.object.map_or("this object", |object| object.name);
        let message = format!("{name} has no field `{key}`");
        let span = self.entry.key_span;
        let error = |message| Diagnostic::new(Code::Misspelled, span, message);
        // References to what is below it are lost with it.
        let ignored = |message| match self.references {
            0 => Diagnostic::new(Code::UnknownKeyword, span, message).label("ignored"),
            _ => error(message).harmless(),
        };
        let diagnostic = match &self.kind {
            Kind::Misspelled(meant) => {
                let field = self.object.and_then(|object| dialect.field(object, meant));
                // Nobody knows what an object means without it.
                let is_required = field.is_some_and(|field| field.need == Need::Required);
                let may_annotate = self
                    .object
                    .is_some_and(|object| dialect.allows_annotations(object));
                let diagnostic = if is_required || shapes(meant) {
                    error(message)
                } else if may_annotate {
                    ignored(message)
                } else {
                    error(message).harmless()
                };
                match key.split_once([' ', ':']) {
                    Some((word, value)) if word == *meant => {
                        let text = format!("{word}: {}", value.trim());
                        let help = format!("a colon is missing: write `{text}`");
                        diagnostic.help(help).edit(Some(Edit::Write { span, text }))
                    }
                    Some(_) | None => diagnostic.meant(meant),
                }
            }
            Kind::Operation => {
                let methods: Vec<&str> = methods(dialect).collect();
                let help = format!("write one of the methods `{}`", methods.join("`, `"));
                error(message).harmless().help(help)
            }
            Kind::Misplaced(placement) => {
                let message = placement.message(key, self.more);
                let diagnostic = if self.is_text() && self.more == 0 && self.references == 0 {
                    ignored(message)
                } else {
                    error(message).harmless()
                };
                diagnostic
                    .help(placement.help(key, self.more, self.lines, syntax))
                    .edit(placement.edit(self.lines, syntax))
            }
            Kind::OfOtherVersion(help) => {
                let diagnostic = if self
                    .object
                    .is_some_and(|object| others::is_lost(object, key))
                {
                    error(message).harmless()
                } else {
                    ignored(message)
                };
                diagnostic.help(help)
            }
            Kind::Reference => {
                let help = format!("write {name} here: it cannot be a reference");
                error(message).harmless().help(help)
            }
            Kind::OfAnother => error(message).harmless().help(ELSEWHERE),
            Kind::Unexplained if self.references > 0 => {
                ignored(message).help("write it where the references look for it")
            }
            Kind::Unexplained => ignored(message).help(ELSEWHERE),
        };
        match self.references {
            0 => diagnostic,
            1 => diagnostic.label("a reference to it does not resolve"),
            more => diagnostic.label(format!("{more} references to it do not resolve")),
        }
    }
}
