//! Keywords that an object does not have.

mod advice;
mod meant;
mod others;
mod shaping;

use std::ptr;

pub use advice::is_of_schemas;
use advice::{advice, section_of};
pub use meant::may_be;
pub use meant::near as is_near;
use meant::{distance, meant};
use others::other;
use shaping::shapes;

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::operations::methods;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Need, Object};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// A key that its object does not have.
pub struct Unknown<'d, 's> {
    /// The key and its value.
    pub entry: &'d Entry<'s>,
    /// The place of the object.
    pub parent: Span,
    dialect: Dialect,
    object: &'static Object,
    kind: Kind,
    /// What to do, where more is known than the key itself shows.
    help: Option<String>,
    /// Another place that explains the key.
    related: Option<(Span, String)>,
    /// How many references name it and do not resolve.
    references: usize,
}

/// What an unknown key is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// This keyword, misspelled.
    Misspelled(&'static str),
    /// An operation, under no method of HTTP.
    Operation,
    /// A field of an operation that is in its path item, without a method; the first key there.
    Methodless(Span),
    /// A keyword or an object that belongs to another place.
    Misplaced,
    /// A keyword that something is known about, or that nobody knows.
    Other { is_explained: bool },
}

/// What there is to say about a keyword that the object does not have.
pub fn unknown<'d, 's>(
    dialect: Dialect,
    node: &'d Node<'s>,
    entry: &'d Entry<'s>,
    object: &'static Object,
) -> Unknown<'d, 's> {
    let help = match meant(dialect, node, object, entry) {
        Some(_) => None,
        None => advice(dialect, node, entry, object),
    };
    let is_path_item = ptr::eq(object, &raw const tables::PATH_ITEM);
    let is_operation = is_path_item && entry.value.entry("responses").is_some();
    let is_component = ptr::eq(object, &raw const tables::COMPONENTS)
        && section_of(dialect, &entry.value).is_some();
    let is_misplaced = other(dialect, object, &entry.key).is_none()
        && (is_component
            || is_of_schemas(dialect, object, &entry.key) && node.entry("schema").is_none());
    let kind = match meant(dialect, node, object, entry) {
        // Another method of HTTP is hardly a slip.
        Some(name) if !is_operation || distance(&entry.key, name) <= 1 => Kind::Misspelled(name),
        Some(_) | None if is_operation => Kind::Operation,
        None if is_methodless(dialect, node, entry, object) => match node.entries().first() {
            Some(first) => Kind::Methodless(first.key_span),
            None => Kind::Misplaced,
        },
        Some(_) | None if entry.key == "$ref" || is_misplaced => Kind::Misplaced,
        Some(_) | None => Kind::Other {
            is_explained: help.is_some(),
        },
    };
    Unknown {
        entry,
        parent: node.span,
        dialect,
        object,
        kind,
        help,
        related: None,
        references: 0,
    }
}

impl<'d> Unknown<'d, '_> {
    /// The key.
    pub fn key(&self) -> &'d str {
        self.entry.key.as_ref()
    }

    /// Whether it is a keyword with a typo, or one that is known to mean something elsewhere.
    pub fn is_suspicious(&self) -> bool {
        matches!(self.kind, Kind::Misspelled(_))
            || other(self.dialect, self.object, self.key()).is_some()
    }

    /// Whether nothing is known about the key that would explain it.
    pub fn is_unexplained(&self) -> bool {
        matches!(
            self.kind,
            Kind::Other {
                is_explained: false
            }
        )
    }

    /// Whether the key is probably meant to be this one.
    pub fn is_meant_as(&self, name: &str) -> bool {
        match self.kind {
            Kind::Misspelled(meant) => meant == name,
            Kind::Operation => methods(self.dialect).any(|method| method == name),
            Kind::Methodless(_) | Kind::Misplaced | Kind::Other { .. } => false,
        }
    }

    /// Takes the key for this field, which the object lacks.
    pub fn means(&mut self, field: &'static str) {
        self.kind = Kind::Misspelled(field);
        self.help = None;
    }

    /// Takes the key for one that belongs to another object.
    pub fn belongs_to(&mut self, object: &str, place: Span) {
        self.kind = Kind::Misplaced;
        let key = self.key();
        self.help = Some(format!(
            "`{key}` is a field of {object}: move it to the one that lacks it"
        ));
        self.related = Some((place, "it is missing here".to_owned()));
    }

    /// Takes the key for what references look for in this container.
    pub fn is_referred_to(&mut self, container: &str) {
        if !matches!(self.kind, Kind::Misspelled(_) | Kind::Operation) {
            self.kind = Kind::Misplaced;
            self.help = Some(format!("write `{}` below `{container}`", self.key()));
        }
    }

    /// Counts references to it that do not resolve.
    pub fn is_led_to(&mut self, count: usize) {
        self.references += count;
    }

    /// What is said about it.
    pub fn diagnostic(self) -> Diagnostic {
        let message = format!("{} has no field `{}`", self.object.name, self.entry.key);
        let error = |message| Diagnostic::new(Code::Misspelled, self.entry.key_span, message);
        let ignored = |message| {
            Diagnostic::new(Code::UnknownKeyword, self.entry.key_span, message).label("ignored")
        };
        let (diagnostic, help) = match self.kind {
            Kind::Misspelled(name) => {
                let field = self.dialect.field(self.object, name);
                // Nobody knows what an object means without it.
                let is_required = field.is_some_and(|field| field.need == Need::Required);
                let diagnostic = if is_required || shapes(name) {
                    error(message)
                } else if self.dialect.allows_annotations(self.object) {
                    ignored(message)
                } else {
                    error(message).harmless()
                };
                (diagnostic, format!("did you mean `{name}`?"))
            }
            Kind::Operation => {
                let methods: Vec<&str> = methods(self.dialect).collect();
                let help = format!("write one of the methods `{}`", methods.join("`, `"));
                (error(message).harmless(), help)
            }
            Kind::Methodless(span) => {
                let message = "these are the fields of an operation, without a method";
                let help = "write the method, such as `get:`, above them, and indent them below it";
                let methodless = Diagnostic::new(Code::Misspelled, span, message);
                return methodless.help(help).harmless();
            }
            Kind::Misplaced => (error(message).harmless(), String::new()),
            Kind::Other { .. } => {
                let help = "remove it, move it to the object that it belongs to, or begin its name with `x-`";
                (ignored(message), help.to_owned())
            }
        };
        let diagnostic = match self.references {
            0 => diagnostic,
            1 => diagnostic.label("a reference to it does not resolve"),
            more => diagnostic.label(format!("{more} references to it do not resolve")),
        };
        let diagnostic = match self.related {
            Some((span, what)) => diagnostic.related(span, what),
            None => diagnostic,
        };
        diagnostic.help(self.help.unwrap_or(help))
    }
}

/// Whether the line with the method of an operation was lost, and its fields stand in the path item.
fn is_methodless(
    dialect: Dialect,
    node: &Node<'_>,
    entry: &Entry<'_>,
    object: &'static Object,
) -> bool {
    let is_of_operation =
        |key: &str| dialect.has(&tables::OPERATION, key) && !dialect.has(&tables::PATH_ITEM, key);
    let others = node
        .entries()
        .iter()
        .filter(|entry| is_of_operation(&entry.key));
    ptr::eq(object, &raw const tables::PATH_ITEM)
        && is_of_operation(&entry.key)
        && node.entry("responses").is_some()
        && others.count() > 1
}

/// Whether a key holds an object and is near to no field, not even to one that is there.
pub fn is_foreign(dialect: Dialect, entry: &Entry<'_>, object: &'static Object) -> bool {
    let mut known = dialect
        .fields(object)
        .filter(|field| is_near(&entry.key, field.name));
    matches!(entry.value.value, Value::Map(_)) && known.next().is_none()
}

/// Whether a field that is not there was written with a typo.
pub fn is_misspelled(
    dialect: Dialect,
    node: &Node<'_>,
    object: &'static Object,
    name: &str,
) -> bool {
    object.patterned.is_none()
        && node.fixed_entries().any(|entry| {
            !dialect.has(object, &entry.key) && meant(dialect, node, object, entry) == Some(name)
        })
}
