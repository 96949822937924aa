//! The quickstart.

use std::collections::BTreeSet;

use super::Ident;

/// One call of the quickstart.
#[derive(Debug)]
pub struct Example {
    /// The marker type of its operation.
    pub marker: Ident,
    /// The client that it is called on.
    pub client: ExampleClient,
    /// The variable that takes what the call gives.
    pub result: Ident,
    /// The statements before it, which make what is too long for an argument.
    pub statements: Vec<String>,
    /// The links of the chain that calls the entry method, without its arguments.
    pub method: String,
    /// The expressions of its arguments.
    pub arguments: Vec<String>,
    /// What the statements and arguments use of the crate.
    pub imports: BTreeSet<&'static str>,
    /// A setter, with the expression of its argument.
    pub setter: Option<(Ident, String)>,
}

/// The client of a call of the quickstart.
#[derive(Debug)]
pub enum ExampleClient {
    /// One without credentials.
    Anonymous,
    /// One with these credentials.
    With(ExampleCredential),
    /// That of the call before.
    AsBefore,
}

/// The credentials of a client in the quickstart.
#[derive(Debug)]
pub struct ExampleCredential {
    /// Their type.
    pub ident: Ident,
    /// What they are made of.
    pub secrets: Vec<Secret>,
}

/// A secret, which the program reads from its environment.
#[derive(Debug)]
pub struct Secret {
    /// The variable of the program.
    pub ident: Ident,
    /// The variable of the environment.
    pub variable: String,
}
