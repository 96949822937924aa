//! How much memory values take: an enum that carries one large variant beside small ones would be as large for all of them.

use std::collections::HashMap;

use super::boxing::{Cycles, for_each_held};
use crate::ir::{Api, EnumOf, Presence, Type, TypeId, TypeKind, Union};

/// How many bytes the largest variant of an enum may have more than the next one. Clippy speaks up above 200; what is computed here
/// is a little more or less than what the compiler finds.
const DIFFERENCE: usize = 160;

/// A pointer, and the variant of a union that holds any JSON.
const POINTER: usize = 8;
const VALUE: usize = 32;

/// The sizes of the document's types on machines of 64 bits, in bytes.
#[derive(Default)]
pub struct Sizes {
    bytes: HashMap<TypeId, usize>,
}

impl Sizes {
    /// Measures all types.
    pub fn new(api: &Api, cycles: &Cycles) -> Self {
        let mut sizes = Self::default();
        for id in api.types.keys() {
            sizes.measure(api, cycles, *id);
        }
        sizes
    }

    /// The size of a value.
    pub fn of(&self, ty: &Type) -> usize {
        match ty {
            Type::Scalar(scalar) => scalar.row().size,
            Type::Object | Type::Parts | Type::List(_) | Type::Map(_) => 24,
            Type::Bytes | Type::Any => VALUE,
            Type::Tuple(items) => items.iter().map(|ty| self.of(ty)).sum(),
            Type::File => 80,
            Type::Named(id) => self.bytes.get(id).copied().unwrap_or(POINTER),
            Type::Nullable(ty) => self.optional(ty),
        }
    }

    /// Which variants of a union hold their values in a box: those that would hold the union itself, and those that are too large.
    pub fn boxes(&self, cycles: &Cycles, id: TypeId, union: &Union) -> Vec<bool> {
        let variants = union.variants.iter();
        let needed = variants.map(|variant| cycles.needs_box(id, &variant.ty));
        let needed: Vec<bool> = needed.collect();
        let sizes = union.variants.iter().zip(&needed);
        let sizes = sizes.map(|(variant, is_boxed)| match is_boxed {
            true => POINTER,
            false => self.of(&variant.ty),
        });
        let large = too_large(&sizes.collect::<Vec<_>>(), VALUE);
        needed
            .into_iter()
            .zip(large)
            .map(|(one, other)| one || other)
            .collect()
    }

    /// The size of a value that may be missing. Text and lists have room for that.
    fn optional(&self, ty: &Type) -> usize {
        match ty {
            Type::Scalar(scalar) if !scalar.row().has_niche => 2 * scalar.row().size,
            ty => self.of(ty),
        }
    }

    fn measure(&mut self, api: &Api, cycles: &Cycles, id: TypeId) -> usize {
        if let Some(known) = self.bytes.get(&id) {
            return *known;
        }
        // Until it is known; what refers back to this type is boxed.
        self.bytes.insert(id, POINTER);
        let size = match api.types.get(&id).map(|def| &def.kind) {
            Some(TypeKind::Struct(strukt)) => {
                let mut size = usize::from(strukt.additional.is_some()) * 24;
                for field in &strukt.fields {
                    size += match field.presence {
                        _ if cycles.needs_box(id, &field.ty) => POINTER,
                        Presence::Required => self.measured(api, cycles, &field.ty),
                        Presence::RequiredInRequest | Presence::Optional => {
                            self.measured(api, cycles, &field.ty);
                            self.optional(&field.ty)
                        }
                    };
                }
                for variants in &strukt.variants {
                    size += if cycles.needs_box(id, &variants.ty) {
                        POINTER
                    } else {
                        self.measured(api, cycles, &variants.ty)
                    };
                }
                size.next_multiple_of(8)
            }
            Some(TypeKind::Union(union)) => {
                for variant in &union.variants {
                    if !cycles.needs_box(id, &variant.ty) {
                        self.measured(api, cycles, &variant.ty);
                    }
                }
                let boxes = self.boxes(cycles, id, union);
                let held = union.variants.iter().zip(boxes);
                let held = held.filter(|(_, is_boxed)| !is_boxed);
                held.fold(VALUE, |size, (variant, _)| size.max(self.of(&variant.ty)))
            }
            Some(TypeKind::Enum(of)) => match of.of {
                EnumOf::Text => 24,
                EnumOf::Integer => 16,
            },
            // Nothing holds a multipart body.
            Some(TypeKind::Multipart(_)) | None => POINTER,
        };
        self.bytes.insert(id, size);
        size
    }

    fn measured(&mut self, api: &Api, cycles: &Cycles, ty: &Type) -> usize {
        for_each_held(ty, &mut |id| {
            self.measure(api, cycles, id);
        });
        self.of(ty)
    }
}

/// Which of an enum's variants are better boxed, by their sizes and that of its largest other variant.
pub fn too_large(sizes: &[usize], other: usize) -> Vec<bool> {
    let mut boxed = vec![false; sizes.len()];
    let mut largest: Vec<(usize, usize)> = sizes.iter().copied().zip(0..).collect();
    largest.sort_unstable_by(|one, two| two.cmp(one));
    let next = |index: usize| largest.get(index).map_or(0, |(size, _)| *size).max(other);
    for (index, (size, place)) in largest.iter().enumerate() {
        // Those that are boxed are small, so what counts is the next one in the row.
        if *size <= next(index + 1) + DIFFERENCE {
            break;
        }
        if let Some(boxed) = boxed.get_mut(*place) {
            *boxed = true;
        }
    }
    boxed
}
