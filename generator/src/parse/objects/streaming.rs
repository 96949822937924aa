//! The extension by which documents say that the JSON of a success is a stream.

use super::Cx;
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Streaming, StreamingFormat};

const STREAMING: &str = "x-fern-streaming";

/// The property of a request that decides whether the response is a stream.
const CONDITION: &str = "stream-condition";

/// What the extension says of an operation. With a condition, what the document says of the content is as good.
pub fn streaming<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>) -> Option<Streaming<'d>> {
    let node = fields.get(STREAMING)?;
    let said = Fields::new(node);
    if let Some(place) = said.key_span(CONDITION) {
        let message = format!("`{STREAMING}` with a `{CONDITION}` is not generated");
        let unsupported = Diagnostic::new(Code::Unsupported, place, message);
        cx.report(unsupported.help(
            "describe the stream beside the JSON, as the media type `text/event-stream` or `application/jsonl`",
        ));
        return None;
    }
    if !fields.is(STREAMING) && said.text("format").is_none() {
        return None;
    }
    Some(Streaming {
        format: match said.text("format") {
            Some("sse") => StreamingFormat::Events,
            Some(_) | None => StreamingFormat::Json,
        },
        terminator: said.text("terminator"),
    })
}
