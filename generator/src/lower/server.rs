//! `servers`.

use super::docs::docs;
use crate::ir::{DocNote, DocNoteValue, Origin, Server, ServerVariable, UrlPart};
use crate::openapi::{self, Parsed, Template, TemplatePart};

/// The servers of an object. One that has an error is left out.
pub fn servers(servers: &[Parsed<openapi::Server<'_>>]) -> Vec<Server> {
    servers.iter().flatten().map(server).collect()
}

/// A server with the variables of its URL.
pub fn server(server: &openapi::Server<'_>) -> Server {
    Server {
        origin: Origin(server.url.span),
        name: server.name.map(str::to_owned),
        url: parts(server),
        docs: docs(&server.words),
    }
}

/// Splits a URL at its variables. One that is not declared stays text: that is reported.
fn parts(server: &openapi::Server<'_>) -> Vec<UrlPart> {
    let text = |text: &str| UrlPart::Text(text.to_owned());
    let Some(template) = Template::read(server.url.text) else {
        return vec![text(server.url.text)];
    };
    let parts = template.parts.iter().map(|part| match part {
        TemplatePart::Literal(literal) => text(literal),
        TemplatePart::Variable(name) => match openapi::named(&server.variables, name) {
            Some(Ok(declared)) => UrlPart::Variable(variable(name, declared)),
            Some(Err(_)) | None => text(&format!("{{{name}}}")),
        },
    });
    parts.collect()
}

fn variable(name: &str, variable: &openapi::ServerVariable<'_>) -> ServerVariable {
    let mut docs = docs(&variable.words);
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
