//! The API as data: no references, no Rust, no state that the document cannot mean.

mod constant;
mod docs;
mod operation;
mod origin;
mod paging;
mod place;
mod response;
mod security;
mod types;
mod union;
mod walk;
mod webhook;

use std::collections::BTreeMap;

pub use crate::openapi::{Direction, Method, ParameterLocation as Location, Status};
pub use crate::scalar::{JsonType, Scalar};
pub use constant::Constant;
pub use docs::{Bound, DocNote, DocNoteValue, Docs, Limit};
pub use operation::{
    Body, BodyFormat, Empty, FormField, ItemFraming, MediaTypeChoice, Operation, Parameter,
    PathTemplate, Spelling, Style, title,
};
pub use origin::Origin;
pub use paging::{Paging, PagingMethod};
pub use place::{Home, Place};
pub use response::{Content, EventData, Header, HeaderSpelling, Reading, Response, ResponseBody};
pub use security::{Credential, CredentialId, Scheme, SecretLocation, TokenUrl};
pub use types::{
    Enum, EnumOf, EnumValue, Field, Multipart, NameId, Part, PartWriting, Presence, Struct, Type,
    TypeDef, TypeId, TypeKind, Usage, Variants,
};
pub use union::{
    Constants, JsonKind, Row, Step, TagOrigin, Tags, Union, UnionVariant, VariantTest,
};
pub use webhook::{Webhook, WebhookBody};

/// Everything the document says that an SDK needs.
#[derive(Debug)]
pub struct Api {
    /// The title of the API.
    pub title: String,
    /// The version of the API's document.
    pub version: String,
    /// What the API is for.
    pub docs: Docs,
    /// The tags that the document describes.
    pub tags: Vec<Tag>,
    /// What the emitted package says of itself.
    pub package: Package,
    /// Where the API is served, the default first.
    pub servers: Vec<Server>,
    /// One for each set of schemes that some operation requires.
    pub credentials: Vec<Credential>,
    /// The types that have a name.
    pub types: BTreeMap<TypeId, TypeDef>,
    /// The operations, in the order of the document; then those that ask for another format of a success.
    pub operations: Vec<Operation>,
    /// The requests that the API sends, in the order of the document.
    pub webhooks: Vec<Webhook>,
    /// The operations that could not be lowered, as `GET /path`.
    pub left_out: Vec<String>,
    /// The examples of the document, where the caller asks for them.
    pub examples: Vec<Example>,
    /// The type of all documented error bodies, where they share one.
    pub error: Option<Type>,
}

/// A tag of operations.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// The tag that it belongs to.
    pub parent: Option<String>,
    /// A few words about it.
    pub summary: Option<String>,
    /// More words about it.
    pub description: Option<String>,
}

/// An example of the document.
#[derive(Debug)]
pub struct Example {
    /// The type of its value.
    pub ty: Type,
    /// The value as JSON, without properties that its schema does not declare.
    pub json: String,
    /// Its place.
    pub place: crate::source::Span,
    /// Whether it fits its schema.
    pub fits: bool,
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
    /// Its place in the document.
    pub origin: Origin,
    /// Its name, where the document gives it one.
    pub name: Option<String>,
    /// The URL.
    pub url: Vec<UrlPart>,
    /// What it is for.
    pub docs: Docs,
}

/// A part of the URL of a server.
#[derive(Clone, Debug)]
pub enum UrlPart {
    /// Text that is always the same.
    Text(String),
    /// A variable.
    Variable(ServerVariable),
}

/// A variable in the URL of a server.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name.
    pub name: String,
    /// Its value where the caller chooses none.
    pub default: String,
    /// The words about it.
    pub docs: Docs,
}

impl Server {
    /// The URL, its variables replaced by their defaults.
    pub fn default_url(&self) -> String {
        let parts = self.url.iter().map(|piece| match piece {
            UrlPart::Text(text) => text.as_str(),
            UrlPart::Variable(variable) => &variable.default,
        });
        parts.collect()
    }

    /// The variables of the URL, each once.
    pub fn variables(&self) -> Vec<&ServerVariable> {
        let mut variables: Vec<&ServerVariable> = Vec::new();
        for piece in &self.url {
            match piece {
                UrlPart::Variable(variable)
                    if variables.iter().all(|known| known.name != variable.name) =>
                {
                    variables.push(variable);
                }
                UrlPart::Variable(_) | UrlPart::Text(_) => {}
            }
        }
        variables
    }
}
