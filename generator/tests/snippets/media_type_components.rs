//! Media types as components.

use insta::assert_snapshot;

use crate::support::V3_2;

#[test]
fn media_types_are_components() {
    let emitted = V3_2.emit(
        "
        paths:
          /pets:
            get:
              operationId: listPets
              responses: {'200': {summary: All pets., content: {application/json: {$ref: '#/components/mediaTypes/Pets'}}}}
            post:
              operationId: addPets
              requestBody: {required: true, content: {application/json: {$ref: '#/components/mediaTypes/Pets'}}}
              responses: {'204': {}}
        components:
          mediaTypes:
            Pets: {schema: {type: array, items: {type: object, properties: {name: {type: string}}}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/pets.rs");
    assert_snapshot!(emitted.file("src/operations/list_pets.rs"), @r#"
    //! `GET /pets`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request, models};

    /// The operation `listPets`, which [`Client::list_pets`] requests.
    pub enum ListPets {}

    impl Operation for ListPets {
        type Output = Vec<models::PetsContentItem>;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/pets";

        fn decode(response: &RawResponse) -> Result<Vec<models::PetsContentItem>, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /pets`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let pets_content_items = client.list_pets().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn list_pets(&self) -> Request<ListPets> {
            Request::new(self)
        }
    }
    "#);
    assert_snapshot!(emitted.signature("src/operations/add_pets.rs", "add_pets"), @"pub fn add_pets(&self, body: Vec<models::PetsContentItem>) -> Request<AddPets>");
}
