//! Operations.

use super::{CredentialId, Docs, Header, Location, Method, Presence, Response, Type};

/// An operation, in one of the formats of its success.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its operationId, or one made of its method and path.
    pub id: String,
    /// Its HTTP method.
    pub method: Method,
    /// Its path.
    pub path: PathTemplate,
    /// Where it is served, if not where the rest of the API is.
    pub server: Option<String>,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its parameters, those of the path first and in the path's order.
    pub parameters: Vec<Parameter>,
    /// The formats of its request body, the preferred one first; none where it has no body.
    pub bodies: Vec<Body>,
    /// What distinguishes the format of its success from the usual one, in words, where it asks for another.
    pub format: Option<String>,
    /// The media types that it accepts, the preferred one first.
    pub accept: Vec<String>,
    /// The responses that mean success.
    pub successes: Vec<Response>,
    /// The documented responses that mean failure.
    pub failures: Vec<Response>,
    /// The documented response headers, whatever their statuses.
    pub headers: Vec<Header>,
    /// The credentials that it requires; any one of them is enough. Empty where none are needed.
    pub security: Vec<CredentialId>,
    /// Whether the operation also works without credentials although it takes some.
    pub optional_security: bool,
    /// What `x-sdk-idempotent` says.
    pub idempotent: Option<bool>,
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
    /// Where it is sent.
    pub location: Location,
    /// How its value is spelled there.
    pub spelling: Spelling,
    /// Whether reserved characters of a path or a query are sent as they are, where they do not end the value.
    pub reserved: bool,
    /// The type of its value.
    pub ty: Type,
    /// Whether it may be left out.
    pub presence: Presence,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// How the value of a parameter is spelled (Parameter Object, `style` and `content`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// In the default style of its location.
    Default,
    /// In a style of its own.
    Styled(Style),
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
    /// `cookie`.
    Cookie,
    /// `cookie` with `explode`.
    CookieExplode,
}

/// A request body in one format.
#[derive(Clone, Debug)]
pub struct Body {
    /// What distinguishes it from the other formats, in words.
    pub name: String,
    /// How it is written.
    pub format: BodyFormat,
    /// The media type that it is sent with, unless the caller chooses another one.
    pub media_type: String,
    /// Whether the caller chooses it.
    pub choice: MediaTypeChoice,
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
    /// As the text of a scalar.
    Text,
    /// As it is.
    Plain,
    /// In parts.
    Multipart,
}

/// Whether the caller chooses the media type of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaTypeChoice {
    /// There is only one.
    None,
    /// One of these.
    CallerMayChoose(Vec<String>),
    /// The document gives a range such as `image/*`.
    CallerMustChoose(String),
}

impl Operation {
    /// What it is called after.
    pub fn words(&self) -> String {
        match &self.format {
            Some(format) => format!("{} as {format}", self.id),
            None => self.id.clone(),
        }
    }

    /// Whether another one is the same operation, in whatever format.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.id, &self.method, &self.path) == (&other.id, &other.method, &other.path)
    }

    /// How messages call it: `GET /path`.
    pub fn title(&self) -> String {
        title(&self.method, &self.path.text)
    }
}

/// How messages call an operation.
pub fn title(method: &Method, path: &str) -> String {
    format!("{} {path}", method.as_str())
}
