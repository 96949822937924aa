//! The Security Scheme Object and the Security Requirement Object.

use super::Cx;
use super::fields::{Fields, named};
use crate::openapi::{
    OAuthFlows, Parsed, SchemeKind, SecurityRequirement, SecurityScheme, Shared, Text,
};
use crate::parse::dialect::tables::SECURITY_SCHEME;
use crate::read::{Entry, Node, Value};

/// A scheme, or what a reference to one points to.
pub fn scheme<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<SecurityScheme<'d>> {
    cx.described(
        node,
        |shared| &mut shared.security_schemes,
        read,
        |object| &mut object.words,
    )
}

fn read<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<SecurityScheme<'d>> {
    let fields = cx.fields(node, &SECURITY_SCHEME)?;
    Ok(SecurityScheme {
        words: fields.words(),
        kind: kind(fields).ok_or_else(|| cx.wrong(node, SECURITY_SCHEME.name))?,
    })
}

fn kind(fields: Fields<'_>) -> Option<SchemeKind<'_>> {
    Some(match fields.text("type")? {
        "apiKey" => {
            let name = fields.spanned("name")?;
            match fields.text("in")? {
                "header" => SchemeKind::Header(name),
                "query" => SchemeKind::Query(name),
                "cookie" => SchemeKind::Cookie(name),
                _ => return None,
            }
        }
        "http" => SchemeKind::Http(fields.spanned("scheme")?),
        "mutualTLS" => SchemeKind::MutualTls,
        "oauth2" => SchemeKind::OAuth2(flows(fields)),
        "openIdConnect" => SchemeKind::OpenIdConnect,
        _ => return None,
    })
}

fn flows(fields: Fields<'_>) -> OAuthFlows<'_> {
    let flow = fields.get("flows").map(Fields::new);
    let flow = flow.and_then(|flows| flows.get("clientCredentials"));
    OAuthFlows {
        client_credentials: flow.and_then(|flow| Fields::new(flow).spanned("tokenUrl")),
    }
}

/// The requirements of an object; `None` where it has no such field.
pub fn requirements<'d>(
    cx: &mut Cx<'d, '_>,
    owner: Fields<'d>,
) -> Option<Vec<Parsed<SecurityRequirement<'d>>>> {
    let security = owner.get("security")?;
    // Where no scheme is declared, there is nothing to send: that is reported.
    if cx.tree.root.get("components").is_none() {
        return Some(Vec::new());
    }
    let requirements = cx.list(security).into_iter();
    Some(requirements.map(|node| requirement(cx, node?)).collect())
}

fn requirement<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<SecurityRequirement<'d>> {
    if !matches!(node.value, Value::Map(_)) {
        return Err(cx.wrong(node, "a security requirement object"));
    }
    if let Some(reported) = cx.diagnostics.error_within(node.span) {
        return Err(reported);
    }
    for entry in node.entries() {
        if component(cx, entry).is_none() {
            scheme_of_uri(cx, entry);
        }
    }
    let schemes = node.entries().iter().map(|entry| Text {
        text: component(cx, entry).unwrap_or(&entry.key),
        span: entry.key_span,
    });
    Ok(SecurityRequirement {
        span: node.span,
        schemes: schemes.collect(),
    })
}

/// Adds the scheme to which a requirement refers by a URI, if it is not a component. The name of a component comes before a URI.
fn scheme_of_uri<'d>(cx: &mut Cx<'d, '_>, entry: &'d Entry<'d>) {
    let tree = cx.tree;
    let name = entry.key.as_ref();
    let schemes = tree.components("securitySchemes");
    let is_declared = schemes.is_some_and(|schemes| schemes.entry(name).is_some());
    let is_known = cx.schemes.iter().any(|scheme| scheme.name == name);
    if is_declared || is_known || !cx.dialect.names_schemes_by_uri() {
        return;
    }
    if let Some(node) = tree.find(name, entry.key_span) {
        let scheme = scheme(cx, node);
        cx.schemes.push(named(entry, scheme));
    }
}

/// The name of the component to which a URI points.
fn component<'d>(cx: &Cx<'d, '_>, entry: &'d Entry<'d>) -> Option<&'d str> {
    let tree = cx.tree;
    let schemes = tree.components("securitySchemes")?;
    if tree.entry(schemes, &entry.key).is_some() || !cx.dialect.names_schemes_by_uri() {
        return None;
    }
    let scheme = tree.find(&entry.key, entry.key_span)?;
    let named = schemes.entries().iter();
    let mut named = named.filter(|named| named.value.span == scheme.span);
    named.next().map(|named| named.key.as_ref())
}
