//! Which values of a discriminator lead to a member of a union.

use crate::lower::Cx;
use crate::parse::resolve::Target;
use crate::read::Node;

/// The values of a discriminator that lead to a member.
#[derive(Default)]
pub struct Tags {
    /// Those that the document tells.
    told: Vec<String>,
    /// The names of its schema, which count where no value is told (section 4.7.25).
    implied: Vec<String>,
}

impl Tags {
    /// The values that lead to a schema.
    pub fn of(cx: &Cx<'_, '_>, discriminator: Option<&Node<'_>>, schema: &Target<'_, '_>) -> Self {
        let name = cx.names.of(schema.node.span).or(schema.name);
        Self {
            implied: name.map(str::to_owned).into_iter().collect(),
            ..Self::told(cx, discriminator, schema)
        }
    }

    /// Those of them that the document tells.
    pub fn told(
        cx: &Cx<'_, '_>,
        discriminator: Option<&Node<'_>>,
        schema: &Target<'_, '_>,
    ) -> Self {
        let mut told = Vec::new();
        let mapping = discriminator.and_then(|discriminator| discriminator.get("mapping"));
        for entry in mapping.into_iter().flat_map(Node::entries) {
            let text = entry.value.as_str().unwrap_or_default();
            // A value is the name of a schema, or else a reference.
            let named = format!("#/components/schemas/{text}");
            let mapped = cx
                .document
                .find(&named, cx.document.root.span)
                .or_else(|| cx.document.find(text, entry.value.span));
            if mapped.is_some_and(|mapped| mapped.span == schema.node.span) {
                told.push(entry.key.to_string());
            }
        }
        if told.is_empty() {
            // Documents that were made of Azure's tell it at the member.
            let own = schema.node.get("x-ms-discriminator-value");
            told.extend(own.and_then(Node::as_str).map(str::to_owned));
        }
        Self {
            told,
            implied: Vec::new(),
        }
    }

    /// The values, whatever the property itself may hold.
    pub fn values(&self) -> &[String] {
        if self.told.is_empty() {
            &self.implied
        } else {
            &self.told
        }
    }

    /// The values, where the property of the member's own may hold but these, if any. The name of the schema gives way to them:
    /// whoever wrote `enum: [cat]` at the schema `Cat` sends `cat`. Where other members hold some of the same, the property is one
    /// that they share, and of its values the one counts that is most like the name.
    pub fn among(&self, held: &Held) -> Vec<String> {
        if !self.told.is_empty() || held.values.is_empty() {
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
        self.told.is_empty() && held.values.is_empty()
    }

    /// Adds those of a member that no value tells apart from this one.
    pub fn extend(&mut self, other: &Self) {
        if self.told.is_empty() && other.told.is_empty() {
            self.implied.extend_from_slice(&other.implied);
        } else {
            self.told = [self.values(), other.values()].concat();
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
