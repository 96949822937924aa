//! The API as facts: no references, no Rust, no state that the document cannot mean.

mod walk;

use std::collections::BTreeMap;

/// Everything the document says that an SDK needs.
#[derive(Debug)]
pub struct Api {
    /// The title of the API.
    pub title: String,
    /// The version of the API's document.
    pub version: String,
    /// What the API is for.
    pub docs: Docs,
    /// What the emitted package says of itself.
    pub package: Package,
    /// Where the API is served, the default first.
    pub servers: Vec<Server>,
    /// One for each set of schemes that some operation asks for.
    pub credentials: Vec<Credential>,
    /// The types that have a name.
    pub types: BTreeMap<TypeId, TypeDef>,
    /// The operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The type of all documented error bodies, where they share one.
    pub error: Option<Type>,
}

/// What `x-sdk-package` says.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// The name of the package.
    pub name: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Its licence, as an SPDX expression.
    pub license: Option<String>,
    /// The address of its repository.
    pub repository: Option<String>,
    /// Its keywords.
    pub keywords: Vec<String>,
    /// Its categories.
    pub categories: Vec<String>,
}

/// One address of the API.
#[derive(Clone, Debug)]
pub struct Server {
    /// The URL, its variables replaced by their defaults.
    pub url: String,
    /// What it is for.
    pub docs: Docs,
}

/// The words of the document about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// A short title or summary.
    pub summary: Option<String>,
    /// The description, in CommonMark.
    pub description: Option<String>,
    /// What else is worth a line.
    pub facts: Vec<Fact>,
}

/// A fact that is told in the docs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of fact, such as `Default`.
    pub label: &'static str,
    /// The value.
    pub value: FactValue,
}

/// The value of a [`Fact`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// A value on one line.
    Code(String),
    /// JSON on several lines.
    Block(String),
    /// A link and its text.
    Link {
        /// What the link is called.
        text: String,
        /// Where it leads.
        url: String,
    },
}

/// A set of security schemes that are needed together.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The name that the document gives it, where it does.
    pub name: Option<String>,
    /// The schemes.
    pub schemes: Vec<Scheme>,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Its name in the document.
    pub name: String,
    /// Where its secret travels.
    pub place: SecretPlace,
    /// What the document says of it.
    pub docs: Docs,
}

/// Where a secret travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretPlace {
    /// In a header of its own.
    Header(String),
    /// In the query.
    Query(String),
    /// In a cookie.
    Cookie(String),
    /// In `Authorization`, after `Bearer`.
    Bearer,
    /// In `Authorization`, as user name and password.
    Basic,
}

/// A place in [`Api::credentials`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CredentialId(pub(crate) usize);

/// A key of [`Api::types`]. Only lowering makes one, so that each leads to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub(crate) usize);

/// A value's type.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer(Integer),
    /// A number with a fraction.
    Number(Number),
    /// Text.
    String,
    /// A date with a time (RFC 3339).
    Timestamp,
    /// Bytes, as they travel outside JSON.
    Bytes,
    /// Any JSON value.
    Any,
    /// An object with any keys and values.
    Object,
    /// A list.
    List(Box<Type>),
    /// An object with any keys and values of one type.
    Map(Box<Type>),
    /// A type of the document's own.
    Named(TypeId),
    /// A value or null.
    Nullable(Box<Type>),
}

/// The width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integer {
    /// 32 bits with a sign.
    I32,
    /// 64 bits with a sign.
    I64,
    /// 32 bits without a sign.
    U32,
    /// 64 bits without a sign.
    U64,
}

/// The width of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// 32 bits.
    F32,
    /// 64 bits.
    F64,
}

/// A type that has a name.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Where the type stands, from which its name is made.
    pub place: Place,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether a request carries it, so that users construct it.
    pub in_request: bool,
    /// What it is.
    pub kind: TypeKind,
}

/// Where a thing stands in the document, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The schema or operation it belongs to.
    pub home: Home,
    /// The way from there; empty for the schema itself.
    pub path: Vec<String>,
}

/// What an inline schema belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// A schema that has a name of its own.
    Schema(String),
    /// An operation, by its ID.
    Operation(String),
}

/// The kinds of types that have a name.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An object with known fields.
    Struct(Struct),
    /// A string with known values.
    Enum(Vec<EnumValue>),
    /// A value of one of several types.
    Union(Union),
}

/// A value of one of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The property that tells which one it is; without it, the shape of the value does.
    pub tag: Option<String>,
    /// The types.
    pub variants: Vec<UnionVariant>,
}

/// One of the types of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// What the document calls it.
    pub name: String,
    /// The type.
    pub ty: Type,
    /// How a value is known to be of this type.
    pub test: VariantTest,
}

/// How a value is known to be of a variant's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariantTest {
    /// The tag has one of these values.
    Tags(Vec<String>),
    /// It is a string.
    String,
    /// It is a number.
    Number,
    /// It is a boolean.
    Boolean,
    /// It is an array.
    Array,
    /// It is an object with these properties; of several such objects, the one that knows most of the properties.
    Object(Vec<String>),
}

/// An object with known fields.
#[derive(Clone, Debug)]
pub struct Struct {
    /// The fields.
    pub fields: Vec<Field>,
    /// The type of the other fields, where the document says that there may be some.
    pub additional: Option<Type>,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The type of its values. Nullable only where the field is required.
    pub ty: Type,
    /// Whether it may be missing.
    pub presence: Presence,
}

/// Whether a field or parameter may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is always there.
    Required,
    /// It may be missing.
    Optional,
}

/// A known value of an enumerated string.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The value in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Its operationId, or what stands for one.
    pub id: String,
    /// Its HTTP method.
    pub method: Method,
    /// Its path.
    pub path: PathTemplate,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its parameters, those of the path first and in the path's order.
    pub parameters: Vec<Parameter>,
    /// Its request body.
    pub body: Option<Body>,
    /// The media types that it accepts, the preferred one first.
    pub accept: Vec<String>,
    /// The answers that mean success.
    pub successes: Vec<Response>,
    /// The documented answers that mean failure.
    pub failures: Vec<Response>,
    /// What a caller must hold; any one of them is enough. `None` where nothing is needed.
    pub security: Vec<CredentialId>,
    /// Whether the operation also works without credentials although it takes some.
    pub optional_security: bool,
    /// What `x-sdk-idempotent` says.
    pub idempotent: Option<bool>,
}

/// The HTTP methods of a path item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `OPTIONS`.
    Options,
    /// `HEAD`.
    Head,
    /// `PATCH`.
    Patch,
    /// `TRACE`.
    Trace,
}

/// A path with places for parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    /// As it is written, `/pets/{id}`.
    pub text: String,
    /// The names of its parameters, in order.
    pub parameters: Vec<String>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: Location,
    /// How its value is spelled there.
    pub spelling: Spelling,
    /// The type of its value.
    pub ty: Type,
    /// Whether it may be left out.
    pub presence: Presence,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How the value of a parameter is spelled (section 4.7.12.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// In the default style of its location.
    Default,
    /// In a style of its own.
    Styled(Style),
    /// In the default style, with reserved characters as they are.
    Reserved,
    /// As JSON text.
    Json,
}

/// The styles, with and without `explode` where that makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `simple`.
    Simple,
    /// `simple` with `explode`.
    SimpleExplode,
    /// `label`.
    Label,
    /// `label` with `explode`.
    LabelExplode,
    /// `matrix`.
    Matrix,
    /// `matrix` with `explode`.
    MatrixExplode,
    /// `form`.
    Form,
    /// `form` with `explode`.
    FormExplode,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// How it is written.
    pub format: BodyFormat,
    /// Its type.
    pub ty: Type,
    /// Whether it may be left out.
    pub presence: Presence,
    /// The words about it.
    pub docs: Docs,
}

/// How a request body is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// As JSON.
    Json,
    /// As `application/x-www-form-urlencoded`, these fields in styles of their own.
    Form(Vec<(String, Style)>),
    /// As it is, of this media type.
    Plain(String),
}

/// A documented answer.
#[derive(Clone, Debug)]
pub struct Response {
    /// The statuses it stands for.
    pub status: Status,
    /// Its body; `None` where it has none.
    pub body: Option<Content>,
    /// The words about it.
    pub docs: Docs,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// JSON of a type.
    Json(Type),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// The statuses that a response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred statuses, such as `4XX`.
    Range(u16),
    /// Every status that no other response stands for.
    Default,
}

impl Content {
    /// The type of JSON.
    pub fn json(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) => Some(ty),
            Content::Text | Content::Bytes => None,
        }
    }
}

impl Type {
    /// The type without null.
    pub fn non_null(self) -> Type {
        match self {
            Type::Nullable(ty) => *ty,
            ty => ty,
        }
    }

    /// The type with null.
    pub fn nullable(self) -> Type {
        match self {
            Type::Nullable(_) | Type::Any => self,
            ty => Type::Nullable(Box::new(ty)),
        }
    }
}

impl Method {
    /// All of them, by the names of their fields in a path item.
    pub const ALL: [(&str, Method); 8] = [
        ("get", Method::Get),
        ("put", Method::Put),
        ("post", Method::Post),
        ("delete", Method::Delete),
        ("options", Method::Options),
        ("head", Method::Head),
        ("patch", Method::Patch),
        ("trace", Method::Trace),
    ];

    /// The method as it stands in a request.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Post => "POST",
            Method::Delete => "DELETE",
            Method::Options => "OPTIONS",
            Method::Head => "HEAD",
            Method::Patch => "PATCH",
            Method::Trace => "TRACE",
        }
    }
}

impl Place {
    /// The place of a schema that has a name.
    pub fn schema(name: &str) -> Self {
        Self {
            home: Home::Schema(name.to_owned()),
            path: Vec::new(),
        }
    }

    /// The place of an operation.
    pub fn operation(id: &str) -> Self {
        Self {
            home: Home::Operation(id.to_owned()),
            path: Vec::new(),
        }
    }

    /// A place below.
    pub fn below(&self, word: &str) -> Self {
        let mut place = self.clone();
        place.path.push(word.to_owned());
        place
    }
}
