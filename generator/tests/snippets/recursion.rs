//! Types that hold themselves.

use insta::assert_snapshot;

use crate::support::{emit, refuse, schemas};

#[test]
fn an_optional_field_of_the_same_type_is_boxed() {
    let emitted = schemas(
        "
        Node:
          type: object
          required: [value]
          properties: {value: {type: string}, next: {$ref: '#/components/schemas/Node'}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/node.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Node {
        pub value: String,
        pub next: Option<Box<Node>>,
    }

    wire_object! {
        Node {
            value: "value",
            next: "next",
        }
    }
    "#);
}

#[test]
fn lists_and_maps_need_no_box() {
    let emitted = schemas(
        "
        Tree:
          type: object
          properties:
            children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
          additionalProperties: {$ref: '#/components/schemas/Tree'}
    ",
    );
    assert_snapshot!(emitted.item("src/models/tree.rs", "pub struct Tree"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Tree {
        pub children: Option<Vec<Tree>>,
        pub by_name: Option<BTreeMap<String, Tree>>,
        /// The properties that have no field of their own.
        pub additional_properties: BTreeMap<String, Tree>,
    }
    ");
}

#[test]
fn one_box_is_enough_for_a_cycle() {
    let emitted = schemas("
        A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
        B: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}
        C: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, leaf: {$ref: '#/components/schemas/Leaf'}}}
        Leaf: {type: object, properties: {value: {type: string}}}
    ");
    assert_snapshot!(emitted.item("src/models/a.rs", "pub struct A"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct A {
        pub b: Option<B>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/b.rs", "pub struct B"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct B {
        pub c: Option<C>,
    }
    ");
    assert_snapshot!(emitted.item("src/models/c.rs", "pub struct C"), @"
    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct C {
        pub a: Option<Box<A>>,
        pub leaf: Option<Leaf>,
    }
    ");
}

#[test]
fn a_required_field_that_may_be_null_ends_the_recursion() {
    let emitted = schemas(
        "
        Node:
          type: object
          required: [next]
          properties: {next: {nullable: true, allOf: [{$ref: '#/components/schemas/Node'}]}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/node.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Node {
        pub next: Option<Box<Node>>,
    }

    wire_object! {
        Node {
            next: "next" nullable,
        }
    }
    "#);
}

#[test]
fn a_request_that_holds_itself() {
    let emitted = emit("
        paths:
          /things:
            put:
              operationId: putNode
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}
              responses: {'204': {description: Done.}}
        components: {schemas: {Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}}}
    ");
    assert_snapshot!(emitted.item("src/models/node.rs", "impl Node"), @"
    impl Node {
        /// A value with nothing set.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }

        /// Sets [`next`](field@Self::next).
        #[must_use]
        pub fn next(mut self, next: Node) -> Self {
            self.next = Some(Box::new(next));
            self
        }
    }
    ");
}

#[test]
fn an_inline_schema_that_holds_the_schema_around_it() {
    let emitted = schemas(
        "
        Node:
          type: object
          properties:
            edge: {type: object, properties: {to: {$ref: '#/components/schemas/Node'}}}
    ",
    );
    assert_snapshot!(emitted.file("src/models/node.rs"), @r#"
    use crate::runtime::object::wire_object;

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct Node {
        pub edge: Option<NodeEdge>,
    }

    wire_object! {
        Node {
            edge: "edge",
        }
    }

    #[derive(Clone, Default)]
    #[non_exhaustive]
    pub struct NodeEdge {
        pub to: Option<Box<Node>>,
    }

    wire_object! {
        NodeEdge {
            to: "to",
        }
    }
    "#);
}

#[test]
fn schemas_that_are_nothing_but_each_other() {
    assert_snapshot!(refuse("
        paths: {}
        components:
          schemas:
            A: {$ref: '#/components/schemas/B'}
            B: {$ref: '#/components/schemas/A'}
            C: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
    "), @"E0008: this reference leads back to itself");
}

#[test]
fn a_long_chain_of_schemas() {
    let links = (0..200).fold(String::new(), |text, link| {
        format!("{text}\nS{link}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{}'}}}}}}", link + 1)
    });
    let emitted = schemas(&format!(
        "{links}\nS200: {{type: object, properties: {{end: {{type: string}}}}}}"
    ));
    assert_eq!(emitted.paths("src/models/").lines().count(), 201);
}

#[test]
fn a_long_cycle_asks_the_compiler_to_look_deeper() {
    let schema = |index: usize| {
        let next = (index + 1) % 200;
        format!(
            "S{index}: {{type: object, properties: {{next: {{type: array, items: {{$ref: '#/components/schemas/S{next}'}}}}}}}}\n"
        )
    };
    let emitted = schemas(&(0..200).map(schema).collect::<String>());
    let lib = emitted.file("src/lib.rs");
    let attribute = lib
        .lines()
        .find(|line| line.starts_with("#![recursion_limit"));
    assert_snapshot!(attribute.unwrap_or_default(), @r#"#![recursion_limit = "2048"]"#);
}
