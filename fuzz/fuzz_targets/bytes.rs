//! Any bytes as a document: nothing panics, and whatever is emitted is Rust.

#![no_main]

#[path = "../../generator/tests/mutations/emitted.rs"]
mod emitted;

use sdkwright::report::{Format, Style};
use sdkwright::{Config, OnError, Source, Sources};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let source = Sources::from(Source {
        name: "fuzzed.yaml".to_owned(),
        text: String::from_utf8_lossy(bytes).into_owned(),
    });
    for on_error in [OnError::Stop, OnError::LeaveOut] {
        let config = Config {
            on_error,
            ..Config::default()
        };
        let output = sdkwright::generate(&source, &config);
        for format in [
            Format::Human(Style::Plain),
            Format::Short,
            Format::Json,
            Format::Sarif,
            Format::Github,
        ] {
            let _ = output.diagnostics.render(&source, format);
        }
        if let Some(Err(problem)) = output.files.as_deref().map(emitted::check) {
            panic!("{problem}");
        }
    }
});
