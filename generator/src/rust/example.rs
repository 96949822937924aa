//! The quickstart.

use super::Ident;

/// One call of the quickstart.
#[derive(Debug)]
pub struct Example {
    /// The credentials it needs, with the names of its secrets.
    pub credential: Option<(Ident, Vec<String>)>,
    /// The variable that takes what the call gives.
    pub result: Ident,
    /// The entry method.
    pub method: Ident,
    /// The expressions of its arguments.
    pub arguments: Vec<String>,
    /// Its body, where it has one.
    pub body: Option<ExampleBody>,
    /// A setter, with the expression of its argument.
    pub setter: Option<(Ident, String)>,
}

/// The body of a call of the quickstart.
#[derive(Debug)]
pub struct ExampleBody {
    /// The model.
    pub model: Ident,
    /// A field that is set, and JSON for its value.
    pub field: Option<(Ident, String)>,
}
