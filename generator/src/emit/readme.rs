//! `README.md`.

use super::quickstart;
use crate::rust::Crate;
use crate::{File, MARK};

/// What a visitor of the package sees first.
pub fn readme(krate: &Crate) -> File {
    let manifest = &krate.manifest;
    let mut sections = vec![
        format!("<!-- {MARK}: change the document, not this file. -->"),
        format!("# {}", manifest.name),
        krate.about.0.join("\n"),
        format!("```console\ncargo add {}\n```", manifest.name),
    ];
    let quickstart: Vec<String> = quickstart::lines(krate)
        .into_iter()
        .filter(|line| !line.starts_with("# "))
        .collect();
    if !quickstart.is_empty() {
        sections.push("## Quickstart".to_owned());
        sections.push(format!(
            "```rust\n{}\n```",
            quickstart.join("\n").trim_end()
        ));
    }
    sections.push(TESTING.replace("CRATE", &manifest.lib.to_string()));
    if let Some(license) = &manifest.license {
        sections.push(format!("## Licence\n\n{license}"));
    }
    File {
        path: "README.md".to_owned(),
        text: format!("{}\n", sections.join("\n\n")),
    }
}

const TESTING: &str = "\
## What you get

- Credentials are types: an operation that a client's credentials do not allow does not compile, and no other \
operation's credentials are ever sent.
- An answer is decoded even where the API has grown since: unknown fields, unknown enum values and odd timestamps do not \
fail it.
- A call ends within its time budget (30 s), follows redirects within the same origin only, reads no more than 16 MiB, and \
is tried again only where that is safe.
- An error keeps status, headers and body, and shows none of them, nor any secret, in its text.

## Without reqwest

With `default-features = false` the crate has no HTTP stack. Implement `CRATE::Transport`, in tests for instance, and \
build the client with `Client::builder(credentials).transport(…)`.";
