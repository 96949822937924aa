//! Security requirements: any one of a list, each a set of schemes that are needed together.

use std::collections::HashMap;

use super::docs::docs;
use super::{Cx, Lowered};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Credential, CredentialId, Location, Parameter, Scheme, SecretLocation};
use crate::parse::resolve;
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// The credentials that operations ask for, and the names that the document gives them.
pub struct Credentials<'d> {
    /// Those that were asked for.
    pub used: Vec<Credential>,
    /// The names, by the sorted schemes.
    names: HashMap<Vec<&'d str>, &'d str>,
    /// What the requirements that were met became, by their sorted schemes.
    known: HashMap<Vec<&'d str>, CredentialId>,
}

/// What an operation asks of its caller.
#[derive(Default)]
pub struct Security {
    /// Any one of these is enough; none is needed where there are none.
    pub alternatives: Vec<CredentialId>,
    /// Whether the operation also works without.
    pub is_optional: bool,
}

impl<'d> Credentials<'d> {
    /// No credentials yet, and the names of `x-sdk-credentials`.
    pub fn new(cx: &mut Cx<'d, '_>) -> Self {
        let mut names = HashMap::new();
        let schemes = resolve::components(cx.document, "securitySchemes");
        let extension = cx.document.root.get("x-sdk-credentials");
        if let Some(node) = extension.filter(|node| !matches!(node.value, Value::Map(_))) {
            let message = format!("`x-sdk-credentials` must be an object, not {}", node.kind());
            let wrong = Diagnostic::new(Code::Extension, node.span, message);
            cx.report(
                wrong.help("write a name for each list of schemes: `AppCredentials: [appKey]`"),
            );
        }
        // Where an error took the schemes away, their names are not to blame.
        let is_known = !schemes.is_empty() || cx.diagnostics.errors() == 0;
        let extension = extension.filter(|_| is_known);
        for entry in extension.into_iter().flat_map(Node::entries) {
            let mut set: Vec<&str> = entry
                .value
                .items()
                .iter()
                .filter_map(Node::as_str)
                .collect();
            set.sort_unstable();
            if set.is_empty() || set.iter().any(|scheme| !schemes.contains_key(scheme)) {
                let message = format!(
                    "`{}` must list schemes of `components.securitySchemes`",
                    entry.key
                );
                let wrong = Diagnostic::new(Code::Extension, entry.value.span, message);
                cx.report(wrong.help("write a list of their names, such as `[appKey, appSecret]`"));
            }
            if let Some(other) = names.insert(set, entry.key.as_ref()) {
                let message = format!("`{other}` and `{}` name the same schemes", entry.key);
                let wrong = Diagnostic::new(Code::Extension, entry.key_span, message);
                cx.report(wrong.help("remove one of the two"));
            }
        }
        Self {
            used: Vec::new(),
            names,
            known: HashMap::new(),
        }
    }

    /// What an operation asks of its caller: its own `security`, else the document's.
    pub fn of_operation<'s>(
        &mut self,
        cx: &mut Cx<'d, 's>,
        operation: &'d Node<'s>,
    ) -> Lowered<Security> {
        let mut security = Security::default();
        let mut unusable = None;
        let requirements = operation
            .get("security")
            .or_else(|| cx.document.root.get("security"));
        for requirement in requirements.map_or(&[][..], Node::items) {
            if requirement.entries().is_empty() {
                security.is_optional = true;
                continue;
            }
            match self.credential(cx, requirement) {
                Ok(credential) if security.alternatives.contains(&credential) => {}
                Ok(credential) => security.alternatives.push(credential),
                Err(reported) => unusable = Some(reported),
            }
        }
        // Any other alternative is enough.
        match unusable {
            Some(reported) if security.alternatives.is_empty() && !security.is_optional => {
                Err(reported)
            }
            Some(_) | None => Ok(security),
        }
    }

    /// Whether some of the credentials travel where a parameter would.
    pub fn fill(&self, security: &Security, parameter: &Parameter) -> bool {
        let schemes = security
            .alternatives
            .iter()
            .filter_map(|id| self.used.get(id.0))
            .flat_map(|credential| &credential.schemes);
        let mut places = schemes.map(|scheme| &scheme.location);
        places.any(|place| match (place, parameter.location) {
            (SecretLocation::Header(name), Location::Header) => {
                name.eq_ignore_ascii_case(&parameter.wire)
            }
            (SecretLocation::Query(name), Location::Query)
            | (SecretLocation::Cookie(name), Location::Cookie) => *name == parameter.wire,
            _ => false,
        })
    }

    fn credential<'s>(
        &mut self,
        cx: &mut Cx<'d, 's>,
        requirement: &'d Node<'s>,
    ) -> Lowered<CredentialId> {
        let entries = requirement.entries();
        let mut set: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
        set.sort_unstable();
        if let Some(credential) = self.known.get(&set) {
            return Ok(*credential);
        }
        let schemes: Lowered<Vec<Scheme>> = entries.iter().map(|entry| scheme(cx, entry)).collect();
        let schemes = one_for_each_place(cx, requirement, schemes?)?;
        // Without the schemes that were dropped, it may be one that is known.
        let same = |known: &Credential| {
            let has = |scheme: &Scheme| known.schemes.iter().any(|other| other.name == scheme.name);
            known.schemes.len() == schemes.len() && schemes.iter().all(has)
        };
        let place = self.used.iter().position(same).unwrap_or_else(|| {
            let name = self.names.get(&set).map(|name| (*name).to_owned());
            self.used.push(Credential { name, schemes });
            self.used.len() - 1
        });
        let id = CredentialId(place);
        self.known.insert(set, id);
        Ok(id)
    }
}

/// The schemes of one requirement without those whose secret travels where another one's does: a request has one place for both,
/// so one secret has to satisfy both, as a token of two OAuth flows does.
fn one_for_each_place(
    cx: &mut Cx<'_, '_>,
    requirement: &Node<'_>,
    schemes: Vec<Scheme>,
) -> Lowered<Vec<Scheme>> {
    let mut kept: Vec<Scheme> = Vec::new();
    for scheme in schemes {
        let Some(other) = kept
            .iter()
            .find(|other| header_of(other) == header_of(&scheme))
        else {
            kept.push(scheme);
            continue;
        };
        let (one, two) = (&other.name, &scheme.name);
        let message = format!("`{one}` and `{two}` travel in the same place");
        if other.location != scheme.location {
            let conflict = Diagnostic::new(Code::Security, requirement.span, message);
            return Err(cx.report(conflict.help("write them as alternatives: one list item each")));
        }
        let repaired = Diagnostic::new(Code::Repaired, requirement.span, message)
            .label("taken for one secret that satisfies both");
        cx.report(repaired.help(format!(
            "write them as alternatives, one list item each, or leave `{two}` out"
        )));
    }
    Ok(kept)
}

/// Where a secret travels, whatever it looks like there.
fn header_of(scheme: &Scheme) -> SecretLocation {
    match &scheme.location {
        SecretLocation::Bearer | SecretLocation::Basic => {
            SecretLocation::Header("authorization".to_owned())
        }
        place => place.clone(),
    }
}

fn scheme<'d>(cx: &mut Cx<'d, '_>, entry: &'d Entry<'_>) -> Lowered<Scheme> {
    let name = entry.key.as_ref();
    let known = resolve::components(cx.document, "securitySchemes");
    let Some(node) = known.get(name) else {
        let reported = cx.diagnostics.error_within(entry.key_span);
        return Err(reported.unwrap_or_else(|| {
            let message = format!("there is no security scheme `{name}`");
            let unknown = Diagnostic::new(Code::Security, entry.key_span, message);
            cx.report(unknown.help("declare it under `components.securitySchemes`"))
        }));
    };
    let node = cx.resolve(node)?.node;
    // A scheme without what its type needs is reported.
    cx.sound(node)?;
    let text = |key: &str| {
        node.get(key)
            .and_then(Node::scalar_text)
            .unwrap_or_default()
    };
    let key = text("name").to_owned();
    let place = match (text("type"), text("in"), text("scheme")) {
        ("apiKey", "query", _) => SecretLocation::Query(key),
        ("apiKey", "header", _) if is_token(&key) => {
            SecretLocation::Header(key.to_ascii_lowercase())
        }
        ("apiKey", "cookie", _) if is_token(&key) => SecretLocation::Cookie(key),
        ("apiKey", ..) => {
            let span = node.get("name").map_or(node.span, |name| name.span);
            let message = format!("`{key}` is no legal name of a header or a cookie");
            let illegal = Diagnostic::new(Code::Security, span, message);
            return Err(cx.report(illegal.help(TOKEN_HELP)));
        }
        ("http", _, scheme) if scheme.eq_ignore_ascii_case("bearer") => SecretLocation::Bearer,
        ("http", _, scheme) if scheme.eq_ignore_ascii_case("basic") => SecretLocation::Basic,
        ("http", _, scheme) => {
            let span = node.get("scheme").map_or(node.span, |scheme| scheme.span);
            return Err(cx.report(unsupported(scheme, span)));
        }
        // OAuth 2 and OpenID Connect; the check has reported any other word.
        _ => SecretLocation::Bearer,
    };
    Ok(Scheme {
        name: name.to_owned(),
        location: place,
        docs: docs(node),
    })
}

/// The warning about a scheme of HTTP for which no credentials are generated.
fn unsupported(scheme: &str, span: Span) -> Diagnostic {
    let known = nearest(scheme, ["basic", "bearer"]);
    let message = match known {
        Some(_) => format!("there is no HTTP authentication scheme `{scheme}`"),
        None => format!("the HTTP authentication scheme `{scheme}` is not generated"),
    };
    Diagnostic::new(Code::Unsupported, span, message)
        .label("operations that need it are left out")
        .help(match known {
            Some(known) => format!("did you mean `{known}`?"),
            None => "write `basic` or `bearer`, if the API takes one of them".to_owned(),
        })
}

/// What to do about a name that is no token.
pub const TOKEN_HELP: &str = "use letters, digits, `-` and `_` only";

/// Whether a text is a token (RFC 9110 section 5.6.2), as the names of headers and cookies are.
pub fn is_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}
