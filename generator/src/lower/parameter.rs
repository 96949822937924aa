//! Parameters of path items and operations.

mod constant;
mod empty;

use super::media_type::{self, Format};
use super::places::kind_word;
use super::token::token;
use super::{Cx, Lowered, doc_notes, schema};
use crate::diagnostic::{Code, Diagnostic, Reported};
use crate::ir::{
    Docs, Empty, Location, Origin, Parameter, PathTemplate, Place, Presence, Scalar, Spelling,
    Style, Type,
};
use crate::openapi::{self, HeaderOwner, Kind, MediaType, ParameterFormat, SchemaId, Shared};
use crate::source::Span;

/// The parameters of an operation, whose owners are itself and its path item: what the first one says overrides the second. Those of the path
/// come first, in the path's order.
pub fn parameters<'d>(
    cx: &mut Cx<'_, 'd>,
    owners: [&[Shared<openapi::Parameter<'d>>]; 2],
    path: &PathTemplate,
    place: &Place,
) -> Lowered<Vec<Parameter>> {
    let mut parameters: Vec<Parameter> = Vec::new();
    let mut failed = None;
    let [own, of_path_item] = owners;
    // What is in the path item belongs to the path, whichever of its operations comes first.
    let place_of_path = Place::operation(&path.text);
    let own = own.iter().map(|own| (own, place));
    let all = own.chain(of_path_item.iter().map(|one| (one, &place_of_path)));
    for (own, place) in all {
        let own = own.as_deref().map_err(|reported| *reported);
        match own.and_then(|own| parameter(cx, own, place)) {
            Ok(Some(parameter)) if !parameters.iter().any(|known| is_same(known, &parameter)) => {
                parameters.push(parameter);
            }
            Ok(_) => {}
            Err(reported) => failed = Some(reported),
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    fit_to_path(&mut parameters, path);
    let position = |parameter: &Parameter| match parameter.location {
        Location::Path => path
            .parameters
            .iter()
            .position(|name| *name == parameter.wire),
        Location::Query | Location::QueryString | Location::Header | Location::Cookie => None,
    };
    parameters.sort_by_key(|parameter| (parameter.location, position(parameter)));
    Ok(parameters)
}

fn is_same(one: &Parameter, other: &Parameter) -> bool {
    one.wire == other.wire && one.location == other.location
}

/// One parameter; `None` where OpenAPI says that it is to be ignored.
fn parameter<'d>(
    cx: &mut Cx<'_, 'd>,
    parameter: &openapi::Parameter<'d>,
    place: &Place,
) -> Lowered<Option<Parameter>> {
    let name = parameter.name.text;
    let location = parameter.location;
    if location == Location::Header && HeaderOwner::of(name).is_some() {
        return Ok(None);
    }
    if matches!(location, Location::Header | Location::Cookie) {
        token(cx, parameter.name, Code::UnknownValue)?;
    }
    let spelling = spelling(cx, parameter, location)?;
    if let Some(constant) = constant::constant(cx, parameter, spelling) {
        return Ok(Some(constant));
    }
    let schema = parameter.format.schema();
    if let Some(schema) = schema {
        report_depth(cx, name, schema, location, spelling);
    }
    let place = match parameter.component {
        Some(component) => Place::schema(component).below(kind_word(component, "parameter")),
        None => place.property(name),
    };
    let ty = match schema {
        Some(schema) => schema::schema(cx, schema, &place)?.non_null(),
        None => Type::Scalar(Scalar::String),
    };
    Ok(Some(Parameter {
        origin: Origin(parameter.name.span),
        wire: name.to_owned(),
        location,
        spelling,
        reserved: parameter.allow_reserved,
        presence: if parameter.required {
            Presence::Required
        } else {
            Presence::Optional
        },
        empty: empty::empty(cx, parameter, &ty),
        constant: None,
        docs: doc_notes::of_parameter(cx, &parameter.words, &parameter.examples, schema, &ty),
        ty,
        deprecated: parameter.deprecated,
    }))
}

/// How the value of a parameter is spelled.
fn spelling(
    cx: &mut Cx<'_, '_>,
    parameter: &openapi::Parameter<'_>,
    location: Location,
) -> Lowered<Spelling> {
    let name = parameter.name;
    let (style, explode) = match &parameter.format {
        ParameterFormat::Content(content) => {
            let media_type = content.value.as_deref()?;
            return match (media_type::format(content.name), location) {
                (Format::Json, _) => Ok(Spelling::Json),
                (Format::Form, Location::QueryString) => {
                    report_encoding(cx, media_type);
                    Ok(Spelling::Default)
                }
                (
                    Format::Text,
                    Location::Path | Location::Query | Location::Header | Location::Cookie,
                ) => Ok(Spelling::Default),
                (Format::Text | Format::Form | Format::Bytes | Format::Multipart, _) => {
                    let message = format!(
                        "the parameter `{}` of the media type `{}` is not generated yet",
                        name.text, content.name
                    );
                    Err(left_out(cx, content.span, message))
                }
            };
        }
        ParameterFormat::Styled { style, explode, .. } => (*style, *explode),
    };
    Ok(match (location, self::style(style, explode)) {
        (Location::Path | Location::Header, Style::Simple)
        | (Location::Query | Location::Cookie, Style::FormExplode) => Spelling::Default,
        (_, style) => Spelling::Styled(style),
    })
}

/// Says that the fields of a query are written by their types alone.
fn report_encoding(cx: &mut Cx<'_, '_>, media_type: &MediaType<'_>) {
    if let Some(encoding) = media_type.encoding.first() {
        let message = format!(
            "the encoding of the field `{}` is not generated",
            encoding.name
        );
        let unsupported = Diagnostic::new(Code::Unsupported, encoding.span, message);
        cx.report(
            unsupported.help("objects are written as JSON, and a list as one field for each item"),
        );
    }
}

fn left_out(cx: &mut Cx<'_, '_>, span: Span, message: String) -> Reported {
    let unsupported = Diagnostic::new(Code::Unsupported, span, message);
    cx.report(unsupported.help("the operation is left out"))
}

/// Only `deepObject` has a way to write what is deeper than a list or an object of plain values (Parameter Object, "Style Examples").
fn report_depth(
    cx: &mut Cx<'_, '_>,
    name: &str,
    schema: SchemaId,
    location: Location,
    spelling: Spelling,
) {
    match (location, spelling) {
        // The fields of a form may be lists and objects.
        (Location::QueryString, _) | (_, Spelling::Styled(Style::DeepObject) | Spelling::Json) => {
            return;
        }
        (_, Spelling::Styled(_) | Spelling::Default) => {}
    }
    let Ok(target) = cx.resolve(schema) else {
        return;
    };
    let properties = target.schema.properties.iter();
    let properties = properties.map(|property| property.value);
    for inner in target.schema.items.into_iter().chain(properties) {
        let (Ok(own), Ok(value)) = (cx.schema(inner), cx.resolve(inner)) else {
            continue;
        };
        let is_deep = matches!(value.schema.kind(), Some(Kind::Array | Kind::Object));
        if is_deep || !value.schema.properties.is_empty() {
            let message = format!("`{name}` holds lists or objects within others");
            let deep = Diagnostic::new(Code::Unsupported, own.span, message)
                .label("refused when it is sent");
            cx.report(deep.help(
                "no style but `deepObject` can write them: declare the parameter with `content`, as JSON",
            ));
        }
    }
}

/// A style with its `explode`. Lists with spaces or bars are exploded as forms are.
pub fn style(style: openapi::Style, explode: bool) -> Style {
    match (style, explode) {
        (openapi::Style::Simple, false) => Style::Simple,
        (openapi::Style::Simple, true) => Style::SimpleExplode,
        (openapi::Style::Label, false) => Style::Label,
        (openapi::Style::Label, true) => Style::LabelExplode,
        (openapi::Style::Matrix, false) => Style::Matrix,
        (openapi::Style::Matrix, true) => Style::MatrixExplode,
        (openapi::Style::Form, false) => Style::Form,
        (
            openapi::Style::Form | openapi::Style::SpaceDelimited | openapi::Style::PipeDelimited,
            true,
        ) => Style::FormExplode,
        (openapi::Style::SpaceDelimited, false) => Style::SpaceDelimited,
        (openapi::Style::PipeDelimited, false) => Style::PipeDelimited,
        (openapi::Style::DeepObject, _) => Style::DeepObject,
        (openapi::Style::Cookie, false) => Style::Cookie,
        (openapi::Style::Cookie, true) => Style::CookieExplode,
    }
}

/// Each variable of the template gets its parameter, and no other parameter is in the path. Where they differ is reported.
fn fit_to_path(parameters: &mut Vec<Parameter>, path: &PathTemplate) {
    parameters.retain(|parameter| {
        parameter.location != Location::Path || path.parameters.contains(&parameter.wire)
    });
    for name in &path.parameters {
        let is_it =
            |parameter: &Parameter| parameter.location == Location::Path && parameter.wire == *name;
        if parameters.iter().any(is_it) {
            continue;
        }
        parameters.push(text(name, Location::Path, Origin::default()));
    }
}

/// A required parameter of which nothing is known.
fn text(name: &str, location: Location, origin: Origin) -> Parameter {
    Parameter {
        origin,
        wire: name.to_owned(),
        location,
        spelling: Spelling::Default,
        reserved: false,
        ty: Type::Scalar(Scalar::String),
        presence: Presence::Required,
        empty: Empty::LeftOut,
        constant: None,
        docs: Docs::default(),
        deprecated: false,
    }
}
