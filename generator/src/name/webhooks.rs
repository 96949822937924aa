//! Webhooks.

use super::docs;
use super::imports::Imports;
use super::markdown::code;
use super::types::Types;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Webhook, WebhookBody, Webhooks};

/// Names that the file of the webhooks uses.
const RESERVED: &[&str] = &[
    "BTreeMap", "Box", "Bytes", "Err", "Error", "Map", "None", "Ok", "Option", "Result", "Self",
    "Some", "Value", "Vec",
];

/// The webhooks: each is a type of its name, and of its method as well where several have the name.
pub fn webhooks(api: &ir::Api, types: &Types) -> Webhooks {
    let mut scope = Scope::reserving(RESERVED);
    let mut imports = Imports::default();
    let webhook = |webhook: &ir::Webhook| {
        let same = api
            .webhooks
            .iter()
            .filter(|other| other.name == webhook.name);
        let words = if same.count() > 1 {
            format!(
                "{} {}",
                webhook.method.as_str().to_lowercase(),
                webhook.name
            )
        } else {
            webhook.name.clone()
        };
        let mut docs = docs::docs(
            &webhook.docs,
            &format!("The webhook {}.", code(&webhook.name)),
        );
        if webhook.deprecated {
            // An attribute would warn where the SDK itself names the type.
            docs::append(&mut docs.0, vec!["Deprecated.".to_owned()]);
        }
        Webhook {
            origin: webhook.origin,
            ident: scope.claim(&words, Role::Type),
            docs,
            name: webhook.name.clone(),
            method: webhook.method.as_str().to_owned(),
            body: webhook.body.as_ref().map(|body| WebhookBody {
                media_type: body.media_type.clone(),
                content: types.content(&body.content),
                deprecated: webhook.deprecated,
            }),
        }
    };
    let all: Vec<Webhook> = api.webhooks.iter().map(webhook).collect();
    for body in all.iter().filter_map(|webhook| webhook.body.as_ref()) {
        imports.add("crate", "Error");
        imports.add("crate::runtime", "webhook");
        super::operations::visit_content(&body.content, &mut |ty| imports.add_type(ty));
    }
    Webhooks {
        imports: imports.finish(),
        all,
    }
}
