//! Bodies that are streams of items.

use insta::assert_snapshot;

use crate::support::V3_2;

#[test]
fn items_of_a_stream_are_reported() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              responses: {'200': {description: '', content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}}}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
        ",
    );
    assert_snapshot!(messages, @"W0002: the items of `application/jsonl` are not generated as a stream yet");
    assert_snapshot!(emitted.item("src/operations/list_pets.rs", "impl Operation"), @r#"
    impl Operation for ListPets {
        type Output = Bytes;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/pets";
        const ACCEPT: &'static str = "application/jsonl";

        fn decode(response: &RawResponse) -> Result<Bytes, Error> {
            match response.status() {
                200 => response.bytes(),
                _ => Err(response.unexpected()),
            }
        }
    }
    "#);
}
