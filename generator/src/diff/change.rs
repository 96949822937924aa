//! One change, and its verdicts.

use crate::rust::{Docs, Origin};
use crate::source::Span;

/// A change from one crate to another.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it means.
    pub effect: Effect,
    /// The Rust item, by its path in the crate.
    pub item: String,
    /// The item as it was; `None` for a new one.
    pub before: Option<String>,
    /// The item as it is; `None` for one that is gone.
    pub after: Option<String>,
    /// Its place in the old document, or that of what holds it where it is new; `None` where there is none.
    pub old: Option<Span>,
    /// Its place in the new document, or that of what held it where it is gone; `None` where there is none.
    pub new: Option<Span>,
    /// How many operations and webhooks use the item.
    pub uses: usize,
    /// Other items of which the same is to be said, because the document says it of all of them in one place.
    pub also: Vec<String>,
    /// Whether only the words about the item differ.
    pub is_documentation: bool,
}

/// By what a change is the same as another one.
#[derive(PartialEq, Eq, Hash)]
pub struct Key {
    before: Option<String>,
    after: Option<String>,
    clauses: Vec<String>,
    old: Option<Span>,
    new: Option<Span>,
}

impl Key {
    /// Whether a place of the document says it.
    pub fn is_placed(&self) -> bool {
        self.old.is_some() || self.new.is_some()
    }
}

/// What a change means for programs that use the crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// For a program that is compiled again.
    pub rust: Rust,
    /// For a program and a server of which one is older than the change.
    pub wire: Wire,
    /// What it means, a clause each.
    pub clauses: Vec<String>,
    /// Whether the item is deprecated now.
    pub is_deprecation: bool,
}

/// What a change means for a program that is compiled again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rust {
    /// It sees no difference.
    #[default]
    None,
    /// It can do more than before.
    Additive,
    /// It may not compile, or call something else.
    Breaking,
}

/// What a change means where a program and a server are not of the same age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wire {
    /// Nothing that travels is different.
    #[default]
    None,
    /// They understand each other.
    Compatible,
    /// A request can be refused, or data be lost or unreadable.
    Breaking(Broken),
}

/// Which meeting fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A program that was built with the old crate, at the new server.
    OldCrate,
    /// A program that is built with the new crate, at the old server.
    NewCrate,
    /// Either.
    Both,
}

impl Rust {
    /// The verdict in a word.
    pub fn word(self) -> &'static str {
        match self {
            Rust::None => "none",
            Rust::Additive => "additive",
            Rust::Breaking => "breaking",
        }
    }
}

impl Wire {
    /// The verdict in a word.
    pub fn word(self) -> &'static str {
        match self {
            Wire::None => "none",
            Wire::Compatible => "compatible",
            Wire::Breaking(_) => "breaking",
        }
    }

    /// Whether it is breaking.
    pub fn is_breaking(self) -> bool {
        matches!(self, Wire::Breaking(_))
    }

    /// The verdict on two things together.
    #[must_use]
    pub fn and(self, other: Wire) -> Wire {
        match (self, other) {
            (Wire::Breaking(one), Wire::Breaking(other)) if one == other => Wire::Breaking(one),
            (Wire::Breaking(_), Wire::Breaking(_)) => Wire::Breaking(Broken::Both),
            (Wire::Breaking(broken), _) | (_, Wire::Breaking(broken)) => Wire::Breaking(broken),
            (Wire::Compatible, _) | (_, Wire::Compatible) => Wire::Compatible,
            (Wire::None, Wire::None) => Wire::None,
        }
    }

    /// The verdict on what fits one way and the other: whether old programs get on with the new server, and new programs with the
    /// old one.
    pub fn of(old_crate: bool, new_crate: bool) -> Wire {
        match (old_crate, new_crate) {
            (true, true) => Wire::Compatible,
            (false, true) => Wire::Breaking(Broken::OldCrate),
            (true, false) => Wire::Breaking(Broken::NewCrate),
            (false, false) => Wire::Breaking(Broken::Both),
        }
    }
}

impl Effect {
    /// The same, and what it means for programs that are compiled again.
    #[must_use]
    pub fn rust(mut self, rust: Rust, clause: &str) -> Self {
        self.rust = self.rust.max(rust);
        self.say(clause);
        self
    }

    /// The same, and that the item is deprecated now, which code that names it is warned of.
    #[must_use]
    pub fn deprecated(mut self, what: &str) -> Self {
        self.is_deprecation = true;
        let clause = format!("{what} is deprecated: code that names it is warned");
        self.rust(Rust::Additive, &clause)
    }

    /// The same, and what it means for what travels.
    #[must_use]
    pub fn wire(mut self, wire: Wire, clause: &str) -> Self {
        self.wire = self.wire.and(wire);
        self.say(clause);
        self
    }

    /// The same, and what another effect on the same thing means.
    #[must_use]
    pub fn and(mut self, other: &Effect) -> Self {
        self.rust = self.rust.max(other.rust);
        self.wire = self.wire.and(other.wire);
        self.is_deprecation |= other.is_deprecation;
        other.clauses.iter().for_each(|clause| self.say(clause));
        self
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What it means, in a sentence without its full stop.
    pub fn message(&self) -> String {
        self.clauses.join("; ")
    }

    fn say(&mut self, clause: &str) {
        if !clause.is_empty() && !self.clauses.iter().any(|known| known == clause) {
            self.clauses.push(clause.to_owned());
        }
    }
}

impl Change {
    /// A change of an item, of which nothing is shown yet and whose place is not known.
    pub fn new(effect: Effect, item: impl Into<String>) -> Self {
        Self {
            effect,
            item: item.into(),
            before: None,
            after: None,
            old: None,
            new: None,
            uses: 0,
            also: Vec::new(),
            is_documentation: false,
        }
    }

    /// The same, with the item as it was and as it is.
    #[must_use]
    pub fn shown(self, before: Option<String>, after: Option<String>) -> Self {
        Self {
            before,
            after,
            ..self
        }
    }

    /// The same, with what Rust does not show of the item where it looks as it did.
    #[must_use]
    pub fn detailed(mut self, before: Option<String>, after: Option<String>) -> Self {
        if self.before == self.after {
            let detailed = |text: Option<String>, details: Option<String>| {
                Some(format!("{} // {}", text?, details?))
            };
            self.before = detailed(self.before, before);
            self.after = detailed(self.after, after);
        }
        self
    }

    /// The same, with its places in the old and in the new document.
    #[must_use]
    pub fn at(self, old: Origin, new: Origin) -> Self {
        Self {
            old: old.place(),
            new: new.place(),
            ..self
        }
    }

    /// The same, with the number of operations and webhooks that use the item.
    #[must_use]
    pub fn used(self, uses: usize) -> Self {
        Self { uses, ..self }
    }

    /// By what it is the same as another one: by what it says, and by the places that say it. Where an item is new or gone, the other
    /// place is only that of what holds it.
    pub fn key(&self) -> Key {
        Key {
            before: self.before.clone(),
            after: self.after.clone(),
            clauses: self.effect.clauses.clone(),
            old: self.old.filter(|_| self.before.is_some()),
            new: self.new.filter(|_| self.after.is_some()),
        }
    }

    /// Different words about an item; `None` where they are the same.
    pub fn documentation(
        item: &str,
        [old, new]: [&Docs; 2],
        [old_place, new_place]: [Origin; 2],
    ) -> Option<Self> {
        if old == new {
            return None;
        }
        let text = |docs: &Docs| Some(docs.0.join("\n"));
        let effect = Effect {
            clauses: vec!["only the words about it are different".to_owned()],
            ..Effect::default()
        };
        let change = Self::new(effect, item).shown(text(old), text(new));
        Some(Self {
            is_documentation: true,
            ..change.at(old_place, new_place)
        })
    }
}
