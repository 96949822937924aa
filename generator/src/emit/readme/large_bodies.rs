//! The section about bodies that do not fit into memory.

use crate::rust::{Accessor, Crate, OutputType, RuntimeType};

/// How such bodies are sent and read, if the API has any.
pub fn section(krate: &Crate, lib: &str) -> Option<String> {
    let upload = krate.has(RuntimeType::Upload).then(|| UPLOADS.to_owned());
    let mut outputs = krate
        .operations
        .iter()
        .map(|operation| &operation.output.ty);
    let download = outputs.clone().any(is_bytes).then(|| DOWNLOADS.to_owned());
    let either = outputs.find_map(bytes);
    let either = either.map(|accessor| EITHER.replace("ACCESSOR", accessor.ident.as_str()));
    let ways: Vec<String> = [upload, download, either].into_iter().flatten().collect();
    let section = format!("## Large bodies\n\n{}", ways.join("\n\n"));
    (!ways.is_empty()).then(|| section.replace("CRATE", lib))
}

fn is_bytes(output: &OutputType) -> bool {
    match output {
        OutputType::One(content) => content.is_bytes(),
        OutputType::Many(_) => false,
    }
}

/// What gives the bytes of an output that may be something else.
fn bytes(output: &OutputType) -> Option<&Accessor> {
    match output {
        OutputType::One(_) => None,
        OutputType::Many(output) => {
            let mut accessors = output.accessors.iter();
            accessors.find(|accessor| accessor.body.is_bytes())
        }
    }
}

const UPLOADS: &str = "\
Bytes are sent as they are, and so are files and streams, which are never in memory as a whole:

```rust
let file = CRATE::Body::from_file(\"film.mp4\")?;
let stream = CRATE::Body::from_stream(pieces, None);
```

`FilePart::from` makes a part of a multipart body of either. A stream can be read only once, so such a request is not retried; a \
file is read again.";

const DOWNLOADS: &str = "\
`send_streaming` returns a success of bytes before it is read. It has no size limit, and its time limit counts for each piece:

```rust
let mut stream = request.send_streaming().await?.into_body();
while let Some(piece) = stream.next().await {
    file.write_all(&piece?)?;
}
```";

const EITHER: &str = "\
Where a success may be something else than bytes, `send_streaming` returns the enum that `send` returns, with a `ByteStream` in place \
of the `Bytes`:

```rust
let output = request.send_streaming().await?.into_body();
if let Some(mut stream) = output.ACCESSOR() {
    while let Some(piece) = stream.next().await {
        file.write_all(&piece?)?;
    }
}
```";
