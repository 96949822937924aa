//! `servers`.

use super::docs::docs;
use crate::ir::{DocNote, DocNoteValue, Origin, Server, ServerVariable, UrlPart};
use crate::openapi::{self, Document, Parsed, Template, TemplatePart};

/// The servers of an object. One that has an error is left out.
pub fn servers(document: &Document<'_>, servers: &[Parsed<openapi::Server<'_>>]) -> Vec<Server> {
    let servers = servers.iter().flatten();
    servers.map(|one| server(document, one)).collect()
}

/// A server with the variables of its URL.
fn server(document: &Document<'_>, server: &openapi::Server<'_>) -> Server {
    Server {
        origin: Origin(server.url.span),
        name: server.name.map(str::to_owned),
        url: parts(document, server),
        docs: docs(document, &server.words),
    }
}

/// Splits a URL at its variables. One that is not declared stays text: that is reported.
fn parts(document: &Document<'_>, server: &openapi::Server<'_>) -> Vec<UrlPart> {
    let text = |text: &str| UrlPart::Text(text.to_owned());
    let Some(template) = Template::read(server.url.text) else {
        return vec![text(server.url.text)];
    };
    let parts = template.parts.iter().map(|part| match part {
        TemplatePart::Literal(literal) => text(literal),
        TemplatePart::Variable(name) => match openapi::named(&server.variables, name) {
            Some(Ok(declared)) => UrlPart::Variable(variable(document, name, declared)),
            Some(Err(_)) | None => text(&format!("{{{name}}}")),
        },
    });
    parts.collect()
}

fn variable(
    document: &Document<'_>,
    name: &str,
    variable: &openapi::ServerVariable<'_>,
) -> ServerVariable {
    let mut docs = docs(document, &variable.words);
    let mut note = |label: &'static str, value| {
        let label = label.into();
        docs.notes.push(DocNote { label, value });
    };
    let default = variable.default.to_owned();
    note("Default", DocNoteValue::Code(default.clone()));
    if !variable.values.is_empty() {
        let values = variable.values.iter().map(|value| (*value).to_owned());
        note("One of", DocNoteValue::Codes(values.collect()));
    }
    ServerVariable {
        name: name.to_owned(),
        default,
        docs,
    }
}
