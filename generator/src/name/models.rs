//! The files of the models.

mod construction;
mod features;
mod imports;
mod multipart;
mod runtime_types;
mod union;

pub use features::{Users, set_features};
pub use runtime_types::runtime_types;

use super::conversions::is_sent_nullable;
use super::docs;
use super::types::Types;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::parallel;
use crate::rust::{
    Additional, Conversion, Enum, Field, Ident, Model, ModelFile, Sample, Slot, Struct, Type,
    Variant, Variants,
};
use std::collections::BTreeMap;

/// A file for each named schema, and for each operation that has inline schemas, sorted by name.
pub fn files(api: &ir::Api, types: &Types) -> Vec<ModelFile> {
    let mut homes: BTreeMap<&ir::Home, Vec<(ir::TypeId, &ir::TypeDef)>> = BTreeMap::new();
    for (id, def) in &api.types {
        homes.entry(&def.place.home).or_default().push((*id, def));
    }
    // Clippy takes a module with the name of the one around it for a slip.
    let mut scope = Scope::reserving(&["models"]);
    let homes: Vec<(Ident, Vec<(ir::TypeId, &ir::TypeDef)>)> = homes
        .into_iter()
        .map(|(home, mut defs)| {
            // The type that the file is named after is the first one.
            defs.sort_by(|(_, one), (_, other)| one.place.order().cmp(&other.place.order()));
            let (ir::Home::Schema(name) | ir::Home::Operation(name)) = home;
            (scope.claim(name, Role::Module), defs)
        })
        .collect();
    let mut files = parallel::map(&homes, |(module, defs)| {
        let models = defs.iter();
        let also_called = defs.iter().flat_map(|(_, def)| also_called(types, def));
        ModelFile {
            module: module.clone(),
            imports: Vec::new(),
            also_called: also_called.collect(),
            features: Vec::new(),
            models: models
                .map(|(id, def)| model(api, types, *id, def))
                .collect(),
        }
    });
    construction::name_required(&mut files);
    for file in &mut files {
        file.imports = imports::imports(&file.models);
    }
    files.sort_by_key(|one| one.module.file_stem());
    files
}

/// The document's examples, whose types have names now.
pub fn samples(api: &ir::Api, types: &Types) -> Vec<Sample> {
    let sample = |example: &ir::Example| Sample {
        ty: types.spell(&example.ty),
        json: example.json.clone(),
        place: example.place,
        fits: example.fits,
    };
    api.examples.iter().map(sample).collect()
}

/// The names that a type has at its other places, each after the one of its definition.
fn also_called<'a>(
    types: &'a Types,
    def: &'a ir::TypeDef,
) -> impl Iterator<Item = (Ident, Ident)> + use<'a> {
    let own = types.ident(def.name);
    let names = def.also_at.iter().map(|(name, _)| *name);
    names.filter_map(move |name| Some((own?.clone(), types.ident(name)?.clone())))
}

fn model(api: &ir::Api, types: &Types, id: ir::TypeId, def: &ir::TypeDef) -> Model {
    let ident = match types.ident(def.name) {
        Some(ident) => ident.clone(),
        None => Scope::default().claim("", Role::Type),
    };
    match &def.kind {
        ir::TypeKind::Struct(strukt) => {
            let additional = strukt.additional.as_ref();
            let additional = additional.map(|ty| (ty, PROPERTIES));
            Model::Struct(self::strukt(
                types,
                id,
                def,
                &strukt.fields,
                &strukt.variants,
                additional,
                ident,
            ))
        }
        ir::TypeKind::Multipart(multipart) => {
            Model::Multipart(multipart::multipart(types, id, def, multipart, ident))
        }
        ir::TypeKind::Enum(of) => Model::Enum(enumeration(types, id, def, of, ident)),
        ir::TypeKind::Union(union) => Model::Union(union::union(api, types, id, def, union, ident)),
    }
}

/// What the field for all other properties is called, and the words about it.
struct Others(&'static str, &'static str);

const PROPERTIES: Others = Others(
    "additional_properties",
    "The properties that have no field of their own.",
);

fn strukt<'a>(
    types: &Types,
    id: ir::TypeId,
    def: &ir::TypeDef,
    fields: impl IntoIterator<Item = &'a ir::Field>,
    variants: &[ir::Variants],
    additional: Option<(&ir::Type, Others)>,
    ident: Ident,
) -> Struct {
    // Setters share the names of their fields.
    let mut scope = Scope::reserving(&["new", "clone", "default"]);
    let fields: Vec<&ir::Field> = fields.into_iter().collect();
    let idents = scope.claim_all(fields.iter().map(|field| field.wire.as_str()), Role::Field);
    let fields = fields.into_iter().zip(idents).map(|(field, ident)| {
        let slot = slot(types, id, def.usage, field);
        let ty = types.spell(&field.ty.clone().non_null());
        let ty = if types.boxing.of_field(id, &field.ty) {
            Type::Box(Box::new(ty))
        } else {
            ty
        };
        Field {
            origin: field.origin,
            wire: field.wire.clone(),
            docs: docs::of_field(field, &ident, &ty, &slot),
            limits: field.docs.limits.clone(),
            ident,
            deprecated: docs::deprecated(field.deprecated, &field.docs),
            ty,
            conversion: if def.usage.in_request {
                types.conversions.of(&field.ty)
            } else {
                // What only tests make takes what it holds, which is compiled faster.
                Conversion::None
            },
            slot,
            order: field.order,
            is_read_only: def.usage.in_request && field.direction == ir::Direction::ReadOnly,
        }
    });
    let fields: Vec<Field> = fields.collect();
    let variants: Vec<Variants> = variants
        .iter()
        .map(|variants| {
            let ty = types.spell(&variants.ty);
            Variants {
                ident: scope.claim(&variants.name, Role::Field),
                docs: "The properties that depend on what the object is.",
                ty: if types.boxing.of_field(id, &variants.ty) {
                    Type::Box(Box::new(ty))
                } else {
                    ty
                },
            }
        })
        .collect();
    let additional = additional.map(|(ty, Others(words, docs))| Additional {
        ident: scope.claim(words, Role::Field),
        docs,
        ty: match types.spell(ty) {
            Type::Value => Type::Object,
            ty => Type::Map(Box::new(ty)),
        },
    });
    Struct {
        origin: def.origin,
        usage: def.usage,
        docs: docs::of_type(def, &ident),
        ident,
        construction: construction::construction(types, id, def.usage, &fields, &variants),
        has_setters: def.usage.in_request,
        fields,
        variants,
        additional,
    }
}

fn slot(types: &Types, owner: ir::TypeId, usage: ir::Usage, field: &ir::Field) -> Slot {
    let is_nullable = matches!(field.ty, ir::Type::Nullable(_));
    let is_required = field.presence == ir::Presence::Required;
    if usage.in_request && field.direction != ir::Direction::ReadOnly {
        let is_in_request = field.presence == ir::Presence::RequiredInRequest;
        let constant = if (is_required && !is_nullable) || is_in_request {
            types.constants.value(owner, field)
        } else {
            types.constants.tag(owner, field)
        };
        match constant {
            Some(value) if is_required && !is_nullable => return Slot::Constant(value),
            Some(value) => return Slot::Preset(value),
            None => {}
        }
    }
    // What is only ever read needs no more than a value or none.
    if is_sent_nullable(usage, field) {
        return Slot::OptionalNullable;
    }
    match (field.presence, is_nullable) {
        (ir::Presence::Required, true) => Slot::RequiredNullable,
        (ir::Presence::Required, false) => Slot::Required,
        (ir::Presence::RequiredInRequest, false) => Slot::RequiredInRequest,
        (ir::Presence::RequiredInRequest | ir::Presence::Optional, _) => Slot::Optional,
    }
}

fn enumeration(
    types: &Types,
    id: ir::TypeId,
    def: &ir::TypeDef,
    enumeration: &ir::Enum,
    ident: Ident,
) -> Enum {
    // `Other` holds what the document does not know.
    let mut scope = Scope::reserving(&["Other"]);
    let variant = |value: &ir::EnumValue| Variant {
        origin: value.origin,
        ident: scope.claim(value.name.as_ref().unwrap_or(&value.wire), Role::Variant),
        wire: value.wire.clone(),
        docs: docs::docs(&value.docs, &super::markdown::code(&value.wire)),
    };
    Enum {
        origin: def.origin,
        usage: def.usage,
        docs: docs::of_type(def, &ident),
        ident,
        is_integer: enumeration.of == ir::EnumOf::Integer,
        variants: enumeration.values.iter().map(variant).collect(),
        has_default: types.defaults.need(id),
    }
}
