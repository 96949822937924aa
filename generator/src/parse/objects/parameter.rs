//! The Parameter Object and the Header Object.

use super::fields::Fields;
use super::media_type;
use super::{Cx, schema};
use crate::openapi::{
    Header, Parameter, ParameterFormat, ParameterLocation, Parsed, Shared, Style,
};
use crate::parse::dialect::tables::{HEADER, PARAMETER};
use crate::read::Node;

/// A parameter, or what a reference to one points to.
pub fn parameter<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<Parameter<'d>> {
    cx.described(
        node,
        |shared| &mut shared.parameters,
        read_parameter,
        |object| &mut object.words,
    )
}

/// A header, or what a reference to one points to.
pub fn header<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<Header<'d>> {
    cx.described(
        node,
        |shared| &mut shared.headers,
        read_header,
        |object| &mut object.words,
    )
}

fn read_parameter<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Parameter<'d>> {
    let fields = cx.fields(node, &PARAMETER)?;
    let name = fields.spanned("name");
    let location = fields.text("in").and_then(ParameterLocation::read);
    let (Some(name), Some(location)) = (name, location) else {
        return Err(cx.wrong(node, PARAMETER.name));
    };
    Ok(Parameter {
        component: cx.component(node),
        name,
        location,
        words: fields.words(),
        required: fields.is("required") || location == ParameterLocation::Path,
        deprecated: fields.is("deprecated"),
        format: format(cx, fields, location.default_style()),
        allow_reserved: fields.is("allowReserved"),
        examples: media_type::examples(cx, fields),
    })
}

fn read_header<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Header<'d>> {
    let fields = cx.fields(node, &HEADER)?;
    Ok(Header {
        component: cx.component(node),
        words: fields.words(),
        deprecated: fields.is("deprecated"),
        format: format(cx, fields, Style::Simple),
        examples: media_type::examples(cx, fields),
    })
}

fn format<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>, default: Style) -> ParameterFormat<'d> {
    let schema = fields.get("schema").map(|node| schema::id(cx, node));
    // Beside a schema, content has no effect, and that is reported.
    let content = media_type::content(cx, fields).into_iter().next();
    if let (None, Some(content)) = (schema, content) {
        return ParameterFormat::Content(content);
    }
    let style = fields
        .text("style")
        .and_then(Style::read)
        .unwrap_or(default);
    let explode = fields.flag("explode").map(|(explode, _)| explode);
    ParameterFormat::Styled {
        schema,
        style,
        explode: explode.unwrap_or_else(|| style.explodes()),
    }
}
