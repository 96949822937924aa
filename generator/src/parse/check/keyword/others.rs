//! Keywords of other versions of OpenAPI and of JSON Schema, and what to write in their place.

use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::Object;

/// What to do about a keyword that only other versions have here.
pub fn other(dialect: Dialect, object: &'static Object, key: &str) -> Option<String> {
    let mut known = OTHERS.iter();
    let known = known.find(|(name, keyword, _)| *name == object.name && *keyword == key);
    let advice = known.map(|(_, _, advice)| *advice);
    let Some(later) = dialect.later_with(object, key) else {
        return advice.map(str::to_owned);
    };
    let (name, line) = (later.name(), later.declaration());
    let advice = advice.unwrap_or("remove it");
    Some(format!(
        "`{key}` is of {name}: {advice}, or begin the document with `{line}`"
    ))
}

/// The object, the keyword, the advice.
const OTHERS: [(&str, &str, &str); 36] = [
    (
        "a schema object",
        "$recursiveRef",
        "JSON Schema 2020-12 has no `$recursiveRef`: write `$ref` with the place of the schema",
    ),
    (
        "a schema object",
        "$recursiveAnchor",
        "JSON Schema 2020-12 has no `$recursiveAnchor`: write `$dynamicAnchor`",
    ),
    (
        "a schema object",
        "additionalItems",
        "JSON Schema 2020-12 has no `additionalItems`: write `items`",
    ),
    (
        "a schema object",
        "dependencies",
        "write `dependentRequired` or `dependentSchemas`",
    ),
    (
        "a schema object",
        "const",
        "write `enum` with this one value",
    ),
    ("a schema object", "examples", "write one `example`"),
    (
        "a schema object",
        "$defs",
        "move the schemas to `components.schemas`",
    ),
    (
        "a schema object",
        "definitions",
        "move the schemas to `components.schemas`",
    ),
    (
        "a schema object",
        "$schema",
        "remove it: OpenAPI 3.0 has one dialect of schemas",
    ),
    (
        "a schema object",
        "$id",
        "refer to a place, such as `#/components/schemas/Pet`",
    ),
    (
        "a schema object",
        "$comment",
        "write `description`, or a comment of YAML",
    ),
    (
        "a schema object",
        "patternProperties",
        "write `additionalProperties`",
    ),
    (
        "a schema object",
        "propertyNames",
        "say it in `description`",
    ),
    ("a schema object", "prefixItems", "write `items`"),
    ("a schema object", "contains", "say it in `description`"),
    ("a schema object", "if", "write `oneOf`"),
    ("a schema object", "then", "write `oneOf`"),
    ("a schema object", "else", "write `oneOf`"),
    (
        "a schema object",
        "dependentRequired",
        "say it in `description`",
    ),
    (
        "a schema object",
        "unevaluatedProperties",
        "write `additionalProperties`",
    ),
    (
        "a schema object",
        "contentMediaType",
        "write `format: binary` or `format: byte`",
    ),
    ("a schema object", "contentEncoding", "write `format: byte`"),
    (
        "a schema object",
        "optional",
        "leave the property out of the `required` of its object",
    ),
    (
        "a schema object",
        "in",
        "a parameter has its `schema` beside `in`, not around it: check the indentation",
    ),
    (
        "the OpenAPI object",
        "jsonSchemaDialect",
        "remove it: OpenAPI 3.0 has one dialect of schemas",
    ),
    (
        "the OpenAPI object",
        "definitions",
        "Swagger 2.0 has `definitions`: move them to `components.schemas`",
    ),
    (
        "the OpenAPI object",
        "host",
        "Swagger 2.0 has `host`: write `servers: [{url: https://…}]`",
    ),
    (
        "the OpenAPI object",
        "basePath",
        "Swagger 2.0 has `basePath`: write `servers: [{url: https://…}]`",
    ),
    (
        "the OpenAPI object",
        "schemes",
        "Swagger 2.0 has `schemes`: write `servers: [{url: https://…}]`",
    ),
    (
        "the OpenAPI object",
        "securityDefinitions",
        "Swagger 2.0 has `securityDefinitions`: move them to `components.securitySchemes`",
    ),
    (
        "the components object",
        "definitions",
        "Swagger 2.0 has `definitions`: move the schemas to `components.schemas`",
    ),
    (
        "the components object",
        "pathItems",
        "write them below `paths`",
    ),
    (
        "an operation object",
        "consumes",
        "Swagger 2.0 has `consumes`: write the media types as keys of `requestBody.content`",
    ),
    (
        "an operation object",
        "produces",
        "Swagger 2.0 has `produces`: write the media types as keys of `content` in each response",
    ),
    (
        "a response object",
        "schema",
        "write it as `content: {application/json: {schema: …}}`",
    ),
    ("a license object", "identifier", "write `url`"),
];
