//! Which values of a discriminator lead to a member of a union.

use crate::lower::Cx;
use crate::parse::document::Target;
use crate::parse::tree::Node;

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
    /// whoever wrote `enum: [cat]` at the schema `Cat` sends `cat`.
    pub fn among(&self, held: &[String]) -> Vec<String> {
        let is_held = |name: &String| held.contains(name);
        if !self.told.is_empty() || held.is_empty() || self.implied.iter().any(is_held) {
            return self.values().to_vec();
        }
        let alike = held
            .iter()
            .filter(|value| self.implied.iter().any(|name| is_alike(value, name)));
        let alike: Vec<String> = alike.cloned().collect();
        match (alike.is_empty(), held) {
            (false, _) => alike,
            (true, [one]) => vec![one.clone()],
            (true, _) if self.implied.is_empty() => held.to_vec(),
            (true, _) => self.implied.clone(),
        }
    }

    /// Adds those of a member that no value tells apart from this one.
    pub fn extend(&mut self, other: Self) {
        self.told.extend(other.told);
        self.implied.extend(other.implied);
    }
}

/// Whether two words differ in their case and their separators alone.
fn is_alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}
