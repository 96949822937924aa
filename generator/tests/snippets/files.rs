//! Documents in several files.

use insta::assert_snapshot;

use crate::support::{emit_files, refuse_files};

const ZOO: &str = "
    paths:
      /pets: {$ref: 'paths/pets.yaml'}
    components:
      schemas:
        Zoo:
          type: object
          properties:
            pet: {$ref: './schemas/pet.yaml#/Pet'}
            keeper: {$ref: schemas/keeper.json}
            pets: {$ref: 'schemas/pet.yaml#/Pets'}
        Kind: {type: string, enum: [cat, dog]}
";

const FILES: [(&str, &str); 4] = [
    (
        "paths/pets.yaml",
        "
        get:
          operationId: listPets
          parameters: [{$ref: '../common.yaml#/components/parameters/Limit'}]
          responses:
            '200': {description: '', content: {application/json: {schema: {$ref: '../schemas/pet.yaml#/Pets'}}}}
            default: {$ref: '../common.yaml#/components/responses/Problem'}
        ",
    ),
    (
        "schemas/pet.yaml",
        "
        Pet:
          type: object
          properties:
            kind: {$ref: '../things.yaml#/components/schemas/Kind'}
            keeper: {$ref: keeper.json}
            parent: {$ref: '#/Pet'}
        Pets: {type: array, items: {$ref: '#/Pet'}}
        ",
    ),
    (
        "schemas/keeper.json",
        r#"{"type": "object", "properties": {"favourite": {"$ref": "pet.yaml#/Pet"}, "home": {"type": "object", "properties": {"street": {"type": "string"}}}}}"#,
    ),
    (
        "common.yaml",
        "
        components:
          parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}
          responses: {Problem: {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}}
          schemas: {Problem: {type: object, properties: {detail: {type: string}}}}
        ",
    ),
];

#[test]
fn each_schema_is_one_type() {
    let emitted = emit_files(ZOO, &FILES);
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/keeper.rs
    src/models/kind.rs
    src/models/pet.rs
    src/models/problem.rs
    src/models/zoo.rs
    ");
    assert_snapshot!(emitted.fields("src/models/zoo.rs", "Zoo"), @"
    pet: Option<Pet>
    keeper: Option<Keeper>
    pets: Option<Vec<Pet>>
    ");
    assert_snapshot!(emitted.fields("src/models/pet.rs", "Pet"), @"
    kind: Option<Kind>
    keeper: Option<Keeper>
    parent: Option<Box<Pet>>
    ");
    assert_snapshot!(emitted.fields("src/models/keeper.rs", "Keeper"), @"
    favourite: Option<Box<Pet>>
    home: Option<KeeperHome>
    ");
    assert_snapshot!(emitted.signature("src/operations/list_pets.rs", "limit"), @"pub fn limit(mut self, limit: i64) -> Self");
}

#[test]
fn the_document_decides_what_a_schema_is_called() {
    let emitted = emit_files(
        "
        paths: {}
        components:
          schemas:
            Animal: {$ref: 'pet.yaml'}
            Zoo: {type: object, properties: {pet: {$ref: 'pet.yaml'}}}
        ",
        &[(
            "pet.yaml",
            "{type: object, properties: {x: {type: string}}}",
        )],
    );
    assert_snapshot!(emitted.fields("src/models/zoo.rs", "Zoo"), @"pet: Option<Animal>");
}

#[test]
fn schemas_of_one_name_get_numbers() {
    let pet = "{type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}";
    let emitted = emit_files(
        "
        paths: {}
        components:
          schemas:
            Pet: {type: object, properties: {x: {type: string}}}
            Zoo:
              type: object
              properties: {own: {$ref: '#/components/schemas/Pet'}, a: {$ref: 'a/Pet.yaml'}, b: {$ref: 'b/Pet.yaml'}}
        ",
        &[("a/Pet.yaml", pet), ("b/Pet.yaml", &pet.replace("y:", "z:"))],
    );
    assert_snapshot!(emitted.fields("src/models/zoo.rs", "Zoo"), @"
    own: Option<Pet>
    a: Option<Pet2>
    b: Option<Pet3>
    ");
    assert_snapshot!(emitted.fields("src/models/pet_3.rs", "Pet3"), @"x: Option<Pet3X>");
}

#[test]
fn tags_of_a_union_name_files() {
    let emitted = emit_files(
        "
        paths: {}
        components:
          schemas:
            Pet:
              oneOf: [{$ref: 'cat.yaml'}, {$ref: 'dog.yaml'}]
              discriminator: {propertyName: kind, mapping: {meows: cat.yaml, barks: ./dog.yaml}}
        ",
        &[
            (
                "cat.yaml",
                "{type: object, required: [kind], properties: {kind: {type: string}}}",
            ),
            (
                "dog.yaml",
                "{type: object, required: [kind], properties: {kind: {type: string}}}",
            ),
        ],
    );
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "kind" {
            Meows(Cat): "meows",
            Barks(Dog): "barks",
        }
    }
    "#);
}

#[test]
fn what_is_wrong_with_a_file_is_told_once() {
    let said = refuse_files(
        "
        paths: {}
        components:
          schemas:
            Zoo: {type: object, properties: {a: {$ref: 'pet.yaml'}, b: {$ref: 'pet.yaml'}}}
        ",
        &[("pet.yaml", "{type: object, properties: {x: {type: strin}}}")],
    );
    assert_snapshot!(said, @"E0006: unknown value `strin`");
}

#[test]
fn files_that_refer_to_themselves() {
    let said = refuse_files(
        "
        paths: {}
        components:
          schemas:
            Zoo: {type: object, properties: {a: {$ref: 'a.yaml'}}}
        ",
        &[("a.yaml", "{$ref: b.yaml}"), ("b.yaml", "{$ref: a.yaml}")],
    );
    assert_snapshot!(said, @"E0008: this reference leads back to itself");
}

#[test]
fn what_only_references_enter_is_not_told() {
    let main = "
        paths: {}
        components: {schemas: {Block: {$ref: block.yaml}}}
    ";
    let block = "
        type: object
        properties: {text: {$ref: '#/definitions/Text'}}
        definitions: {Text: {type: object, properties: {words: {type: string}}}}
    ";
    // It is emitted without a message.
    let emitted = emit_files(main, &[("block.yaml", block)]);
    assert!(
        emitted
            .file("src/models/text.rs")
            .contains("pub struct Text {")
    );
}
