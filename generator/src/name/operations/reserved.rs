//! Names that the emitted crate needs itself.

/// Names that `Client` has for itself.
pub const CLIENT: &[&str] = &[
    "builder",
    "clone",
    "default",
    "fmt",
    "new",
    "with_credentials",
];

/// Names that the file of an operation uses.
pub const MARKER: &[&str] = &[
    "AskForStream",
    "BTreeMap",
    "Body",
    "Box",
    "Bytes",
    "BytesOrStream",
    // The type parameter of `Client<C>`.
    "C",
    "Client",
    "Delivery",
    "Err",
    "Error",
    "EventStream",
    "Failed",
    "Failures",
    "Fallible",
    "FilePart",
    "Into",
    "JsonItems",
    "JsonStream",
    "Map",
    "NoCredentials",
    "None",
    "Nullable",
    "Ok",
    "Operation",
    "Option",
    "Paged",
    "Paging",
    "RawResponse",
    "Redirects",
    "Request",
    "Response",
    "Result",
    "Satisfies",
    "Server",
    "Some",
    "Streamable",
    "Value",
    "Vec",
    "Style",
];

/// Names that `Request` has for itself. All others of its methods begin with `with_`.
pub const REQUEST: &[&str] = &[
    "authorized",
    "clone",
    "fmt",
    "from_http_response",
    "into_http_request",
    "new",
    "send",
    "send_allowing_empty",
    "send_blocking",
    "send_raw",
    "send_raw_blocking",
    "send_streaming",
];

/// The same, where the operation has pages.
pub const PAGED_REQUEST: &[&str] = &[
    "authorized",
    "clone",
    "fmt",
    "from_http_response",
    "into_http_request",
    "items",
    "new",
    "pages",
    "send",
    "send_allowing_empty",
    "send_blocking",
    "send_raw",
    "send_raw_blocking",
    "send_streaming",
];

/// Names that an entry method uses.
pub const ENTRY: &[&str] = &["body", "request", "self"];
