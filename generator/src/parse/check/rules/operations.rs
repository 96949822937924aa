//! The operations of a path item, and the methods that name them.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::PATH_ITEM;
use crate::read::{Entry, Node};

/// The operations of a path item, under their methods.
pub fn operations<'d>(dialect: Dialect, item: &'d Node<'d>) -> Vec<&'d Entry<'d>> {
    let fixed = methods(dialect).filter_map(|method| item.entry(method));
    let has_others = dialect.has(&PATH_ITEM, ADDITIONAL);
    let additional = item.get(ADDITIONAL).filter(|_| has_others);
    fixed
        .chain(additional.map_or(&[][..], Node::entries))
        .collect()
}

/// The methods that are fields of a path item.
pub fn methods(dialect: Dialect) -> impl Iterator<Item = &'static str> {
    let fields = dialect.fields(&PATH_ITEM);
    fields
        .filter(|field| field.is_operation())
        .map(|field| field.name)
}

/// The field that holds the operations of other methods, where a version has it.
pub const ADDITIONAL: &str = "additionalOperations";

/// The keys of `additionalOperations` are methods (RFC 9110, section 9.1) that have no field of their own.
pub fn additional<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for entry in node.get(ADDITIONAL).map_or(&[][..], Node::entries) {
        let key = entry.key.as_ref();
        let fixed = methods(cx.dialect).find(|method| key.eq_ignore_ascii_case(method));
        if let Some(method) = fixed {
            let message = format!("the method `{key}` has a field of its own");
            let misplaced = Diagnostic::new(Code::Forbidden, entry.key_span, message);
            let help = format!("move the operation to `{method}`, beside `{ADDITIONAL}`");
            cx.report(misplaced.help(help));
        } else if key.is_empty() || !key.chars().all(is_of_tokens) {
            let message = format!("`{key}` is not a valid method");
            let invalid = Diagnostic::new(Code::UnknownValue, entry.key_span, message);
            cx.report(invalid.help("write the method as it is sent, such as `COPY`"));
        }
    }
}

/// Whether a character may be part of a token (RFC 9110, section 5.6.2).
pub fn is_of_tokens(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
