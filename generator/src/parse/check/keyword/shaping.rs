//! Keywords that shape the SDK.

/// Whether another SDK comes out without a keyword: what holds a misspelled one is not known.
pub fn shapes(keyword: &str) -> bool {
    match keyword {
        "additionalProperties" => true,
        "$ref" | "allOf" | "anyOf" | "components" | "content" | "delete" | "discriminator"
        | "enum" | "explode" | "format" | "get" | "head" | "headers" | "in" | "info" | "items"
        | "mapping" | "name" | "nullable" | "oneOf" | "options" | "parameters" | "patch"
        | "paths" | "post" | "properties" | "propertyName" | "put" | "requestBodies"
        | "requestBody" | "required" | "responses" | "schema" | "schemas" | "scheme"
        | "security" | "securitySchemes" | "servers" | "style" | "trace" | "type" | "url"
        | "variables" => true,
        _ => false,
    }
}
