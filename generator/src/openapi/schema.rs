//! The Schema Object, in the vocabulary of JSON Schema 2020-12.

use super::{Direction, Kind, Limits, Named, SchemaId, Text, Value, Words};
use crate::source::Span;

/// A Schema Object. A reference with siblings is an `allOf` of the reference beside these siblings, and a list of types an `anyOf`
/// of a schema for each.
#[derive(Clone, Debug, Default)]
pub struct Schema<'d> {
    /// Its place.
    pub span: Span,
    /// `$ref`: then nothing else is said.
    pub reference: Option<Reference<'d>>,
    /// Whether it is `false`, which no value fits.
    pub is_never: bool,
    /// `title` and `description`.
    pub words: Words<'d>,
    /// `type`, and its place.
    pub kind: Option<(Kind, Span)>,
    /// Whether null fits beside what the other keywords say.
    pub nullable: bool,
    /// `enum` and `const`.
    pub values: Option<Values<'d>>,
    /// `format`.
    pub format: Option<Text<'d>>,
    /// `contentEncoding`.
    pub content_encoding: Option<ContentEncoding>,
    /// `contentMediaType`.
    pub content_media_type: Option<Text<'d>>,
    /// `contentSchema`: what the text describes, if that is JSON.
    pub content: Option<SchemaId>,
    /// `properties`.
    pub properties: Vec<Named<'d, SchemaId>>,
    /// `required`.
    pub required: Vec<Text<'d>>,
    /// `additionalProperties`.
    pub additional_properties: Option<SchemaId>,
    /// `patternProperties`, by their patterns.
    pub pattern_properties: Vec<Named<'d, SchemaId>>,
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `items`.
    pub items: Option<SchemaId>,
    /// `prefixItems`.
    pub prefix_items: Vec<SchemaId>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `not`, which only people read.
    pub not: Option<Value<'d>>,
    /// `discriminator`.
    pub discriminator: Option<Box<Discriminator<'d>>>,
    /// `x-ms-discriminator-value`: the tag of this schema among others.
    pub discriminator_value: Option<&'d str>,
    /// What limits its values.
    pub limits: Option<Box<Limits<'d>>>,
    /// `default`.
    pub default: Option<Value<'d>>,
    /// `example` and `examples`.
    pub examples: Vec<Value<'d>>,
    /// Whether its values should no longer be used.
    pub deprecated: bool,
    /// `readOnly` and `writeOnly`.
    pub direction: Direction,
    /// The keywords that say something of its values which no type expresses, and their places.
    pub inexpressible: Vec<Text<'d>>,
    /// The schema as it is written, for what is wrong with it; what it means is in the other fields.
    pub source: Option<Value<'d>>,
}

/// A reference to a schema that is none itself.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'d> {
    /// The schema.
    pub target: SchemaId,
    /// The last key of the reference, by which the schema is known; the stem of the file where it names nothing in it.
    pub name: &'d str,
    /// Whether the target is one of the definitions of a schema, which are called by their keys.
    pub is_definition: bool,
}

/// What `enum` or `const` lists.
#[derive(Clone, Debug)]
pub struct Values<'d> {
    /// The place of the keyword.
    pub span: Span,
    /// The values.
    pub list: Vec<ListedValue<'d>>,
}

/// A listed value, and what extensions say of it.
#[derive(Clone, Copy, Debug)]
pub struct ListedValue<'d> {
    /// The value.
    pub value: Value<'d>,
    /// Its name.
    pub name: Option<&'d str>,
    /// What it means.
    pub description: Option<&'d str>,
}

/// `contentEncoding`, as far as bytes come of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentEncoding {
    /// Base64 (RFC 4648 section 4).
    Base64,
    /// Base64 for URLs (RFC 4648 section 5).
    Base64Url,
}

/// A Discriminator Object.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// Its place.
    pub span: Span,
    /// The name of the property.
    pub property: Text<'d>,
    /// The schemas by the values of the property; none where the mapping names no schema.
    pub mapping: Vec<Named<'d, Mapping<'d>>>,
    /// `defaultMapping`: the schema of all other values.
    pub default: Option<Text<'d>>,
}

/// The value of a mapping: a name or a reference, and the schema that it names.
#[derive(Clone, Copy, Debug)]
pub struct Mapping<'d> {
    /// As it is written.
    pub text: Text<'d>,
    /// The schema.
    pub schema: Option<SchemaId>,
}

impl<'d> Schema<'d> {
    /// `type`.
    pub fn kind(&self) -> Option<Kind> {
        self.kind.map(|(kind, _)| kind)
    }

    /// The members of its `oneOf`, else of its `anyOf`.
    pub fn members(&self) -> &[SchemaId] {
        if self.one_of.is_empty() {
            &self.any_of
        } else {
            &self.one_of
        }
    }

    /// The values that `enum` or `const` lists; none where there is neither.
    pub fn listed(&self) -> impl DoubleEndedIterator<Item = Value<'d>> + Clone + use<'_, 'd> {
        let values = self.values.iter().flat_map(|values| &values.list);
        values.map(|listed| listed.value)
    }

    /// Whether its `anyOf` has a schema for each type of a list of types.
    pub fn lists_types(&self) -> bool {
        !self.any_of.is_empty() && self.keyword("anyOf").is_none()
    }

    /// A keyword as it is written.
    pub fn keyword(&self, name: &str) -> Option<Named<'d, Value<'d>>> {
        let mut members = self.source?.members()?;
        let (name, span, value) = members.find(|(key, ..)| *key == name)?;
        Some(Named { name, span, value }).filter(|keyword| !keyword.value.is_null())
    }

    /// What limits its values.
    pub fn limits(&self) -> Limits<'d> {
        self.limits.as_deref().copied().unwrap_or_default()
    }

    /// The schema of the property of this name.
    pub fn property(&self, name: &str) -> Option<SchemaId> {
        super::named(&self.properties, name).copied()
    }

    /// Whether no value but null fits.
    pub fn is_null(&self) -> bool {
        let lists_null = self.values.is_some() && self.listed().all(Value::is_null);
        self.kind() == Some(Kind::Null) || lists_null || self.nullable && !self.has_shape()
    }

    /// Whether it says what its values are. Without that it only adds words and limits to what others say.
    pub fn has_shape(&self) -> bool {
        self.reference.is_some()
            || self.is_never
            || self.kind.is_some()
            || self.values.is_some()
            || self.format.is_some()
            || self.content_encoding.is_some()
            || self.content_media_type.is_some()
            || !self.properties.is_empty()
            || self.additional_properties.is_some()
            || !self.pattern_properties.is_empty()
            || self.items.is_some()
            || !self.prefix_items.is_empty()
            || !self.all_of.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
            || self.discriminator.is_some()
    }

    /// Whether it is nothing but a list of members, without a title.
    pub fn is_list_of_members(&self) -> bool {
        !self.members().is_empty()
            && self.words.summary.is_none()
            && self.kind.is_none()
            && self.values.is_none()
            && self.properties.is_empty()
            && self.required.is_empty()
            && self.all_of.is_empty()
            && self.discriminator.is_none()
            && self.default.is_none()
            && self.examples.is_empty()
            && !self.deprecated
            && self.direction == Direction::Both
    }

    /// Whether nothing at all is said of its values.
    pub fn is_any(&self) -> bool {
        let is_limited = self.limits.is_some() || !self.required.is_empty();
        !is_limited && !self.has_shape() && !self.nullable && self.not.is_none()
    }
}
