//! The crate as text. Nothing is decided here and nothing can fail.

mod argument;
mod credentials;
mod error;
mod features;
mod headers;
mod imports;
mod layout;
mod lib_rs;
mod manifest;
mod models;
mod operations;
mod print;
mod quickstart;
mod readme;
mod runtime;
mod servers;
mod tree;
mod webhooks;

pub use runtime::rows as runtime_rows;

use crate::mark::{self, MARK};
use crate::rust::{Crate, Sample};
use crate::source::Span;
use crate::{Example, File};

/// The files of the crate, sorted by path.
pub fn emit(krate: &Crate) -> Vec<File> {
    let mut files = vec![
        manifest::manifest(krate),
        readme::readme(krate),
        lib_rs::lib_rs(krate),
        servers::servers(krate),
        credentials::credentials(krate),
    ];
    files.extend(manifest::licenses(krate));
    files.extend(error::error(krate));
    files.extend(headers::headers(krate));
    files.extend(models::models(krate));
    files.extend(operations::operations(krate));
    files.extend(webhooks::webhooks(krate));
    files.extend(runtime::runtime(krate));
    if let Some(command) = &krate.command {
        files.iter_mut().for_each(|file| mark::sign(file, command));
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The document's examples with their types, as they are spelled beside the module `models`.
pub fn examples(krate: Crate, pointer: impl Fn(Span) -> String) -> Vec<Example> {
    let example = |sample: Sample| Example {
        ty: print::outside(&sample.ty).to_string(),
        json: sample.json,
        pointer: pointer(sample.place),
        fits: sample.fits,
    };
    krate.samples.into_iter().map(example).collect()
}

/// A Rust file: the generator's mark, then its sections with blank lines between them.
fn rust_file(path: impl Into<String>, sections: &[String]) -> File {
    let sections: Vec<&str> = sections
        .iter()
        .map(String::as_str)
        .filter(|section| !section.is_empty())
        .collect();
    let text = format!(
        "// {MARK}: change the document, not this file.\n\n{}\n",
        sections.join("\n\n")
    );
    File {
        path: path.into(),
        text,
    }
}
