//! The Parameter Object and the Header Object.

use super::{MediaType, Named, SchemaId, Shared, Text, Value, Words};

/// A Parameter Object.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// The name by which `components.parameters` holds it.
    pub component: Option<&'d str>,
    /// Its name.
    pub name: Text<'d>,
    /// Where it is sent.
    pub location: ParameterLocation,
    /// What it says of itself.
    pub words: Words<'d>,
    /// Whether it must be sent.
    pub required: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// How its value is written.
    pub format: ParameterFormat<'d>,
    /// Whether reserved characters are sent as they are.
    pub allow_reserved: bool,
    /// Its examples.
    pub examples: Vec<Value<'d>>,
}

/// A Header Object.
#[derive(Clone, Debug)]
pub struct Header<'d> {
    /// The name by which `components.headers` holds it.
    pub component: Option<&'d str>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// How its value is written.
    pub format: ParameterFormat<'d>,
    /// Its examples.
    pub examples: Vec<Value<'d>>,
}

/// How the value of a parameter or of a header is written.
#[derive(Clone, Debug)]
pub enum ParameterFormat<'d> {
    /// In a style.
    Styled {
        /// The schema of its values.
        schema: Option<SchemaId>,
        /// The style.
        style: Style,
        /// Whether each value of an array or an object is a parameter of its own.
        explode: bool,
    },
    /// As content of a media type.
    Content(Named<'d, Shared<MediaType<'d>>>),
}

impl ParameterFormat<'_> {
    /// The schema of the values.
    pub fn schema(&self) -> Option<SchemaId> {
        match self {
            Self::Styled { schema, .. } => *schema,
            Self::Content(content) => content.value.as_ref().ok()?.schema,
        }
    }
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// As the whole query.
    QueryString,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// The styles of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `matrix`.
    Matrix,
    /// `label`.
    Label,
    /// `simple`.
    Simple,
    /// `form`.
    Form,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
    /// `cookie`.
    Cookie,
}

/// Who sends a header, where no parameter can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderOwner {
    /// The media types of the bodies say what it is.
    Content,
    /// A security scheme sends it.
    Security,
    /// It belongs to the connection or to the framing of the message (RFC 9110 section 7.6.1, RFC 9112 section 6).
    Transport,
}

impl HeaderOwner {
    /// Who sends the header with this name; `None` where a parameter may.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            // Parameter Object, `name`: definitions of these three are ignored.
            "accept" | "content-type" => Self::Content,
            "authorization" => Self::Security,
            "connection" | "content-length" | "expect" | "host" | "keep-alive" | "te"
            | "trailer" | "transfer-encoding" | "upgrade" => Self::Transport,
            name if name.starts_with("proxy-") => Self::Transport,
            _ => return None,
        })
    }
}

impl ParameterLocation {
    /// The location with this name.
    pub fn read(name: &str) -> Option<Self> {
        Some(match name {
            "path" => Self::Path,
            "query" => Self::Query,
            "querystring" => Self::QueryString,
            "header" => Self::Header,
            "cookie" => Self::Cookie,
            _ => return None,
        })
    }

    /// The style of parameters there that name none.
    pub fn default_style(self) -> Style {
        match self {
            Self::Path | Self::Header => Style::Simple,
            Self::Query | Self::QueryString | Self::Cookie => Style::Form,
        }
    }
}

impl Style {
    /// The style with this name.
    pub fn read(name: &str) -> Option<Self> {
        Some(match name {
            "matrix" => Self::Matrix,
            "label" => Self::Label,
            "simple" => Self::Simple,
            "form" => Self::Form,
            "spaceDelimited" => Self::SpaceDelimited,
            "pipeDelimited" => Self::PipeDelimited,
            "deepObject" => Self::DeepObject,
            "cookie" => Self::Cookie,
            _ => return None,
        })
    }

    /// Whether it explodes where nothing is said of that.
    pub fn explodes(self) -> bool {
        match self {
            Self::Form | Self::Cookie => true,
            Self::Matrix
            | Self::Label
            | Self::Simple
            | Self::SpaceDelimited
            | Self::PipeDelimited
            | Self::DeepObject => false,
        }
    }
}
