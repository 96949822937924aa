//! What callers may give as anything that converts into it.

use insta::assert_snapshot;

use crate::support::emit;

#[test]
fn lists_are_taken_of_whatever_converts_into_their_items() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Thing:
              type: object
              required: [names]
              properties:
                names: {type: array, items: {type: string}}
                days: {type: array, items: {type: string, format: date}}
                sizes: {type: array, items: {type: integer}}
                owners: {type: array, items: {oneOf: [{type: string}, {type: integer}]}}
                tags: {type: array, nullable: true, items: {type: string}}
    ");
    let models = "src/models/thing.rs";
    assert_snapshot!(emitted.signature(models, "new"), @"pub fn new(names: impl IntoIterator<Item = impl Into<String>>) -> Self");
    assert_snapshot!(emitted.signature(models, "days"), @"pub fn days(mut self, days: impl IntoIterator<Item = impl Into<Date>>) -> Self");
    // Numbers do not convert.
    assert_snapshot!(emitted.signature(models, "sizes"), @"pub fn sizes(mut self, sizes: Vec<i64>) -> Self");
    // Variants are converted one by one, so that a list can hold different ones.
    assert_snapshot!(emitted.signature(models, "owners"), @"pub fn owners(mut self, owners: Vec<ThingOwnersItem>) -> Self");
    // An array of texts converts into it, too.
    assert_snapshot!(emitted.signature(models, "tags"), @"pub fn tags(mut self, tags: impl Into<Nullable<Vec<String>>>) -> Self");
}

#[test]
fn what_converts_into_a_union_converts_into_one_that_may_be_null() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putThing
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Thing: {type: object, properties: {owner: {nullable: true, allOf: [{$ref: '#/components/schemas/Owner'}]}, maker: {$ref: '#/components/schemas/Maker'}}}
            Owner: {oneOf: [{type: string}, {$ref: '#/components/schemas/Maker'}]}
            Maker: {oneOf: [{type: string}, {type: integer}, {type: boolean}]}
    ");
    // The maker converts from text, too, but text is a variant of the owner itself.
    assert_snapshot!(emitted.item("src/models/owner.rs", "wire_union!"), @r"
    wire_union! {
        Owner {
            Text(String, &str): string,
            Maker(Maker, i64, bool): union,
        }
    }
    ");
    assert_snapshot!(emitted.item("src/models/owner.rs", "nullable_union!"), @r"
    nullable_union! {
        Owner {
            String, &str,
            Maker,
            i64,
            bool,
        }
    }
    ");
    assert!(
        !emitted
            .file("src/models/maker.rs")
            .contains("nullable_union!")
    );
}
