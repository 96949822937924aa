//! Schemas that are found by other means than their place among the components.

use insta::assert_snapshot;

use crate::support::V3_1;

#[test]
fn a_definition_is_called_after_its_key() {
    let emitted = V3_1.schemas(
        "
        Order:
          type: object
          properties:
            item: {$ref: '#/components/schemas/Order/$defs/Item'}
            address: {$ref: '#/components/schemas/Order/$defs/Address'}
          $defs:
            Item: {type: object, properties: {name: {type: string}, part: {$ref: '#/components/schemas/Order/$defs/Item'}}}
            Address: {type: object, properties: {lines: {type: array, items: {type: string}}}}
            Unused: {type: object, properties: {x: {type: string}}}
        Address: {type: object, properties: {street: {type: string}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/address.rs
    src/models/address_2.rs
    src/models/item.rs
    src/models/order.rs
    ");
    assert_snapshot!(emitted.fields("src/models/order.rs", "Order"), @"
    item: Option<Item>
    address: Option<Address2>
    ");
}

#[test]
fn identifiers_and_anchors_name_schemas() {
    let emitted = V3_1.schemas(
        "
        Tree:
          $id: https://example.com/tree
          type: object
          properties:
            parent: {$ref: '#'}
            leaf: {$ref: '#leaf'}
            other: {$ref: 'part#/$defs/Name'}
          $defs:
            Leaf: {$anchor: leaf, type: object, properties: {colour: {type: string}}}
        Part:
          $id: https://example.com/part
          type: object
          properties: {tree: {$ref: 'https://example.com/tree'}}
          $defs: {Name: {type: string}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"
    src/models/leaf.rs
    src/models/part.rs
    src/models/tree.rs
    ");
    assert_snapshot!(emitted.fields("src/models/tree.rs", "Tree"), @"
    parent: Option<Box<Tree>>
    leaf: Option<Leaf>
    other: Option<String>
    ");
    assert_snapshot!(emitted.fields("src/models/part.rs", "Part"), @"tree: Option<Tree>");
}

#[test]
fn a_dynamic_reference_is_the_schema_with_its_anchor() {
    let emitted = V3_1.schemas(
        "
        Node:
          $id: https://example.com/node
          $dynamicAnchor: node
          type: object
          properties: {children: {type: array, items: {$dynamicRef: '#node'}}}
        ",
    );
    assert_snapshot!(emitted.fields("src/models/node.rs", "Node"), @"children: Option<Vec<Node>>");
}
