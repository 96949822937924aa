//! Keys without a value.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::shape::{Field, Need, Shape};
use crate::read::Entry;

/// Tells of a null: it stands for a field that is not there, except where any value may stand.
pub fn tell(cx: &mut Check<'_, '_, '_>, entry: &Entry<'_>, field: &Field) {
    cx.empty.insert(entry.value.span);
    let wanted = match field.shape {
        Shape::Anything => return,
        // What gives others their shape was hardly left empty on purpose.
        Shape::Object(object) | Shape::Reference(object) => Some(object.name),
        Shape::Map(Shape::Reference(_) | Shape::Object(_)) => Some("an object"),
        Shape::OneOf(_) if entry.key == "type" => Some("a type"),
        Shape::Text | Shape::Version if field.need == Need::Expected => Some("a string"),
        _ => None,
    };
    let empty = if let Some(wanted) = wanted {
        let message = format!("expected {wanted}, found nothing");
        Diagnostic::new(Code::WrongType, entry.key_span, message).harmless()
    } else {
        let message = format!("`{}` has no value", entry.key);
        Diagnostic::new(Code::Repaired, entry.key_span, message).label("left out")
    };
    cx.report(empty.help(match wanted {
        Some(_) if field.need == Need::Expected => "write a value after the colon",
        Some("a type") => "write a type after the colon, such as `string`, or remove the key",
        Some(_) => "write what belongs here as the value of the key, or remove the key",
        None => "write a value after the colon, or remove the key",
    }));
}
