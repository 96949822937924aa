//! How the value of an argument travels.

use crate::diff::change::{Effect, Wire};
use crate::diff::limits::listed;
use crate::rust::{Argument, Target, Type};

/// What it means that a value travels in another way.
pub fn travels(old: &Argument, new: &Argument) -> Effect {
    let effect = Effect::default();
    let (before, after) = (location(old), location(new));
    if before != after {
        let clause = format!("it is sent in the {after} instead of the {before}");
        return effect.wire(Wire::of(false, false), &clause);
    }
    // The path has values, and no names.
    if old.wire != new.wire && before != "path" {
        let clause = format!("it is sent as `{}` instead of `{}`", new.wire, old.wire);
        return effect.wire(Wire::of(false, false), &clause);
    }
    let clause = match (Writing::of(old), Writing::of(new)) {
        // The type decides between the styles of one value and of several, and of it is told already.
        (Some(_), Some(_)) if is_one(&old.ty) != is_one(&new.ty) => return effect,
        (Some(before), Some(after)) if before == after => return effect,
        (Some(before), Some(after)) if before.style == after.style => {
            "reserved characters in it are escaped, or are no longer"
        }
        (Some(_), Some(_)) => "it is written in another style",
        _ if old.target == new.target => return effect,
        _ if is_form(&old.target) && is_form(&new.target) => {
            "its fields are written in other styles"
        }
        _ => "the body is sent with another media type",
    };
    effect.wire(Wire::of(false, false), clause)
}

fn is_one(ty: &Type) -> bool {
    matches!(ty, Type::Scalar(_))
}

fn is_form(target: &Target) -> bool {
    matches!(target, Target::Form(_) | Target::FormReserved(..))
}

/// How a value travels, in words.
pub fn details(argument: &Argument) -> String {
    on_the_wire(argument) + &listed(&argument.limits)
}

fn on_the_wire(argument: &Argument) -> String {
    let media_type = match &argument.target {
        Target::Parameter(..) => None,
        Target::Json(media_type) => Some(media_type.as_deref().unwrap_or("application/json")),
        Target::Form(_) | Target::FormReserved(..) => Some("application/x-www-form-urlencoded"),
        Target::Text(media_type)
        | Target::Scalar(media_type)
        | Target::Plain(media_type)
        | Target::Multipart(media_type)
        | Target::JsonLines(media_type)
        | Target::JsonSequence(media_type) => Some(media_type.as_str()),
        Target::ContentType => Some("content-type"),
    };
    match (media_type, Writing::of(argument)) {
        (Some(media_type), _) => media_type.to_owned(),
        (None, Some(writing)) => {
            let reserved = if writing.is_reserved {
                ", reserved"
            } else {
                ""
            };
            let location = writing.location;
            let style = match writing.style.strip_suffix("Explode") {
                Some(style) => format!("{} exploded", style.to_lowercase()),
                None if writing.style == JSON => JSON.to_owned(),
                None => writing.style.to_lowercase(),
            };
            format!("`{}` in the {location}, {style}{reserved}", argument.wire)
        }
        (None, None) => argument.wire.clone(),
    }
}

/// How a parameter is written, by the method of the runtime that writes it.
#[derive(PartialEq, Eq)]
pub struct Writing<'a> {
    location: &'static str,
    style: &'a str,
    is_reserved: bool,
}

/// The style of a parameter that is written as JSON.
const JSON: &str = "as JSON";

impl Writing<'_> {
    pub fn of(argument: &Argument) -> Option<Writing<'_>> {
        let Target::Parameter(method, style) = &argument.target else {
            return None;
        };
        let locations = ["path", "query_string", "query", "header", "cookie"].into_iter();
        let mut own = locations.filter(|location| method.contains(location));
        let location = own.next().unwrap_or("query");
        let usual = match location {
            "path" | "header" => "Simple",
            _ => "FormExplode",
        };
        let style = match style {
            _ if method.contains("json") => JSON,
            Some(style) => style,
            None => usual,
        };
        // Only lists and objects are written in other ways if they explode.
        let is_one = is_one(&argument.ty);
        Some(Writing {
            location,
            style: if is_one {
                style.trim_end_matches("Explode")
            } else {
                style
            },
            is_reserved: method.ends_with("reserved"),
        })
    }

    /// Whether it is written as JSON, and not as text.
    pub fn is_json(&self) -> bool {
        self.style == JSON
    }
}

/// Where a value goes.
pub fn location(argument: &Argument) -> &'static str {
    match (&argument.target, Writing::of(argument)) {
        (_, Some(writing)) => writing.location,
        (Target::ContentType, None) => "content type",
        (_, None) => "body",
    }
}
