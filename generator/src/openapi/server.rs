//! The Server Object.

use super::{Named, Parsed, Text, Words};

/// A Server Object.
#[derive(Debug)]
pub struct Server<'d> {
    /// The URL.
    pub url: Text<'d>,
    /// Its name.
    pub name: Option<&'d str>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// The variables of the URL.
    pub variables: Vec<Named<'d, Parsed<ServerVariable<'d>>>>,
}

/// A Server Variable Object.
#[derive(Debug)]
pub struct ServerVariable<'d> {
    /// Its values.
    pub values: Vec<&'d str>,
    /// Its value where nobody chooses.
    pub default: &'d str,
    /// What it says of itself.
    pub words: Words<'d>,
}
