//! The Operation Object.

use super::fields::Fields;
use super::{Cx, extensions, media_type, parameter, response, security, server, streaming};
use crate::openapi::{Operation, Pagination, PaginationSyntax, Parsed, Value};
use crate::parse::dialect::tables::OPERATION;
use crate::read::Node;

/// Reads an operation.
pub fn operation<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Operation<'d>> {
    let fields = cx.fields(node, &OPERATION)?;
    let name = extensions::operation_name(cx, fields);
    let parameters = fields.items("parameters").iter();
    let parameters = parameters.map(|node| parameter::parameter(cx, node));
    Ok(Operation {
        span: node.span,
        id: fields.spanned("operationId"),
        name,
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
        pagination: pagination(fields),
        streaming: streaming::streaming(cx, fields),
    })
}

/// The extensions that say how a list is paged; the first one that is there counts.
const PAGINATION: [(&str, PaginationSyntax); 6] = [
    ("x-sdk-pagination", PaginationSyntax::Sdk),
    ("x-speakeasy-pagination", PaginationSyntax::Speakeasy),
    ("x-fern-pagination", PaginationSyntax::Fern),
    ("x-ms-pageable", PaginationSyntax::Microsoft),
    ("x-redoclyPagination", PaginationSyntax::Redocly),
    ("x-redocly-pagination", PaginationSyntax::Redocly),
];

fn pagination(fields: Fields<'_>) -> Option<Pagination<'_>> {
    let pagination = |(key, syntax): &(&str, PaginationSyntax)| {
        Some(Pagination {
            syntax: *syntax,
            value: Value::new(fields.get(key)?),
        })
    };
    PAGINATION.iter().find_map(pagination)
}
