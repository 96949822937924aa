//! What OpenAPI 3.2 adds to discriminators.

use insta::assert_snapshot;

use crate::support::V3_2;

#[test]
fn the_schema_of_all_other_values_is_not_generated_yet() {
    let (emitted, messages) = V3_2.schemas_with_messages(
        "
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Animal'}]
          discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Animal}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Animal: {type: object, properties: {kind: {type: string}, name: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"W0002: `defaultMapping` is not generated yet");
    assert_snapshot!(emitted.file("src/models/pet.rs"), @r#"
    use crate::models::{Animal, Cat};
    use crate::runtime::union::wire_union;
    use serde_json::Value;

    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// Where the property `kind` is `cat`.
        Cat(Cat),
        /// Where the property `kind` is `Animal`.
        Animal(Animal),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }

    wire_union! {
        Pet by "kind" {
            Cat: "cat",
            Animal: "Animal",
        }
    }
    "#);
}
