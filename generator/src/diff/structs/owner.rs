//! The structs of both crates, and changes of what they hold.

use crate::diff::Cx;
use crate::diff::change::{Change, Effect};
use crate::diff::limits::listed;
use crate::rust::{Field, Slot, Struct, Usage};

/// The structs that fields belong to.
pub struct Owner<'a> {
    /// As they were.
    pub old: &'a Struct,
    /// As they are.
    pub new: &'a Struct,
    /// How many operations and webhooks they are part of.
    pub uses: usize,
    /// Where values of either are sent.
    pub usage: Usage,
}

impl Owner<'_> {
    /// Whether both have a constructor, whose arguments count then.
    pub fn is_constructed(&self) -> bool {
        self.old.has_new() && self.new.has_new()
    }

    /// Adds a change of a field.
    pub fn push(&self, cx: &mut Cx<'_>, effect: Effect, old: Option<&Field>, new: Option<&Field>) {
        let Some(shown) = new.or(old) else {
            return;
        };
        let text = |field: &Field| {
            let deprecated = if field.deprecated.is_some() {
                "#[deprecated] "
            } else {
                ""
            };
            format!("{deprecated}pub {}: {}", field.ident, field.declared())
        };
        cx.changes.push(
            Change::new(
                effect,
                format!("models::{}::{}", self.new.ident, shown.ident),
            )
            .shown(old.map(text), new.map(text))
            .detailed(
                old.map(|field| details(field, self.usage)),
                new.map(|field| details(field, self.usage)),
            )
            .at(
                old.map_or(self.old.origin, |field| field.origin),
                new.map_or(self.new.origin, |field| field.origin),
            )
            .used(self.uses),
        );
    }
}

/// What a field is on the wire, in words.
fn details(field: &Field, usage: Usage) -> String {
    let mut words = format!("`{}`", field.wire);
    if field.is_read_only {
        words += ", only received";
    }
    match &field.slot {
        Slot::Constant(value) | Slot::Preset(value) if usage.in_request => {
            words += &format!(", always `{value}`");
        }
        slot if slot.is_demanded() && usage.in_request => words += ", required",
        Slot::Constant(_)
        | Slot::Preset(_)
        | Slot::Required
        | Slot::RequiredNullable
        | Slot::Optional
        | Slot::RequiredInRequest
        | Slot::OptionalNullable => {}
    }
    words + &listed(&field.limits)
}
