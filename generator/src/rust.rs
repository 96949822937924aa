//! The crate as it will be printed: every identifier, type and line of docs is final.

mod constant;
mod construction;
mod conversion;
mod deprecated;
mod example;
mod feature;
mod group;
mod header;
mod model;
mod operation;
mod output;
mod paging;
mod security;
mod types;
mod webhook;

use std::collections::BTreeSet;

pub use crate::ident::Ident;
pub use crate::ir::{Bound, EventData, Limit, Origin, PagingMethod, Reading, Usage};
pub use crate::scalar::{Row, Scalar};
pub use constant::Constant;
pub use construction::Construction;
pub use conversion::Conversion;
pub use deprecated::Deprecated;
pub use example::{Example, ExampleClient, ExampleCredential, Secret};
pub use feature::{UNUSED_MODELS, WEBHOOKS};
pub use group::Group;
pub use header::Header;
pub use model::{
    Additional, Enum, Field, Import, Model, ModelFile, Multipart, PartRow, Slot, Struct, Union,
    UnionRow, UnionVariant, Variant, VariantTest, Variants,
};
pub use operation::{
    Argument, ConstantParameter, Delivery, Entry, Operation, Redirects, StreamFlag, Target,
};
pub use output::{
    Accessor, Case, Content, FailureBody, Failures, Outcome, Output, OutputEnum, OutputType,
    StatusPattern,
};
pub use paging::{Holding, PageField, Paging};
pub use security::{Constructor, Credential, SecretLocation, SecurityRequirement, TokenOrigin};
pub use types::Type;
pub use webhook::{Webhook, WebhookBody, Webhooks};

/// Lines of documentation, each without its comment marker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs(pub Vec<String>);

impl Docs {
    /// The lines, and a block of others after them.
    pub fn followed_by(&self, block: &[String]) -> Docs {
        let both_have_lines = !self.0.is_empty() && !block.is_empty();
        let between = both_have_lines.then(String::new);
        let lines = self.0.iter().cloned();
        Docs(lines.chain(between).chain(block.iter().cloned()).collect())
    }

    /// The lines with their headings one level deeper, to stand below another heading.
    pub fn below_heading(&self) -> Docs {
        let mut is_code = false;
        let lines = self.0.iter().map(|line| {
            is_code ^= line.starts_with("```");
            if line.starts_with('#') && !is_code {
                format!("#{line}")
            } else {
                line.clone()
            }
        });
        Docs(lines.collect())
    }
}

/// A whole crate.
#[derive(Debug)]
pub struct Crate {
    /// The command that its files name as theirs, where it is not the usual one.
    pub command: Option<String>,
    /// What `Cargo.toml` says.
    pub manifest: Manifest,
    /// The text that opens the crate's docs and its README.
    pub about: Docs,
    /// The rest of what the document says of the API, where that is long.
    pub introduction: Docs,
    /// Links to the operations of a large API by their tags.
    pub links_by_tag: Docs,
    /// The calls of all operations by their tags.
    pub calls_by_tag: Docs,
    /// Calls that show how the crate is used.
    pub quickstart: Vec<Example>,
    /// The base URL of a new client; relative or empty where the document names no absolute one.
    pub base_url: String,
    /// What shows where the base URL of one's own goes, where that one is of no use by itself.
    pub example_base_url: Option<String>,
    /// The document's servers.
    pub servers: Vec<Server>,
    /// The credential types.
    pub credentials: Vec<Credential>,
    /// The files of the models.
    pub models: Vec<ModelFile>,
    /// The groups of operations, sorted by their modules.
    pub groups: Vec<Group>,
    /// The operations, a file each.
    pub operations: Vec<Operation>,
    /// The requests that the API sends.
    pub webhooks: Webhooks,
    /// The response headers.
    pub headers: Vec<Header>,
    /// What the types of these headers need.
    pub header_imports: Vec<Import>,
    /// The model of all documented error bodies, where they share one.
    pub api_error: Option<Ident>,
    /// The document's own examples of values.
    pub samples: Vec<Sample>,
    /// How deep the compiler must look into the types, where that is deeper than it does by itself.
    pub recursion_limit: Option<usize>,
    /// The types of the runtime that the SDK exposes.
    pub runtime_types: BTreeSet<RuntimeType>,
}

/// A type of the runtime that only some documents need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuntimeType {
    /// A scalar type.
    Scalar(Scalar),
    /// `Nullable`, which distinguishes absent, null and value.
    Nullable,
    /// A tuple, which the runtime reads and writes.
    Tuple,
    /// `FilePart`, of which multipart bodies are made.
    FilePart,
    /// `Body::from_file`, for request bodies that may be files.
    Upload,
    /// `ByteStream`, for success bodies that are bytes.
    ByteStream,
    /// `JsonItems`, for request bodies that are JSON lines or sequences of JSON.
    JsonItems,
    /// `EventStream`, for successes that are events.
    EventStream,
    /// `JsonStream`, for successes that are JSON lines or sequences of JSON.
    JsonStream,
}

impl Crate {
    /// Whether the SDK exposes a type of the runtime.
    pub fn has(&self, ty: RuntimeType) -> bool {
        self.runtime_types.contains(&ty)
    }

    /// Whether a success is a stream of items.
    pub fn has_streams(&self) -> bool {
        self.has(RuntimeType::EventStream) || self.has(RuntimeType::JsonStream)
    }

    /// Whether bodies ask for a stream when they are written.
    pub fn has_stream_flags(&self) -> bool {
        self.operations.iter().any(Operation::has_stream_flag)
    }

    /// The scalar types that the SDK exposes.
    pub fn scalars(&self) -> impl Iterator<Item = Row> {
        let scalars = Scalar::ALL.iter().copied();
        scalars
            .filter(|scalar| self.has(RuntimeType::Scalar(*scalar)))
            .map(Scalar::row)
    }

    /// Whether a program can get tokens by itself, with the ID and the secret of a client.
    pub fn has_client_credentials(&self) -> bool {
        let constructors = self.credentials.iter().flat_map(|one| &one.constructors);
        constructors
            .map(|one| &one.origin)
            .any(|origin| matches!(origin, TokenOrigin::Flow(_)))
    }

    /// Whether an operation has an idempotency key.
    pub fn has_idempotency_keys(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.idempotency_key.is_some())
    }

    /// Whether an operation has pages.
    pub fn has_pages(&self) -> bool {
        self.operations
            .iter()
            .any(|operation| operation.paging.is_some())
    }

    /// The features, on by default, that parts of the API are compiled with.
    pub fn part_features(&self) -> Vec<&str> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let groups = self.groups.iter().map(|group| group.feature.as_str());
        let others = [
            self.has_webhooks_feature().then_some(WEBHOOKS),
            // It is there whether or not it has models: they come and go with the operations that use them.
            Some(UNUSED_MODELS),
        ];
        let mut names: Vec<&str> = groups.collect();
        for name in others.into_iter().flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether the webhooks have a feature, as groups have.
    pub fn has_webhooks_feature(&self) -> bool {
        !self.groups.is_empty() && !self.webhooks.all.is_empty()
    }

    /// Whether it describes the requests that the API sends and none that it takes.
    pub fn has_webhooks_alone(&self) -> bool {
        self.operations.is_empty() && !self.webhooks.all.is_empty()
    }

    /// Whether the caller can choose a server, of the document or of an operation.
    pub fn has_choice_of_servers(&self) -> bool {
        let mut operations = self.operations.iter();
        is_choice(&self.servers) || operations.any(|operation| is_choice(&operation.servers))
    }

    /// Whether an operation knows what the API says of its failures.
    pub fn has_failures(&self) -> bool {
        self.operations
            .iter()
            .any(|operation| operation.failure.is_some())
    }
}

/// An example of the document, which is no part of the crate.
#[derive(Debug)]
pub struct Sample {
    /// The type of its value.
    pub ty: Type,
    /// The value as JSON.
    pub json: String,
    /// Its place in the document.
    pub place: crate::source::Span,
    /// Whether it fits its schema.
    pub fits: bool,
}

/// What the emitted `Cargo.toml` says.
#[derive(Debug)]
pub struct Manifest {
    /// The package.
    pub name: String,
    /// The library, `name` as an identifier.
    pub lib: Ident,
    /// Whether cargo, which only knows `-` from `_`, would call the library otherwise.
    pub is_lib_stated: bool,
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

/// Whether there is more than one address to choose among.
pub fn is_choice(servers: &[Server]) -> bool {
    servers.len() > 1 || servers.iter().any(|server| server.function.is_some())
}

/// A server of the document or of an operation.
#[derive(Debug)]
pub struct Server {
    /// Its place in the document.
    pub origin: Origin,
    /// The constant that holds its URL.
    pub ident: Ident,
    /// The URL, its variables replaced by their defaults.
    pub url: String,
    /// The words about it.
    pub docs: Docs,
    /// The function that takes other values, where the URL has variables.
    pub function: Option<ServerFunction>,
}

/// A function that makes a server of values for the variables of its URL.
#[derive(Debug)]
pub struct ServerFunction {
    /// Its name.
    pub ident: Ident,
    /// The variables.
    pub arguments: Vec<Ident>,
    /// The URL as the template of `format!`.
    pub template: String,
    /// The words about it.
    pub docs: Docs,
}
