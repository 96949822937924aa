//! Where parameters go, by the method of the runtime that puts them there.

use crate::ir::{Empty, Location, Parameter, Spelling, Style};
use crate::rust::Target;

/// The method of the runtime that puts a parameter into a request, with the style that it takes.
pub fn target(parameter: &Parameter) -> Target {
    let (method, style) = match parameter.location {
        Location::Path => path(parameter),
        Location::Query => query(parameter),
        Location::QueryString => query_string(parameter.spelling),
        Location::Header => header(parameter),
        Location::Cookie => cookie(parameter),
    };
    Target::Parameter(method, style.map(style_name))
}

fn path(parameter: &Parameter) -> (&'static str, Option<Style>) {
    match (parameter.spelling, parameter.reserved) {
        (Spelling::Json, false) => ("path_json", None),
        (Spelling::Json, true) => ("path_json_reserved", None),
        (Spelling::Default, false) => ("path", None),
        (Spelling::Default, true) => ("path_reserved", Some(Style::Simple)),
        (Spelling::Styled(style), false) => ("path_as", Some(style)),
        (Spelling::Styled(style), true) => ("path_reserved", Some(style)),
    }
}

fn query(parameter: &Parameter) -> (&'static str, Option<Style>) {
    let style = match parameter.spelling {
        Spelling::Json if parameter.reserved => return ("query_json_reserved", None),
        Spelling::Json => return ("query_json", None),
        Spelling::Default => None,
        Spelling::Styled(style) => Some(style),
    };
    let named = style.or(Some(Style::FormExplode));
    match (parameter.empty, parameter.reserved, style) {
        (Empty::LeftOut, false, None) => ("query", None),
        (Empty::LeftOut, false, Some(_)) => ("query_as", style),
        (Empty::LeftOut, true, _) => ("query_reserved", named),
        (Empty::Sent, false, _) => ("required_query", named),
        (Empty::Sent, true, _) => ("required_query_reserved", named),
    }
}

fn query_string(spelling: Spelling) -> (&'static str, Option<Style>) {
    match spelling {
        Spelling::Json => ("query_string_json", None),
        // A style is for one value among others.
        Spelling::Default | Spelling::Styled(_) => ("query_string", None),
    }
}

fn header(parameter: &Parameter) -> (&'static str, Option<Style>) {
    match (parameter.spelling, parameter.empty) {
        (Spelling::Json, _) => ("header_json", None),
        (Spelling::Default, Empty::LeftOut) => ("header", None),
        (Spelling::Default, Empty::Sent) => ("required_header", Some(Style::Simple)),
        (Spelling::Styled(style), Empty::LeftOut) => ("header_as", Some(style)),
        (Spelling::Styled(style), Empty::Sent) => ("required_header", Some(style)),
    }
}

fn cookie(parameter: &Parameter) -> (&'static str, Option<Style>) {
    match (parameter.spelling, parameter.empty) {
        (Spelling::Json, _) => ("cookie_json", None),
        (Spelling::Default, Empty::LeftOut) => ("cookie", None),
        (Spelling::Default, Empty::Sent) => ("required_cookie", Some(Style::FormExplode)),
        (Spelling::Styled(style), Empty::LeftOut) => ("cookie_as", Some(style)),
        (Spelling::Styled(style), Empty::Sent) => ("required_cookie", Some(style)),
    }
}

/// The variant of the runtime's `Style`.
pub fn style_name(style: Style) -> &'static str {
    match style {
        Style::Simple => "Simple",
        Style::SimpleExplode => "SimpleExplode",
        Style::Label => "Label",
        Style::LabelExplode => "LabelExplode",
        Style::Matrix => "Matrix",
        Style::MatrixExplode => "MatrixExplode",
        Style::Form => "Form",
        Style::FormExplode => "FormExplode",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
        Style::Cookie => "Cookie",
        Style::CookieExplode => "CookieExplode",
    }
}
