//! The extensions of other generators. What they say and this one does not do means that the operation is not paged: its
//! pages could end too early or not at all.

use super::{Rule, RuleMethod, Said, pointer};
use crate::openapi::{Pagination, PaginationSyntax, Value};

/// What an extension says, if that is enough.
pub fn rule(pagination: Pagination<'_>) -> Option<Rule> {
    let value = pagination.value;
    match pagination.syntax {
        PaginationSyntax::Sdk => None,
        PaginationSyntax::Speakeasy => speakeasy(value),
        PaginationSyntax::Fern => fern(value),
        PaginationSyntax::Microsoft => microsoft(value),
        PaginationSyntax::Redocly => redocly(value),
    }
}

/// `inputs` with types, and `outputs` as JSON paths.
fn speakeasy(value: Value<'_>) -> Option<Rule> {
    let input = |ty: &str| {
        let is_it = |input: &Value<'_>| {
            let is = |key, text| input.member(key).and_then(Value::as_str) == Some(text);
            is("type", ty) && is("in", "parameters")
        };
        text(value.member("inputs")?.items()?.find(is_it)?, "name")
    };
    let outputs = value.member("outputs");
    let output = |key| path(outputs?, key, "$");
    let mut items = output("results");
    let method = match value.member("type")?.as_str()? {
        "cursor" => {
            let request = input("cursor")?;
            match last_item(outputs?, "nextCursor", "$") {
                Some((list, item)) => {
                    // What another list ends with says nothing of this one.
                    if items.as_ref().is_some_and(|items| items.text != list.text) {
                        return None;
                    }
                    items = Some(list);
                    RuleMethod::LastItem { request, item }
                }
                None => RuleMethod::Cursor {
                    request,
                    response: output("nextCursor")?,
                },
            }
        }
        "offsetLimit" => match input("page") {
            Some(page) => RuleMethod::Page(page),
            None => RuleMethod::Offset(input("offset")?),
        },
        "url" => RuleMethod::Next(output("nextUrl")?),
        _ => return None,
    };
    Some(Rule {
        span: value.span(),
        method,
        more: None,
        items,
    })
}

/// Properties of `$request` and `$response`. An `offset` counts pages unless it has a `step`.
fn fern(value: Value<'_>) -> Option<Rule> {
    let response = |key| path(value, key, "$response");
    let more = match value.member("has-next-page") {
        Some(_) => Some(response("has-next-page")?),
        None => None,
    };
    let request = |key| {
        let mut said = path(value, key, "$request")?;
        said.text = said.text.strip_prefix('/')?.to_owned();
        Some(said)
    };
    let method = if let Some(cursor) = request("cursor") {
        RuleMethod::Cursor {
            request: cursor,
            response: response("next_cursor")?,
        }
    } else if let Some(offset) = request("offset") {
        match value.member("step") {
            Some(_) => RuleMethod::Offset(offset),
            None => RuleMethod::Page(offset),
        }
    } else {
        RuleMethod::Next(response("next_uri")?)
    };
    Some(Rule {
        span: value.span(),
        method,
        more,
        items: Some(response("results")?),
    })
}

/// The names of two properties of the body.
fn microsoft(value: Value<'_>) -> Option<Rule> {
    // Another operation gives the next page.
    if value.member("operationName").is_some() {
        return None;
    }
    let property = |name: &str| Said {
        text: format!("/{}", pointer::token(name)),
        span: value.span(),
    };
    let name = |key| value.member(key).and_then(Value::as_str);
    let method = RuleMethod::Next(property(name("nextLinkName")?));
    let items = property(name("itemName").unwrap_or("value"));
    Some(Rule {
        span: value.span(),
        method,
        more: None,
        items: Some(items),
    })
}

/// A `style`, names of parameters, and JSON pointers.
fn redocly(value: Value<'_>) -> Option<Rule> {
    let more = match value.member("hasMore") {
        Some(_) => Some(text(value, "hasMore")?),
        None => None,
    };
    let method = match value.member("style")?.as_str()? {
        "cursor" => RuleMethod::Cursor {
            request: text(value, "cursorParam")?,
            response: text(value, "nextCursor")?,
        },
        "offset" => RuleMethod::Offset(text(value, "offsetParam")?),
        "page" => RuleMethod::Page(text(value, "offsetParam")?),
        "link" => RuleMethod::Link("next".to_owned()),
        _ => return None,
    };
    Some(Rule {
        span: value.span(),
        method,
        more,
        items: Some(text(value, "items")?),
    })
}

fn text(value: Value<'_>, key: &str) -> Option<Said> {
    let value = value.member(key)?;
    Some(Said {
        text: value.as_str()?.to_owned(),
        span: value.span(),
    })
}

/// How a path says that it is about the last item of a list.
const LAST: [&str; 3] = ["[-1]", "[-1:]", "[(@.length-1)]"];

/// What a path into the last item of a list leads to, such as `$.data[-1].id`: the list, and the place in the item.
fn last_item(value: Value<'_>, key: &str, root: &str) -> Option<(Said, Said)> {
    let said = text(value, key)?;
    let path = said.text.strip_prefix(root)?;
    let (list, item) = LAST.iter().find_map(|last| path.split_once(last))?;
    let place = |path| {
        Some(Said {
            text: plain(path)?,
            span: said.span,
        })
    };
    Some((place(list)?, place(item)?))
}

/// What a path of properties leads to, such as `$.data.items`.
fn path(value: Value<'_>, key: &str, root: &str) -> Option<Said> {
    let mut said = text(value, key)?;
    said.text = plain(said.text.strip_prefix(root)?)?;
    Some(said)
}

/// A path of properties as a JSON pointer.
fn plain(path: &str) -> Option<String> {
    let is_plain = path.is_empty() || path.starts_with('.');
    if !is_plain || path.contains(['[', '*', '~', '/']) || path.contains("..") {
        return None;
    }
    Some(path.replace('.', "/"))
}
