//! Keywords of a schema that do not go with its `type`.

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Kind::{Array, Integer, Number, Object, String};
use crate::openapi::{Kind, Schema, SchemaId, Value};

/// Each keyword says something about the `type` of the schema.
pub fn keywords(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let Some((kind, place)) = schema.kind else {
        return;
    };
    let word = kind.as_str();
    for (name, span, _) in schema.source.and_then(Value::members).into_iter().flatten() {
        let kinds = Kind::described_by(name).unwrap_or_default();
        if kinds.is_empty() || kinds.contains(&kind) {
            continue;
        }
        if name == "properties" && items_lack_properties(cx, schema) {
            let message = "these `properties` are those of an item, not of the array";
            let misplaced = Diagnostic::new(Code::Misspelled, span, message).harmless();
            cx.report(misplaced.help("move `properties` into `items`"));
            continue;
        }
        let message = format!("`{name}` says nothing about `type: {word}`");
        let inapplicable = Diagnostic::new(Code::Inapplicable, span, message)
            .label("ignored")
            .related(place, "the type");
        let kinds: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
        let kinds = kinds.join("` or `type: ");
        let help = match counterpart(name, kind) {
            Some(meant) => {
                format!("write `{meant}` in place of it, or `type: {kinds}`, or remove `{name}`")
            }
            None => format!("write `type: {kinds}`, or remove `{name}`"),
        };
        cx.report(inapplicable.help(help).inert());
    }
}

/// Whether the items of an array are objects without properties, which are beside them.
fn items_lack_properties(cx: &Cx<'_, '_>, schema: &Schema<'_>) -> bool {
    let items = schema.items.and_then(|id| cx.document.schema(id).ok());
    let is_lacking = items.is_some_and(|items| {
        items.kind() == Some(Object) && items.properties.is_empty() && items.all_of.is_empty()
    });
    is_lacking && !schema.properties.is_empty()
}

/// The keyword that says of another type what this one says of its own.
fn counterpart(keyword: &str, kind: Kind) -> Option<std::string::String> {
    let side = keyword
        .get(..3)
        .filter(|side| ["min", "max"].contains(side))?;
    let what = match kind {
        String => "Length",
        Array => "Items",
        Object => "Properties",
        Integer | Number => "imum",
        Kind::Null | Kind::Boolean => return None,
    };
    Some(format!("{side}{what}"))
}
