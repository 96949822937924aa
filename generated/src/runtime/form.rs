//! Bodies of the media type `application/x-www-form-urlencoded`.

use crate::runtime::encode::{self, ParameterValue, Refusal};
use crate::runtime::style::{self, Style};

/// The fields of an object as a form. A field in no style of its own is written as queries are by default; where that has no
/// place for what it holds, in brackets.
pub(crate) fn text(body: &ParameterValue, styles: &[(&str, Style)]) -> Result<String, Refusal> {
    let fields = match body {
        ParameterValue::Object(fields) => fields,
        ParameterValue::Absent => return Ok(String::new()),
        ParameterValue::Primitive(_) | ParameterValue::List(_) => {
            return Err("is no object, so it has no form");
        }
    };
    let mut pairs = Vec::new();
    for (name, value) in fields {
        let own = styles
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, style)| *style);
        let style = own.unwrap_or(if is_flat(value) {
            Style::FormExplode
        } else {
            Style::DeepObject
        });
        let spelled = style::pairs(name, value, style, encode::percent)?;
        pairs.extend(
            spelled
                .into_iter()
                .map(|(name, value)| format!("{name}={value}")),
        );
    }
    Ok(pairs.join("&"))
}

/// Whether a value is a primitive or a list of these.
fn is_flat(value: &ParameterValue) -> bool {
    match value {
        ParameterValue::Absent | ParameterValue::Primitive(_) => true,
        ParameterValue::List(items) => items.iter().all(|item| item.primitive().is_ok()),
        ParameterValue::Object(_) => false,
    }
}
