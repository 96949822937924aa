//! Models.

use super::{Constant, Docs, Ident, Origin, Type, Usage};

/// A file of models: a named schema and the inline schemas within it.
#[derive(Debug)]
pub struct ModelFile {
    /// The module.
    pub module: Ident,
    /// What its items need.
    pub imports: Vec<Import>,
    /// The types, the named schema's first.
    pub models: Vec<Model>,
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
    /// Whether it has a default, since nothing is required.
    pub has_default: bool,
    /// The fields.
    pub fields: Vec<Field>,
    /// The fields that hold the properties of one of several types.
    pub variants: Vec<Variants>,
    /// The field that holds what the other ones do not.
    pub additional: Option<Additional>,
    /// Whether users construct it.
    pub has_constructor: bool,
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
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The type of its value.
    pub ty: Type,
    /// Whether users give anything that converts into its value.
    pub is_converted: bool,
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
}

impl Union {
    /// The type that converts into the union as this variant: that of its value, unless another variant holds such a value too, or it is
    /// the union itself.
    pub fn source(&self, variant: &Ident) -> Option<&Type> {
        let found = self.variants.iter().find(|one| one.ident == *variant)?;
        let source = found.ty.unboxed();
        let same = |one: &&UnionVariant| one.ty.unboxed() == source;
        let is_own = *source == Type::Model(self.ident.clone());
        (!is_own && self.variants.iter().filter(same).count() == 1).then_some(source)
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
