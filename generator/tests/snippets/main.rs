//! A few lines of a document in, one emitted item or file out.

mod support;

mod all_of;
mod docs;
mod enums;
mod markdown;
mod names;
mod operations;
mod package;
mod recursion;
mod references;
mod responses;
mod security;
mod servers;
mod structs;
mod types;
