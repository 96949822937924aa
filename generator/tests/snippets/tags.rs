//! Which values of a discriminator lead to a member of a union, and what requests send there.

use insta::assert_snapshot;

use crate::support::{Emitted, emit, emit_with_messages, schemas};

/// A request that takes a union of these pets, told apart by `kind`.
fn sent_pets(mapping: &str, kind: &str) -> Emitted {
    emit(&format!("
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}
              responses: {{'204': {{description: Done.}}}}
        components:
          schemas:
            Pet:
              oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]
              discriminator: {{propertyName: kind{mapping}}}
            Cat: {{type: object, required: [kind, name], properties: {{kind: {kind}, name: {{type: string}}}}}}
            Dog: {{type: object, required: [kind], properties: {{kind: {kind}}}}}
    "))
}

#[test]
fn a_variant_that_is_sent_knows_its_tag() {
    let emitted = sent_pets("", "{type: string}");
    assert_snapshot!(emitted.file("src/models/cat.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Cat {
        /// Set to `Cat` by [`new`](Self::new).
        pub kind: String,
        pub name: String,
    }

    impl Cat {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>) -> Self {
            Self {
                kind: "Cat".into(),
                name: name.into(),
            }
        }
    }

    wire_object! {
        Cat {
            kind: "kind",
            name: "name",
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/models/dog.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Dog {
        /// Set to `Dog` by [`new`](Self::new).
        pub kind: String,
    }

    impl Dog {
        /// A value with what is required.
        #[must_use]
        pub fn new() -> Self {
            Self { kind: "Dog".into() }
        }
    }

    impl Default for Dog {
        fn default() -> Self {
            Self::new()
        }
    }

    wire_object! {
        Dog {
            kind: "kind",
        }
    }
    "#);
    let emitted = sent_pets(
        ", mapping: {cat: Cat, dog: Dog}",
        "{type: string, enum: [cat, dog]}",
    );
    assert_snapshot!(emitted.item("src/models/cat.rs", "impl Cat"), @r#"
    impl Cat {
        /// A value with what is required.
        #[must_use]
        pub fn new(name: impl Into<String>) -> Self {
            Self {
                kind: "cat".into(),
                name: name.into(),
            }
        }
    }
    "#);
}

#[test]
fn a_variant_of_several_tags_asks_for_it() {
    let emitted = sent_pets(
        ", mapping: {cat: Cat, kitten: Cat, dog: Dog}",
        "{type: string}",
    );
    assert_snapshot!(emitted.item("src/models/cat.rs", "impl Cat"), @"
    impl Cat {
        /// A value with what is required.
        #[must_use]
        pub fn new(kind: impl Into<String>, name: impl Into<String>) -> Self {
            Self {
                kind: kind.into(),
                name: name.into(),
            }
        }
    }
    ");
}

#[test]
fn a_tag_that_may_be_left_out_is_set_too() {
    let (emitted, messages) = emit_with_messages("
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind}
            Cat: {type: object, properties: {kind: {type: string}, name: {type: string}}}
            Dog: {type: object, properties: {kind: {type: string}}}
    ");
    assert_snapshot!(messages, @"W0007: the property `kind` of the discriminator is not required");
    assert_snapshot!(emitted.item("src/models/cat.rs", "pub struct Cat"), @"
    #[derive(Clone)]
    #[non_exhaustive]
    pub struct Cat {
        /// Set to `Cat` by [`new`](Self::new).
        pub kind: Option<String>,
        pub name: Option<String>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/cat.rs", "impl Cat"), @r#"
    impl Cat {
        /// A value with what is required.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: Some("Cat".into()),
                name: None,
            }
        }

        /// Sets [`name`](field@Self::name).
        #[must_use]
        pub fn name(mut self, name: impl Into<String>) -> Self {
            self.name = Some(name.into());
            self
        }
    }
    "#);
}

/// The table of a union of two pets with a discriminator and no mapping.
fn told_apart(cat: &str, dog: &str) -> String {
    let emitted = schemas(&format!(
        "
        Pet:
          oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]
          discriminator: {{propertyName: kind}}
        Cat: {{type: object, required: [kind], properties: {{kind: {{type: string{cat}}}}}}}
        Dog: {{type: object, required: [kind], properties: {{kind: {{type: string{dog}}}}}}}
    "
    ));
    emitted.item("src/models/pet.rs", "wire_union!")
}

#[test]
fn what_a_member_can_hold_is_its_tag_rather_than_its_name() {
    assert_snapshot!(told_apart(", enum: [feline]", ", enum: [canine]"), @r#"
    wire_union! {
        Pet by "kind" {
            Feline(Cat): "feline",
            Canine(Dog): "canine",
        }
    }
    "#);
    assert_snapshot!(told_apart(", enum: [cat, dog]", ", enum: [cat, dog]"), @r#"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "cat",
            Dog(Dog): "dog",
        }
    }
    "#);
    assert_snapshot!(told_apart(", enum: [Cat, cat]", ""), @r#"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "Cat" | "cat",
            Dog(Dog): "Dog",
        }
    }
    "#);
}

#[test]
fn a_family_of_one_may_grow() {
    let emitted = schemas("
        Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], type: object, required: [prey], properties: {prey: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "pub enum Pet"), @"
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum Pet {
        /// An object with `kind`, `prey`.
        Cat(Box<Cat>),
        /// A value that this version of the SDK does not know, kept as it came.
        Other(Value),
    }
    ");
}

#[test]
fn a_member_tells_its_tag_itself() {
    let emitted = schemas("
        Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], x-ms-discriminator-value: '#cat'}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r##"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "#cat",
            Dog(Dog): "Dog",
        }
    }
    "##);
}

#[test]
fn all_that_a_member_can_hold_leads_to_it() {
    assert_snapshot!(told_apart(", enum: [cat, kitten]", ", enum: [canine, wolf, null], nullable: true"), @r#"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "cat" | "kitten",
            Dog(Dog): "canine" | "wolf",
        }
    }
    "#);
}

#[test]
fn a_tag_that_only_the_api_sets_is_not_sent() {
    let emitted = sent_pets("", "{type: string, readOnly: true}");
    assert_snapshot!(emitted.item("src/models/dog.rs", "impl Dog"), @"
    impl Dog {
        /// A value with nothing set.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }
    }
    ");
}

#[test]
fn a_tag_that_may_be_null_is_set() {
    let emitted = sent_pets("", "{type: string, nullable: true}");
    assert_snapshot!(emitted.item("src/models/dog.rs", "impl Dog"), @r#"
    impl Dog {
        /// A value with what is required.
        #[must_use]
        pub fn new() -> Self {
            Self {
                kind: Some("Dog".into()),
            }
        }
    }
    "#);
}

#[test]
fn one_type_under_two_names_keeps_both_tags() {
    let emitted = schemas("
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Lizard'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: kind, mapping: {cat: Cat}}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
        Lizard: {allOf: [{$ref: '#/components/schemas/Cat'}]}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/pet.rs", "wire_union!"), @r#"
    wire_union! {
        Pet by "kind" {
            Cat(Cat): "cat" | "Lizard",
            Dog(Dog): "Dog",
        }
    }
    "#);
}
