//! Operations.

mod accessors;
mod body;
mod failures;
mod format;
mod groups;
mod imports;
mod output;
mod paging;
mod parameters;
mod reason;
mod reserved;
mod statuses;
mod stream;
mod target;
mod visit;

pub use visit::{visit_content, visit_types};

use groups::Groups;
use parameters::{Parameters, parameters};
use reserved::{CLIENT, ENTRY, MARKER, PAGED_REQUEST, REQUEST};

use super::examples::Examples;
use super::markdown::code;
use super::types::Types;
use super::{docs, servers};
use crate::GroupBy;
use crate::ident::{Role, Scope};
use crate::ir::{self};
use crate::rust::{
    Argument, ConstantParameter, Credential, Entry, Group, Ident, ModelFile, Operation, Redirects,
    SecurityRequirement, Target,
};

/// Who knows what the API says of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors<'a> {
    /// Every error: all documented bodies are of one model.
    Shared(&'a Ident),
    /// Each operation for itself.
    OfOperations,
}

/// What has its name before operations have theirs.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The names of the types.
    pub types: &'a Types,
    /// The types.
    pub models: &'a [ModelFile],
    /// The credentials.
    pub credentials: &'a [Credential],
    /// Who knows what the API says of a failure.
    pub errors: Errors<'a>,
}

/// All operations, sorted by their modules, and their groups.
pub struct Operations {
    pub groups: Vec<Group>,
    pub all: Vec<Operation>,
}

/// Names all operations.
pub fn operations(
    api: &ir::Api,
    group_by: GroupBy,
    known: Known<'_>,
    headers: &[Vec<Ident>],
    examples: &Examples<'_>,
) -> Operations {
    let mut scopes = Scopes {
        // Clippy takes a module with the name of the one around it for a slip.
        modules: Scope::reserving(&["operations"]),
        markers: Scope::reserving(MARKER),
        client: Scope::reserving(CLIENT),
    };
    known
        .credentials
        .iter()
        .for_each(|credential| scopes.markers.take(&credential.ident));
    let mut groups = Groups::new(api, group_by, &mut scopes);
    // Names are claimed in an order of their own, and first for all operations: so neither the order of the document nor what else an
    // operation needs takes a name from another one.
    let mut sorted: Vec<(&ir::Operation, &Vec<Ident>)> =
        api.operations.iter().zip(headers).collect();
    sorted.sort_by_cached_key(|(one, _)| (one.format.is_some(), one.words(), one.title()));
    let names: Vec<Names> = sorted
        .iter()
        .map(|(one, _)| names(one, &mut scopes, &mut groups))
        .collect();
    let usual: Vec<(&ir::Operation, Ident)> = sorted
        .iter()
        .zip(&names)
        .map(|((one, _), names)| (*one, names.method.clone()))
        .collect();
    let named = sorted.into_iter().zip(names);
    let named = named.map(|((one, headers), names)| {
        let mut named = operation(one, names, known, headers, &mut scopes, &mut groups);
        let difference = format::difference(&usual, one, &named.owner());
        docs::append(&mut named.docs.0, difference.into_iter().collect());
        stream::ask(&mut named, one, known.models);
        named.example = examples.call(one, &named);
        named.paging = paging::paging(one, api, known.types, known.models);
        named.imports = imports::imports(&named);
        named
    });
    let mut operations: Vec<Operation> = named.collect();
    operations.sort_by_key(|one| one.module.file_stem());
    Operations {
        groups: groups.finish(),
        all: operations,
    }
}

/// The names that are taken.
struct Scopes {
    modules: Scope,
    markers: Scope,
    client: Scope,
}

/// The names of an operation.
struct Names {
    method: Ident,
    marker: Ident,
    module: Ident,
    group: Option<Group>,
}

fn names(operation: &ir::Operation, scopes: &mut Scopes, groups: &mut Groups<'_>) -> Names {
    let marker = scopes.markers.claim(&operation.words(), Role::Type);
    let words = operation.in_format(&groups.name(operation));
    let (group, [methods, modules]) = groups.scopes(operation, scopes);
    Names {
        method: methods.claim(&words, Role::Method),
        module: modules.claim(&words, Role::Module),
        marker,
        group,
    }
}

fn operation(
    operation: &ir::Operation,
    names: Names,
    known: Known<'_>,
    headers: &[Ident],
    scopes: &mut Scopes,
    groups: &mut Groups<'_>,
) -> Operation {
    let types = known.types;
    let Names {
        method,
        marker,
        module,
        group,
    } = names;
    let owner = group
        .as_ref()
        .map_or("Client", |group| group.ident.as_str());
    let path = format!("{owner}::{}", method.file_stem());
    let mut entry_scope = Scope::reserving(ENTRY);
    let mut setter_scope = Scope::reserving(match operation.paging {
        Some(_) => PAGED_REQUEST,
        None => REQUEST,
    });
    let Parameters {
        arguments,
        docs: argument_docs,
        mut setters,
    } = parameters(operation, types, &mut entry_scope, &mut setter_scope);
    let bodies = body::bodies(operation, types, &entry_scope, &mut setter_scope);
    setters.extend(bodies.setters);
    let output = output::output(operation, types, &marker, &mut scopes.markers);
    // The usual format decodes the failures of all.
    let failure = match (known.errors, &operation.format) {
        (Errors::Shared(_), _) | (Errors::OfOperations, Some(_)) => None,
        (Errors::OfOperations, None) => {
            output::failure(operation, types, &marker, &mut scopes.markers)
        }
    };
    let own_servers = servers::servers(&operation.servers);
    let mut responses = docs::of_pages(operation.paging.as_ref());
    responses.extend(docs::of_responses(&marker, failure.as_ref(), headers));
    responses.extend(servers::choice(&own_servers, &marker));
    let optional = docs::optional(&marker, &setters);
    let mut ways = bodies.arguments.into_iter();
    let (first, rest) = (ways.next(), ways);
    let describe = |with_body: &[Argument]| {
        let mut list = argument_docs.clone();
        let body = operation.bodies.first().map(|body| &body.docs);
        let is_body = |argument: &Argument| argument.target != Target::ContentType;
        let body = body.filter(|_| with_body.iter().any(is_body));
        list.extend(body.map(|docs| ("body".to_owned(), docs)));
        docs::of_operation(operation, &list, &optional, &responses)
    };
    let other = |(body, with_body): (&ir::Body, Vec<Argument>)| {
        let words = format!("{} as {}", groups.name(operation), body.name);
        let mut docs = describe(&with_body);
        docs::append(&mut docs.0, vec![body::difference(body, &path)]);
        let (_, [methods, _]) = groups.scopes(operation, scopes);
        Entry {
            method: methods.claim(&words, Role::Method),
            docs,
            arguments: arguments.iter().cloned().chain(with_body).collect(),
        }
    };
    let others = operation
        .bodies
        .iter()
        .skip(1)
        .zip(rest)
        .map(other)
        .collect();
    let first = first.unwrap_or_default();
    let method_docs = describe(&first);
    let arguments = arguments.into_iter().chain(first).collect();
    Operation {
        origin: operation.origin,
        imports: Vec::new(),
        request: code(&operation.title()),
        docs: method_docs,
        example: Vec::new(),
        marker_docs: docs::of_marker(operation, &path, &optional),
        group,
        module,
        marker,
        method,
        deprecated: docs::deprecated(operation.deprecated, &operation.docs),
        tag: operation.tag.clone(),
        http_method: operation.method.as_str().to_owned(),
        path: operation.path.text.clone(),
        server: operation.servers.first().map(ir::Server::default_url),
        servers: own_servers,
        redirects: redirects(operation),
        delivery: stream::delivery(&output),
        idempotent: operation.idempotent,
        paging: None,
        idempotency_key: operation.idempotency_key().map(|key| key.wire.clone()),
        constants: operation.parameters.iter().filter_map(constant).collect(),
        security: security(operation, known.credentials),
        arguments,
        setters,
        others,
        accept: accept(operation),
        output,
        failures: failures::failures(operation, known.errors, failure.as_ref()),
        failure,
    }
}

fn constant(parameter: &ir::Parameter) -> Option<ConstantParameter> {
    Some(ConstantParameter {
        origin: parameter.origin,
        wire: parameter.wire.clone(),
        target: target::target(parameter),
        text: parameter.constant.clone()?,
    })
}

fn redirects(operation: &ir::Operation) -> Redirects {
    if operation.returns_redirects() {
        Redirects::Returned
    } else {
        Redirects::Followed
    }
}

/// The header `Accept`, where it is not what a request has by default.
fn accept(operation: &ir::Operation) -> Option<String> {
    let accept = operation.accept.join(", ");
    (!accept.is_empty() && accept != "application/json").then_some(accept)
}

fn security(operation: &ir::Operation, credentials: &[Credential]) -> SecurityRequirement {
    let ident = |id: &ir::CredentialId| {
        credentials
            .get(id.0)
            .map(|credential| credential.ident.clone())
    };
    let mut idents: Vec<Ident> = operation.security.iter().filter_map(ident).collect();
    if idents.is_empty() {
        return SecurityRequirement::None;
    }
    if operation.optional_security {
        idents.push(Scope::default().claim("NoCredentials", Role::Type));
    }
    match <[Ident; 1]>::try_from(idents) {
        Ok([ident]) => SecurityRequirement::One(ident),
        Err(idents) => SecurityRequirement::Any(idents),
    }
}
