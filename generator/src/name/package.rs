//! The package and its servers.

use super::{docs, markdown};
use crate::Config;
use crate::ident::{Role, Scope};
use crate::ir;
use crate::rust::{Docs, Ident, Manifest, Server, ServerFunction};

/// What `Cargo.toml` says: the caller's choice, then `x-sdk-package`, then `info`.
pub fn manifest(api: &ir::Api, config: &Config) -> Manifest {
    let package = &api.package;
    let name = config.crate_name.clone().or_else(|| package.name.clone());
    let lib = Scope::default().claim(name.as_deref().unwrap_or(&api.title), Role::Module);
    let name = name.unwrap_or_else(|| lib.file_stem().replace('_', "-"));
    Manifest {
        is_lib_stated: lib.file_stem() != name.replace('-', "_"),
        name,
        version: package
            .version
            .clone()
            .unwrap_or_else(|| "0.1.0".to_owned()),
        description: description(api),
        license: package.license.clone(),
        repository: package.repository.clone(),
        keywords: package.keywords.clone(),
        categories: package.categories.clone(),
        lib,
    }
}

/// The constants of the document's servers.
pub fn servers(api: &ir::Api) -> Vec<Server> {
    let mut scope = Scope::reserving(&["DEFAULT"]);
    let mut functions = Scope::default();
    let server = |server: &ir::Server| {
        let description = server.docs.description.as_deref().unwrap_or_default();
        let words = match &server.name {
            Some(name) => name,
            None if (1..=40).contains(&description.len()) => description,
            None => "server",
        };
        Server {
            ident: scope.claim(words, Role::Constant),
            url: server.default_url(),
            docs: docs::docs(&server.docs, "A server of the API."),
            function: function(server, words, &mut functions),
        }
    };
    api.servers.iter().map(server).collect()
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

/// An absolute URL that shows where one's own goes, where the document has none.
pub fn example_base_url(api: &ir::Api) -> Option<String> {
    let url = api
        .servers
        .first()
        .map(ir::Server::default_url)
        .unwrap_or_default();
    let is_whole = |url: &str| !url.contains(['{', '}']);
    if is_whole(&url) && (url.starts_with("https://") || url.starts_with("http://")) {
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

/// The first sentence of the summary, or of the description, as plain text.
fn description(api: &ir::Api) -> String {
    let words = &api.docs;
    let text = words.summary.as_deref().or(words.description.as_deref());
    let text = text.unwrap_or_default();
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let sentence = words.join(" ");
    let sentence = sentence
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches('.');
    if sentence.is_empty() || sentence.len() > 200 {
        return format!(
            "A client of the API `{}`",
            api.title.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
    sentence.to_owned()
}
