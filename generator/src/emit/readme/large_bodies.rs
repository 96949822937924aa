//! The section about bodies that do not fit into memory.

use crate::rust::{Crate, RuntimeType};

/// How such bodies are sent and read, if the API has any.
pub fn section(krate: &Crate, lib: &str) -> Option<String> {
    let upload = krate.has(RuntimeType::Upload).then_some(UPLOADS);
    let download = krate.has(RuntimeType::ByteStream).then_some(DOWNLOADS);
    let ways: Vec<&str> = upload.into_iter().chain(download).collect();
    let section = format!("## Large bodies\n\n{}", ways.join("\n\n"));
    (!ways.is_empty()).then(|| section.replace("CRATE", lib))
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
