//! Bodies that need not be in memory as a whole.

use insta::assert_snapshot;

use crate::support::{Emitted, emit};

fn operation(method: &str, operation: &str) -> Emitted {
    emit(&format!(
        "
    paths:
      /files:
        {method}:
          operationId: transfer
          {operation}
    "
    ))
}

/// The files of the runtime for large bodies, and what the crate exports of them.
fn parts(emitted: &Emitted) -> String {
    let paths = [
        emitted.paths("src/runtime/body_file"),
        emitted.paths("src/runtime/byte_stream"),
    ];
    let exports = emitted.file("src/lib.rs").lines();
    let exports: Vec<&str> = exports
        .filter(|line| line.contains("byte_stream"))
        .collect();
    format!("{}{}", paths.concat(), exports.join("\n"))
}

const NOTHING: &str = "responses: {'204': {description: Done.}}";

#[test]
fn a_request_of_bytes_may_be_a_file() {
    let emitted = operation(
        "post",
        &format!(
            "requestBody: {{required: true, content: {{image/*: {{}}}}}}\n          {NOTHING}"
        ),
    );
    assert_snapshot!(parts(&emitted), @"src/runtime/body_file.rs");
    assert_snapshot!(emitted.signature("src/operations/transfer.rs", "transfer"), @"pub fn transfer(&self, content_type: impl Into<String>, body: impl Into<Body>) -> Request<Transfer>");
    let parts_of = "multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}";
    let emitted = operation(
        "post",
        &format!("requestBody: {{content: {{{parts_of}}}}}\n          {NOTHING}"),
    );
    assert_snapshot!(parts(&emitted), @"src/runtime/body_file.rs");
}

#[test]
fn a_response_of_bytes_may_be_read_piece_by_piece() {
    let bytes = "responses: {'200': {description: A file., content: {application/zip: {}}}}";
    assert_snapshot!(parts(&operation("get", bytes)), @r"
    src/runtime/byte_stream.rs
    pub use runtime::byte_stream::{ByteStream, Streamable};
    ");
    assert_snapshot!(parts(&operation("get", NOTHING)), @"");
}

const EITHER: &str = "responses: {'200': {description: A file., content: {application/zip: {}}}, '202': {description: Later., content: {application/json: {schema: {type: integer}}}}, '204': {description: Empty.}}";

#[test]
fn one_of_several_successes_may_be_read_piece_by_piece() {
    let emitted = operation("get", EITHER);
    assert_snapshot!(parts(&emitted), @r"
    src/runtime/byte_stream.rs
    pub use runtime::byte_stream::{ByteStream, Streamable};
    ");
    let file = emitted.file("src/operations/transfer.rs");
    let (_, types) = file.split_once("/// The operation").expect("a marker type");
    let (types, _) = types.split_once("impl<C>").expect("an entry method");
    assert_snapshot!(types, @r#"
     `transfer`, which [`Client::transfer`] requests.
    pub enum Transfer {}

    impl Operation for Transfer {
        type Output = TransferOutput;
        const METHOD: &'static str = "GET";
        const PATH: &'static str = "/files";
        const ACCEPT: &'static str = "application/zip, application/json";

        fn decode(response: &RawResponse) -> Result<TransferOutput, Error> {
            Self::decode_as(response)
        }
    }

    impl Streamable for Transfer {
        type As<B: BytesOrStream> = TransferOutput<B>;

        fn decode_as<B: BytesOrStream>(response: &RawResponse) -> Result<TransferOutput<B>, Error> {
            match response.status() {
                200 => response.bytes_or_stream().map(TransferOutput::Ok),
                202 => response.json().map(TransferOutput::Accepted),
                204 => Ok(TransferOutput::NoContent),
                _ => Err(response.unexpected()),
            }
        }
    }

    /// The output of [`Transfer`], by the status of the response.
    ///
    /// Bytes are `B`: [`send_streaming`](Request::send_streaming) gives a
    /// [`ByteStream`](crate::ByteStream) in their place.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum TransferOutput<B = Bytes> {
        /// A file.
        Ok(B),
        /// Later.
        Accepted(i64),
        /// Empty.
        NoContent,
    }

    impl<B> TransferOutput<B> {
        /// The body of [`Ok`](Self::Ok).
        pub fn into_ok(self) -> Option<B> {
            match self {
                Self::Ok(body) => Some(body),
                _ => None,
            }
        }

        /// The body of [`Accepted`](Self::Accepted).
        pub fn into_accepted(self) -> Option<i64> {
            match self {
                Self::Accepted(body) => Some(body),
                _ => None,
            }
        }
    }
    "#);
    let readme = emitted.file("README.md");
    let (_, section) = readme.split_once("## Large bodies\n").expect("a section");
    let (section, _) = section.split_once("\n## ").expect("another section");
    assert_snapshot!(section, @r"

    Where a success may be something else than bytes, `send_streaming` returns the enum that `send` returns, with a `ByteStream` in place of the `Bytes`:

    ```rust
    let output = request.send_streaming().await?.into_body();
    if let Some(mut stream) = output.into_ok() {
        while let Some(piece) = stream.next().await {
            file.write_all(&piece?)?;
        }
    }
    ```
    ");
}

#[test]
fn a_failure_of_bytes_is_read_as_a_whole() {
    let failures = "responses: {'204': {description: Done.}, '400': {description: A file., content: {application/zip: {}}}, '409': {description: Text., content: {application/json: {schema: {type: integer}}}}}";
    assert_snapshot!(parts(&operation("get", failures)), @"");
}

#[test]
fn the_readme_shows_how() {
    let both = "requestBody: {required: true, content: {image/png: {}}}\n          responses: {'200': {description: A file., content: {application/zip: {}}}}";
    let emitted = operation("post", both);
    let readme = emitted.file("README.md");
    let (_, section) = readme.split_once("## Large bodies\n").expect("a section");
    let (section, _) = section.split_once("\n## ").expect("another section");
    assert_snapshot!(section, @r#"

    Bytes are sent as they are, and so are files and streams, which are never in memory as a whole:

    ```rust
    let file = things::Body::from_file("film.mp4")?;
    let stream = things::Body::from_stream(pieces, None);
    ```

    `FilePart::from` makes a part of a multipart body of either. A stream can be read only once, so such a request is not retried; a file is read again.

    `send_streaming` returns a success of bytes before it is read. It has no size limit, and its time limit counts for each piece:

    ```rust
    let mut stream = request.send_streaming().await?.into_body();
    while let Some(piece) = stream.next().await {
        file.write_all(&piece?)?;
    }
    ```
    "#);
    assert!(
        !operation("get", NOTHING)
            .file("README.md")
            .contains("## Large bodies")
    );
}
