//! The parameters of an operation: arguments of its entry methods, or setters.

use super::target;
use crate::ident::{Role, Scope};
use crate::ir::{self, Presence};
use crate::name::docs;
use crate::name::types::Types;
use crate::rust::{Argument, Ident};

/// What the parameters of an operation become.
pub struct Parameters<'a> {
    /// The arguments of its entry methods.
    pub arguments: Vec<Argument>,
    /// What the document says of them, with their names.
    pub docs: Vec<(String, &'a ir::Docs)>,
    /// The setters.
    pub setters: Vec<Argument>,
}

/// Names the parameters that callers are asked for.
pub fn parameters<'a>(
    operation: &'a ir::Operation,
    types: &Types,
    entries: &mut Scope,
    setters: &mut Scope,
) -> Parameters<'a> {
    let mut named = Parameters {
        arguments: Vec::new(),
        docs: Vec::new(),
        setters: Vec::new(),
    };
    let key = operation.idempotency_key().map(|key| key.wire.as_str());
    let parameters = operation.parameters.iter();
    for parameter in parameters.filter(|parameter| parameter.constant.is_none()) {
        let wire = parameter.wire.as_str();
        let is_key = key == Some(wire);
        match parameter.presence {
            Presence::Required | Presence::RequiredInRequest if !is_key => {
                let ident = entries.claim(wire, Role::Argument);
                named.docs.push((ident.to_string(), &parameter.docs));
                named.arguments.push(argument(parameter, types, ident));
            }
            Presence::Required | Presence::RequiredInRequest | Presence::Optional => {
                let ident = setter(wire, setters);
                let mut setter = argument(parameter, types, ident);
                let random = is_key.then(|| RANDOM_KEY.to_owned());
                docs::append(&mut setter.docs.0, random.into_iter().collect());
                named.setters.push(setter);
            }
        }
    }
    named
}

/// What an operation does where the caller sets no idempotency key.
const RANDOM_KEY: &str = "Unless it is set, it is random, and the same for each attempt.";

/// The name of a setter. What begins with `with_` is about the call, so a parameter of such a name is set by another one.
fn setter(wire: &str, scope: &mut Scope) -> Ident {
    let ident = scope.claim(wire, Role::Method);
    if ident.to_string().starts_with("with_") {
        scope.claim(&format!("set {wire}"), Role::Method)
    } else {
        ident
    }
}

fn argument(parameter: &ir::Parameter, types: &Types, ident: Ident) -> Argument {
    Argument {
        origin: parameter.origin,
        docs: docs::of_named(&parameter.docs, &parameter.wire, &ident),
        limits: parameter.docs.limits.clone(),
        ident,
        wire: parameter.wire.clone(),
        target: target::target(parameter),
        deprecated: docs::deprecated(parameter.deprecated, &parameter.docs),
        ty: types.spell(&parameter.ty),
        conversion: types.conversions.of(&parameter.ty),
        stream_flag: None,
    }
}
