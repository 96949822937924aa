//! Where the values of types are sent.

use std::collections::HashSet;

use super::media_type::essence;
use crate::ir;

/// The media type of JSON Merge Patch (RFC 7396), in which null removes what is there.
const MERGE_PATCH: &str = "application/merge-patch+json";

/// Marks where the values of the types travel, and lets fields be absent where they are not sent: what the API
/// sets is in no request, and what it keeps for itself is in no response.
pub fn mark_usage(api: &mut ir::Api) {
    let (mut requests, mut json_bodies, mut responses) = (Vec::new(), Vec::new(), Vec::new());
    let mut merge_patches = Vec::new();
    for operation in &mut api.operations {
        for parameter in &operation.parameters {
            parameter.ty.for_each_named(&mut |id| requests.push(id));
        }
        for body in &mut operation.bodies {
            if essence(&body.media_type) == MERGE_PATCH {
                nullable_values(&mut body.ty);
                body.ty.for_each_named(&mut |id| merge_patches.push(id));
            }
            let is_json = matches!(body.format, ir::BodyFormat::Json | ir::BodyFormat::Items(_));
            let ids = if is_json {
                &mut json_bodies
            } else {
                &mut requests
            };
            body.ty.for_each_named(&mut |id| ids.push(id));
        }
        operation.for_each_response_type(&mut |id| responses.push(id));
    }
    for webhook in &api.webhooks {
        webhook.for_each_named(&mut |id| responses.push(id));
    }
    requests.extend(&json_bodies);
    mark(api, requests, |usage| &mut usage.in_request);
    mark(api, json_bodies, |usage| &mut usage.in_json_body);
    let in_merge_patch = reachable(api, merge_patches);
    mark(api, responses, |usage| &mut usage.in_response);
    for (id, def) in &mut api.types {
        let ir::TypeKind::Struct(strukt) = &mut def.kind else {
            continue;
        };
        if in_merge_patch.contains(id) {
            removable(strukt);
        }
        for field in &mut strukt.fields {
            let may_be_missing = match field.direction {
                ir::Direction::Both => false,
                ir::Direction::ReadOnly => def.usage.in_request,
                ir::Direction::WriteOnly => def.usage.in_response,
            };
            if may_be_missing {
                field.presence = match (field.direction, field.presence) {
                    (ir::Direction::WriteOnly, ir::Presence::Required) => {
                        ir::Presence::RequiredInRequest
                    }
                    _ => ir::Presence::Optional,
                };
            }
        }
    }
}

/// Lets null stand for each optional property and each value of a map, at every depth.
fn removable(strukt: &mut ir::Struct) {
    for field in &mut strukt.fields {
        nullable_values(&mut field.ty);
        if field.presence == ir::Presence::Optional && field.direction != ir::Direction::ReadOnly {
            field.ty = field.ty.clone().nullable();
        }
    }
    if let Some(additional) = &mut strukt.additional {
        nullable_values(additional);
        *additional = additional.clone().nullable();
    }
}

/// Lets the values of maps be null.
fn nullable_values(ty: &mut ir::Type) {
    match ty {
        ir::Type::Map(value) => {
            nullable_values(value);
            **value = (**value).clone().nullable();
        }
        ir::Type::Nullable(ty) => nullable_values(ty),
        ir::Type::Scalar(_)
        | ir::Type::Bytes
        | ir::Type::File
        | ir::Type::Parts
        | ir::Type::Any
        | ir::Type::Object
        // What is in a list is replaced as a whole.
        | ir::Type::List(_)
        | ir::Type::Tuple(_)
        | ir::Type::Named(_) => {}
    }
}

fn mark(api: &mut ir::Api, types: Vec<ir::TypeId>, flag: fn(&mut ir::Usage) -> &mut bool) {
    for id in reachable(api, types) {
        if let Some(def) = api.types.get_mut(&id) {
            *flag(&mut def.usage) = true;
        }
    }
}

/// These types and all that they are made of.
fn reachable(api: &ir::Api, mut waiting: Vec<ir::TypeId>) -> HashSet<ir::TypeId> {
    let mut reachable = HashSet::new();
    while let Some(id) = waiting.pop() {
        if let Some(def) = api.types.get(&id).filter(|_| reachable.insert(id)) {
            def.for_each_named(&mut |id| waiting.push(id));
        }
    }
    reachable
}
