//! What a document declares, in outline: for comparisons with other readers of OpenAPI.

use std::collections::{BTreeMap, BTreeSet};

use crate::openapi::{Document, Parameter, ParameterLocation, Shared};

/// The outline of a document.
#[derive(Debug, PartialEq, Eq)]
pub struct Outline {
    /// The operations, as `GET /path`, and their parameters, as `limit in query`.
    pub operations: BTreeMap<String, BTreeSet<String>>,
    /// The names of the component schemas.
    pub schemas: BTreeSet<String>,
}

/// The outline of a document, without what has an error.
pub fn outline(document: &Document<'_>) -> Outline {
    let mut operations = BTreeMap::new();
    for entry in &document.paths {
        for own in &entry.value.operations {
            let Ok(operation) = &own.operation else {
                continue;
            };
            let parameters = operation.parameters.iter().chain(&entry.value.parameters);
            let title = format!("{} {}", own.method.as_str(), entry.name);
            operations.insert(title, parameters.filter_map(parameter).collect());
        }
    }
    let schemas = document.components.schemas.iter();
    Outline {
        operations,
        schemas: schemas.map(|schema| schema.name.to_owned()).collect(),
    }
}

fn parameter(parameter: &Shared<Parameter<'_>>) -> Option<String> {
    let parameter = parameter.as_ref().ok()?;
    let location = match parameter.location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::QueryString => "querystring",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    };
    Some(format!("{} in {location}", parameter.name.text))
}
