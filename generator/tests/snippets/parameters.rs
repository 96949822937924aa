//! How parameters are spelled: each style as the call of the runtime that writes it.

use insta::assert_snapshot;

use crate::support::{V3_2, emit};

/// The calls that set these parameters, in their order.
fn calls(path: &str, parameters: &str) -> String {
    let emitted = emit(&format!(
        "
        paths:
          {path}:
            get:
              operationId: getThing
              parameters:{parameters}
              responses: {{'204': {{description: Done.}}}}
    "
    ));
    let text = emitted.file("src/operations/get_thing.rs").to_owned();
    let statements = text
        .split(';')
        .filter_map(|statement| statement.split_once("parts"));
    let calls = statements.map(|(_, call)| call.split_whitespace().collect::<String>());
    calls.collect::<Vec<_>>().join("\n")
}

#[test]
fn in_the_path() {
    assert_snapshot!(calls("/{a}/{b}/{c}/{d}/{e}/{f}/{g}", "
                - {name: a, in: path, required: true, schema: {type: string}}
                - {name: b, in: path, required: true, schema: {type: array, items: {type: string}}}
                - {name: c, in: path, required: true, explode: true, schema: {type: object}}
                - {name: d, in: path, required: true, style: label, schema: {type: string}}
                - {name: e, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: string}}}
                - {name: f, in: path, required: true, style: matrix, schema: {type: string}}
                - {name: g, in: path, required: true, style: matrix, explode: true, schema: {type: object}}
    "), @r#"
    .path("a",a.into())
    .path("b",collections::list(b))
    .path_as("c",Style::SimpleExplode,c)
    .path_as("d",Style::Label,d.into())
    .path_as("e",Style::LabelExplode,collections::list(e))
    .path_as("f",Style::Matrix,f.into())
    .path_as("g",Style::MatrixExplode,g)
    "#);
}

#[test]
fn in_the_query() {
    assert_snapshot!(calls("/things", "
                - {name: a, in: query, schema: {type: array, items: {type: string}}}
                - {name: b, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}
                - {name: c, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
                - {name: d, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
                - {name: e, in: query, style: deepObject, explode: true, schema: {type: object}}
                - {name: f, in: query, allowReserved: true, schema: {type: string}}
                - {name: g, in: query, content: {application/json: {schema: {type: object}}}}
    "), @r#"
    .query("a",collections::list(a))
    .query_as("b",Style::Form,collections::list(b))
    .query_as("c",Style::SpaceDelimited,collections::list(c))
    .query_as("d",Style::PipeDelimited,collections::list(d))
    .query_as("e",Style::DeepObject,e)
    .query_reserved("f",Style::FormExplode,f.into())
    .query_json("g",g)
    "#);
}

#[test]
fn in_headers_and_cookies() {
    assert_snapshot!(calls("/things", "
                - {name: X-A, in: header, schema: {type: array, items: {type: string}}}
                - {name: X-B, in: header, explode: true, schema: {type: object}}
                - {name: X-C, in: header, content: {application/json: {schema: {type: object}}}}
                - {name: d, in: cookie, schema: {type: string}}
                - {name: e, in: cookie, explode: false, schema: {type: array, items: {type: string}}}
    "), @r#"
    .header("X-A",collections::list(x_a))
    .header_as("X-B",Style::SimpleExplode,x_b)
    .header_json("X-C",x_c)
    .cookie("d",d.into())
    .cookie_as("e",Style::Form,collections::list(e))
    "#);
}

#[test]
fn where_and_how_a_parameter_is_sent() {
    let emitted = V3_2.emit(
        "
        paths:
          /things/{id}/{label}:
            get:
              operationId: getThing
              parameters:
              - {name: id, in: path, required: true, allowReserved: true, schema: {type: string}}
              - {name: label, in: path, required: true, style: label, allowReserved: true, schema: {type: string}}
              - {name: session, in: cookie, required: true, style: cookie, schema: {type: string}}
              - {name: flags, in: cookie, required: true, style: cookie, explode: false, schema: {type: array, items: {type: string}}}
              - {name: plain, in: cookie, required: true, schema: {type: string}}
              - {name: next, in: query, required: true, allowReserved: true, schema: {type: string}}
              - {name: ids, in: query, required: true, explode: false, schema: {type: array, items: {type: string}}}
              responses: {'204': {description: ''}}
        ",
    );
    assert_snapshot!(emitted.item("src/operations/get_thing.rs", "impl<C> Client<C>"), @r#"
    impl<C> Client<C> {
        /// `GET /things/{id}/{label}`
        ///
        /// ```no_run
        /// # use things::*;
        /// # async fn example(client: Client<NoCredentials>) -> Result<(), Error> {
        /// client.get_thing("id", "label", "next", ["ids"], "session", ["flags"], "plain").await?;
        /// # Ok(())
        /// # }
        /// ```
        #[allow(clippy::too_many_arguments)]
        pub fn get_thing(
            &self,
            id: impl Into<String>,
            label: impl Into<String>,
            next: impl Into<String>,
            ids: impl IntoIterator<Item = impl Into<String>>,
            session: impl Into<String>,
            flags: impl IntoIterator<Item = impl Into<String>>,
            plain: impl Into<String>,
        ) -> Request<GetThing> {
            let mut request = Request::new(self);
            request.parts.path_reserved("id", Style::Simple, id.into());
            request
                .parts
                .path_reserved("label", Style::Label, label.into());
            request
                .parts
                .query_reserved("next", Style::FormExplode, next.into());
            request
                .parts
                .required_query("ids", Style::Form, collections::list(ids));
            request
                .parts
                .cookie_as("session", Style::CookieExplode, session.into());
            request
                .parts
                .required_cookie("flags", Style::Cookie, collections::list(flags));
            request.parts.cookie("plain", plain.into());
            request
        }
    }
    "#);
}
