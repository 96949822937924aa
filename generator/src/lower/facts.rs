//! What a schema says of its values beside their type: constraints, defaults, examples. All of it reaches the docs.

mod spelling;

use spelling::{add, bound, code, fact, first_example, labelled};

use super::Cx;
use super::docs::docs;
use super::types::Shape;
use crate::ir::{DocNote, DocNoteValue, Docs, Integer, Type};
use crate::read::{Node, Value};

/// The keywords that are told with their values, in the order in which they are told.
const KEYWORDS: [(&str, &str); 17] = [
    ("format", "Format"),
    ("enum", "One of"),
    ("pattern", "Pattern"),
    ("minimum", "Minimum"),
    ("maximum", "Maximum"),
    ("multipleOf", "Multiple of"),
    ("minLength", "Minimum length"),
    ("maxLength", "Maximum length"),
    ("minItems", "Minimum number of items"),
    ("maxItems", "Maximum number of items"),
    ("uniqueItems", "Unique items"),
    ("minProperties", "Minimum number of properties"),
    ("maxProperties", "Maximum number of properties"),
    ("not", "Never matches"),
    ("readOnly", "Read-only"),
    ("writeOnly", "Write-only"),
    ("default", "Default"),
];

/// How deep the items of items are told of.
const DEPTH: usize = 4;

/// The words about a property or a parameter of a type: its own, and the facts of its schema.
pub fn value_docs<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    schema: &'d Node<'s>,
    ty: &Type,
) -> Docs {
    let owner = cx.resolve(node).map_or(node, |target| target.node);
    let mut telling = Telling {
        cx,
        facts: docs(owner).notes,
    };
    // What stands in a parameter counts before what stands in its schema.
    if !std::ptr::eq(node, schema) {
        telling.own(owner, &Type::Any, "");
    }
    telling.schema(schema, ty, "", 0);
    let mut facts = telling.facts;
    if let Some(example) = first_example(owner) {
        add(&mut facts, fact("Example".into(), example));
    }
    let mut words = docs(owner);
    if words.summary.is_none() && words.description.is_none() {
        words = words_of_members(cx, owner, ty);
    }
    Docs {
        notes: facts,
        ..words
    }
}

/// What the members of an `allOf` say, but not those that a type with a name is made of.
fn words_of_members<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, ty: &Type) -> Docs {
    let is_named = matches!(ty, Type::Named(_) | Type::Nullable(_));
    let members = node.get("allOf").map_or(&[][..], Node::items);
    let speaking = members.iter().find_map(|member| {
        let is_type = member.get("$ref").is_some() && is_named;
        let target = cx.resolve(member).ok().filter(|_| !is_type)?;
        Some(docs(target.node)).filter(|docs| docs.summary.is_some() || docs.description.is_some())
    });
    speaking.unwrap_or_default()
}

/// The facts of a schema that has no type of its own.
pub fn facts<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, ty: &Type) -> Vec<DocNote> {
    let mut telling = Telling {
        cx,
        facts: Vec::new(),
    };
    if !matches!(ty, Type::Named(_)) {
        telling.schema(node, ty, "", 0);
    }
    telling.facts
}

/// The words about a type that has a name: a schema's own.
pub fn type_docs<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, ty: &Type) -> Docs {
    let mut docs = docs(node);
    let mut telling = Telling {
        cx,
        facts: Vec::new(),
    };
    telling.own(node, ty, "");
    docs.notes.splice(..0, telling.facts);
    docs
}

/// Facts on their way into one list.
struct Telling<'c, 'd, 's> {
    cx: &'c mut Cx<'d, 's>,
    facts: Vec<DocNote>,
}

impl<'d, 's> Telling<'_, 'd, 's> {
    /// The facts of a schema and of what it holds, but not those that a type with a name tells itself.
    fn schema(&mut self, node: &'d Node<'s>, ty: &Type, of: &str, depth: usize) {
        let ty = match ty {
            Type::Nullable(ty) => ty,
            ty => ty,
        };
        let is_reference = node.get("$ref").is_some();
        let is_named = matches!(ty, Type::Named(_));
        if (is_reference && is_named) || depth > DEPTH {
            return;
        }
        let Ok(target) = self.cx.resolve(node) else {
            return;
        };
        self.own(target.node, ty, of);
        if is_named {
            return;
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let members = target.node.get(keyword).map_or(&[][..], Node::items);
            // What one of several members says need not hold.
            for member in members
                .iter()
                .filter(|_| keyword == "allOf" || members.len() == 1)
            {
                self.schema(member, ty, of, depth + 1);
            }
        }
        let word = |word: &str| [of, word].join(" ").trim().to_owned();
        match (
            ty,
            target.node.get("items"),
            target.node.get("additionalProperties"),
        ) {
            (Type::List(item), Some(items), _) => {
                self.schema(items, item, &word("item"), depth + 1);
            }
            (Type::Map(value), _, Some(values)) => {
                self.schema(values, value, &word("value"), depth + 1);
            }
            _ => {}
        }
    }

    /// What stands in one node.
    fn own(&mut self, node: &Node<'_>, ty: &Type, of: &str) {
        for (key, label) in KEYWORDS {
            let Some(value) = node.get(key).filter(|value| !self.is_told(ty, key, value)) else {
                continue;
            };
            let label = labelled(of, bound(node, key).unwrap_or(label));
            let fact = match (key, &value.value) {
                (_, Value::Bool(false)) if key != "default" => None,
                (_, Value::Bool(true)) if key != "default" => Some(DocNote {
                    label,
                    value: DocNoteValue::None,
                }),
                ("enum", Value::List(values)) if values.is_empty() => None,
                ("enum", Value::List(values)) => Some(DocNote {
                    label,
                    value: DocNoteValue::Codes(values.iter().map(code).collect()),
                }),
                _ => fact(label, value),
            };
            add(&mut self.facts, fact);
        }
        for (key, label) in [("oneOf", "One of these"), ("anyOf", "Any of these")] {
            let members = node.get(key).map_or(&[][..], Node::items);
            let only_require = !members.is_empty()
                && members.iter().all(super::all_of::only_constrains)
                && members
                    .iter()
                    .any(|member| member.get("required").is_some());
            if only_require {
                let required = |member: &Node<'_>| {
                    let names = member.get("required").map_or(&[][..], Node::items);
                    let names: Vec<String> = names.iter().map(code).collect();
                    names.join(", ")
                };
                let label = labelled(of, label);
                let value = DocNoteValue::Codes(members.iter().map(required).collect());
                add(&mut self.facts, Some(DocNote { label, value }));
            }
        }
        if let Some(example) = node.get("example") {
            add(&mut self.facts, fact(labelled(of, "Example"), example));
        }
    }

    /// Whether the Rust type says it already.
    fn is_told(&self, ty: &Type, key: &str, value: &Node<'_>) -> bool {
        let ty = match ty {
            Type::Nullable(ty) => ty,
            ty => ty,
        };
        match key {
            "format" => matches!(
                (ty, value.as_str().unwrap_or_default()),
                (Type::Integer(Integer::I32), "int32")
                    | (Type::Integer(Integer::I64), "int64")
                    | (Type::Integer(Integer::U32), "uint32")
                    | (Type::Integer(Integer::U64), "uint64")
                    | (Type::Number, "double")
                    | (Type::Timestamp, "date-time")
                    | (Type::Base64, "byte" | "base64")
            ),
            "enum" => {
                matches!(
                    ty,
                    Type::Named(id) if matches!(
                        self.cx.types.shape(*id),
                        Some(Shape::Enum | Shape::IntegerEnum)
                    )
                )
            }
            _ => false,
        }
    }
}
