//! Successes that are redirects.

use insta::assert_snapshot;

use super::{decoding, responses};

/// Redirects are successes where no other response can be one, and are not followed then.
#[test]
fn redirects_are_successes_where_nothing_else_is() {
    let redirects = |responses: &str| {
        let marker = decoding(responses);
        let lines = marker.lines().map(str::trim);
        let said = lines.filter(|line| line.contains("REDIRECTS") || line.contains("=>"));
        said.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(redirects("
            '302': {description: Elsewhere., headers: {Location: {schema: {type: string}}}}
            default: {description: Failed.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    302 => Ok(()),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            3XX: {description: Elsewhere., content: {application/json: {schema: {type: string}}}}
            '304': {description: As before.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    304 => Ok(GetThingOutput::NotModified),
    300..=399 => response.json().map(GetThingOutput::Redirection),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '200': {description: Here., content: {application/json: {schema: {type: string}}}}
            '307': {description: Elsewhere.}
    "), @"
    200 => response.json(),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '304': {description: As before.}
            default: {description: Here.}
    "), @"
    200..=299 => Ok(()),
    _ => Err(response.unexpected()),
    ");
    assert_snapshot!(redirects("
            '304': {description: As before.}
    "), @"
    const REDIRECTS: Redirects = Redirects::Returned;
    304 => Ok(()),
    _ => Err(response.unexpected()),
    ");
}

#[test]
fn a_redirect_imports_what_it_needs() {
    let emitted = responses(
        "
            '303': {description: Elsewhere.}
    ",
    );
    assert_snapshot!(emitted.file("src/operations/get_thing.rs"), @r#"
    //! `GET /things`

    use crate::runtime::raw_response::RawResponse;
    use crate::runtime::redirect::Redirects;
    use crate::runtime::request::Operation;
    use crate::{Client, Error, Request};

    /// The operation `getThing`, which [`Client::get_thing`] requests.
    pub enum GetThing {}

    impl Operation for GetThing {
        type Output = ();
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/things";
        const REDIRECTS: Redirects = Redirects::Returned;

        fn decode(response: &RawResponse) -> Result<(), Error> {
            match response.status() {
                303 => Ok(()),
                _ => Err(response.unexpected()),
            }
        }
    }

    impl<C> Client<C> {
        /// `GET /things`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing().await?;
        /// # Ok(())
        /// # }
        /// ```
        pub fn get_thing(&self) -> Request<GetThing> {
            Request::new(self)
        }
    }
    "#);
}
