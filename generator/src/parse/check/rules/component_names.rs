//! What components may be called.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::read::Node;

/// The name of each component has no signs but a few (Components Object, Fixed Fields).
pub fn names<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for component in node.fixed_entries().flat_map(|kind| kind.value.entries()) {
        let name = component.key.as_ref();
        if !name.is_empty() && name.chars().all(is_valid) {
            continue;
        }
        let message = format!("`{name}` is not a valid name of a component");
        let legal: String = name
            .chars()
            .map(|c| if is_valid(c) { c } else { '_' })
            .collect();
        let help = match legal.trim_matches('_') {
            legal if legal.is_empty() || !name.is_ascii() => {
                "use letters from `a` to `z`, digits, `.`, `-` and `_` only".to_owned()
            }
            legal => format!(
                "use letters from `a` to `z`, digits, `.`, `-` and `_` only, such as `{legal}`"
            ),
        };
        cx.report(Diagnostic::new(Code::Repaired, component.key_span, message).help(help));
    }
}

fn is_valid(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-_".contains(c)
}
