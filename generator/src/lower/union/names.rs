//! What the members of a union are called that have no names of their own.

use super::listed::values;
use crate::ir::Constant;
use crate::lower::object::Properties;
use crate::lower::{Cx, Lowered, all_of};
use crate::openapi::{Kind, Schema, SchemaId};

/// How many required properties make a name.
const FEW: usize = 3;

/// A name for each member: that of its schema, its title, the constant that tells what it is, what it requires, what kind of value it is,
/// or what it combines. What is left is numbered. Each name depends on its member alone, so that a further member changes none of them.
pub fn names(cx: &mut Cx<'_, '_>, members: &[SchemaId], tag: Option<&str>) -> Lowered<Vec<String>> {
    let mut names = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let name = name(cx, *member, tag)?;
        names.push(match name.as_deref().map(str::trim) {
            None => format!("variant {}", index + 1),
            Some("") => "empty".to_owned(),
            Some(name) => name.to_owned(),
        });
    }
    Ok(names)
}

fn name(cx: &mut Cx<'_, '_>, member: SchemaId, tag: Option<&str>) -> Lowered<Option<String>> {
    let target = cx.resolve(member)?;
    let component = cx.names.called(target.id);
    // A reference to a member of another union ends in its index.
    let referenced = target.name;
    let referenced = referenced.filter(|name| name.contains(char::is_alphabetic));
    let given = component.or(referenced).or(target.schema.words.summary);
    if let Some(given) = given {
        return Ok(Some(given.to_owned()));
    }
    let is_combined = target.schema.properties.is_empty();
    if is_combined && target.schema.all_of.is_empty() {
        return Ok(kind(target.schema).map(str::to_owned));
    }
    let properties = all_of::properties(cx, target.id)?;
    let required = properties.required.iter().copied();
    let mut tags = tag.into_iter().chain(required);
    let constant = tags.find_map(|tag| only_value(cx, &properties, tag));
    if constant.is_some() {
        return Ok(constant);
    }
    let kind = || kind(target.schema).map(str::to_owned);
    if is_combined {
        return Ok(combined(cx, target.schema).or_else(kind));
    }
    Ok(match properties.required.as_slice() {
        // What has properties is an object, whether or not it says so.
        [] => kind().or_else(|| Some("object".to_owned())),
        required => few(required.iter().copied()).or_else(|| Some("object".to_owned())),
    })
}

/// A name for a member that only combines schemas: what the last one requires that is written there, or else has, or the name of the
/// first one where each has a name. Many members may add to the same schema, whose name says of none of them what it is.
fn combined(cx: &Cx<'_, '_>, schema: &Schema<'_>) -> Option<String> {
    let parts = schema.all_of.iter();
    let written = parts.filter_map(|part| cx.document.schema(*part).ok());
    let mut own = written.rev().filter(|part| part.reference.is_none());
    if let Some(own) = own.next() {
        let properties = own.properties.iter().map(|property| property.name);
        return few(own.required.iter().map(|name| name.text)).or_else(|| few(properties));
    }
    let first = cx.document.resolve(*schema.all_of.first()?).ok()?;
    cx.names.called(first.id).map(str::to_owned)
}

/// The names of required properties, if they are few. Others may come at any time.
fn few<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (1..=FEW).contains(&names.len()).then(|| names.join(" "))
}

/// The one value of a property, with the name of the property where it is not a string.
fn only_value<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Option<String> {
    let values = values(cx, properties, name);
    match values.as_slice() {
        [Constant::Text(text)] => Some(text.clone()),
        [other] => Some(format!("{name} {}", other.text())),
        _ => None,
    }
}

/// The word for a kind of values; the one value, where there is only one.
fn kind<'d>(schema: &Schema<'d>) -> Option<&'d str> {
    let mut listed = schema.listed();
    match (listed.next(), listed.next()) {
        (None, _) => {}
        (Some(value), None) => return value.scalar_text(),
        (Some(_), Some(_)) => return Some("choice"),
    }
    match schema.kind()? {
        Kind::String => Some("text"),
        Kind::Array => Some("list"),
        Kind::Object => Some("object"),
        Kind::Boolean => Some("boolean"),
        Kind::Number => Some("number"),
        Kind::Integer => Some("integer"),
        Kind::Null => None,
    }
}
