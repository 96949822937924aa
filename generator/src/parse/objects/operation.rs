//! The Operation Object.

use super::{Cx, media_type, parameter, response, security, server};
use crate::openapi::{Operation, Parsed, Value};
use crate::parse::dialect::tables::OPERATION;
use crate::read::Node;

/// Reads an operation.
pub fn operation<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Operation<'d>> {
    let fields = cx.fields(node, &OPERATION)?;
    let parameters = fields.items("parameters").iter();
    let parameters = parameters.map(|node| parameter::parameter(cx, node));
    Ok(Operation {
        span: node.span,
        id: fields.spanned("operationId"),
        words: fields.words(),
        parameters: parameters.collect(),
        request_body: fields
            .get("requestBody")
            .map(|node| media_type::request_body(cx, node)),
        responses: fields
            .get("responses")
            .map_or_else(Vec::new, |node| response::responses(cx, node)),
        callbacks: fields.key_span("callbacks"),
        deprecated: fields.is("deprecated"),
        security: security::requirements(cx, fields),
        servers: server::servers(cx, fields),
        idempotent: fields.get("x-sdk-idempotent").map(Value::new),
    })
}
