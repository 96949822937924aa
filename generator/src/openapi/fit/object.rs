//! What a schema says of the members of an object.

use super::{Fit, Fits, Misfit};
use crate::diagnostic::suggest::did_you_mean;
use crate::openapi::{Direction, Schema, SchemaId, Text, Value};

impl Fit<'_, '_> {
    /// The properties of an object, and those that it lacks.
    pub(super) fn object(&mut self, value: Value<'_>, schema: &Schema<'_>, depth: usize) -> Fits {
        let Some(members) = value.members() else {
            return Ok(());
        };
        for name in &schema.required {
            if value.member(name.text).is_none() && !self.is_one_way(schema, name.text) {
                return Err(missing(value, *name));
            }
        }
        for (key, span, member) in members {
            if let Some(property) = schema.property(key) {
                self.value(member, property, depth + 1)?;
                continue;
            }
            let Some(additional) = additional(schema) else {
                continue;
            };
            match self.schema(additional) {
                Some(never) if never.is_never => {
                    let names = schema.properties.iter().map(|property| property.name);
                    let help = did_you_mean(key, names, "remove it, or declare it");
                    return Err(Misfit {
                        span,
                        message: format!("there is no property `{key}`"),
                        help,
                        expected: Some(never.span),
                    });
                }
                Some(_) | None => self.value(member, additional, depth + 1)?,
            }
        }
        Ok(())
    }

    /// What is read only is not in a request, and what is written only not in a response.
    fn is_one_way(&self, schema: &Schema<'_>, name: &str) -> bool {
        let property = schema.property(name).and_then(|id| self.schema(id));
        property.is_some_and(|property| property.direction != Direction::Both)
    }
}

/// What the properties without a schema of their own must be.
fn additional(schema: &Schema<'_>) -> Option<SchemaId> {
    // Any name may match a pattern, and a member of `allOf` may know what its parent does not evaluate.
    let is_unevaluated = schema.keyword("additionalProperties").is_none()
        && schema.keyword("unevaluatedProperties").is_some();
    let has_members = !schema.all_of.is_empty() || !schema.members().is_empty();
    let is_known = schema.pattern_properties.is_empty() && !(is_unevaluated && has_members);
    schema.additional_properties.filter(|_| is_known)
}

fn missing(value: Value<'_>, name: Text<'_>) -> Misfit {
    let text = name.text;
    let message = format!("the required property `{text}` is missing");
    let help = format!("add `{text}`, or remove it from `required`");
    Misfit::new(value, message, help, name.span)
}
