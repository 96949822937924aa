//! Facts to the crate as it will be printed: identifiers, types, docs and layout are decided here, and nowhere later.

mod boxing;
mod constants;
mod conversions;
mod credentials;
mod defaults;
mod docs;
mod examples;
mod headers;
mod imports;
mod markdown;
mod models;
mod operations;
mod package;
mod quickstart;
mod recursion;
mod servers;
mod types;
mod webhooks;

use crate::Config;
use crate::ir;
use crate::rust;

/// Names everything. This cannot fail: every fact has some name.
pub fn name(api: &ir::Api, config: &Config) -> rust::Crate {
    let types = types::Types::new(api);
    let credentials = credentials::credentials(api);
    let mut models = models::files(api, &types);
    let headers = headers::headers(api, &types);
    let webhooks = webhooks::webhooks(api, &types);
    let api_error = api.error.as_ref().and_then(|error| types.model(error));
    let errors = match &api_error {
        Some(model) => operations::Errors::Shared(model),
        None => operations::Errors::OfOperations,
    };
    let manifest = package::manifest(api, config);
    let examples = examples::Examples::new(api, &manifest.lib, &types, &models);
    let operations::Operations {
        groups,
        all: operations,
    } = operations::operations(
        api,
        config.group_by,
        operations::Known {
            types: &types,
            models: &models,
            credentials: &credentials,
            errors,
        },
        &headers.by_operation,
        &examples,
    );
    let quickstart =
        quickstart::quickstart(api, &manifest.lib, &examples, &operations, &credentials);
    let users = models::Users {
        groups: &groups,
        operations: &operations,
        webhooks: &webhooks,
        headers: &headers,
        api_error: api_error.as_ref(),
    };
    models::set_features(&mut models, &users);
    let about = docs::about(api);
    rust::Crate {
        command: config.command.clone(),
        about: about.opening,
        introduction: about.introduction,
        quickstart,
        manifest,
        links_by_tag: docs::links_by_tag(&operations),
        calls_by_tag: docs::calls_by_tag(&operations),
        base_url: servers::base_url(api),
        example_base_url: servers::example_base_url(api),
        servers: servers::servers(&api.servers),
        samples: models::samples(api, &types),
        recursion_limit: recursion::limit(api),
        runtime_types: models::runtime_types(&models, &operations, &webhooks, &headers.all),
        webhooks,
        headers: headers.all,
        header_imports: headers.imports,
        api_error,
        credentials,
        models,
        groups,
        operations,
    }
}
