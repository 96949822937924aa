//! Where parameters go, by the method of the runtime that puts them there.

use crate::ir::{Location, Parameter, Spelling, Style};
use crate::rust::Target;

/// The method of the runtime that puts a parameter into a request, with the style that it takes.
pub fn target(parameter: &Parameter) -> Target {
    let (method, style) = match (parameter.location, parameter.spelling) {
        (Location::Path, Spelling::Json) => ("path_json", None),
        (Location::Path, Spelling::Default) if parameter.reserved => {
            ("path_reserved", Some(Style::Simple))
        }
        (Location::Path, Spelling::Styled(style)) if parameter.reserved => {
            ("path_reserved", Some(style))
        }
        (Location::Path, Spelling::Default) => ("path", None),
        (Location::Path, Spelling::Styled(style)) => ("path_as", Some(style)),
        (Location::Query, Spelling::Json) => ("query_json", None),
        (Location::Query, Spelling::Default) if parameter.reserved => {
            ("query_reserved", Some(Style::FormExplode))
        }
        (Location::Query, Spelling::Styled(style)) if parameter.reserved => {
            ("query_reserved", Some(style))
        }
        (Location::Query, Spelling::Default) => ("query", None),
        (Location::Query, Spelling::Styled(style)) => ("query_as", Some(style)),
        (Location::QueryString, Spelling::Json) => ("query_string_json", None),
        // A style is for one value among others.
        (Location::QueryString, Spelling::Default | Spelling::Styled(_)) => ("query_string", None),
        (Location::Header, Spelling::Json) => ("header_json", None),
        (Location::Header, Spelling::Default) => ("header", None),
        (Location::Header, Spelling::Styled(style)) => ("header_as", Some(style)),
        (Location::Cookie, Spelling::Json) => ("cookie_json", None),
        (Location::Cookie, Spelling::Default) => ("cookie", None),
        (Location::Cookie, Spelling::Styled(style)) => ("cookie_as", Some(style)),
    };
    Target::Parameter(method, style.map(style_name))
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
