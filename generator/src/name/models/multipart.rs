//! Multipart bodies: structs, and for each field how it becomes parts.

use super::{Others, strukt};
use crate::ir::{self, PartWriting};
use crate::name::types::Types;
use crate::rust::{Ident, Multipart, PartRow};

const PARTS: Others = Others(
    "additional_parts",
    "The parts that have no field of their own.",
);

pub fn multipart(
    types: &Types,
    id: ir::TypeId,
    def: &ir::TypeDef,
    multipart: &ir::Multipart,
    ident: Ident,
) -> Multipart {
    let fields = multipart.parts.iter().map(|part| &part.field);
    let additional = multipart.additional.as_ref();
    let named = additional.map(|ty| (ty, PARTS));
    Multipart {
        strukt: strukt(types, id, def, fields, &[], named, ident),
        rows: multipart.parts.iter().map(row).collect(),
        additional: match additional {
            Some(ir::Type::File) | None => "others",
            Some(_) => "other_values",
        },
    }
}

fn row(part: &ir::Part) -> PartRow {
    let is_list = matches!(part.field.ty, ir::Type::List(_));
    let (method, content_type) = match (&part.writing, is_list) {
        (PartWriting::File(content_type), false) => ("file", Some(content_type)),
        (PartWriting::File(content_type), true) => ("files", Some(content_type)),
        (PartWriting::Content(content_type), false) => ("part", Some(content_type)),
        (PartWriting::Content(content_type), true) => ("parts", Some(content_type)),
        (PartWriting::Value, _) => ("value", None),
        (PartWriting::ValueAs(content_type), _) => ("value_as", Some(content_type)),
        (PartWriting::Json(content_type), _) => ("json", Some(content_type)),
        (PartWriting::Deep, _) => ("deep", None),
    };
    let name = std::iter::once(&part.field.wire);
    PartRow {
        method,
        arguments: name.chain(content_type).cloned().collect(),
    }
}
