//! References: where they lead, and what is made of it.

use insta::assert_snapshot;

use crate::support::{emit, refuse, schemas, schemas_with_messages};

#[test]
fn escapes() {
    let (emitted, messages) = schemas_with_messages(
        "
        a/b: {type: object, properties: {x: {type: string}}}
        c~d: {type: object, properties: {x: {type: string}}}
        e f%: {type: object, properties: {x: {type: string}}}
        Thing:
          type: object
          properties:
            slash: {$ref: '#/components/schemas/a~1b'}
            tilde: {$ref: '#/components/schemas/c~0d'}
            percent: {$ref: '#/components/schemas/e%20f%25'}
    ",
    );
    assert_snapshot!(messages, @"
    W0003: `a/b` is not a valid name of a component
    W0003: `c~d` is not a valid name of a component
    W0003: `e f%` is not a valid name of a component
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub slash: Option<AB>,
        pub tilde: Option<CD>,
        pub percent: Option<EF>,
    }
    ");
}

#[test]
fn chains() {
    let emitted = schemas(
        "
        A: {$ref: '#/components/schemas/B'}
        B: {$ref: '#/components/schemas/C'}
        C: {type: object, properties: {x: {type: string}}}
        Thing: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
    ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/c.rs
    src/models/thing.rs
    ");
    assert_snapshot!(emitted.item("src/models/thing.rs", "pub struct Thing"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Thing {
        pub a: Option<C>,
    }
    ");
}

#[test]
fn into_a_property_of_a_schema() {
    let emitted = schemas("
        Thing:
          type: object
          properties: {owner: {type: object, properties: {name: {type: string}}}}
        Zoo: {type: object, properties: {keeper: {$ref: '#/components/schemas/Thing/properties/owner'}}}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/thing.rs
    src/models/zoo.rs
    ");
    assert_snapshot!(emitted.item("src/models/zoo.rs", "pub struct Zoo"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Zoo {
        pub keeper: Option<ThingOwner>,
    }
    ");
}

#[test]
fn into_a_path() {
    let emitted = emit("
        paths:
          /things:
            get:
              operationId: getThing
              responses: {'200': {description: A thing., content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}
        components:
          schemas:
            Holder:
              type: object
              properties:
                thing: {$ref: '#/paths/~1things/get/responses/200/content/application~1json/schema'}
    ");
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/holder.rs");
    assert_snapshot!(emitted.item("src/models/holder.rs", "pub struct Holder"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub thing: Option<HolderThing>,
    }
    ");
}

#[test]
fn into_a_list() {
    let emitted = schemas("
        Thing: {allOf: [{type: object, properties: {x: {type: string}}}, {type: object, properties: {y: {type: string}}}]}
        Holder: {type: object, properties: {first: {$ref: '#/components/schemas/Thing/allOf/0'}}}
    ");
    assert_snapshot!(emitted.file("src/models/holder.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Holder {
        pub first: Option<HolderFirst>,
    }

    wire_object! {
        Holder {
            first: "first",
        }
    }

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct HolderFirst {
        pub x: Option<String>,
    }

    wire_object! {
        HolderFirst {
            x: "x",
        }
    }
    "#);
}

#[test]
fn of_every_kind() {
    let emitted = emit("
        paths:
          /things/{id}:
            put:
              operationId: putThing
              parameters: [{$ref: '#/components/parameters/Id'}]
              requestBody: {$ref: '#/components/requestBodies/Thing'}
              responses: {'200': {$ref: '#/components/responses/Thing'}}
        components:
          parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
          requestBodies: {Thing: {required: true, content: {application/json: {schema: {type: object}}}}}
          responses: {Thing: {description: The thing., content: {application/json: {schema: {type: object}}}}}
    ");
    assert_snapshot!(emitted.signature("src/operations/put_thing.rs", "put_thing"), @"pub fn put_thing(&self, id: impl Into<String>, body: Map<String, Value>) -> Request<PutThing>");
}

#[test]
fn that_lead_nowhere() {
    assert_snapshot!(refuse("
        paths: {}
        components:
          schemas:
            Thing:
              type: object
              properties:
                missing: {$ref: '#/components/schemas/Thong'}
                below: {$ref: '#/components/schemas/Thing/properties/missing/properties/x'}
                without_slash: {$ref: '#Thing'}
    "), @"
    E0007: the reference `#/components/schemas/Thong` does not resolve
    E0007: the reference `#/components/schemas/Thing/properties/missing/properties/x` does not resolve
    E0007: the reference `#Thing` does not resolve
    ");
}

#[test]
fn that_lead_to_themselves() {
    assert_snapshot!(refuse("
        paths: {}
        components:
          schemas:
            One: {$ref: '#/components/schemas/One'}
            Thing: {type: object, properties: {one: {$ref: '#/components/schemas/One'}}}
    "), @"E0008: this reference leads back to itself");
}

#[test]
fn through_a_reference() {
    let emitted = schemas("
        Name: {type: object, properties: {first: {type: string, enum: [a, b]}}}
        Person: {type: object, properties: {name: {$ref: '#/components/schemas/Name'}}}
        Thing: {type: object, properties: {first: {$ref: '#/components/schemas/Person/properties/name/properties/first'}}}
    ");
    assert_snapshot!(emitted.fields("src/models/thing.rs", "Thing"), @"first: Option<NameFirst>");
}

#[test]
fn into_an_extension() {
    let rest = |kind: &str| {
        format!(
            "
        paths: {{}}
        components: {{schemas: {{Thing: {{type: object, properties: {{shared: {{$ref: '#/x-shared/Shared'}}}}}}}}}}
        x-shared: {{Shared: {{type: {kind}}}}}
    "
        )
    };
    let emitted = emit(&rest("integer"));
    assert_snapshot!(emitted.fields("src/models/thing.rs", "Thing"), @"shared: Option<i64>");
    assert_snapshot!(refuse(&rest("intger")), @"E0006: unknown value `intger`");
}

#[test]
fn to_something_of_another_kind() {
    assert_snapshot!(refuse("
        paths:
          /things:
            get:
              parameters: [{$ref: '#/components/responses/Thing'}]
              responses:
                '200': {$ref: '#/components/schemas/Thing'}
                '404': {description: '', content: {application/json: {schema: {$ref: '#/components/responses/Thing'}}}}
                '500': {description: '', content: {application/json: {schema: {$ref: '#/paths'}}}}
        components:
          schemas: {Thing: {type: object}}
          responses: {Thing: {description: A thing.}}
    "), @"
    E0014: the reference leads to a response object, not to a parameter object
    E0014: the reference leads to a schema object, not to a response object
    E0014: the reference leads to a response object, not to a schema object
    E0014: the reference leads to the paths object, not to a schema object
    ");
}

#[test]
fn words_beside_a_reference_are_of_the_field() {
    let (emitted, messages) = schemas_with_messages("
        Order: {type: object, properties: {home: {$ref: '#/components/schemas/Address', description: Where it is delivered.}, office: {$ref: '#/components/schemas/Address'}}}
        Address: {type: object, description: Where somebody lives., properties: {street: {type: string}}}
    ");
    assert_snapshot!(messages, @"W0003: `description` is not allowed beside `$ref`");
    assert_snapshot!(emitted.item("src/models/order.rs", "pub struct Order"), @r"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Order {
        /// Where it is delivered.
        pub home: Option<Address>,
        /// Where somebody lives.
        pub office: Option<Address>,
    }
    ");
}
