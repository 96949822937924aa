//! The section about lists in pages.

use crate::rust::{Crate, Operation, SecurityRequirement};

/// How the pages of a list are read, if the API has such lists.
pub fn section(krate: &Crate) -> Option<String> {
    let paged = krate.operations.iter().filter(|one| one.paging.is_some());
    // The simplest call shows it best; of several, the first one.
    let shown = paged.min_by_key(|one| (one.arguments.len(), needs(one)))?;
    let arguments: Vec<String> = shown
        .arguments
        .iter()
        .map(|argument| argument.ident.to_string())
        .collect();
    let method = shown.call(&shown.method);
    let call = format!("{method}({})", arguments.join(", "));
    Some(SECTION.replace("CALL", &call))
}

/// How many credentials a call may need.
fn needs(operation: &Operation) -> usize {
    match &operation.security {
        SecurityRequirement::None => 0,
        SecurityRequirement::One(_) => 1,
        SecurityRequirement::Any(all) => all.len(),
    }
}

const SECTION: &str = "\
## Pages

An operation that returns a page of a list has `items` and `pages`, which request one page after the other, each when it is asked \
for:

```rust
let mut items = client.CALL.items();
while let Some(item) = items.next().await {
    println!(\"{:?}\", item?);
}
```

They end where the API ends, and after an error. A page that leads to an earlier one is an error, and so is a link to another \
origin: credentials stay with their server. `items` and `pages` are streams (`futures_core::Stream`), too. Each page is a call of \
its own, with its own time limit and retries.";
