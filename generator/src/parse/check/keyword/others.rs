//! Keywords of other versions of OpenAPI and of JSON Schema.

/// What to write in place of keywords that other versions of OpenAPI and JSON Schema have: the object, the keyword, the advice.
pub const OTHERS: [(&str, &str, &str); 33] = [
    (
        "a schema object",
        "const",
        "`const` is of OpenAPI 3.1: write `enum` with this one value",
    ),
    (
        "a schema object",
        "examples",
        "`examples` is of OpenAPI 3.1 here: write one `example`",
    ),
    (
        "a schema object",
        "$defs",
        "`$defs` is of OpenAPI 3.1: move the schemas to `components.schemas`",
    ),
    (
        "a schema object",
        "definitions",
        "move the schemas to `components.schemas`",
    ),
    (
        "a schema object",
        "$schema",
        "OpenAPI 3.0 has one dialect of schemas: remove it",
    ),
    (
        "a schema object",
        "$id",
        "OpenAPI 3.0 has no `$id`: references name a place, such as `#/components/schemas/Pet`",
    ),
    (
        "a schema object",
        "$comment",
        "write `description`, or a comment of YAML",
    ),
    (
        "a schema object",
        "patternProperties",
        "OpenAPI 3.0 has no `patternProperties`: write `additionalProperties`",
    ),
    (
        "a schema object",
        "propertyNames",
        "OpenAPI 3.0 does not constrain the names of properties: say it in `description`",
    ),
    (
        "a schema object",
        "prefixItems",
        "`prefixItems` is of OpenAPI 3.1: write `items`",
    ),
    (
        "a schema object",
        "contains",
        "`contains` is of OpenAPI 3.1: say it in `description`",
    ),
    (
        "a schema object",
        "if",
        "`if` is of OpenAPI 3.1: write `oneOf`",
    ),
    (
        "a schema object",
        "then",
        "`then` is of OpenAPI 3.1: write `oneOf`",
    ),
    (
        "a schema object",
        "else",
        "`else` is of OpenAPI 3.1: write `oneOf`",
    ),
    (
        "a schema object",
        "dependentRequired",
        "`dependentRequired` is of OpenAPI 3.1: say it in `description`",
    ),
    (
        "a schema object",
        "unevaluatedProperties",
        "`unevaluatedProperties` is of OpenAPI 3.1: write `additionalProperties`",
    ),
    (
        "a schema object",
        "contentMediaType",
        "`contentMediaType` is of OpenAPI 3.1: write `format: binary` or `format: byte`",
    ),
    (
        "a schema object",
        "contentEncoding",
        "`contentEncoding` is of OpenAPI 3.1: write `format: byte`",
    ),
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
        "webhooks",
        "`webhooks` are of OpenAPI 3.1: they are not generated",
    ),
    (
        "the OpenAPI object",
        "jsonSchemaDialect",
        "OpenAPI 3.0 has one dialect of schemas: remove it",
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
        "`pathItems` are of OpenAPI 3.1: write them below `paths`",
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
    (
        "a license object",
        "identifier",
        "`identifier` is of OpenAPI 3.1: write `url`",
    ),
];
