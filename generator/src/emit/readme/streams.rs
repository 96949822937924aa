//! The section about successes that are streams.

use crate::rust::{Crate, Operation, OutputType, RuntimeType};

/// How a stream is read, if an operation returns one.
pub fn section(krate: &Crate) -> Option<String> {
    let streams = krate.operations.iter().filter(|one| is_stream(one));
    // The simplest call shows it best; of several, the first one.
    let operation = streams.min_by_key(|one| one.arguments.len())?;
    let arguments = operation.arguments.iter();
    let arguments: Vec<String> = arguments.map(|one| one.ident.to_string()).collect();
    let events = krate.has(RuntimeType::EventStream).then_some(EVENTS);
    let section = STREAM
        .replace("METHOD", &operation.call(&operation.method))
        .replace("ARGUMENTS", &arguments.join(", "));
    let flags = asks_for_streams(krate).then_some(FLAGS);
    let [flags, events] = [flags, events].map(Option::unwrap_or_default);
    Some(format!("{section}{flags}{events}"))
}

fn is_stream(operation: &Operation) -> bool {
    match &operation.output.ty {
        OutputType::One(content) => content.stream().is_some(),
        OutputType::Many(_) => false,
    }
}

/// Whether bodies have the property by which they ask for a stream.
fn asks_for_streams(krate: &Crate) -> bool {
    let mut arguments = krate.operations.iter().flat_map(Operation::all_arguments);
    arguments.any(|argument| argument.stream_flag.is_some())
}

const STREAM: &str = "\
## Streams

Events, JSON lines and JSON sequences are streams of typed items, which are there as soon as they are received:

```rust
let mut stream = client.METHOD(ARGUMENTS).await?;
while let Some(item) = stream.next().await {
    println!(\"{:?}\", item?);
}
```

They are `futures_core::Stream`s, too. An item that does not match its type is an error and not the end: its text is the `body` of the \
error. After an error of the connection, and after a pause that is longer than the time limit of the call, nothing follows. A stream has \
no size limit, but an item has that of a response.";

const FLAGS: &str = "

An operation that returns a stream sets `stream` to `true` in its body, if that has such a property.";

const EVENTS: &str = "

`stream.events()` returns whole events, with their names and IDs. `stream.reconnecting()` goes on after an error of the connection, \
with the ID of the last event, if the request has a safe method such as GET.";
