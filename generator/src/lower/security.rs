//! Security requirements: any one of a list, each a set of schemes that are needed together.

mod scheme;

use std::collections::{HashMap, HashSet};

use scheme::scheme;

use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Credential, CredentialId, Location, Parameter, Scheme, SecretLocation};
use crate::openapi::{self, Document, Operation, SecurityRequirement, Text};
use crate::source::Span;

/// The credentials that operations ask for, and the names that the document gives them.
pub struct Credentials<'d> {
    /// Those that were asked for.
    pub used: Vec<Credential>,
    /// The names, by the sorted schemes.
    names: HashMap<Vec<&'d str>, CredentialName<'d>>,
    /// What the requirements that were met became, by their sorted schemes.
    known: HashMap<Vec<&'d str>, CredentialId>,
    /// The schemes that no requirement of the document names, as a requirement each.
    not_required: Vec<SecurityRequirement<'d>>,
}

/// What the document calls a set of schemes.
struct CredentialName<'d> {
    name: &'d str,
    /// The schemes, as `x-sdk-credentials` lists them.
    schemes: Vec<&'d str>,
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
    pub fn new(cx: &mut Cx<'_, 'd>) -> Self {
        Self {
            used: Vec::new(),
            names: names(cx),
            known: HashMap::new(),
            not_required: not_required(cx.document),
        }
    }

    /// What an operation asks of its caller: its own `security`, else the document's. Where the document has none either, it leaves open
    /// which of the schemes that nothing requires the operation takes, so each of them may be used and none has to be.
    pub fn of_operation(
        &mut self,
        cx: &mut Cx<'_, 'd>,
        operation: &Operation<'d>,
    ) -> Lowered<Security> {
        let shared = &cx.document.security;
        if operation.security.is_none() && shared.is_empty() {
            return Ok(self.optional(cx));
        }
        let mut security = Security::default();
        let mut unusable = None;
        for requirement in operation.security.as_ref().unwrap_or(shared) {
            let credential = match requirement {
                Ok(requirement) if requirement.schemes.is_empty() => {
                    security.is_optional = true;
                    continue;
                }
                Ok(requirement) => self.credential(cx, requirement),
                Err(reported) => Err(*reported),
            };
            match credential {
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

    /// The schemes that nothing requires, any of them or none.
    fn optional(&mut self, cx: &mut Cx<'_, 'd>) -> Security {
        let mut alternatives = Vec::new();
        for requirement in self.not_required.clone() {
            match self.credential(cx, &requirement) {
                Ok(credential) if !alternatives.contains(&credential) => {
                    alternatives.push(credential);
                }
                // What is wrong with a scheme is reported, and the operation works without.
                Ok(_) | Err(_) => {}
            }
        }
        Security {
            alternatives,
            is_optional: true,
        }
    }

    /// Whether some of the credentials are sent where a parameter would be.
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

    fn credential(
        &mut self,
        cx: &mut Cx<'_, 'd>,
        requirement: &SecurityRequirement<'d>,
    ) -> Lowered<CredentialId> {
        let schemes = &requirement.schemes;
        let mut set: Vec<&str> = schemes.iter().map(|name| name.text).collect();
        set.sort_unstable();
        if let Some(credential) = self.known.get(&set) {
            return Ok(*credential);
        }
        let name = self.names.get(&set);
        // The order of the keys of an object means nothing, that of the list in `x-sdk-credentials` does.
        let listed = name.map_or(&set, |name| &name.schemes);
        let mut schemes = schemes.clone();
        schemes.sort_by_key(|name| listed.iter().position(|listed| *listed == name.text));
        let name = name.map(|name| name.name.to_owned());
        let schemes: Lowered<Vec<Scheme>> = schemes.iter().map(|name| scheme(cx, *name)).collect();
        let schemes = one_for_each_place(cx, requirement.span, schemes?)?;
        // Without the schemes that were dropped, it may be one that is known.
        let same = |known: &Credential| {
            let has = |scheme: &Scheme| known.schemes.iter().any(|other| other.name == scheme.name);
            known.schemes.len() == schemes.len() && schemes.iter().all(has)
        };
        let place = self.used.iter().position(same).unwrap_or_else(|| {
            self.used.push(Credential { name, schemes });
            self.used.len() - 1
        });
        let id = CredentialId(place);
        self.known.insert(set, id);
        Ok(id)
    }
}

/// The schemes that no requirement of the document names, as a requirement each.
fn not_required<'d>(document: &Document<'d>) -> Vec<SecurityRequirement<'d>> {
    let paths = document.paths.iter();
    let operations = paths.flat_map(|path| &path.value.operations);
    let own = operations
        .filter_map(|one| one.operation.as_ref().ok()?.security.as_ref())
        .flatten();
    let required: HashSet<&str> = document
        .security
        .iter()
        .chain(own)
        .flatten()
        .flat_map(|requirement| &requirement.schemes)
        .map(|scheme| scheme.text)
        .collect();
    let schemes = document.components.security_schemes.iter();
    schemes
        .filter(|scheme| !required.contains(scheme.name))
        .map(|scheme| SecurityRequirement {
            span: scheme.span,
            schemes: vec![Text {
                text: scheme.name,
                span: scheme.span,
            }],
        })
        .collect()
}

/// The names that `x-sdk-credentials` gives to sets of schemes, by the sorted schemes.
fn names<'d>(cx: &mut Cx<'_, 'd>) -> HashMap<Vec<&'d str>, CredentialName<'d>> {
    let mut names: HashMap<_, CredentialName<'_>> = HashMap::new();
    let Some(extension) = cx.document.credentials else {
        return names;
    };
    let Some(members) = extension.members() else {
        let kind = extension.kind();
        let message = format!("`x-sdk-credentials` must be an object, not {kind}");
        let wrong = Diagnostic::new(Code::Extension, extension.span(), message);
        cx.report(wrong.help("write a name for each list of schemes: `AppCredentials: [appKey]`"));
        return names;
    };
    let schemes = &cx.document.components.security_schemes;
    // Where an error took the schemes away, their names are not to blame.
    if schemes.is_empty() && cx.diagnostics.errors() > 0 {
        return names;
    }
    for (name, span, value) in members {
        let items = value.items().into_iter().flatten();
        let schemes_of_name: Vec<&str> = items.filter_map(openapi::Value::as_str).collect();
        let mut set = schemes_of_name.clone();
        set.sort_unstable();
        let is_known = |scheme: &&str| openapi::named(schemes, scheme).is_some();
        if set.is_empty() || !set.iter().all(is_known) {
            let message = format!("`{name}` must list schemes of `components.securitySchemes`");
            let wrong = Diagnostic::new(Code::Extension, value.span(), message);
            cx.report(wrong.help("write a list of their names, such as `[appKey, appSecret]`"));
        }
        let known = CredentialName {
            name,
            schemes: schemes_of_name,
        };
        if let Some(other) = names.insert(set, known) {
            let other = other.name;
            let message = format!("`{other}` and `{name}` name the same schemes");
            let wrong = Diagnostic::new(Code::Extension, span, message);
            cx.report(wrong.help("remove one of the two"));
        }
    }
    names
}

/// The schemes of one requirement without those whose secret is sent where another one's is: a request has one place for both,
/// so one secret has to satisfy both, as a token of two OAuth flows does.
fn one_for_each_place(
    cx: &mut Cx<'_, '_>,
    requirement: Span,
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
        let message = format!("`{one}` and `{two}` use the same header, query parameter or cookie");
        if other.location != scheme.location {
            let conflict = Diagnostic::new(Code::Unsupported, requirement, message);
            let help =
                "leave them as they are if the server reads both: the operation is not generated";
            return Err(cx.report(conflict.help(help)));
        }
        let repaired = Diagnostic::new(Code::Repaired, requirement, message)
            .label("treated as one secret that satisfies both");
        cx.report(repaired.help(format!(
            "write them as alternatives, one list item each, or leave `{two}` out"
        )));
    }
    Ok(kept)
}

/// Where a secret is sent, whatever it looks like there.
fn header_of(scheme: &Scheme) -> SecretLocation {
    match &scheme.location {
        SecretLocation::Bearer | SecretLocation::Basic | SecretLocation::Authorization(_) => {
            SecretLocation::Header("authorization".to_owned())
        }
        place => place.clone(),
    }
}
