//! In which direction a property is sent.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// No property is read only and written only.
pub fn directions<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let (Some(read), Some(write)) = (node.entry("readOnly"), node.entry("writeOnly")) else {
        return;
    };
    if read.value.as_bool() != Some(true) || write.value.as_bool() != Some(true) {
        return;
    }
    let (first, second) = if read.key_span < write.key_span {
        (read, write)
    } else {
        (write, read)
    };
    let message = "a schema is not both `readOnly` and `writeOnly`";
    let both = Diagnostic::new(Code::Forbidden, second.key_span, message)
        .related(first.key_span, "the other one");
    cx.report(both.help("remove one of the two").harmless());
}
