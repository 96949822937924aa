//! The Server Object and the Server Variable Object.

use super::Cx;
use super::fields::Fields;
use crate::openapi::{Parsed, Server, ServerVariable};
use crate::parse::dialect::tables::{SERVER, SERVER_VARIABLE};
use crate::read::Node;

/// The servers of an object; `None` where it has no such field.
pub fn servers<'d>(cx: &mut Cx<'d, '_>, owner: Fields<'d>) -> Option<Vec<Parsed<Server<'d>>>> {
    let servers = cx.list(owner.get("servers")?);
    Some(servers.into_iter().map(|node| server(cx, node?)).collect())
}

fn server<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Server<'d>> {
    let fields = cx.fields(node, &SERVER)?;
    Ok(Server {
        url: fields
            .spanned("url")
            .ok_or_else(|| cx.wrong(node, SERVER.name))?,
        name: fields.text("name"),
        words: fields.words(),
        variables: fields.map("variables", |node| variable(cx, node)),
    })
}

fn variable<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<ServerVariable<'d>> {
    let fields = cx.fields(node, &SERVER_VARIABLE)?;
    Ok(ServerVariable {
        values: fields.texts("enum"),
        default: fields
            .text("default")
            .ok_or_else(|| cx.wrong(node, SERVER_VARIABLE.name))?,
        words: fields.words(),
    })
}
