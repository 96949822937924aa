//! `use` declarations as rustfmt sorts and fills them.

use crate::rust::{Ident, Import};

/// `use` declarations.
pub fn imports(imports: &[Import]) -> String {
    let mut lines: Vec<String> = imports
        .iter()
        .map(|import| declaration("use", import))
        .collect();
    lines.sort_by_key(|line| (!line.starts_with("use crate"), line.clone()));
    lines.join("\n")
}

/// What a crate exports, always or on a condition.
pub struct Export {
    pub import: Import,
    pub condition: Option<String>,
}

impl From<Import> for Export {
    fn from(import: Import) -> Self {
        Self {
            import,
            condition: None,
        }
    }
}

/// `pub use` declarations.
pub fn exports(exports: impl IntoIterator<Item: Into<Export>>) -> String {
    let mut exports: Vec<Export> = exports.into_iter().map(Into::into).collect();
    exports.sort_by_cached_key(|export| version_order(&export.import.path));
    let lines: Vec<String> = exports.iter().map(exported).collect();
    lines.join("\n")
}

fn exported(export: &Export) -> String {
    let declaration = declaration("pub use", &export.import);
    on_condition(export.condition.as_deref(), &declaration)
}

/// The declaration of a module that is there with any one of some features.
pub fn module(module: &Ident, features: &[String]) -> String {
    on_condition(any_of(features).as_deref(), &format!("mod {module};"))
}

fn on_condition(condition: Option<&str>, item: &str) -> String {
    match condition {
        Some(condition) => format!("#[cfg({condition})]\n{item}"),
        None => item.to_owned(),
    }
}

/// The condition that any one of some features is on; `None` where there are none.
pub fn any_of(features: &[String]) -> Option<String> {
    // rustfmt breaks longer lists of an attribute.
    const LIST: usize = 70;
    let names = features.iter().map(|name| format!("feature = \"{name}\""));
    let names: Vec<String> = names.collect();
    let line = names.join(", ");
    match names.as_slice() {
        [] => None,
        [_] => Some(line),
        _ if line.len() + "any()".len() <= LIST => Some(format!("any({line})")),
        _ => Some(format!("any(\n    {}\n)", names.join(",\n    "))),
    }
}

fn declaration(keyword: &str, import: &Import) -> String {
    const LINE: usize = 100;
    // rustfmt leaves room for what closes the list.
    const WITH_BRACES: usize = LINE - 2;
    let mut names = import.names.clone();
    names.sort_by_cached_key(|name| version_order(name));
    if let [name] = names.as_slice() {
        return format!("{keyword} {}::{name};", import.path);
    }
    let line = format!("{keyword} {}::{{{}}};", import.path, names.join(", "));
    if line.len() <= WITH_BRACES {
        return line;
    }
    let mut list = format!("    {},", names.join(", "));
    if list.len() > LINE {
        list = fill(&names);
    }
    format!("{keyword} {}::{{\n{list}\n}};", import.path)
}

/// Names on as many lines as they need. rustfmt leaves room for the space after a comma.
fn fill(names: &[String]) -> String {
    const LINE: usize = 99;
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if line.len() + name.len() + 2 <= LINE => {
                line.push_str(&format!(" {name},"));
            }
            _ => lines.push(format!("    {name},")),
        }
    }
    lines.join("\n")
}

/// What rustfmt sorts the names of a `use` declaration by: numbers by their value, an underscore before everything else.
fn version_order(name: &str) -> impl Ord + use<> {
    let mut chunks: Vec<(u8, usize, String)> = Vec::new();
    for c in name.trim_start_matches("r#").chars() {
        let kind = match c {
            '_' => 0,
            '0'..='9' => 1,
            _ => 2,
        };
        match chunks.last_mut() {
            // Of two numbers, the longer one is the greater.
            Some((known, length, chunk)) if *known == kind => {
                *length += usize::from(kind == 1);
                chunk.push(c);
            }
            _ => chunks.push((kind, usize::from(kind == 1), c.to_string())),
        }
    }
    chunks
}
