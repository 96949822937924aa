//! The calls that show how the crate is used, in the crate's docs and in its README.

use std::collections::BTreeSet;

use crate::rust::{Crate, Example, ExampleClient, ExampleCredential, Secret};

/// The program as a test of the crate's docs: what is no part of the story is hidden. None where no call is simple enough.
pub fn doctest(krate: &Crate) -> Vec<String> {
    let mut lines = vec![uses(krate), String::new()];
    lines.push("# #[cfg(feature = \"reqwest\")]".to_owned());
    lines.push(format!("# async fn quickstart() -> {} {{", result(krate)));
    lines.extend(calls(krate));
    lines.extend(["# Ok(())", "# }", "# fn main() {}"].map(str::to_owned));
    if krate.quickstart.is_empty() {
        Vec::new()
    } else {
        lines
    }
}

/// The program as somebody would paste it.
pub fn program(krate: &Crate) -> Vec<String> {
    let mut lines = vec![uses(krate), String::new(), "#[tokio::main]".to_owned()];
    lines.push(format!("async fn main() -> {} {{", result(krate)));
    let indent = |line: String| {
        if line.is_empty() {
            line
        } else {
            format!("    {line}")
        }
    };
    lines.extend(calls(krate).into_iter().map(indent));
    lines.extend(["    Ok(())", "}"].map(str::to_owned));
    if krate.quickstart.is_empty() {
        Vec::new()
    } else {
        lines
    }
}

/// What the program returns: secrets that are not in the environment are another error.
fn result(krate: &Crate) -> String {
    let mut examples = krate.quickstart.iter();
    let has_secrets = examples.any(|example| match &example.client {
        ExampleClient::With(credential) => !credential.secrets.is_empty(),
        ExampleClient::Anonymous | ExampleClient::AsBefore => false,
    });
    if has_secrets {
        "Result<(), Box<dyn std::error::Error>>".to_owned()
    } else {
        format!("Result<(), {}::Error>", krate.manifest.lib)
    }
}

fn uses(krate: &Crate) -> String {
    format!(
        "use {}::{{{}}};",
        krate.manifest.lib,
        imports(krate).join(", ")
    )
}

fn calls(krate: &Crate) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, example) in krate.quickstart.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        lines.extend(client(krate, example, index));
        lines.extend(example.statements.iter().cloned());
        lines.extend(call(example));
        lines.push(format!("println!(\"{{{}:?}}\");", example.result));
    }
    lines
}

fn imports(krate: &Crate) -> Vec<String> {
    let mut names = vec!["Client".to_owned()];
    for example in &krate.quickstart {
        match &example.client {
            ExampleClient::With(credential) => names.push(credential.ident.to_string()),
            ExampleClient::Anonymous => names.push("NoCredentials".to_owned()),
            ExampleClient::AsBefore => {}
        }
    }
    names.sort();
    let used = krate.quickstart.iter().flat_map(|example| &example.imports);
    let used: BTreeSet<&str> = used.copied().collect();
    names.extend(used.into_iter().map(str::to_owned));
    names
}

fn client(krate: &Crate, example: &Example, index: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let credentials = match &example.client {
        ExampleClient::With(ExampleCredential { ident, secrets }) => {
            let read = |Secret { ident, variable }: &Secret| {
                format!("let {ident} = std::env::var(\"{variable}\")?;")
            };
            lines.extend(secrets.iter().map(read));
            let secrets: Vec<String> = secrets.iter().map(|one| one.ident.to_string()).collect();
            format!("{ident}::new({})", secrets.join(", "))
        }
        ExampleClient::Anonymous => "NoCredentials".to_owned(),
        ExampleClient::AsBefore => return lines,
    };
    match (index, &krate.example_base_url) {
        (0, None) => lines.push(format!("let client = Client::new({credentials})?;")),
        (0, Some(url)) => lines.extend([
            format!("let client = Client::builder({credentials})"),
            format!("    .base_url(\"{url}\")"),
            "    .build()?;".to_owned(),
        ]),
        _ => lines.push(format!(
            "let client = client.with_credentials({credentials});"
        )),
    }
    lines
}

/// The call, on one line if it is short, else a link a line.
fn call(example: &Example) -> Vec<String> {
    let mut links = vec![format!(
        "{}({})",
        example.method,
        example.arguments.join(", ")
    )];
    links.extend(
        example
            .setter
            .iter()
            .map(|(setter, value)| format!("{setter}({value})")),
    );
    links.push("send()".to_owned());
    let result = &example.result;
    let line = format!("let {result} = client.{}.await?;", links.join("."));
    if line.len() <= 80 {
        return vec![line];
    }
    let links = links.iter().map(|link| format!("    .{link}"));
    std::iter::once(format!("let {result} = client"))
        .chain(links)
        .chain(std::iter::once("    .await?;".to_owned()))
        .collect()
}
