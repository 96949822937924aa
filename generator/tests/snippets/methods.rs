//! The methods of operations.

use insta::assert_snapshot;

use crate::support::V3_2;

#[test]
fn any_token_is_a_method() {
    let emitted = V3_2.path_item(
        "
        query:
          operationId: findThings
          requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
          responses: {'200': {description: '', content: {application/json: {schema: {type: array, items: {type: string}}}}}}
        additionalOperations:
          PURGE: {operationId: purgeThings, responses: {'204': {description: ''}}}
          link: {responses: {'204': {description: ''}}}
        ",
    );
    assert_snapshot!(emitted.paths("src/operations/"), @"
    src/operations/find_things.rs
    src/operations/link_things.rs
    src/operations/purge_things.rs
    ");
    assert_snapshot!(emitted.file("src/operations/find_things.rs"), @r#"
    //! `QUERY /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request, models};

    /// The operation `findThings`, which [`Client::find_things`] requests.
    pub enum FindThings {}

    impl Operation for FindThings {
        type Output = Vec<String>;
        const METHOD: &'static str = "QUERY";
        const PATH: &'static str = "/things";

        fn decode(response: &RawResponse) -> Result<Vec<String>, Error> {
            match response.status() {
                200 => response.json(),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `QUERY /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = models::FindThingsBody::new();
        /// let response = client.find_things(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn find_things(&self, body: models::FindThingsBody) -> Request<FindThings> {
            let mut request = Request::new(self);
            request.parts.json(body);
            request
        }
    }
    "#);
    let purge = emitted.file("src/operations/purge_things.rs");
    assert!(
        purge.contains("const METHOD: &'static str = \"PURGE\";"),
        "{purge}"
    );
}
