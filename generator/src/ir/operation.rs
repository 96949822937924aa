//! Operations.

use super::{
    CredentialId, Docs, Header, Location, Method, Origin, Paging, Presence, Response, Scalar,
    Server, Type,
};

/// An operation, in one of the formats of its success.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its place in the document.
    pub origin: Origin,
    /// Its operationId, or one made of its method and path.
    pub id: String,
    /// What it is called after: the name that an extension gives it, else the same.
    pub name: String,
    /// The group that extensions put it in.
    pub group: Option<String>,
    /// The name that extensions give it in its group.
    pub name_in_group: Option<String>,
    /// Its HTTP method.
    pub method: Method,
    /// Its path.
    pub path: PathTemplate,
    /// Its first tag.
    pub tag: Option<String>,
    /// Where it is served, the default first; empty where that is where the rest of the API is.
    pub servers: Vec<Server>,
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
    /// The responses that mean success: those of 2xx or, where there are none, those of 3xx.
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
    /// How its list is paged, where the document says so.
    pub paging: Option<Paging>,
}

impl Operation {
    /// The parameter by which the server knows the attempts of one call as the same request.
    pub fn idempotency_key(&self) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| {
            parameter.location == Location::Header
                && parameter.wire.eq_ignore_ascii_case("idempotency-key")
                && parameter.ty == Type::Scalar(Scalar::String)
                && parameter.constant.is_none()
        })
    }
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
    /// Its place in the document.
    pub origin: Origin,
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
    /// What is sent where it is a list or an object without members.
    pub empty: Empty,
    /// Its only value, as text, where no caller is asked for it.
    pub constant: Option<String>,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

impl Parameter {
    /// Whether it asks for a stream.
    pub fn is_stream(&self) -> bool {
        self.wire == "stream"
            && self.location == Location::Query
            && self.ty == Type::Scalar(Scalar::Boolean)
    }
}

/// What is sent for a list or an object without members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// Nothing.
    LeftOut,
    /// An empty text, because the parameter is required.
    Sent,
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
    /// Its place in the document.
    pub origin: Origin,
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
    Form(Vec<FormField>),
    /// As the text of a scalar.
    Text,
    /// As it is.
    Plain,
    /// In parts.
    Multipart,
    /// As lines of JSON, or as a sequence of JSON; the type of the body is that of an item.
    Items(ItemFraming),
}

/// How the items of a request body are distinguished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemFraming {
    /// By lines.
    Lines,
    /// As a JSON sequence (RFC 7464).
    Sequence,
}

/// A field of a form that has a style of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its name.
    pub wire: String,
    /// Its style.
    pub style: Style,
    /// Whether reserved characters are sent as they are, where they do not end the value.
    pub reserved: bool,
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
    /// Whether its successes are redirects, which must not be followed then.
    pub fn returns_redirects(&self) -> bool {
        let mut successes = self.successes.iter();
        successes.any(|response| response.status.is_redirection())
    }

    /// Whether a success is a stream.
    pub fn is_streamed(&self) -> bool {
        let mut bodies = self.successes.iter().flat_map(|response| &response.bodies);
        bodies.any(|body| body.content.is_stream())
    }

    /// Whether a parameter always asks for a stream.
    pub fn asks_for_stream(&self) -> bool {
        let mut parameters = self.parameters.iter();
        parameters.any(|parameter| parameter.is_stream() && parameter.constant.is_some())
    }

    /// What it is called after.
    pub fn words(&self) -> String {
        self.in_format(&self.name)
    }

    /// What it is called after by those who call it so in its usual format.
    pub fn in_format(&self, name: &str) -> String {
        match &self.format {
            Some(format) => format!("{name} as {format}"),
            None => name.to_owned(),
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
