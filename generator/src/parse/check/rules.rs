//! The rules of objects beside what is expected of their fields, a file for each theme: the tables say which ones an object has.

pub mod body;
pub mod component_names;
pub mod document;
pub mod expression;
pub mod items;
pub mod media_types;
pub mod operations;
pub mod parameter;
mod path_parameters;
pub mod paths;
pub mod querystring;
pub mod scopes;
pub mod security;
pub mod server;
pub mod tags;
pub mod url;
