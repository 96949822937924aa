//! What the variants of unions are called.

use crate::ident::{Role, Scope};
use crate::ir::{self, Constant, TagOrigin, VariantTest};
use crate::rust::{Ident, Type};

/// The words for a variant: its tag, which is what the API calls it; else its type, without the words that the union says already.
pub fn words(
    api: &ir::Api,
    union: &Ident,
    variant: &ir::UnionVariant,
    ty: &Type,
    scope: &Scope,
) -> String {
    if let Some(tag) = tag(variant) {
        return tag.to_owned();
    }
    let is_inline = matches!(
        &variant.ty,
        ir::Type::Named(id) if api.types.get(id).is_some_and(|def| !def.place.is_schema())
    );
    match ty {
        Type::Model(_) if is_inline => variant.name.clone(),
        // A model is known by its own name.
        Type::Model(ident) => own_words(ident, union)
            .filter(|words| scope.is_free(words, Role::Variant))
            .unwrap_or_else(|| ident.to_string()),
        ty => kind(ty),
    }
}

/// The tag of a variant that has but one, where it says more than the name of the variant's schema. What is a tag only as long as no
/// further variant comes is no name.
fn tag(variant: &ir::UnionVariant) -> Option<&str> {
    let VariantTest::Tags(tags) = &variant.test else {
        return None;
    };
    match tags.origin {
        TagOrigin::Discriminator => {}
        TagOrigin::Constants => return None,
    }
    let [Constant::Text(tag)] = tags.values.as_slice() else {
        return None;
    };
    // A type without a field for its tag has a variant for each.
    if !tags.is_declared && *tag == variant.name {
        return Some(tag);
    }
    let namespace = tag.strip_suffix(variant.name.as_str());
    let is_name = namespace.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let says_more = !is_name && tag.contains(char::is_alphabetic);
    says_more.then_some(tag)
}

/// What the name of a type says beyond that of the union, which begins or ends with the same words, or ends with those with which that
/// begins; `None` where that is not a name. It depends on these two names alone, so that no further variant changes it.
fn own_words(ident: &Ident, union: &Ident) -> Option<String> {
    let (own, union) = (ident.words(), union.words());
    let is_equal = |(one, other): &(&String, &String)| one == other;
    let before = own.iter().zip(&union).take_while(is_equal).count();
    let starts = (0..=own.len()).rev().filter_map(|count| own.get(..count));
    let continued = starts.map(|start| union.ends_with(start).then_some(start.len()));
    let before = before.max(continued.flatten().next().unwrap_or_default());
    let rest = own.get(before..)?;
    let pairs = rest.iter().rev().zip(union.iter().rev());
    let after = pairs.take_while(is_equal).count();
    let rest = rest.get(..rest.len().checked_sub(after)?)?;
    let is_name = rest.first()?.starts_with(char::is_alphabetic);
    is_name.then(|| rest.join(" "))
}

/// What a variant is called by the kind of its values.
fn kind(ty: &Type) -> String {
    match ty {
        Type::Model(ident) => ident.to_string(),
        Type::Scalar(scalar) => scalar.row().words.to_owned(),
        Type::Vec(item) => format!("{} list", kind(item)),
        Type::Map(value) => format!("{} map", kind(value)),
        Type::Tuple(_) | Type::Parts => "list".to_owned(),
        Type::Bytes | Type::Body | Type::File => "bytes".to_owned(),
        Type::Value | Type::Object => "object".to_owned(),
        Type::JsonItems(_) | Type::EventStream(_) | Type::JsonStream(_) => "stream".to_owned(),
        Type::Option(ty) | Type::Box(ty) => kind(ty),
    }
}
