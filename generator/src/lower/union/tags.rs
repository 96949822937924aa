//! Which values of a discriminator lead to a member of a union.

use crate::lower::Cx;
use crate::openapi::{Discriminator, Document, Target};

/// The values of a discriminator that lead to a member.
#[derive(Default)]
pub struct Tags {
    /// Those that the document states.
    stated: Vec<String>,
    /// The names of its schema, which count where no value is stated (Discriminator Object, "Mapping").
    implied: Vec<String>,
}

impl Tags {
    /// The values that lead to a schema.
    pub fn of(
        cx: &Cx<'_, '_>,
        discriminator: Option<&Discriminator<'_>>,
        target: Target<'_, '_>,
    ) -> Self {
        let name = cx.names.of(target.id).or(target.name);
        Self {
            implied: name.map(str::to_owned).into_iter().collect(),
            ..Self::stated(cx.document, discriminator, target)
        }
    }

    /// Those of them that the document states.
    pub fn stated(
        document: &Document<'_>,
        discriminator: Option<&Discriminator<'_>>,
        target: Target<'_, '_>,
    ) -> Self {
        let mapping = discriminator.map_or(&[][..], |discriminator| &discriminator.mapping);
        let leads_here = |id| {
            document
                .resolve(id)
                .is_ok_and(|mapped| mapped.id == target.id)
        };
        let mapped = mapping
            .iter()
            .filter(|entry| entry.value.schema.is_some_and(leads_here));
        let mut stated: Vec<String> = mapped.map(|entry| entry.name.to_owned()).collect();
        if stated.is_empty() {
            // Documents that were made of Azure's state it at the member.
            stated.extend(target.schema.discriminator_value.map(str::to_owned));
        }
        Self {
            stated,
            implied: Vec::new(),
        }
    }

    /// The values, whatever the property itself may hold.
    pub fn values(&self) -> &[String] {
        if self.stated.is_empty() {
            &self.implied
        } else {
            &self.stated
        }
    }

    /// The values, where the property of the member's own may hold but these, if any. The name of the schema gives way to them:
    /// whoever wrote `enum: [cat]` at the schema `Cat` sends `cat`. Where other members hold some of the same, the property is one
    /// that they share, and of its values the one counts that is most like the name.
    pub fn among(&self, held: &Held) -> Vec<String> {
        if !self.stated.is_empty() || held.values.is_empty() {
            return self.values().to_vec();
        }
        if !held.is_shared || self.implied.is_empty() {
            return held.values.clone();
        }
        let alike = |is_alike: fn(&str, &str) -> bool| -> Vec<String> {
            let is_named = |value: &&String| self.implied.iter().any(|name| is_alike(value, name));
            held.values.iter().filter(is_named).cloned().collect()
        };
        let found = [alike(|value, name| value == name), alike(is_alike)];
        let found = found.into_iter().find(|found| !found.is_empty());
        found.unwrap_or_else(|| self.implied.clone())
    }

    /// Whether nothing in the document says so but the name of the schema.
    pub fn are_guessed(&self, held: &Held) -> bool {
        self.stated.is_empty() && held.values.is_empty()
    }

    /// Adds those of a member that no value tells apart from this one.
    pub fn extend(&mut self, other: &Self) {
        if self.stated.is_empty() && other.stated.is_empty() {
            self.implied.extend_from_slice(&other.implied);
        } else {
            self.stated = [self.values(), other.values()].concat();
        }
    }
}

/// The values that the property of a member can hold, where they are listed.
#[derive(Default)]
pub struct Held {
    /// The values.
    pub values: Vec<String>,
    /// Whether other members can hold some of them too.
    pub is_shared: bool,
}

/// Whether two words differ in their case and their separators alone.
fn is_alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
