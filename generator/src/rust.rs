//! The crate as it will be printed: every identifier, type and line of docs is final.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// An identifier. Only a scope of the naming stage makes one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(crate) String);

/// Lines of documentation, each without its comment marker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs(pub Vec<String>);

/// A whole crate.
#[derive(Debug)]
pub struct Crate {
    /// What `Cargo.toml` says.
    pub manifest: Manifest,
    /// The text that opens the crate's docs and its README.
    pub about: Docs,
    /// Calls that show how the crate is used.
    pub quickstart: Vec<Example>,
    /// The base URL of a new client; relative or empty where the document names no absolute one.
    pub base_url: String,
    /// The document's servers.
    pub servers: Vec<Server>,
    /// The credential types.
    pub credentials: Vec<Credential>,
    /// The files of the models.
    pub models: Vec<ModelFile>,
    /// The operations, a file each.
    pub operations: Vec<Operation>,
    /// The model of all documented error bodies, where they share one.
    pub api_error: Option<Type>,
    /// Whether a model holds a timestamp.
    pub has_timestamps: bool,
}

/// What the emitted `Cargo.toml` says.
#[derive(Debug)]
pub struct Manifest {
    /// The package.
    pub name: String,
    /// The library, `name` as an identifier.
    pub lib: Ident,
    /// The version.
    pub version: String,
    /// One line.
    pub description: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The address of the repository.
    pub repository: Option<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Categories.
    pub categories: Vec<String>,
}

/// A server of the document.
#[derive(Debug)]
pub struct Server {
    /// The constant that holds its URL.
    pub ident: Ident,
    /// The URL.
    pub url: String,
    /// The words about it.
    pub docs: Docs,
}

/// A credential type.
#[derive(Debug)]
pub struct Credential {
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The words about its constructor.
    pub constructor_docs: Docs,
    /// The secrets that it holds.
    pub secrets: Vec<Secret>,
}

/// A secret of a credential type.
#[derive(Debug)]
pub struct Secret {
    /// Where it travels.
    pub place: SecretPlace,
}

/// Where a secret travels, with the field that holds it.
#[derive(Debug)]
pub enum SecretPlace {
    /// In a header of its own.
    Header(Ident, String),
    /// In the query.
    Query(Ident, String),
    /// In a cookie.
    Cookie(Ident, String),
    /// In `Authorization`, after `Bearer`.
    Bearer(Ident),
    /// In `Authorization`, as user name and password.
    Basic(Ident, Ident),
}

/// What an operation asks of the client's credentials.
#[derive(Debug)]
pub enum Access {
    /// Nothing: every client has it, and no credentials are sent.
    Open,
    /// One credential type.
    One(Ident),
    /// Any of several; `NoCredentials` may be one of them.
    Any(Vec<Ident>),
}

/// A file of models: a named schema and the inline schemas within it.
#[derive(Debug)]
pub struct ModelFile {
    /// The module.
    pub module: Ident,
    /// What its items need.
    pub imports: Vec<Import>,
    /// The types, the named schema's first.
    pub models: Vec<Model>,
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
    /// An open enum of strings.
    Enum(Enum),
    /// A union.
    Union(Union),
}

/// An open enum of values of several types, with its wire table.
#[derive(Debug)]
pub struct Union {
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The property that tells the variants apart; without it, the shape of the value does.
    pub tag: Option<String>,
    /// The known types.
    pub variants: Vec<UnionVariant>,
}

/// A variant of a union.
#[derive(Debug)]
pub struct UnionVariant {
    /// The variant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The type that it holds.
    pub ty: Type,
    /// The row of the wire table: which values are of this variant.
    pub test: VariantTest,
}

/// Which values are of a variant.
#[derive(Debug)]
pub enum VariantTest {
    /// Those with one of these tags.
    Tags(Vec<String>),
    /// Those of a kind of JSON values, by the table's word for it.
    Kind(&'static str),
    /// Objects with these keys.
    Object(Vec<String>),
}

/// A struct with its wire table.
#[derive(Debug)]
pub struct Struct {
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether it has a default, since nothing is required.
    pub has_default: bool,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field that holds what the other ones do not.
    pub additional: Option<Additional>,
    /// Whether users construct it.
    pub has_constructor: bool,
}

/// A field.
#[derive(Debug)]
pub struct Field {
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
    /// How the field holds it.
    pub slot: Slot,
}

/// How a field holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// As it is.
    Required,
    /// As an option that is sent as null when empty.
    RequiredNullable,
    /// As an option that is left out when empty.
    Optional,
}

/// The field for properties that have no field of their own.
#[derive(Debug)]
pub struct Additional {
    /// The field.
    pub ident: Ident,
    /// The type of the whole field: a map.
    pub ty: Type,
}

/// An open enum of strings with its wire table.
#[derive(Debug)]
pub struct Enum {
    /// The type.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The known values.
    pub variants: Vec<Variant>,
}

/// A known value of an enum.
#[derive(Debug)]
pub struct Variant {
    /// The variant.
    pub ident: Ident,
    /// The value in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
}

/// An operation: a file with its marker type, its entry method and its setters.
#[derive(Debug)]
pub struct Operation {
    /// The module.
    pub module: Ident,
    /// The marker type.
    pub marker: Ident,
    /// The words about the marker type.
    pub marker_docs: Docs,
    /// The entry method.
    pub method: Ident,
    /// The words about the entry method.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The constant of `http::Method`.
    pub http_method: &'static str,
    /// The path template.
    pub path: String,
    /// What `x-sdk-idempotent` says.
    pub idempotent: Option<bool>,
    /// What the client must hold.
    pub access: Access,
    /// The arguments of the entry method.
    pub arguments: Vec<Argument>,
    /// The setters.
    pub setters: Vec<Argument>,
    /// The header `Accept`, where it is not JSON alone.
    pub accept: Option<String>,
    /// What success gives.
    pub output: Output,
}

/// An argument of the entry method, or a setter with its one argument.
#[derive(Debug)]
pub struct Argument {
    /// The argument or the setter.
    pub ident: Ident,
    /// Its name on the wire; empty for the body.
    pub wire: String,
    /// Where it goes.
    pub target: Target,
    /// The words about it, for a setter.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its type.
    pub ty: Type,
}

/// Where an argument goes, by the method of the runtime that puts it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A parameter: the method, and the variant of the runtime's `Style` where that is not the location's default.
    Parameter(&'static str, Option<&'static str>),
    /// The body, as JSON.
    Json,
    /// The body, as a form, with the variants of `Style` for fields that have a style of their own.
    Form(Vec<(String, &'static str)>),
    /// The body as it is, of a media type.
    Plain(String),
}

/// What success gives.
#[derive(Debug)]
pub enum Output {
    /// One type, whatever the status.
    One {
        /// The body.
        body: Content,
        /// The statuses.
        statuses: Vec<StatusPattern>,
    },
    /// A variant for each status.
    Many {
        /// The enum.
        ident: Ident,
        /// Its variants.
        variants: Vec<Outcome>,
    },
}

/// A variant of an operation's output.
#[derive(Debug)]
pub struct Outcome {
    /// The variant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The status.
    pub status: StatusPattern,
    /// The body.
    pub body: Content,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// None.
    Empty,
    /// JSON of a type.
    Json(Type),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A pattern that matches statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// From the first to the last of a hundred.
    Range(u16, u16),
}

/// A type as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `bool`.
    Bool,
    /// An integer or floating-point type, by its name.
    Number(&'static str),
    /// `String`.
    String,
    /// `Timestamp`.
    Timestamp,
    /// `Bytes`.
    Bytes,
    /// `Value`.
    Value,
    /// `Map<String, Value>`.
    Object,
    /// `Vec<…>`.
    Vec(Box<Type>),
    /// `BTreeMap<String, …>`.
    Map(Box<Type>),
    /// `Option<…>`.
    Option(Box<Type>),
    /// `Box<…>`.
    Box(Box<Type>),
    /// A model.
    Model(Ident),
}

/// One call of the quickstart.
#[derive(Debug)]
pub struct Example {
    /// The credentials it needs, with the names of its secrets.
    pub access: Option<(Ident, Vec<String>)>,
    /// The entry method.
    pub method: Ident,
    /// The expressions of its arguments.
    pub arguments: Vec<String>,
    /// Its body, where it has one.
    pub body: Option<ExampleBody>,
    /// A setter, with the expression of its argument.
    pub setter: Option<(Ident, String)>,
}

/// The body of a call of the quickstart.
#[derive(Debug)]
pub struct ExampleBody {
    /// The model.
    pub model: Ident,
    /// A field that is set, and JSON for its value.
    pub field: Option<(Ident, String)>,
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let span = proc_macro2::Span::call_site();
        let ident = match self.0.strip_prefix("r#") {
            Some(keyword) => proc_macro2::Ident::new_raw(keyword, span),
            None => proc_macro2::Ident::new(&self.0, span),
        };
        ident.to_tokens(tokens);
    }
}

impl std::fmt::Display for Ident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Ident {
    /// The identifier as files and rustdoc's links call it: a raw one without its prefix.
    pub fn file_stem(&self) -> String {
        self.0.trim_start_matches("r#").to_owned()
    }
}

impl Type {
    /// Calls `visit` with the type and every type within it.
    pub fn visit(&self, visit: &mut dyn FnMut(&Type)) {
        visit(self);
        match self {
            Type::Vec(ty) | Type::Map(ty) | Type::Option(ty) | Type::Box(ty) => ty.visit(visit),
            Type::Bool
            | Type::Number(_)
            | Type::String
            | Type::Timestamp
            | Type::Bytes
            | Type::Value
            | Type::Object
            | Type::Model(_) => {}
        }
    }
}
