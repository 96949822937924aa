//! Security requirements: any one of a list, each a set of schemes that are needed together.

use std::collections::HashMap;

use openapiv3::{APIKeyLocation, SecurityScheme};

use super::docs::docs;
use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Credential, CredentialId, Location, Parameter, Scheme, SecretPlace};
use crate::parse::check::with_suggestion;
use crate::parse::document;
use crate::parse::tree::{Entry, Node, Value};

/// The credentials that operations ask for, and the names that the document gives them.
pub struct Credentials<'d> {
    /// Those that were asked for.
    pub used: Vec<Credential>,
    names: HashMap<Vec<&'d str>, &'d str>,
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
        let schemes = document::components(cx.document, "securitySchemes");
        let extension = cx.document.root.get("x-sdk-credentials");
        if let Some(node) = extension.filter(|node| !matches!(node.value, Value::Map(_))) {
            let message = format!("`x-sdk-credentials` must be an object, not {}", node.kind());
            cx.report(Diagnostic::new(Code::Extension, node.span, message));
        }
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
                cx.report(Diagnostic::new(Code::Extension, entry.value.span, message));
            }
            if let Some(other) = names.insert(set, entry.key.as_ref()) {
                let message = format!("`{other}` and `{}` name the same schemes", entry.key);
                cx.report(Diagnostic::new(Code::Extension, entry.key_span, message));
            }
        }
        Self {
            used: Vec::new(),
            names,
        }
    }

    /// What an operation asks of its caller: its own `security`, else the document's.
    pub fn of_operation<'s>(
        &mut self,
        cx: &mut Cx<'d, 's>,
        operation: &'d Node<'s>,
    ) -> Lowered<Security> {
        let mut security = Security::default();
        let requirements = operation
            .get("security")
            .or_else(|| cx.document.root.get("security"));
        for requirement in requirements.map_or(&[][..], Node::items) {
            if requirement.entries().is_empty() {
                security.is_optional = true;
                continue;
            }
            let credential = self.credential(cx, requirement)?;
            if !security.alternatives.contains(&credential) {
                security.alternatives.push(credential);
            }
        }
        Ok(security)
    }

    /// Whether some of the credentials travel where a parameter would.
    pub fn fill(&self, security: &Security, parameter: &Parameter) -> bool {
        let schemes = security
            .alternatives
            .iter()
            .filter_map(|id| self.used.get(id.0))
            .flat_map(|credential| &credential.schemes);
        let mut places = schemes.map(|scheme| &scheme.place);
        places.any(|place| match (place, parameter.location) {
            (SecretPlace::Header(name), Location::Header) => {
                name.eq_ignore_ascii_case(&parameter.wire)
            }
            (SecretPlace::Query(name), Location::Query)
            | (SecretPlace::Cookie(name), Location::Cookie) => *name == parameter.wire,
            _ => false,
        })
    }

    fn credential<'s>(
        &mut self,
        cx: &mut Cx<'d, 's>,
        requirement: &'d Node<'s>,
    ) -> Lowered<CredentialId> {
        let mut set: Vec<&str> = requirement
            .entries()
            .iter()
            .map(|entry| entry.key.as_ref())
            .collect();
        set.sort_unstable();
        let is_same = |known: &Credential| {
            let mut names: Vec<&str> = known
                .schemes
                .iter()
                .map(|scheme| scheme.name.as_str())
                .collect();
            names.sort_unstable();
            names == set
        };
        if let Some(place) = self.used.iter().position(is_same) {
            return Ok(CredentialId(place));
        }
        let schemes: Lowered<Vec<Scheme>> = requirement
            .entries()
            .iter()
            .map(|entry| scheme(cx, entry))
            .collect();
        let schemes = schemes?;
        check_places(cx, requirement, &schemes)?;
        let name = self.names.get(&set).map(|name| (*name).to_owned());
        self.used.push(Credential { name, schemes });
        Ok(CredentialId(self.used.len() - 1))
    }
}

/// No two schemes of one requirement travel in the same place: the second would take the first one's.
fn check_places(cx: &mut Cx<'_, '_>, requirement: &Node<'_>, schemes: &[Scheme]) -> Lowered<()> {
    let place = |scheme: &Scheme| match &scheme.place {
        SecretPlace::Bearer | SecretPlace::Basic => SecretPlace::Header("authorization".to_owned()),
        place => place.clone(),
    };
    for (index, scheme) in schemes.iter().enumerate() {
        if let Some(other) = schemes[..index]
            .iter()
            .find(|other| place(other) == place(scheme))
        {
            let message = format!(
                "`{}` and `{}` travel in the same place",
                other.name, scheme.name
            );
            let conflict = Diagnostic::new(Code::Security, requirement.span, message);
            return Err(cx.report(conflict.help("write them as alternatives: one list item each")));
        }
    }
    Ok(())
}

fn scheme<'d>(cx: &mut Cx<'d, '_>, entry: &'d Entry<'_>) -> Lowered<Scheme> {
    let name = entry.key.as_ref();
    let known = document::components(cx.document, "securitySchemes");
    let Some(node) = known.get(name) else {
        let message = format!("there is no security scheme `{name}`");
        let names: Vec<&str> = known.keys().copied().collect();
        let unknown = Diagnostic::new(Code::Security, entry.key_span, message)
            .help("declare it under `components.securitySchemes`");
        return Err(cx.report(with_suggestion(unknown, name, &names)));
    };
    let node = cx.resolve(node)?.node;
    let place = match cx.read::<SecurityScheme>(node)? {
        SecurityScheme::APIKey { location, name, .. } => match location {
            APIKeyLocation::Header if is_token(&name) => {
                SecretPlace::Header(name.to_ascii_lowercase())
            }
            APIKeyLocation::Cookie if is_token(&name) => SecretPlace::Cookie(name),
            APIKeyLocation::Header | APIKeyLocation::Cookie => {
                let message = format!("`{name}` is no legal name of a header or a cookie");
                return Err(cx.report(Diagnostic::new(Code::Security, node.span, message)));
            }
            APIKeyLocation::Query => SecretPlace::Query(name),
        },
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
            SecretPlace::Bearer
        }
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => {
            SecretPlace::Basic
        }
        SecurityScheme::HTTP { scheme, .. } => {
            let message = format!("the HTTP authentication scheme `{scheme}` is not generated");
            let unsupported = Diagnostic::new(Code::Unsupported, node.span, message);
            return Err(cx.report(unsupported.help("operations that need it are left out")));
        }
        SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => SecretPlace::Bearer,
    };
    Ok(Scheme {
        name: name.to_owned(),
        place,
        docs: docs(node),
    })
}

/// Whether a text is a token (RFC 9110 section 5.6.2), as the names of headers and cookies are.
pub fn is_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}
