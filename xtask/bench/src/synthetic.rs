//! A large document that is the same in every run.

use serde_json::{Map, Value, json};

const OPERATIONS: usize = 600;
const SCHEMAS: usize = 3_000;

/// The document as JSON.
pub fn document() -> String {
    let schemas: Map<String, Value> = (0..SCHEMAS).map(schema).collect();
    let paths: Map<String, Value> = (0..OPERATIONS).map(path).collect();
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "Synthetic", "version": "1.0.0", "description": "Made for measuring." },
        "servers": [{ "url": "https://api.example.com" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    });
    document.to_string()
}

/// Three objects, an enum and a union in each five.
fn schema(number: usize) -> (String, Value) {
    let reference = |number: usize| json!({ "$ref": format!("#/components/schemas/{}", name(number % SCHEMAS)) });
    // The next object after a number; those are the first three of five.
    let object = |number: usize| {
        let number = number % SCHEMAS;
        reference(if number % 5 < 3 {
            number
        } else {
            number / 5 * 5
        })
    };
    // Another one of the same fifty, so that no chain gets longer than the compiler takes.
    let near = number / 50 * 50 + (number * 7 + 1) % 50;
    let schema = match number % 5 {
        3 => json!({
            "type": "string",
            "description": "How far something has come.",
            "enum": ["waiting", "in_progress", "done", format!("kind_{number}")],
        }),
        4 => json!({ "oneOf": [object(number - 4), { "type": "string" }] }),
        _ => json!({
            "type": "object",
            "description": format!("Thing {number}, with what belongs to it.\n\nIt has *words* and `code`."),
            "required": ["id", "name"],
            "properties": {
                "id": { "type": "string", "description": "The identifier, unique among its kind." },
                "name": { "type": "string", "maxLength": 100 },
                "created_at": { "type": "string", "format": "date-time", "description": "When it was made." },
                "size": { "type": "integer", "format": "int64", "minimum": 0 },
                "ratio": { "type": "number", "nullable": true },
                "tags": { "type": "array", "items": { "type": "string" }, "description": "Words to find it by." },
                "state": reference(number / 5 * 5 + 3),
                "owner": object(near),
                "parts": { "type": "array", "items": object(number / 50 * 50) },
                "settings": {
                    "type": "object",
                    "properties": {
                        "enabled": { "type": "boolean", "default": true },
                        "mode": { "type": "string", "enum": ["on", "off", "auto"] },
                    },
                },
            },
        }),
    };
    (name(number), schema)
}

fn name(number: usize) -> String {
    format!("Thing{number}")
}

fn path(number: usize) -> (String, Value) {
    let thing = json!({ "$ref": format!("#/components/schemas/{}", name(number * 5 % SCHEMAS)) });
    let content = json!({ "application/json": { "schema": thing } });
    let operation = json!({
        "operationId": format!("updateThing{number}"),
        "summary": "Changes a thing",
        "description": "What is not given stays as it is.",
        "parameters": [
            { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
            { "name": "limit", "in": "query", "schema": { "type": "integer" }, "description": "How many at most." },
            { "name": "fields", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } },
        ],
        "requestBody": { "required": true, "content": content },
        "responses": { "200": { "description": "The thing.", "content": content } },
    });
    (
        format!("/things{number}/{{id}}"),
        json!({ "put": operation }),
    )
}

#[cfg(test)]
mod tests {
    use sdkwright::{Config, Source, Sources};

    #[test]
    fn the_document_is_sound() {
        let source = Sources::from(Source {
            name: "synthetic".to_owned(),
            text: super::document(),
        });
        let output = sdkwright::generate(&source, &Config::default());
        let first = output.diagnostics.iter().next();
        assert_eq!(first.map(|problem| &problem.message), None);
        assert_eq!(output.operations, super::OPERATIONS);
    }
}
