//! Where parameters go, by the method of the runtime that puts them there.

use crate::ir;
use crate::rust::Target;

/// The method of the runtime that puts a parameter into a request.
pub fn target(location: ir::Location, spelling: ir::Spelling) -> Target {
    let (plain, styled, json) = match location {
        ir::Location::Path => ("path", "path_as", "path_json"),
        ir::Location::Query => ("query", "query_as", "query_json"),
        ir::Location::Header => ("header", "header_as", "header_json"),
        ir::Location::Cookie => ("cookie", "cookie_as", "cookie_json"),
    };
    match spelling {
        ir::Spelling::Default => Target::Parameter(plain, None),
        ir::Spelling::Styled(style) => Target::Parameter(styled, Some(style_name(style))),
        ir::Spelling::Reserved => Target::Parameter("query_reserved", None),
        ir::Spelling::Json => Target::Parameter(json, None),
    }
}

/// The variant of the runtime's `Style`.
pub fn style_name(style: ir::Style) -> &'static str {
    match style {
        ir::Style::Simple => "Simple",
        ir::Style::SimpleExplode => "SimpleExplode",
        ir::Style::Label => "Label",
        ir::Style::LabelExplode => "LabelExplode",
        ir::Style::Matrix => "Matrix",
        ir::Style::MatrixExplode => "MatrixExplode",
        ir::Style::Form => "Form",
        ir::Style::FormExplode => "FormExplode",
        ir::Style::SpaceDelimited => "SpaceDelimited",
        ir::Style::PipeDelimited => "PipeDelimited",
        ir::Style::DeepObject => "DeepObject",
    }
}
