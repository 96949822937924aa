//! The versions of OpenAPI, and what differs between them. Nothing else knows a version's number.

mod foreign;
pub mod tables;
mod version;

pub use version::of;

use tables::{Expected, Field, Object, SCHEMA, Versions};

use crate::read::Node;

/// A version of OpenAPI, as far as the rules of its objects go: patches differ in words only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// OpenAPI 3.0, with schemas of its own.
    V3_0,
    /// OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12.
    V3_1,
    /// OpenAPI 3.2.
    V3_2,
}

/// A schema of JSON Schema: an object whose `$ref` is a keyword among others, or a boolean.
const JSON_SCHEMA: Expected = Expected::BooleanOr(&Expected::Object(&SCHEMA));

impl Dialect {
    const ALL: [Self; 3] = [Self::V3_0, Self::V3_1, Self::V3_2];

    /// The fields with fixed names that an object has.
    pub fn fields(self, object: &'static Object) -> impl Iterator<Item = &'static Field> {
        let exists = move |field: &&Field| field.versions.contains(self);
        object.fields.iter().filter(exists)
    }

    /// The field of this name, if the object has it.
    pub fn field(self, object: &'static Object, name: &str) -> Option<&'static Field> {
        self.fields(object).find(|field| field.name == name)
    }

    /// Whether the object has a field of this name.
    pub fn has(self, object: &'static Object, name: &str) -> bool {
        self.field(object, name).is_some()
    }

    /// The field of this name that the object had in an earlier version: its meaning is clear.
    pub fn leftover(self, object: &'static Object, name: &str) -> Option<&'static Field> {
        let mut earlier = Self::ALL.into_iter().filter(|version| *version < self);
        earlier.find_map(|version| version.field(object, name))
    }

    /// The first later version in which the object has a field of this name.
    pub fn later_with(self, object: &'static Object, name: &str) -> Option<Self> {
        let mut later = Self::ALL.into_iter().filter(|version| *version > self);
        later.find(|version| version.has(object, name))
    }

    /// What a schema must be.
    pub fn schema(self) -> Expected {
        match self {
            Self::V3_0 => Expected::ObjectOrReference(&SCHEMA),
            Self::V3_1 | Self::V3_2 => JSON_SCHEMA,
        }
    }

    /// Whether the object may have keys that the specification does not know.
    pub fn allows_annotations(self, object: &Object) -> bool {
        self.has_json_schema() && object.name == SCHEMA.name
    }

    /// Whether schemas are those of JSON Schema, and not of OpenAPI 3.0 alone.
    pub fn has_json_schema(self) -> bool {
        match self {
            Self::V3_0 => false,
            Self::V3_1 | Self::V3_2 => true,
        }
    }

    /// Whether a keyword beside a reference to a schema is about the place of the reference. OpenAPI 3.0 ignores all of them, but these
    /// are hardly ever about anything else.
    pub fn applies_beside_reference(self, keyword: &str, value: &Node<'_>) -> bool {
        match self {
            Self::V3_0 => match keyword {
                "nullable" | "readOnly" | "writeOnly" => value.as_bool() == Some(true),
                "description" => value.as_str().is_some(),
                _ => false,
            },
            Self::V3_1 | Self::V3_2 => true,
        }
    }

    /// Whether this URI is one of the dialects of JSON Schema that OpenAPI has by default.
    pub fn is_of_schemas(uri: &str) -> bool {
        let uri = uri.trim_end_matches('#');
        uri == "https://json-schema.org/draft/2020-12/schema"
            || uri.starts_with("https://spec.openapis.org/oas/3.") && uri.contains("/dialect/")
    }

    /// The formats that an earlier version knows and this one does not.
    pub fn leftover_formats(self) -> &'static [&'static str] {
        match self {
            Self::V3_0 => &[],
            Self::V3_1 | Self::V3_2 => &["byte", "binary"],
        }
    }

    /// Whether a security requirement may name a scheme by its URI.
    pub fn names_schemes_by_uri(self) -> bool {
        match self {
            Self::V3_0 | Self::V3_1 => false,
            Self::V3_2 => true,
        }
    }

    /// Whether no variable may occur twice in a path (3.2, Path Templating).
    pub fn has_unique_path_variables(self) -> bool {
        match self {
            Self::V3_0 | Self::V3_1 => false,
            Self::V3_2 => true,
        }
    }

    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::V3_0 => "OpenAPI 3.0",
            Self::V3_1 => "OpenAPI 3.1",
            Self::V3_2 => "OpenAPI 3.2",
        }
    }

    /// Its first line.
    pub fn declaration(self) -> &'static str {
        match self {
            Self::V3_0 => "openapi: 3.0.4",
            Self::V3_1 => "openapi: 3.1.2",
            Self::V3_2 => "openapi: 3.2.0",
        }
    }
}

impl Versions {
    fn contains(self, version: Dialect) -> bool {
        match self {
            Versions::All => true,
            Versions::From(first) => version >= first,
            Versions::Until(last) => version <= last,
        }
    }
}
