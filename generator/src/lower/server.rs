//! `servers`.

use super::Cx;
use super::docs::docs;
use crate::ir;
use crate::parse::tree::Node;

/// The servers that stand at a node, their variables replaced by their defaults.
pub fn servers<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Vec<ir::Server> {
    let nodes = node.get("servers").map_or(&[][..], Node::items);
    nodes.iter().filter_map(|node| server(cx, node)).collect()
}

fn server<'s>(cx: &mut Cx<'_, 's>, node: &Node<'s>) -> Option<ir::Server> {
    let server: openapiv3::Server = cx.read(node).ok()?;
    let mut url = server.url;
    for (name, variable) in server.variables.unwrap_or_default() {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    Some(ir::Server {
        url,
        docs: docs(node),
    })
}
