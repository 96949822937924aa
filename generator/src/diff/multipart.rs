//! Multipart bodies.

use super::Cx;
use super::change::{Change, Effect, Wire};
use super::structs::strukt;
use crate::rust::{Field, Model, Multipart, PartRow};

/// The changes from one multipart body to another.
pub fn multipart(cx: &mut Cx<'_>, models: [&Model; 2], [old, new]: [&Multipart; 2]) {
    strukt(cx, models, [&old.strukt, &new.strukt]);
    for (field, row) in new.strukt.fields.iter().zip(&new.rows) {
        let mut own = old.strukt.fields.iter().zip(&old.rows);
        let Some((known, known_row)) = own.find(|(known, _)| known.wire == field.wire) else {
            continue;
        };
        let is_same = (known_row.method, &known_row.arguments) == (row.method, &row.arguments);
        if is_same || !cx.is_same(&known.ty, &field.ty) {
            continue;
        }
        let effect = Effect::default().wire(
            Wire::of(false, false),
            "the part is written in another way, or with another content type",
        );
        cx.changes.push(
            Change::new(
                effect,
                format!("models::{}::{}", new.strukt.ident, field.ident),
            )
            .shown(Some(part(known, known_row)), Some(part(field, row)))
            .at(known.origin, field.origin)
            .used(cx.new.uses(models[1])),
        );
    }
}

/// How a field is written as a part, in words.
fn part(field: &Field, row: &PartRow) -> String {
    let way = match row.method {
        "file" | "files" => "as a file",
        "part" | "parts" => "as it is",
        "json" => "as JSON",
        "deep" => "member by member",
        _ => "as a value",
    };
    let content_type = row
        .arguments
        .get(1)
        .map_or(String::new(), |name| format!(", `{name}`"));
    format!(
        "pub {}: {} // {way}{content_type}",
        field.ident,
        field.declared()
    )
}
