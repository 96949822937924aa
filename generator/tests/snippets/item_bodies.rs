//! Request bodies that are JSON lines and JSON sequences.

use insta::assert_snapshot;

use crate::support::emit;

#[test]
fn lines_of_json_are_made_of_items() {
    let emitted = emit(
        "
        paths:
          /entries:
            post:
              operationId: addEntries
              requestBody:
                required: true
                content:
                  application/jsonl: {schema: {$ref: '#/components/schemas/Entry'}}
                  application/json-seq: {schema: {type: array, items: {$ref: '#/components/schemas/Entry'}}}
              responses: {'204': {description: ''}}
            put:
              operationId: replaceEntries
              requestBody:
                content: {application/x-ndjson: {schema: {type: string, format: binary}}}
              responses: {'204': {description: ''}}
        components: {schemas: {Entry: {type: object, properties: {text: {type: string}}}}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/add_entries.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `POST /entries`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// let body = [models::Entry::new()];
        /// client.add_entries(body).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn add_entries(&self, body: impl Into<JsonItems<models::Entry>>) -> Request<AddEntries> {
            let mut request = Request::new(self);
            request.parts.json_lines("application/jsonl", body.into());
            request
        }

        /// `POST /entries`
        ///
        /// Unlike [`Client::add_entries`], it takes the body as `application/json-seq`.
        pub fn add_entries_as_json_sequence(
            &self,
            body: impl Into<JsonItems<models::Entry>>,
        ) -> Request<AddEntries> {
            let mut request = Request::new(self);
            request
                .parts
                .json_sequence("application/json-seq", body.into());
            request
        }
    }
    "#);
    // What the document calls bytes is bytes.
    assert_snapshot!(emitted.item(
        "src/operations/replace_entries.rs",
        "impl Request<ReplaceEntries>"
    ), @r#"
    impl Request<ReplaceEntries> {
        pub fn body(mut self, body: impl Into<Body>) -> Self {
            self.parts.plain("application/x-ndjson", body);
            self
        }
    }
    "#);
}
