//! Request bodies that hold nothing.

use crate::lower::Cx;
use crate::openapi::{Kind, MediaType, Method, Schema};

/// Whether a body is an object that never has a property. Tools write one for operations that take no body.
///
/// An object of which nothing is said may have any properties, but not in requests whose content has no meaning (RFC 9110 section 9.3).
pub fn is_always_empty(cx: &Cx<'_, '_>, method: &Method, media_type: &MediaType<'_>) -> bool {
    let Some(Ok(target)) = media_type.schema.map(|id| cx.resolve(id)) else {
        return false;
    };
    let schema = target.schema;
    let mut examples = media_type.examples.iter().chain(&schema.examples);
    if !is_object_without_properties(schema)
        || examples.any(|example| example.members().is_none_or(|mut all| all.next().is_some()))
    {
        return false;
    }
    let is_closed = schema
        .additional_properties
        .is_some_and(|id| cx.schema(id).is_ok_and(|schema| schema.is_never));
    if schema.additional_properties.is_some() {
        return is_closed;
    }
    let has_content = match method {
        Method::Get | Method::Head | Method::Delete => false,
        Method::Put
        | Method::Post
        | Method::Options
        | Method::Patch
        | Method::Trace
        | Method::Query
        | Method::Other(_) => true,
    };
    !has_content || schema.keyword("properties").is_some()
}

fn is_object_without_properties(schema: &Schema<'_>) -> bool {
    schema.kind() == Some(Kind::Object)
        && schema.properties.is_empty()
        && schema.pattern_properties.is_empty()
        && schema.required.is_empty()
        && schema.all_of.is_empty()
        && schema.members().is_empty()
        && schema.limits().min_properties.is_none()
}
