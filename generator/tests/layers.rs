//! The layers of the generator: each imports only from those to its left.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, and what it may import.
const LAYERS: [(&str, &[&str]); 27] = [
    ("text", &[]),
    ("parallel", &[]),
    ("source", &[]),
    ("diagnostic", &["source", "text"]),
    ("text_diff", &["diagnostic"]),
    ("workflow", &["diagnostic"]),
    ("fix", &["source", "diagnostic"]),
    (
        "report",
        &["source", "diagnostic", "workflow", "fix", "text"],
    ),
    ("encoding", &["source", "diagnostic"]),
    ("read", &["source", "diagnostic", "text"]),
    ("overlay", &["source", "diagnostic", "read"]),
    ("openapi", &["source", "diagnostic", "read"]),
    ("parse", &["source", "diagnostic", "read", "openapi"]),
    ("rules", &["source", "diagnostic", "read", "openapi"]),
    ("locate", &["diagnostic", "read"]),
    ("outline", &["openapi"]),
    ("scalar", &[]),
    ("mark", &[]),
    ("ir", &["source", "openapi", "scalar"]),
    ("lower", &["source", "diagnostic", "openapi", "ir"]),
    ("ident", &["scalar"]),
    ("rust", &["source", "scalar", "ident", "ir"]),
    (
        "name",
        &["scalar", "ident", "ir", "rust", "parallel", "text"],
    ),
    (
        "emit",
        &[
            "source", "scalar", "ident", "rust", "mark", "parallel", "text",
        ],
    ),
    ("diff", &["source", "scalar", "rust"]),
    (
        "comparison",
        &["source", "workflow", "text", "read", "rust", "diff"],
    ),
    (
        "cli",
        &[
            "diagnostic",
            "text_diff",
            "fix",
            "report",
            "mark",
            "diff",
            "comparison",
        ],
    ),
];

#[test]
fn each_layer_imports_only_from_those_before_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (layer, allowed) in LAYERS {
        for file in files_of(&source, layer) {
            let text = fs::read_to_string(&file).expect("a source file");
            seen += 1;
            for import in imports(&text) {
                let is_layer = LAYERS.iter().any(|(name, _)| *name == import);
                let is_other = is_layer && import != layer;
                if is_other && !allowed.contains(&import) {
                    let file = file.strip_prefix(&source).unwrap_or(&file).display();
                    wrong.push(format!("{file} imports `{import}`"));
                }
            }
        }
    }
    assert!(seen > 100, "the sources are found: {seen}");
    assert!(wrong.is_empty(), "wrong arrows:\n{}", wrong.join("\n"));
}

#[test]
fn a_wrong_arrow_is_seen() {
    let text = "// crate::emit is not meant\nuse crate::lower::Cx;\nfn f() -> crate::ir::Type { todo() }\n";
    assert_eq!(imports(text).collect::<Vec<_>>(), ["lower", "ir"]);
}

/// The file of a module, and those below it.
fn files_of(source: &Path, module: &str) -> Vec<PathBuf> {
    let mut files = vec![source.join(format!("{module}.rs"))];
    let mut folders = vec![source.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}

/// The modules that a text names after `crate::`, without its comments.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let paths = lines.flat_map(|line| line.split("crate::").skip(1));
    paths.map(|path| {
        let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
        &path[..end.unwrap_or(path.len())]
    })
}
