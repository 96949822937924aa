//! Where the values of types are sent.

use crate::ir;

/// Marks where the values of the types travel, and lets fields be absent where they are not sent: what the API
/// sets is in no request, and what it keeps for itself is in no response.
pub fn mark_usage(api: &mut ir::Api) {
    let (mut requests, mut json_bodies, mut responses) = (Vec::new(), Vec::new(), Vec::new());
    for operation in &api.operations {
        for parameter in &operation.parameters {
            parameter.ty.for_each_named(&mut |id| requests.push(id));
        }
        for body in &operation.bodies {
            let is_json = matches!(body.format, ir::BodyFormat::Json);
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
    mark(api, responses, |usage| &mut usage.in_response);
    for def in api.types.values_mut() {
        let ir::TypeKind::Struct(strukt) = &mut def.kind else {
            continue;
        };
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

fn mark(api: &mut ir::Api, mut waiting: Vec<ir::TypeId>, flag: fn(&mut ir::Usage) -> &mut bool) {
    while let Some(id) = waiting.pop() {
        let Some(def) = api.types.get_mut(&id) else {
            continue;
        };
        if !std::mem::replace(flag(&mut def.usage), true) {
            def.for_each_named(&mut |id| waiting.push(id));
        }
    }
}
