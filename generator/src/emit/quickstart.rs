//! The calls that show how the crate is used, in the crate's docs and in its README.

use crate::rust::{Crate, Example};

/// The lines of a program; those that begin with `# ` are hidden by rustdoc. None where no call is simple enough.
pub fn lines(krate: &Crate) -> Vec<String> {
    if krate.quickstart.is_empty() {
        return Vec::new();
    }
    let lib = &krate.manifest.lib;
    let mut lines = vec![format!("use {lib}::{{{}}};", imports(krate).join(", ")), String::new()];
    lines.push("# #[cfg(feature = \"reqwest\")]".to_owned());
    lines.push(format!("# async fn quickstart() -> Result<(), {lib}::Error> {{"));
    for (index, example) in krate.quickstart.iter().enumerate() {
        if index > 0 {
            lines.push(String::new());
        }
        lines.push(client(example, index));
        if let Some(body) = &example.body {
            lines.push(format!("let body = models::{body}::new();"));
        }
        lines.extend(call(example));
    }
    lines.extend(["# Ok(())", "# }", "# fn main() {}"].map(str::to_owned));
    lines
}

fn imports(krate: &Crate) -> Vec<String> {
    let mut names = vec!["Client".to_owned()];
    for example in &krate.quickstart {
        match &example.access {
            Some((credential, _)) => names.push(credential.to_string()),
            None => names.push("NoCredentials".to_owned()),
        }
    }
    names.sort();
    names.dedup();
    if krate.quickstart.iter().any(|example| example.body.is_some()) {
        names.push("models".to_owned());
    }
    names
}

fn client(example: &Example, index: usize) -> String {
    let credentials = match &example.access {
        Some((credential, secrets)) => {
            let secrets: Vec<String> = secrets.iter().map(|secret| format!("\"{secret}\"")).collect();
            format!("{credential}::new({})", secrets.join(", "))
        }
        None => "NoCredentials".to_owned(),
    };
    if index == 0 {
        return format!("let client = Client::new({credentials})?;");
    }
    format!("let client = client.with_credentials({credentials});")
}

/// The call, on one line if it is short, else a link a line.
fn call(example: &Example) -> Vec<String> {
    let call = format!("{}({})", example.method, example.arguments.join(", "));
    let line = format!("let answer = client.{call}.send().await?;");
    let mut lines = if line.len() <= 80 {
        vec![line]
    } else {
        vec!["let answer = client".to_owned(), format!("    .{call}"), "    .send()".to_owned(), "    .await?;".to_owned()]
    };
    lines.push("println!(\"{answer:?}\");".to_owned());
    lines
}
