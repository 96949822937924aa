//! Keywords of other versions of OpenAPI and of JSON Schema, and what to write in their place.

use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{
    COMPONENTS, LICENSE, OPENAPI, OPERATION, Object, SCHEMA, SECURITY_SCHEME,
};
use crate::read::Entry;

/// What to do about a keyword that only other versions have here.
pub fn other(dialect: Dialect, object: &'static Object, entry: &Entry<'_>) -> Option<String> {
    let key = entry.key.as_ref();
    let advice = match object {
        object if object.is(&SCHEMA) => of_schemas(key),
        object if object.is(&OPENAPI) => of_the_document(key),
        object if object.is(&COMPONENTS) => of_components(key),
        object if object.is(&OPERATION) => of_operations(key),
        object if object.is(&SECURITY_SCHEME) => of_security_schemes(entry),
        object if object.is(&LICENSE) && key == "identifier" => Some("write `url`"),
        _ => None,
    };
    let Some(later) = dialect.later_with(object, key) else {
        return advice.map(str::to_owned);
    };
    let (name, line) = (later.name(), later.declaration());
    let advice = advice.unwrap_or("remove it");
    Some(format!(
        "`{key}` is of {name}: {advice}, or begin the document with `{line}`"
    ))
}

/// Whether the address, the types or the credentials of the API are lost with a keyword of another version.
pub fn is_lost(object: &Object, key: &str) -> bool {
    let is_kept = ["consumes", "jsonSchemaDialect", "produces"].contains(&key);
    object.is(&OPENAPI) && of_the_document(key).is_some() && !is_kept
        || object.is(&SECURITY_SCHEME) && key == "flow"
        || object.is(&COMPONENTS) && of_components(key).is_some()
}

fn of_schemas(key: &str) -> Option<&'static str> {
    Some(match key {
        "$comment" => "write `description`, or a comment of YAML",
        "$defs" | "definitions" => "move the schemas to `components.schemas`",
        "$id" => "refer to a place, such as `#/components/schemas/Pet`",
        "$recursiveAnchor" => {
            "JSON Schema 2020-12 has no `$recursiveAnchor`: write `$dynamicAnchor`"
        }
        "$recursiveRef" => {
            "JSON Schema 2020-12 has no `$recursiveRef`: write `$ref` with the place of the schema"
        }
        "$schema" => "remove it: OpenAPI 3.0 has one dialect of schemas",
        "additionalItems" => "JSON Schema 2020-12 has no `additionalItems`: write `items`",
        "const" => "write `enum` with this one value",
        "contains" | "dependentRequired" | "propertyNames" => "say it in `description`",
        "contentEncoding" => "write `format: byte`",
        "contentMediaType" => "write `format: binary` or `format: byte`",
        "dependencies" => "write `dependentRequired` or `dependentSchemas`",
        "examples" => "write one `example`",
        "if" | "then" | "else" => "write `oneOf`",
        "optional" => "leave the property out of the `required` of its object",
        "patternProperties" | "unevaluatedProperties" => "write `additionalProperties`",
        "prefixItems" => "write `items`",
        _ => return None,
    })
}

fn of_the_document(key: &str) -> Option<&'static str> {
    Some(match key {
        "basePath" => "Swagger 2.0 has `basePath`: write `servers: [{url: https://…}]`",
        "consumes" | "produces" => {
            "Swagger 2.0 has `consumes` and `produces`: write the media types as keys of `content`"
        }
        "definitions" => "Swagger 2.0 has `definitions`: move them to `components.schemas`",
        "host" => "Swagger 2.0 has `host`: write `servers: [{url: https://…}]`",
        "jsonSchemaDialect" => "remove it: OpenAPI 3.0 has one dialect of schemas",
        "schemes" => "Swagger 2.0 has `schemes`: write `servers: [{url: https://…}]`",
        "securityDefinitions" => {
            "Swagger 2.0 has `securityDefinitions`: move them to `components.securitySchemes`"
        }
        _ => return None,
    })
}

fn of_components(key: &str) -> Option<&'static str> {
    Some(match key {
        "definitions" => "Swagger 2.0 has `definitions`: move the schemas to `components.schemas`",
        "pathItems" => "write them below `paths`",
        _ => return None,
    })
}

fn of_security_schemes(entry: &Entry<'_>) -> Option<&'static str> {
    (entry.key == "flow" && entry.value.as_str().is_some()).then_some(
        "Swagger 2.0 has `flow`: write `flows: {implicit: …}`, with the URLs and the scopes below the name of the flow",
    )
}

fn of_operations(key: &str) -> Option<&'static str> {
    Some(match key {
        "consumes" => {
            "Swagger 2.0 has `consumes`: write the media types as keys of `requestBody.content`"
        }
        "produces" => {
            "Swagger 2.0 has `produces`: write the media types as keys of `content` in each response"
        }
        _ => return None,
    })
}
