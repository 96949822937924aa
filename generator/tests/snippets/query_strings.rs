//! Parameters that are the whole query string.

use insta::assert_snapshot;

use crate::support::V3_2;

#[test]
fn a_parameter_may_be_the_whole_query() {
    let emitted = V3_2.emit(
        "
        paths:
          /forms:
            get:
              operationId: getForms
              parameters:
              - name: filter
                in: querystring
                required: true
                description: What to find.
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, required: [name], properties: {name: {type: string}, sizes: {type: array, items: {type: integer}}}}
              responses: {'204': {description: ''}}
          /json:
            get:
              operationId: getJson
              parameters:
              - {name: filter, in: querystring, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(emitted.paths("src/models/"), @"src/models/get_forms.rs");
    assert_snapshot!(emitted.item("src/operations/get_forms.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /forms`
        ///
        /// - `filter`: What to find.
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_forms(models::GetFormsFilter::new("name")).await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_forms(&self, filter: models::GetFormsFilter) -> Request<GetForms> {
            let mut request = Request::new(self);
            request.parts.query_string("filter", filter);
            request
        }
    }
    "#);
    assert_snapshot!(emitted.file("src/operations/get_json.rs"), @r#"
    //! `GET /json`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getJson`, which [`Client::get_json`] requests.
    ///
    /// Optional: [`filter`][setters].
    ///
    /// [setters]: Request#impl-Request%3CGetJson%3E
    pub enum GetJson {}

    impl Operation for GetJson {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/json";

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                204 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /json`
        ///
        /// Optional: [`filter`][setters].
        ///
        /// [setters]: Request#impl-Request%3CGetJson%3E
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_json().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_json(&self) -> Request<GetJson> {
            Request::new(self)
        }
    }

    impl Request<GetJson> {
        pub fn filter(mut self, filter: Vec<i64>) -> Self {
            self.parts.query_string_json("filter", filter);
            self
        }
    }
    "#);
}

#[test]
fn a_whole_query_that_is_written_otherwise_is_left_out_or_reported() {
    let (emitted, messages) = V3_2.emit_with_messages(
        "
        paths:
          /text:
            get:
              operationId: getText
              parameters:
              - {name: path, in: querystring, content: {text/plain: {schema: {type: string}}}}
              responses: {'204': {description: ''}}
          /forms:
            get:
              operationId: getForms
              parameters:
              - name: filter
                in: querystring
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {sizes: {type: array, items: {type: integer}}}}
                    encoding: {sizes: {style: pipeDelimited, explode: false}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(messages, @"
    W0002: the parameter `path` of the media type `text/plain` is not generated yet
    W0002: the encoding of the field `sizes` is not generated
    ");
    assert_snapshot!(emitted.paths("src/operations/"), @"src/operations/get_forms.rs");
}
