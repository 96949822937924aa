//! Keys without a value.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{Expected, Field, Need, SCHEMA};
use crate::read::Entry;

/// Reports a null: it means a field that is not there, except where any value may be.
pub fn report(cx: &mut Check<'_, '_, '_>, entry: &Entry<'_>, field: &Field) {
    cx.empty.insert(entry.value.span);
    let expected = match field.expected {
        Expected::Anything => return,
        // What gives others their shape was hardly left empty on purpose.
        Expected::Object(object) | Expected::ObjectOrReference(object) => Some(object.name),
        Expected::Schema => Some(SCHEMA.name),
        Expected::Map(Expected::ObjectOrReference(_) | Expected::Object(_) | Expected::Schema) => {
            Some("an object")
        }
        Expected::OneOf(_) | Expected::SomeOf(_) if entry.key == "type" => Some("a type"),
        Expected::Text | Expected::NumericText if field.need == Need::RequiredButRecoverable => {
            Some("a string")
        }
        _ => None,
    };
    if entry.key == "$ref" {
        // What is referred to would be lost.
        let message = "expected a reference, found nothing";
        let empty = Diagnostic::new(Code::WrongType, entry.key_span, message);
        cx.report(empty.help(
            "write the reference in quotes, `'#/components/…'`: without them, `#` begins a comment",
        ));
        return;
    }
    let empty = if let Some(expected) = expected {
        let message = format!("expected {expected}, found nothing");
        Diagnostic::new(Code::WrongType, entry.key_span, message).harmless()
    } else {
        let message = format!("`{}` has no value", entry.key);
        Diagnostic::new(Code::Repaired, entry.key_span, message).label("left out")
    };
    let is_security = matches!(
        field.expected,
        Expected::List(Expected::Map(Expected::List(_)))
    );
    cx.report(empty.help(match expected {
        // Without the key, the operation would be called with other credentials, or with none.
        _ if is_security => "name the security schemes below it, such as `- login: []`",
        Some(_) if field.need == Need::RequiredButRecoverable => "write a value after the colon",
        Some("a type") => "write a type after the colon, such as `string`, or remove the key",
        Some(_) => "write what belongs here as the value of the key, or remove the key",
        None => "write a value after the colon, or remove the key",
    }));
}
