//! What is said of an operation.

use super::{append, append_notes, bullet, words};
use crate::ir;
use crate::name::markdown;
use crate::rust::{Argument, Docs, Ident, Output, OutputType};

/// The docs of an entry method: what it does, the request it makes, its arguments.
pub fn of_operation(
    operation: &ir::Operation,
    arguments: &[(String, &ir::Docs)],
    optional: &[String],
    responses: &[String],
) -> Docs {
    let request = markdown::code(&format!(
        "{} {}",
        operation.method.as_str(),
        operation.path.text
    ));
    let mut lines = words(&operation.docs);
    append(&mut lines, vec![request]);
    let mut list = Vec::new();
    for (name, docs) in arguments {
        list.extend(bullet(name, docs));
    }
    append(&mut lines, list);
    append(&mut lines, optional.to_vec());
    for sentence in responses {
        append(&mut lines, markdown::fill(sentence));
    }
    append_notes(&mut lines, &operation.docs);
    Docs(lines)
}

/// The docs of a marker type: the operation, by the path of its entry method, and what is optional.
pub fn of_marker(operation: &ir::Operation, method: &str, optional: &[String]) -> Docs {
    let about = format!(
        "The operation {}, which [`{}`] requests.",
        markdown::code(&operation.id),
        method
    );
    let mut lines = markdown::fill(&about);
    append(&mut lines, optional.to_vec());
    Docs(lines)
}

/// The documented error bodies and response headers of an operation.
pub fn of_responses(marker: &Ident, failure: Option<&Output>, headers: &[Ident]) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(failure) = failure {
        let body = match &failure.ty {
            OutputType::Many(output) => format!("the [`{}`]", output.ident),
            OutputType::One(_) => "the error body".to_owned(),
        };
        sentences.push(format!(
            "[`error.api_error::<{marker}>()`](Error::api_error) returns {body} of a failed call."
        ));
    }
    if !headers.is_empty() {
        let link = |ident: &Ident| format!("[`{ident}`](crate::headers::{ident})");
        let links: Vec<String> = headers.iter().map(link).collect();
        sentences.push(format!("Response headers: {}.", links.join(", ")));
    }
    sentences
}

/// How the rest of a list in pages is read.
pub fn of_pages(paging: Option<&ir::Paging>) -> Vec<String> {
    let sentence =
        "[`pages`](Request::pages) and [`items`](Request::items) request one page after the other.";
    paging.iter().map(|_| sentence.to_owned()).collect()
}

/// The optional parameters of an operation, each a link to its setters: those of all operations are methods of one type.
pub fn optional(marker: &Ident, setters: &[Argument]) -> Vec<String> {
    if setters.is_empty() {
        return Vec::new();
    }
    let link = |setter: &Argument| format!("[`{}`][setters]", setter.ident.file_stem());
    let links: Vec<String> = setters.iter().map(link).collect();
    let mut lines = markdown::fill(&format!("Optional: {}.", links.join(", ")));
    lines.push(String::new());
    // What rustdoc calls the block of methods.
    lines.push(format!(
        "[setters]: Request#impl-Request%3C{}%3E",
        marker.file_stem()
    ));
    lines
}
