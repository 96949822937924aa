//! Servers: a constant each, and a function where the URL has variables.

use super::{docs, markdown};
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Docs, Ident, Server, ServerFunction, is_choice};

/// The names of servers, of the document or of an operation.
pub fn servers(servers: &[ir::Server]) -> Vec<Server> {
    let mut scope = Scope::reserving(&["BASE_URL", "DEFAULT"]);
    let mut functions = Scope::default();
    let server = |server: &ir::Server| {
        let description = server.docs.description.as_deref().unwrap_or_default();
        let words = match &server.name {
            Some(name) => name,
            None if (1..=40).contains(&description.len()) => description,
            None => "server",
        };
        Server {
            origin: server.origin,
            ident: scope.claim(words, Role::Constant),
            url: server.default_url(),
            docs: docs::docs(&server.docs, "A server of the API."),
            function: function(server, words, &mut functions),
        }
    };
    servers.iter().map(server).collect()
}

/// How the docs of an operation mention its servers, where there is a choice.
pub fn choice(servers: &[Server], marker: &Ident) -> Option<String> {
    is_choice(servers).then(|| {
        format!("[`with_server`](Request::with_server) chooses among the servers of [`{marker}`].")
    })
}

/// The function that puts a URL with variables together.
fn function(server: &ir::Server, words: &str, scope: &mut Scope) -> Option<ServerFunction> {
    let variables = server.variables();
    if variables.is_empty() {
        return None;
    }
    let mut names = Scope::default();
    let mut argument = |variable: &&ir::ServerVariable| {
        let ident = names.claim(&variable.name, Role::Argument);
        // The template of `format!` cannot name a raw identifier.
        if ident.is_raw() {
            return names.claim(&format!("{} value", variable.name), Role::Argument);
        }
        ident
    };
    let arguments: Vec<Ident> = variables.iter().map(&mut argument).collect();
    let argument = |variable: &ir::ServerVariable| {
        let named = variables.iter().zip(&arguments);
        let mut same = named.filter(|(known, _)| known.name == variable.name);
        same.next().map(|(_, argument)| argument.to_string())
    };
    let template = server.url.iter().map(|piece| match piece {
        ir::UrlPart::Text(text) => text.replace('{', "{{").replace('}', "}}"),
        ir::UrlPart::Variable(variable) => {
            format!("{{{}}}", argument(variable).unwrap_or_default())
        }
    });
    let url = server.url.iter().map(|piece| match piece {
        ir::UrlPart::Text(text) => text.clone(),
        ir::UrlPart::Variable(variable) => format!("{{{}}}", variable.name),
    });
    let about = format!(
        "The URL {} with values for its variables.",
        markdown::code(&url.collect::<String>())
    );
    let mut lines = markdown::fill(&about);
    let described = arguments.iter().zip(&variables);
    let list = described
        .flat_map(|(argument, variable)| docs::bullet(&argument.to_string(), &variable.docs));
    docs::append(&mut lines, list.collect());
    Some(ServerFunction {
        ident: scope.claim(words, Role::Method),
        template: template.collect(),
        docs: Docs(lines),
        arguments,
    })
}

/// The base URL of a new client: the first server of the document. Where that is not absolute, although all operations have absolute
/// ones of their own, it is the first one of these: nothing is sent there that does not belong there.
pub fn base_url(api: &ir::Api) -> String {
    let url = |servers: &[ir::Server]| servers.first().map(ir::Server::default_url);
    let shared = url(&api.servers).unwrap_or_default();
    let operations = api.operations.iter();
    let own: Vec<String> = operations.filter_map(|one| url(&one.servers)).collect();
    let are_enough = own.len() == api.operations.len() && own.iter().all(|url| is_absolute(url));
    match own.into_iter().next() {
        Some(own) if are_enough && !is_absolute(&shared) => own,
        Some(_) | None => shared,
    }
}

/// An absolute URL that shows where one's own goes, where the document has none.
pub fn example_base_url(api: &ir::Api) -> Option<String> {
    let url = base_url(api);
    if is_absolute(&url) {
        return None;
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let path = url.trim_end_matches('/');
    let path = Some(path).filter(|path| path.starts_with('/') && path.chars().all(is_plain));
    Some(format!(
        "https://api.example.com{}",
        path.unwrap_or_default()
    ))
}

fn is_absolute(url: &str) -> bool {
    let is_whole = !url.contains(['{', '}']);
    is_whole && (url.starts_with("https://") || url.starts_with("http://"))
}
