//! Examples: which of their fields exclude each other.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// A parameter, a header or a media type has either one example or several.
pub fn of_holder<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    if let (Some(example), Some(examples)) = (node.entry("example"), node.entry("examples")) {
        let message = "`example` and `examples` exclude each other";
        let help = "move the example into `examples`, or remove one of the two";
        let both = Diagnostic::forbidden(example.key_span, message, help);
        cx.report(both.related(examples.key_span, "the other ones"));
    }
}

/// An example object has its value here or elsewhere, not both.
pub fn object<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    if let (Some(_), Some(external)) = (node.entry("value"), node.entry("externalValue")) {
        let message = "an example has either `value` or `externalValue`";
        let both = Diagnostic::new(Code::NoEffect, external.key_span, message).label("ignored");
        cx.report(both.help("remove one of the two"));
    }
}
