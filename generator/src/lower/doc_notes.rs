//! What a schema says of its values beside their type: limits, defaults, examples. All of it reaches the docs.

mod limits;
mod list;
mod spelling;
mod words;

use spelling::code;
use words::{only_member, words_of_members};

use super::Cx;
use super::docs::docs;
use super::types::Shape;
use crate::ir::{Direction, DocNote, DocNoteValue, Docs, Limit, Scalar, Type};
use crate::openapi::{ContentEncoding, Schema, SchemaId, Value, Words};

/// How deep the items of items are noted.
const DEPTH: usize = 4;

/// The docs of a property: the words and the notes of its schema.
pub fn of_property(cx: &mut Cx<'_, '_>, id: SchemaId, ty: &Type) -> Docs {
    let Ok(target) = cx.resolve(id) else {
        return Docs::default();
    };
    let words = target.schema.words;
    let mut own = docs(cx.document, &words);
    let mut noting = Noting::new(cx, std::mem::take(&mut own.notes));
    noting.schema(id, ty, "", 0);
    let Noting { notes, limits, .. } = noting;
    let words = if words.is_empty() {
        words_of_members(cx, target.schema, ty)
    } else {
        own
    };
    Docs {
        notes,
        limits,
        ..words
    }
}

/// The docs of a parameter or a header: its own words and example, and the notes of its schema.
pub fn of_parameter(
    cx: &mut Cx<'_, '_>,
    words: &Words<'_>,
    examples: &[Value<'_>],
    schema: Option<SchemaId>,
    ty: &Type,
) -> Docs {
    let mut docs = docs(cx.document, words);
    let mut noting = Noting::new(cx, std::mem::take(&mut docs.notes));
    // What a parameter says counts before what its schema says.
    noting.example(examples, "");
    if let Some(schema) = schema {
        noting.schema(schema, ty, "", 0);
    }
    Docs {
        notes: noting.notes,
        limits: noting.limits,
        ..docs
    }
}

/// The notes of a schema that has no type of its own.
pub fn notes(cx: &mut Cx<'_, '_>, id: SchemaId, ty: &Type) -> Vec<DocNote> {
    let mut noting = Noting::new(cx, Vec::new());
    if !matches!(ty, Type::Named(_)) {
        noting.schema(id, ty, "", 0);
    }
    noting.notes
}

/// The docs of a type that has a name: a schema's own.
pub fn type_docs(cx: &mut Cx<'_, '_>, schema: &Schema<'_>, ty: &Type) -> Docs {
    let mut docs = docs(cx.document, &schema.words);
    let mut noting = Noting::new(cx, Vec::new());
    noting.own(schema, ty, "");
    docs.notes.splice(..0, noting.notes);
    docs
}

/// Notes on their way into one list.
struct Noting<'c, 'm, 'd> {
    cx: &'c mut Cx<'m, 'd>,
    notes: Vec<DocNote>,
    limits: Vec<Limit>,
}

impl<'c, 'm, 'd> Noting<'c, 'm, 'd> {
    fn new(cx: &'c mut Cx<'m, 'd>, notes: Vec<DocNote>) -> Self {
        Self {
            cx,
            notes,
            limits: Vec::new(),
        }
    }
}

impl Noting<'_, '_, '_> {
    /// The notes of a schema and of what it holds, but not those that a type with a name has itself.
    fn schema(&mut self, id: SchemaId, ty: &Type, of: &str, depth: usize) {
        let ty = match ty {
            Type::Nullable(ty) => ty,
            ty => ty,
        };
        let Ok(target) = self.cx.resolve(id) else {
            return;
        };
        let is_named = matches!(ty, Type::Named(_));
        if (target.name.is_some() && is_named) || depth > DEPTH {
            return;
        }
        let schema = target.schema;
        self.own(schema, ty, of);
        if is_named {
            return;
        }
        let only = only_member(self.cx, schema);
        for member in schema.all_of.iter().copied().chain(only) {
            self.schema(member, ty, of, depth + 1);
        }
        let word = |word: &str| [of, word].join(" ").trim().to_owned();
        match (ty, schema.items, schema.additional_properties) {
            (Type::List(item), Some(items), _) => {
                self.schema(items, item, &word("item"), depth + 1);
            }
            (Type::Map(value), _, Some(values)) => {
                self.schema(values, value, &word("value"), depth + 1);
            }
            _ => {}
        }
        if let Some(names) = schema.property_names {
            self.schema(names, &Type::Any, &word("key"), depth + 1);
        }
    }

    /// What one schema says.
    fn own(&mut self, schema: &Schema<'_>, ty: &Type, of: &str) {
        self.kind(schema, ty, of);
        self.limits(&schema.limits(), ty, of);
        self.value(of, "Never matches", schema.not);
        let direction = schema.direction;
        self.flag(of, "Read-only", direction == Direction::ReadOnly);
        self.flag(of, "Write-only", direction == Direction::WriteOnly);
        // An empty default says nothing: what is left out is as good as empty. Nor does that of what has only one value.
        let default = schema.default.filter(|value| !spelling::is_empty(*value));
        let default = default.filter(|_| !is_only(schema));
        self.value(of, "Default", default);
        self.alternatives(of, "One of these", &schema.one_of);
        self.alternatives(of, "Any of these", &schema.any_of);
        if !is_obvious(schema, ty) {
            self.example(&schema.examples, of);
        }
    }

    /// What a value is, where the Rust type does not say so already.
    fn kind(&mut self, schema: &Schema<'_>, ty: &Type, of: &str) {
        let ty = match ty {
            Type::Nullable(ty) => ty,
            ty => ty,
        };
        let is_stated =
            |format| matches!(ty, Type::Scalar(scalar) if scalar.row().formats.contains(&format));
        // Some documents repeat the type as the format.
        let is_type = |format: &str| matches!(format, "string" | "integer" | "number" | "boolean");
        let format = schema.format.map(|format| format.text);
        if let Some(format) = format.filter(|format| !is_stated(format) && !is_type(format)) {
            self.text(of, "Format", format);
        }
        let encoding = schema.content_encoding.map(|encoding| match encoding {
            ContentEncoding::Base64 => "base64",
            ContentEncoding::Base64Url => "base64url",
        });
        if let Some(encoding) = encoding.filter(|encoding| !is_stated(encoding)) {
            self.text(of, "Encoding", encoding);
        }
        if let Some(media_type) = schema.content_media_type {
            self.text(of, "Media type", media_type.text);
        }
        let is_enum = matches!(ty, Type::Named(id)
            if matches!(self.cx.types.shape(*id), Some(Shape::Enum | Shape::IntegerEnum)));
        if schema.values.is_some() && !is_enum {
            let values: Vec<_> = schema.listed().map(code).collect();
            let label = if values.len() == 1 {
                "Always"
            } else {
                "One of"
            };
            self.add(of, label, DocNoteValue::Codes(values));
        }
    }

    /// The members that only require properties.
    fn alternatives(&mut self, of: &str, label: &'static str, members: &[SchemaId]) {
        let members: Result<Vec<_>, _> = members.iter().map(|id| self.cx.schema(*id)).collect();
        let Ok(members) = members else {
            return;
        };
        let only_require = members.iter().all(|member| !member.has_shape())
            && members.iter().any(|member| !member.required.is_empty());
        if only_require {
            let required = |member: &&Schema<'_>| {
                let names: Vec<&str> = member.required.iter().map(|name| name.text).collect();
                names.join(", ")
            };
            let values = members.iter().map(required).collect();
            self.add(of, label, DocNoteValue::Codes(values));
        }
    }

    /// The first example.
    fn example(&mut self, examples: &[Value<'_>], of: &str) {
        // An empty example shows nothing that the type does not.
        let mut examples = examples.iter().copied();
        self.value(
            of,
            "Example",
            examples.find(|example| !spelling::is_empty(*example)),
        );
    }
}

/// Whether an example shows nothing that the docs do not say already: one of a truth value, or the only value.
fn is_obvious(schema: &Schema<'_>, ty: &Type) -> bool {
    is_only(schema) || ty.clone().non_null() == Type::Scalar(Scalar::Boolean)
}

/// Whether a schema has one value.
fn is_only(schema: &Schema<'_>) -> bool {
    schema.values.is_some() && schema.listed().count() == 1
}
