//! Parameters whose only value the document states: the operation itself sends them.

use crate::ir::{Location, Spelling};
use crate::lower::Cx;
use crate::openapi::{JsonLayout, Schema, SchemaId, Value};

/// The only value of a parameter, as the text that its location and spelling make of it.
pub fn constant(
    cx: &Cx<'_, '_>,
    schema: SchemaId,
    location: Location,
    spelling: Spelling,
) -> Option<String> {
    let schema = cx.resolve(schema).ok()?.schema;
    // A reference with siblings is an `allOf`.
    let members = schema.all_of.iter().filter_map(|id| cx.resolve(*id).ok());
    let mut schemas = std::iter::once(schema).chain(members.map(|member| member.schema));
    let value = schemas.find_map(only_value)?;
    match (location, spelling) {
        // A query as a whole is an object.
        (Location::QueryString, _) => None,
        (_, Spelling::Json) => Some(value.json_text(JsonLayout::OneLine)),
        (_, Spelling::Default | Spelling::Styled(_)) => Some(value.scalar_text()?.to_owned()),
    }
}

/// The scalar that `const` or an `enum` of one value lists.
fn only_value<'d>(schema: &Schema<'d>) -> Option<Value<'d>> {
    let mut listed = schema.listed();
    let (value, None) = (listed.next()?, listed.next()) else {
        return None;
    };
    let is_scalar =
        value.as_str().is_some() || value.as_bool().is_some() || value.as_number().is_some();
    is_scalar.then_some(value)
}
