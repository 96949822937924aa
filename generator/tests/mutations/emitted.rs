//! What is true of every emitted crate.

use std::collections::HashSet;

use sdkwright::{File, is_marked};

/// Checks the files of a crate; the error names the file.
pub fn check(files: &[File]) -> Result<(), String> {
    let mut paths = HashSet::new();
    for file in files {
        check_path(&file.path)?;
        if !paths.insert(file.path.to_lowercase()) {
            return Err(format!("the path `{}` is emitted twice", file.path));
        }
        let extension = file.path.rsplit('.').next().unwrap_or_default();
        match extension {
            // The files of the runtime are copies, which the compiler has checked already.
            "rs" if file.path.starts_with("src/runtime/") => {}
            "rs" => check_rust(file)?,
            "toml" => check_manifest(file)?,
            _ => {}
        }
    }
    Ok(())
}

fn check_path(path: &str) -> Result<(), String> {
    let is_plain = |segment: &str| {
        let first = segment.chars().next().unwrap_or('.');
        let is_valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        first != '.' && segment.len() <= 255 && segment.chars().all(is_valid)
    };
    if path.split('/').all(is_plain) {
        Ok(())
    } else {
        Err(format!("`{path}` is not a plain path"))
    }
}

fn check_rust(file: &File) -> Result<(), String> {
    if !is_marked(&file.text) {
        return Err(format!("`{}` has no mark", file.path));
    }
    match syn::parse_file(&file.text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!(
            "`{}` is not Rust: {error}\n{}",
            file.path, file.text
        )),
    }
}

/// The manifest uses a small subset of TOML: tables, and keys with a string, a list of strings or an inline table, one per line.
fn check_manifest(file: &File) -> Result<(), String> {
    let mut keys = HashSet::new();
    let mut table = "";
    for line in file
        .text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if line.starts_with('[') {
            table = line;
            continue;
        }
        let (key, value) = line
            .split_once(" = ")
            .ok_or_else(|| format!("`{line}` is not TOML"))?;
        let is_value = match value.chars().next() {
            Some('"') => serde_json::from_str::<String>(value).is_ok(),
            Some('[') => serde_json::from_str::<Vec<String>>(value).is_ok(),
            Some('{') => value.ends_with('}'),
            _ => value == "true",
        };
        let is_valid =
            is_value && !value.contains(|c: char| c.is_control()) && keys.insert((table, key));
        if !is_valid {
            return Err(format!(
                "`{}` is not a line of a manifest",
                line.escape_debug()
            ));
        }
    }
    Ok(())
}
