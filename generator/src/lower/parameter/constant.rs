//! Parameters whose only value the document states: the operation itself sends them.

use super::text;
use crate::ir::{Location, Origin, Parameter, Spelling};
use crate::lower::Cx;
use crate::openapi::{self, JsonLayout, Schema, Value};

/// A required parameter with only one value; `None` if it may have others, or may be left out.
pub fn constant(
    cx: &Cx<'_, '_>,
    parameter: &openapi::Parameter<'_>,
    spelling: Spelling,
) -> Option<Parameter> {
    let location = parameter.location;
    // A query as a whole is an object.
    if !parameter.required || location == Location::QueryString {
        return None;
    }
    let schema = cx.resolve(parameter.format.schema()?).ok()?.schema;
    // A reference with siblings is an `allOf`.
    let members = schema.all_of.iter().filter_map(|id| cx.resolve(*id).ok());
    let mut schemas = std::iter::once(schema).chain(members.map(|member| member.schema));
    let value = schemas.find_map(only_value)?;
    let (spelling, constant) = match spelling {
        Spelling::Json => (Spelling::Default, value.json_text(JsonLayout::OneLine)),
        Spelling::Default | Spelling::Styled(_) => (spelling, value.scalar_text()?.to_owned()),
    };
    Some(Parameter {
        spelling,
        reserved: parameter.allow_reserved,
        constant: Some(constant),
        ..text(parameter.name.text, location, Origin(parameter.name.span))
    })
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
