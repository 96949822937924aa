//! The quickstart.

use super::Ident;

/// One call of the quickstart.
#[derive(Debug)]
pub struct Example {
    /// The credentials it needs, with their secrets.
    pub credential: Option<(Ident, Vec<Secret>)>,
    /// The variable that takes what the call gives.
    pub result: Ident,
    /// The links of the chain that calls the entry method, without its arguments.
    pub method: String,
    /// The expressions of its arguments.
    pub arguments: Vec<String>,
    /// Its body, where it has one.
    pub body: Option<ExampleBody>,
    /// A setter, with the expression of its argument.
    pub setter: Option<(Ident, String)>,
}

/// A secret, which the program reads from its environment.
#[derive(Debug)]
pub struct Secret {
    /// The variable of the program.
    pub ident: Ident,
    /// The variable of the environment.
    pub variable: String,
}

/// The body of a call of the quickstart.
#[derive(Debug)]
pub struct ExampleBody {
    /// The model.
    pub model: Ident,
    /// A field that is set, and JSON for its value.
    pub field: Option<(Ident, String)>,
}
