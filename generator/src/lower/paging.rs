//! How the lists of operations are paged: what an extension says, checked against the parameters and the output.

mod extension;
mod others;
mod output;
mod pointer;
mod scalars;

use super::Cx;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{JsonType, Location, Operation, Paging, PagingMethod, Parameter, Type};
use crate::openapi::{self, Method, PaginationSyntax, PathItem};
use crate::source::Span;

/// What an extension says.
struct Rule {
    /// Its place.
    span: Span,
    method: RuleMethod,
    /// The JSON pointer of a boolean that is `false` on the last page.
    more: Option<Said>,
    /// The JSON pointer of the list; where there is none, it is the only list of the output.
    items: Option<Said>,
}

/// How a page leads to the next one: names of query parameters, JSON pointers into the body, a relation type.
enum RuleMethod {
    Cursor { request: Said, response: Said },
    LastItem { request: Said, item: Said },
    Page(Said),
    Offset(Said),
    Next(Said),
    Link(String),
}

/// A text of an extension, and its place.
struct Said {
    text: String,
    span: Span,
}

/// How the list of an operation is paged, where an extension or a documented `Link` header says so. What an extension of others says is
/// used if it is enough.
pub fn paging<'d>(
    cx: &mut Cx<'_, 'd>,
    path_item: &PathItem<'d>,
    source: &openapi::Operation<'d>,
    operation: &Operation,
) -> Option<Paging> {
    let Some(pagination) = source.pagination else {
        return by_link_header(cx, operation);
    };
    let owner = Owner {
        path_item,
        source,
        operation,
    };
    match pagination.syntax {
        PaginationSyntax::Sdk => {
            let checked =
                extension::rule(pagination.value).and_then(|rule| check(cx, &owner, &rule));
            checked.map_err(|problem| cx.report(problem)).ok()
        }
        PaginationSyntax::Speakeasy
        | PaginationSyntax::Fern
        | PaginationSyntax::Microsoft
        | PaginationSyntax::Redocly => {
            let rule = others::rule(pagination)?;
            check(cx, &owner, &rule).ok()
        }
    }
}

/// A `Link` header that is documented for a list leads to its next page.
fn by_link_header(cx: &Cx<'_, '_>, operation: &Operation) -> Option<Paging> {
    let has_links = operation.headers.iter().any(|header| header.wire == "link");
    if operation.method != Method::Get || !has_links {
        return None;
    }
    let output = output::of(operation)?;
    // An object that is more than a list has links that lead elsewhere.
    if !output::is_list(cx, output) {
        return None;
    }
    Some(Paging {
        method: PagingMethod::Link("next".to_owned()),
        more: None,
        items: output::only_list(cx, output)?.properties,
    })
}

/// An operation, as it is written and as it is lowered.
struct Owner<'a, 'd> {
    path_item: &'a PathItem<'d>,
    source: &'a openapi::Operation<'d>,
    operation: &'a Operation,
}

/// What a rule means for an operation, or why it cannot be meant.
fn check(cx: &Cx<'_, '_>, owner: &Owner<'_, '_>, rule: &Rule) -> Result<Paging, Diagnostic> {
    let Some(output) = output::of(owner.operation) else {
        let message = "an operation with pages must have one JSON type for all its successes";
        let problem = Diagnostic::new(Code::Extension, rule.span, message);
        return Err(
            problem.help("remove the extension, or describe the same body for each success")
        );
    };
    let list = match &rule.items {
        Some(pointer) => output::list(cx, output, pointer)?,
        None => output::only_list(cx, output)
            .ok_or_else(|| wrong(rule.span, "the output must have one list"))?,
    };
    let method = match &rule.method {
        RuleMethod::Cursor { request, response } => {
            scalars::check_text(cx, output, response)?;
            PagingMethod::Cursor {
                request: parameter(owner, request)?.wire.clone(),
                response: response.text.clone(),
            }
        }
        RuleMethod::LastItem { request, item } => {
            scalars::check_text_of_item(cx, list.item, item)?;
            PagingMethod::LastItem {
                request: parameter(owner, request)?.wire.clone(),
                list: pointer::to(&list.properties),
                item: item.text.clone(),
            }
        }
        RuleMethod::Page(request) => PagingMethod::Page {
            request: integer(owner, request)?,
            first: default(cx, owner, &request.text).unwrap_or(1),
        },
        RuleMethod::Offset(request) => PagingMethod::Offset {
            request: integer(owner, request)?,
        },
        RuleMethod::Next(response) => {
            scalars::check_text(cx, output, response)?;
            PagingMethod::Next(response.text.clone())
        }
        RuleMethod::Link(relation) => PagingMethod::Link(relation.clone()),
    };
    if let Some(more) = &rule.more {
        scalars::check_boolean(cx, output, more)?;
    }
    Ok(Paging {
        method,
        more: rule.more.as_ref().map(|more| more.text.clone()),
        items: list.properties,
    })
}

/// The query parameter with this name.
fn parameter<'a>(owner: &Owner<'a, '_>, name: &Said) -> Result<&'a Parameter, Diagnostic> {
    let is_query = |one: &&Parameter| one.location == Location::Query && one.constant.is_none();
    let mut parameters = owner.operation.parameters.iter().filter(is_query);
    if let Some(found) = parameters.clone().find(|one| one.wire == name.text) {
        return Ok(found);
    }
    let message = format!("the operation has no query parameter `{}`", name.text);
    let problem = Diagnostic::new(Code::Extension, name.span, message);
    let known = parameters.by_ref().map(|one| one.wire.as_str());
    Err(with_suggestion_or(
        problem,
        &name.text,
        known,
        "write the name of one of its query parameters",
    ))
}

/// The name of a query parameter that is an integer.
fn integer(owner: &Owner<'_, '_>, name: &Said) -> Result<String, Diagnostic> {
    let parameter = parameter(owner, name)?;
    match parameter.ty {
        Type::Scalar(scalar) if scalar.row().json == JsonType::Integer => {
            Ok(parameter.wire.clone())
        }
        _ => {
            let message = format!("the query parameter `{}` must be an integer", name.text);
            let problem = Diagnostic::new(Code::Extension, name.span, message);
            Err(problem.help("say `type: integer` in its schema, or describe another way to page"))
        }
    }
}

/// The default of a query parameter.
fn default(cx: &Cx<'_, '_>, owner: &Owner<'_, '_>, name: &str) -> Option<u64> {
    let own = owner.source.parameters.iter();
    let mut all = own.chain(&owner.path_item.parameters).flatten();
    let parameter = all.find(|one| one.name.text == name && one.location == Location::Query)?;
    let target = cx.resolve(parameter.format.schema()?).ok()?;
    target.schema.default?.as_number()?.parse().ok()
}

fn wrong(span: Span, message: impl Into<String>) -> Diagnostic {
    let example = "write for example `x-sdk-pagination: {page: {request: page}, items: /data}`";
    Diagnostic::new(Code::Extension, span, message).help(example)
}
