//! Document to facts: references followed, `allOf` merged, inline schemas given places to be named after.

mod alike;
mod all_of;
mod body;
mod content_kind;
mod docs;
mod enumeration;
mod example;
mod facts;
mod header;
mod media_type;
mod multipart;
mod names;
mod object;
mod operation;
mod package;
mod parameter;
mod path;
mod response;
mod response_body;
mod schema;
mod security;
mod server;
mod types;
mod union;

use std::collections::{BTreeMap, HashSet};

use crate::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::ir;
use crate::parse::piece::{self, Piece};
use crate::parse::resolve::Target;
use crate::read::Node;
use crate::read::Tree;

/// What is lowered, or the proof that the reason why not is reported.
type Lowered<T> = Result<T, Reported>;

/// What every function of this stage works with.
struct Cx<'d, 's> {
    document: &'d Tree<'s>,
    diagnostics: &'d mut Diagnostics,
    types: types::Types,
    names: names::Names<'d>,
    /// The examples met so far, where somebody asks for them.
    examples: Option<Vec<example::Noted<'d, 's>>>,
}

/// Gives the facts of a document. What cannot be lowered is reported and left out.
pub fn lower(document: &Tree<'_>, config: &Config, diagnostics: &mut Diagnostics) -> ir::Api {
    let mut cx = Cx {
        document,
        diagnostics,
        types: types::Types::default(),
        names: names::Names::default(),
        examples: config.examples.then(Vec::new),
    };
    names::name_components(&mut cx);
    let info = package::info(&cx);
    let package = package::package(&mut cx);
    let servers = server::servers(&cx, &document.root);
    let mut credentials = security::Credentials::new(&mut cx);
    let (operations, chosen) = operation::operations(&mut cx, &mut credentials, &config.only);
    if config.only.is_empty() {
        schema::unused_components(&mut cx);
    } else if chosen.is_empty() {
        let message = "no operation has a chosen tag or operationId";
        let place = document
            .root
            .entry("paths")
            .map_or(document.root.span, |paths| paths.key_span);
        cx.report(
            Diagnostic::new(Code::Choice, place, message).help("look for a typo in the choice"),
        );
    }
    let mut api = ir::Api {
        title: info.title,
        version: info.version,
        docs: info.docs,
        package,
        servers,
        credentials: credentials.used,
        types: BTreeMap::new(),
        left_out: Vec::new(),
        error: response::shared_error(&operations),
        examples: example::finish(&mut cx),
        operations,
    };
    cx.types.finish(&mut api);
    let emitted: HashSet<String> = api.operations.iter().map(ir::Operation::title).collect();
    let is_left_out = |title: &String| !emitted.contains(title);
    api.left_out = chosen.into_iter().filter(is_left_out).collect();
    api
}

impl<'d, 's> Cx<'d, 's> {
    fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.diagnostics.push(diagnostic)
    }

    fn resolve(&mut self, node: &'d Node<'s>) -> Lowered<Target<'d, 's>> {
        self.document.resolve(node, self.diagnostics)
    }

    /// Refuses a node that holds an error: it would mislead to what the document does not mean.
    fn sound(&self, node: &Node<'_>) -> Lowered<()> {
        match self.diagnostics.error_within(node.span) {
            Some(reported) => Err(reported),
            None => Ok(()),
        }
    }

    fn read<P: Piece>(&mut self, node: &Node<'s>) -> Lowered<P> {
        piece::read(node).map_err(|()| {
            // The check has said already what is wrong.
            if let Some(reported) = self.diagnostics.error_within(node.span) {
                return reported;
            }
            let message = format!("what stands here is not {} of OpenAPI 3.0", P::NAME);
            let wrong = Diagnostic::new(Code::WrongType, node.span, message);
            let help = "compare the fields with the specification: one of them holds a value of another kind";
            self.report(wrong.help(help))
        })
    }
}
