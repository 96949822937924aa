//! Models.

use super::{
    Constant, Construction, Conversion, Deprecated, Docs, Ident, Limit, Origin, Type, Usage,
};

/// A file of models: a named schema and the inline schemas within it.
#[derive(Debug)]
pub struct ModelFile {
    /// The module.
    pub module: Ident,
    /// What its items need.
    pub imports: Vec<Import>,
    /// The types, the named schema's first.
    pub models: Vec<Model>,
    /// The features of the crate that it is compiled with, any one of them; always, where there are none.
    pub features: Vec<String>,
    /// The types that have several names: the one of the definition, and another one.
    pub also_called: Vec<(Ident, Ident)>,
}

/// One `use` declaration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The path up to the names.
    pub path: String,
    /// The names that are imported from it.
    pub names: Vec<String>,
}

/// A model.
#[derive(Debug)]
pub enum Model {
    /// A struct.
    Struct(Struct),
    /// An open enum of strings or integers.
    Enum(Enum),
    /// A union.
    Union(Union),
    /// A multipart body.
    Multipart(Multipart),
}

impl Model {
    /// The type.
    pub fn ident(&self) -> &Ident {
        match self {
            Model::Struct(strukt) => &strukt.ident,
            Model::Enum(enumeration) => &enumeration.ident,
            Model::Union(union) => &union.ident,
            Model::Multipart(multipart) => &multipart.strukt.ident,
        }
    }

    /// The type, and that of what it requires.
    pub fn idents(&self) -> impl Iterator<Item = &Ident> {
        let construction = match self {
            Model::Struct(strukt) | Model::Multipart(Multipart { strukt, .. }) => {
                Some(&strukt.construction)
            }
            Model::Enum(_) | Model::Union(_) => None,
        };
        let required = match construction {
            Some(Construction::Required(ident)) => Some(ident),
            Some(Construction::Default | Construction::Empty | Construction::Arguments) | None => {
                None
            }
        };
        std::iter::once(self.ident()).chain(required)
    }

    /// Its place in the document.
    pub fn origin(&self) -> Origin {
        match self {
            Model::Struct(strukt) => strukt.origin,
            Model::Enum(enumeration) => enumeration.origin,
            Model::Union(union) => union.origin,
            Model::Multipart(multipart) => multipart.strukt.origin,
        }
    }

    /// The words about it.
    pub fn docs(&self) -> &Docs {
        match self {
            Model::Struct(strukt) => &strukt.docs,
            Model::Enum(enumeration) => &enumeration.docs,
            Model::Union(union) => &union.docs,
            Model::Multipart(multipart) => &multipart.strukt.docs,
        }
    }

    /// Where its values are sent.
    pub fn usage(&self) -> Usage {
        match self {
            Model::Struct(strukt) => strukt.usage,
            Model::Enum(enumeration) => enumeration.usage,
            Model::Union(union) => union.usage,
            Model::Multipart(multipart) => multipart.strukt.usage,
        }
    }
}

/// A struct with its wire table.
#[derive(Debug)]
pub struct Struct {
    /// Its place in the document.
    pub origin: Origin,
    /// Where its values are sent.
    pub usage: Usage,
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The fields.
    pub fields: Vec<Field>,
    /// The fields that hold the properties of one of several types.
    pub variants: Vec<Variants>,
    /// The field that holds what the other ones do not.
    pub additional: Option<Additional>,
    /// How users make it.
    pub construction: Construction,
    /// Whether users send it, so that what is optional has setters.
    pub has_setters: bool,
}

/// A multipart body with the table of its parts.
#[derive(Debug)]
pub struct Multipart {
    /// The struct; users construct it.
    pub strukt: Struct,
    /// For each field how it becomes parts.
    pub rows: Vec<PartRow>,
    /// The method of the runtime's `Form` that takes the other parts.
    pub additional: &'static str,
}

/// How a field becomes parts.
#[derive(Debug)]
pub struct PartRow {
    /// The method of the runtime's `Form`.
    pub method: &'static str,
    /// What it has to know beside the value: the name of the part and maybe its content type.
    pub arguments: Vec<String>,
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its place in the document.
    pub origin: Origin,
    /// The field.
    pub ident: Ident,
    /// Its name in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
    /// What limits its values, beyond their type.
    pub limits: Vec<Limit>,
    /// That it should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// The type of its value.
    pub ty: Type,
    /// What users give for its value.
    pub conversion: Conversion,
    /// How the field holds it.
    pub slot: Slot,
    /// Its position among those that users must give.
    pub order: usize,
    /// Whether only the API sets it, so that it is not sent although the type occurs in requests.
    pub is_read_only: bool,
}

/// How a field holds its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// As it is.
    Required,
    /// As it is, and the document leaves but this one value.
    Constant(Constant),
    /// As an option that has this one value unless a response omits it.
    Preset(Constant),
    /// As an option that is sent as null when empty.
    RequiredNullable,
    /// As an option that is left out when empty.
    Optional,
    /// As an option that only responses omit: it is required in requests.
    RequiredInRequest,
    /// As a `Nullable`, which distinguishes absent, null and value.
    OptionalNullable,
}

impl Slot {
    /// Whether users must give its value.
    pub fn is_asked_for(&self) -> bool {
        match self {
            Slot::Required | Slot::RequiredInRequest => true,
            Slot::Constant(_)
            | Slot::Preset(_)
            | Slot::RequiredNullable
            | Slot::Optional
            | Slot::OptionalNullable => false,
        }
    }

    /// Whether a new value has nothing there, until a setter is called.
    pub fn is_empty_at_first(&self) -> bool {
        match self {
            Slot::RequiredNullable | Slot::Optional | Slot::OptionalNullable => true,
            Slot::Required | Slot::Constant(_) | Slot::Preset(_) | Slot::RequiredInRequest => false,
        }
    }
}

/// The field for properties that one of several types has.
#[derive(Debug)]
pub struct Variants {
    /// The field.
    pub ident: Ident,
    /// The words about it.
    pub docs: &'static str,
    /// The type that has the properties.
    pub ty: Type,
}

/// The field for properties that have no field of their own.
#[derive(Debug)]
pub struct Additional {
    /// The field.
    pub ident: Ident,
    /// The words about it.
    pub docs: &'static str,
    /// The type of the whole field: a map.
    pub ty: Type,
}

/// An open enum of strings or integers with its wire table.
#[derive(Debug)]
pub struct Enum {
    /// Its place in the document.
    pub origin: Origin,
    /// Where its values are sent.
    pub usage: Usage,
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Whether its values are integers; otherwise they are strings.
    pub is_integer: bool,
    /// The known values.
    pub variants: Vec<Variant>,
    /// Whether it has a default, because a struct that has one requires it.
    pub has_default: bool,
}

/// A known value of an enum.
#[derive(Debug)]
pub struct Variant {
    /// Its place in the document.
    pub origin: Origin,
    /// The variant.
    pub ident: Ident,
    /// The value in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
}

/// An open enum of values of several types, with its wire table.
#[derive(Debug)]
pub struct Union {
    /// Its place in the document.
    pub origin: Origin,
    /// Where its values are sent.
    pub usage: Usage,
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The property that distinguishes the variants; without it, what is known of their values does.
    pub tag: Option<String>,
    /// The known types.
    pub variants: Vec<UnionVariant>,
    /// The rows of the wire table, in the order in which they are tried.
    pub rows: Vec<UnionRow>,
    /// Whether what converts into it also converts into a `Nullable` of it.
    pub is_nullable: bool,
    /// Whether it has a default, because a struct that has one requires it.
    pub has_default: bool,
}

impl Union {
    /// The types that convert into the union as a variant.
    pub fn sources(&self, variant: &Ident) -> &[Type] {
        let found = self.variants.iter().find(|one| one.ident == *variant);
        found.map_or(&[], |variant| &variant.sources)
    }

    /// The types that convert into a `Nullable` of the union.
    pub fn sources_of_nullable(&self) -> impl Iterator<Item = &Type> {
        let variants = self.variants.iter().filter(|_| self.is_nullable);
        variants.flat_map(|variant| &variant.sources)
    }
}

/// A variant of a union.
#[derive(Debug)]
pub struct UnionVariant {
    /// Its place in the document.
    pub origin: Origin,
    /// The variant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The type that it holds.
    pub ty: Type,
    /// The types that convert into the union as this variant.
    pub sources: Vec<Type>,
}

/// A row of the wire table of a union.
#[derive(Debug)]
pub struct UnionRow {
    /// The variant.
    pub variant: Ident,
    /// Which values are of this variant.
    pub test: VariantTest,
}

/// Which values are of a variant.
#[derive(Debug)]
pub enum VariantTest {
    /// Those with one of these tags.
    Tags {
        /// The tags.
        values: Vec<Constant>,
        /// Whether the type has no field for the tag.
        is_untagged: bool,
    },
    /// Those that satisfy all of this.
    Row {
        /// Their kind, by the table's word for it.
        kind: &'static str,
        /// The keys of objects.
        keys: Vec<String>,
        /// The constants within them, by their paths.
        constants: Vec<(String, Vec<Constant>)>,
    },
}
