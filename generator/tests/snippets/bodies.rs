//! Which request bodies are arguments, which are set by a method, and which are none.

use insta::assert_snapshot;

use crate::support::emit_with_messages;

/// The heads of the methods that take the body of an operation.
fn methods(method: &str, body: &str) -> String {
    let responses = "{'204': {description: Done.}}";
    // That a GET or a DELETE has a body is reported, whatever the body is.
    let (emitted, _) = emit_with_messages(&format!(
        "paths: {{/things: {{{method}: {{operationId: act, requestBody: {body}, responses: {responses}}}}}}}"
    ));
    let text = emitted.file("src/operations/act.rs");
    let heads = text.lines().filter(|line| line.contains("pub fn "));
    heads.map(|line| line.trim().to_owned() + "\n").collect()
}

/// The same of a JSON body of which the document does not say whether it is required.
fn json(method: &str, schema: &str) -> String {
    methods(
        method,
        &format!("{{content: {{application/json: {{schema: {schema}}}}}}}"),
    )
}

const NAMED: &str = "{type: object, required: [name], properties: {name: {type: string}}}";

#[test]
fn a_schema_that_requires_a_property_is_an_argument() {
    assert_snapshot!(json("post", NAMED), @"pub fn act(&self, body: models::ActBody) -> Request<Act> {");
    let either = format!(
        "{{oneOf: [{NAMED}, {{type: object, required: [id], properties: {{id: {{type: string}}}}}}]}}"
    );
    assert_snapshot!(json("post", &either), @"pub fn act(&self, body: impl Into<models::ActBody>) -> Request<Act> {");
    let form = format!("{{content: {{multipart/form-data: {{schema: {NAMED}}}}}}}");
    assert_snapshot!(methods("post", &form), @"pub fn act(&self, body: models::ActBody) -> Request<Act> {");
}

#[test]
fn a_body_that_may_be_left_out_has_a_setter() {
    let spelled_out =
        format!("{{required: false, content: {{application/json: {{schema: {NAMED}}}}}}}");
    assert_snapshot!(methods("post", &spelled_out), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: models::ActBody) -> Self {
    ");
    assert_snapshot!(json("post", "{type: object, properties: {name: {type: string}}}"), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: models::ActBody) -> Self {
    ");
    assert_snapshot!(json("post", "{type: object, required: [id], properties: {id: {type: string, readOnly: true}, name: {type: string}}}"), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: models::ActBody) -> Self {
    ");
    let either = format!("{{oneOf: [{NAMED}, {{type: string}}]}}");
    assert_snapshot!(json("post", &either), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: impl Into<models::ActBody>) -> Self {
    ");
}

#[test]
fn an_object_without_properties_is_none() {
    assert_snapshot!(json("post", "{type: object, properties: {}}"), @"pub fn act(&self) -> Request<Act> {");
    assert_snapshot!(json("post", "{type: object, additionalProperties: false}"), @"pub fn act(&self) -> Request<Act> {");
    assert_snapshot!(json("delete", "{type: object}"), @"pub fn act(&self) -> Request<Act> {");
    assert_snapshot!(methods("get", "{content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {}}}}}"), @"pub fn act(&self) -> Request<Act> {");
}

#[test]
fn an_object_that_may_have_any_properties_is_a_body() {
    assert_snapshot!(json("post", "{type: object}"), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: Map<String, Value>) -> Self {
    ");
    assert_snapshot!(json("delete", "{type: object, additionalProperties: true}"), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: Map<String, Value>) -> Self {
    ");
    assert_snapshot!(json("post", "{type: object, properties: {}, example: {a: 1}}"), @r"
    pub fn act(&self) -> Request<Act> {
    pub fn body(mut self, body: Map<String, Value>) -> Self {
    ");
    assert_snapshot!(methods("post", "{required: true, content: {application/json: {schema: {type: object, properties: {}}}}}"), @"pub fn act(&self, body: Map<String, Value>) -> Request<Act> {");
}
