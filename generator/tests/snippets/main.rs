//! A few lines of a document in, one emitted item or file out.

mod support;

mod access;
mod all_of;
mod definitions;
mod docs;
mod enums;
mod examples;
mod fastapi;
mod files;
mod headers;
mod json_schema;
mod later_versions;
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
mod references_with_siblings;
mod responses;
mod security;
mod servers;
mod shared;
mod structs;
mod tags;
mod type_lists;
mod types;
mod unions;
mod webhooks;
