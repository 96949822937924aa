//! What is often given in place of an OpenAPI document.

use crate::read::{Entry, Node};

/// What a document is that is not of OpenAPI: the key that shows it, what it is, and what to do.
pub fn recognized<'d, 's>(
    root: &'d Node<'s>,
) -> Option<(&'d Entry<'s>, &'static str, &'static str)> {
    if let Some(mark) = root.entry("asyncapi") {
        let help = "describe the HTTP API in a document that starts with `openapi: 3.1.2`";
        return Some((mark, "an AsyncAPI document", help));
    }
    let info = root.get("info");
    let id = info.and_then(|info| info.entry("_postman_id"));
    let items = root.entry("item").filter(|_| info.is_some());
    if let Some(mark) = id.or(items) {
        let help = "convert the collection to OpenAPI 3";
        return Some((mark, "a Postman collection", help));
    }
    if root.get("info").is_some() || root.get("paths").is_some() {
        return None;
    }
    let mut marks = ["$schema", "definitions", "type"].into_iter();
    let mark = marks.find_map(|key| root.entry(key))?;
    let help =
        "put the schema into `components.schemas` of a document that starts with `openapi: 3.1.2`";
    Some((mark, "a JSON Schema", help))
}
