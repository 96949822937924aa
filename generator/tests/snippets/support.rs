//! From a few lines of YAML to one emitted item.

use std::fmt::Write;

use sdkwright::report::Format;
use sdkwright::{Config, Output, Source, Sources};

/// The files of an emitted crate.
pub struct Emitted(Vec<sdkwright::File>);

/// A version of OpenAPI, as documents name it.
#[derive(Clone, Copy)]
pub struct Version(&'static str);

const V3_0: Version = Version("3.0.3");

/// Documents of OpenAPI 3.1.
pub const V3_1: Version = Version("3.1.1");

/// Documents of OpenAPI 3.2.
pub const V3_2: Version = Version("3.2.0");

impl Version {
    /// The crate of a document without its first lines. Nothing may be said about the document.
    pub fn emit(self, rest: &str) -> Emitted {
        let (emitted, messages) = self.emit_with_messages(rest);
        assert_eq!(messages, "", "the document is sound");
        emitted
    }

    /// The crate of a document without its first lines, and what there is to say about it: code and message, a line each.
    pub fn emit_with_messages(self, rest: &str) -> (Emitted, String) {
        let (sources, output) = generate_files(self, rest, &[]);
        let Some(files) = output.files else {
            panic!(
                "nothing is emitted:\n{}",
                output.diagnostics.render(&sources, Format::PLAIN)
            );
        };
        (Emitted(files), messages(&output.diagnostics))
    }

    /// The crate of a document that has only these schemas.
    pub fn schemas(self, schemas: &str) -> Emitted {
        self.emit(&only_schemas(schemas))
    }

    /// The same of schemas about which there is something to say.
    pub fn schemas_with_messages(self, schemas: &str) -> (Emitted, String) {
        self.emit_with_messages(&only_schemas(schemas))
    }

    /// The crate of a document whose path `/things` is this path item.
    pub fn path_item(self, path_item: &str) -> Emitted {
        self.emit(&format!("paths:\n  /things:\n{}", indent(path_item, 4)))
    }

    /// The types of the fields of a struct with these properties, a line each: `name: Type`.
    pub fn field_types(self, properties: &str) -> String {
        let schema = format!(
            "Holder:\n  type: object\n  properties:\n{}",
            indent(properties, 4)
        );
        self.schemas(&schema)
            .fields("src/models/holder.rs", "Holder")
    }

    /// The docs of a field of this schema, without their markers.
    pub fn field_docs(self, schema: &str) -> String {
        let holder = format!(
            "Holder:\n  type: object\n  properties:\n    field:\n{}",
            indent(schema, 6)
        );
        let holder = self
            .schemas(&holder)
            .item("src/models/holder.rs", "pub struct Holder");
        let docs = holder
            .lines()
            .filter_map(|line| line.strip_prefix("    ///"));
        docs.fold(String::new(), |text, line| {
            text + line.strip_prefix(' ').unwrap_or(line) + "\n"
        })
    }
}

/// The crate of a document of OpenAPI 3.0 without its first lines. Nothing may be said about the document.
pub fn emit(rest: &str) -> Emitted {
    V3_0.emit(rest)
}

/// The same, and what there is to say about the document: code and message, a line each.
pub fn emit_with_messages(rest: &str) -> (Emitted, String) {
    V3_0.emit_with_messages(rest)
}

/// Why a document without its first lines is refused: code and message, a line each.
pub fn refuse(rest: &str) -> String {
    let (_, output) = generate_files(V3_0, rest, &[]);
    assert!(output.files.is_none(), "nothing is emitted");
    messages(&output.diagnostics)
}

/// The crate of a document that has other files beside it. Nothing may be said about them.
pub fn emit_files(rest: &str, files: &[(&str, &str)]) -> Emitted {
    let (sources, output) = generate_files(V3_0, rest, files);
    let said = output.diagnostics.render(&sources, Format::PLAIN);
    assert_eq!(said, "", "the document is sound");
    Emitted(output.files.expect("the document is sound"))
}

/// Why a document that has other files beside it is refused.
pub fn refuse_files(rest: &str, files: &[(&str, &str)]) -> String {
    let (_, output) = generate_files(V3_0, rest, files);
    assert!(output.files.is_none(), "nothing is emitted");
    messages(&output.diagnostics)
}

/// The crate of a document that has only these schemas.
pub fn schemas(schemas: &str) -> Emitted {
    V3_0.schemas(schemas)
}

/// The same of schemas that are a little wrong, and what there is to say about them.
pub fn schemas_with_messages(schemas: &str) -> (Emitted, String) {
    V3_0.schemas_with_messages(schemas)
}

/// The crate of a document whose path `/things` is this path item.
pub fn path_item(path_item: &str) -> Emitted {
    V3_0.path_item(path_item)
}

/// Components of one kind, as the end of a document.
pub fn components(kind: &str, components: &str) -> String {
    format!("components:\n  {kind}:\n{}", indent(components, 4))
}

/// The types of the fields of a struct with these properties, a line each: `name: Type`.
pub fn field_types(properties: &str) -> String {
    V3_0.field_types(properties)
}

/// The docs of a field of this schema, without their markers.
pub fn field_docs(schema: &str) -> String {
    V3_0.field_docs(schema)
}

/// The docs that a description of a field becomes, without their markers.
pub fn described(description: &str) -> String {
    let description = serde_json::Value::from(description);
    field_docs(&format!("type: string\ndescription: {description}"))
}

impl Emitted {
    /// The paths of the files in a folder.
    pub fn paths(&self, folder: &str) -> String {
        let files = self.0.iter().filter(|file| file.path.starts_with(folder));
        files.fold(String::new(), |text, file| text + &file.path + "\n")
    }

    /// A file without the generator's mark.
    pub fn file(&self, path: &str) -> &str {
        let file = self.0.iter().find(|file| file.path == path);
        let Some(file) = file else {
            panic!("there is no `{path}` among\n{}", self.paths(""));
        };
        let (_, rest) = file
            .text
            .split_once("\n\n")
            .expect("the mark is followed by a blank line");
        rest
    }

    /// One item of a file, with its docs and attributes: the one that begins so.
    pub fn item(&self, path: &str, start: &str) -> String {
        let lines: Vec<&str> = self.file(path).lines().collect();
        let head = lines.iter().position(|line| line.starts_with(start));
        let Some(head) = head else {
            panic!(
                "no item of `{path}` begins with `{start}`:\n{}",
                self.file(path)
            );
        };
        let first = lines[..head]
            .iter()
            .rposition(|line| line.is_empty())
            .map_or(0, |blank| blank + 1);
        let is_last = |line: &&str| {
            matches!(*line, "}" | ");")
                || (!line.starts_with([' ', '}']) && line.ends_with([';', '}']))
        };
        let last = lines[head..]
            .iter()
            .position(is_last)
            .map_or(lines.len() - 1, |length| head + length);
        lines[first..=last].join("\n")
    }

    /// The types of the fields of a struct, a line each: `name: Type`.
    pub fn fields(&self, path: &str, name: &str) -> String {
        let item = self.item(path, &format!("pub struct {name} "));
        let fields = item
            .lines()
            .filter_map(|line| line.trim().strip_prefix("pub "));
        let fields = fields.filter(|field| field.ends_with(','));
        fields.fold(String::new(), |text, field| {
            text + field.trim_end_matches(',') + "\n"
        })
    }

    /// The head of a method, on one line and without its docs.
    pub fn signature(&self, path: &str, start: &str) -> String {
        let text = self.file(path);
        let start = format!("    pub fn {start}(");
        let Some((_, rest)) = text.split_once(&start) else {
            panic!("no method begins with `{start}`:\n{text}");
        };
        let head = rest.split(" {\n").next().unwrap_or_default();
        let words: Vec<&str> = head.split_whitespace().collect();
        format!("{}{}", start.trim_start(), words.join(" "))
            .replace("( ", "(")
            .replace(", )", ")")
    }
}

fn only_schemas(schemas: &str) -> String {
    format!("paths: {{}}\n{}", components("schemas", schemas))
}

fn generate_files(version: Version, rest: &str, files: &[(&str, &str)]) -> (Sources, Output) {
    let Version(version) = version;
    let rest = indent(rest, 0);
    let info = "info: {title: Things, version: 1.0.0}\n";
    let info = if rest.starts_with("info:") { "" } else { info };
    let text = format!("openapi: {version}\n{info}{rest}");
    let mut sources = Sources::from(Source {
        name: "things.yaml".to_owned(),
        text,
    });
    loop {
        let output = sdkwright::generate(&sources, &Config::default());
        if output.needs.is_empty() {
            return (sources, output);
        }
        for path in output.needs {
            let file = files.iter().find(|(name, _)| *name == path);
            let text = file.map(|(_, text)| indent(text, 0));
            sources.add(path, text.ok_or("there is no such file".to_owned()));
        }
    }
}

fn messages(diagnostics: &sdkwright::Diagnostics) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics.iter() {
        let _ = writeln!(text, "{}: {}", diagnostic.code.id(), diagnostic.message);
    }
    text
}

/// The text with this indentation in place of the one that all its lines share.
pub fn indent(text: &str, by: usize) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let shared = lines()
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    lines().fold(String::new(), |indented, line| {
        indented + &" ".repeat(by) + &line[shared..] + "\n"
    })
}
