//! A few lines of a document in, one emitted item or file out.

mod support;

mod access;
mod all_of;
mod docs;
mod enums;
mod examples;
mod files;
mod headers;
mod markdown;
mod media_types;
mod multipart;
mod names;
mod nullables;
mod operations;
mod package;
mod parameters;
mod recursion;
mod references;
mod responses;
mod security;
mod servers;
mod shared;
mod structs;
mod tags;
mod types;
mod unions;
