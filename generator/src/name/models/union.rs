//! Unions.

mod described;
mod sources;
mod words;

use std::cmp::Reverse;

use crate::ident::{Role, Scope};
use crate::ir;
use crate::name::constants;
use crate::name::docs;
use crate::name::types::Types;
use crate::rust::{Constant, Ident, Type, Union, UnionRow, UnionVariant, VariantTest};

pub fn union(
    api: &ir::Api,
    types: &Types,
    id: ir::TypeId,
    def: &ir::TypeDef,
    union: &ir::Union,
    ident: Ident,
) -> Union {
    // `Other` holds what the document does not know.
    let mut scope = Scope::reserving(&["Other"]);
    let mut variants = Vec::new();
    let mut rows = Vec::new();
    let mut sources = sources::sources(api, types, id, union).into_iter();
    for variant in &union.variants {
        let ty = types.spell(&variant.ty);
        let words = words::words(api, &ident, variant, &ty, &scope);
        let name = scope.claim(&words, Role::Variant);
        let docs = described::values(union.tag.as_deref(), &variant.test);
        variants.push(UnionVariant {
            origin: variant.origin,
            ident: name.clone(),
            docs: docs::with_notes(docs, &variant.notes),
            ty: if types.boxing.of_variant(id, &variant.ty) {
                Type::Box(Box::new(ty))
            } else {
                ty
            },
            sources: sources.next().unwrap_or_default(),
        });
        rows.push((rank(variant), row(name, &variant.test)));
    }
    rows.sort_by_key(|(rank, _)| *rank);
    Union {
        origin: def.origin,
        usage: def.usage,
        docs: docs::of_type(def, &ident),
        ident,
        tag: union.tag.clone(),
        variants,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        is_nullable: types.conversions.reach_nullable(id),
        has_default: types.defaults.need(id),
    }
}

/// In which order the variants are tried: first those of which more is known, and of these those that can hold less.
fn rank(variant: &ir::UnionVariant) -> (Reverse<(usize, usize)>, usize) {
    let known = match &variant.test {
        ir::VariantTest::Tags(_) => (0, 0),
        ir::VariantTest::Row(row) => (row.constants.len(), row.keys.len()),
    };
    (Reverse(known), breadth(&variant.ty))
}

/// How much a type can hold, in comparison to others of its kind.
fn breadth(ty: &ir::Type) -> usize {
    match ty {
        ir::Type::Scalar(scalar) if scalar.row().json == ir::JsonType::Number => 1,
        ir::Type::List(ty) | ir::Type::Map(ty) | ir::Type::Nullable(ty) => 1 + breadth(ty),
        ir::Type::Object => 8,
        ir::Type::Any => 9,
        ir::Type::Scalar(_)
        | ir::Type::Bytes
        | ir::Type::File
        | ir::Type::Parts
        | ir::Type::Tuple(_)
        | ir::Type::Named(_) => 0,
    }
}

/// Which values are of a variant, for the table.
fn row(variant: Ident, test: &ir::VariantTest) -> UnionRow {
    let test = match test {
        ir::VariantTest::Tags(tags) => VariantTest::Tags {
            values: literals(&tags.values),
            is_untagged: !tags.is_declared,
        },
        ir::VariantTest::Row(row) => {
            let constants = row.constants.iter();
            let constants = constants.map(|known| (path(&known.path), literals(&known.values)));
            VariantTest::Row {
                kind: match row.kind {
                    ir::JsonKind::String => "string",
                    ir::JsonKind::Integer => "integer",
                    ir::JsonKind::Number => "number",
                    ir::JsonKind::Boolean => "boolean",
                    ir::JsonKind::Array => "array",
                    ir::JsonKind::Object => "object",
                    ir::JsonKind::Union => "union",
                },
                keys: row.keys.clone(),
                constants: constants.collect(),
            }
        }
    };
    UnionRow { variant, test }
}

fn literals(constants: &[ir::Constant]) -> Vec<Constant> {
    constants.iter().filter_map(constants::literal).collect()
}

/// A path as the table writes it.
fn path(steps: &[ir::Step]) -> String {
    let step = |step: &ir::Step| match step {
        ir::Step::Property(name) => {
            let name = name.replace('~', "~0").replace('/', "~1");
            name.replace('*', "~2")
        }
        ir::Step::Items => "*".to_owned(),
    };
    steps.iter().map(step).collect::<Vec<_>>().join("/")
}
