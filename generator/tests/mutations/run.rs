//! One run of the generator, and what is true of every run.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use sdkwright::report::{Format, Style};
use sdkwright::{Config, OnError, Output, Source, Sources};

use crate::emitted;

/// A run that takes longer is treated as hanging. It is generous, because machines are busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// The largest document that is printed.
const PRINTED: usize = 5_000;

/// Generates from a document, with and without the parts that contain errors. `origin` says how to reproduce the document.
///
/// Returns whether a crate was emitted.
pub fn survives(text: String, origin: &str) -> bool {
    let mut source = Sources::from(Source {
        name: "damaged.yaml".to_owned(),
        text,
    });
    // There is no other file.
    loop {
        let needs = sdkwright::check(&source, &Config::default()).needs;
        if needs.is_empty() {
            break;
        }
        for path in needs {
            source.add(path, Err("there is no such file".to_owned()));
        }
    }
    let whole = checked(&source, OnError::Stop, origin);
    assert_eq!(
        whole.files.is_none(),
        whole.diagnostics.errors() > 0,
        "an error stops the run: {origin}\n{}",
        kept(&source)
    );
    let rest =
        (whole.diagnostics.errors() > 0).then(|| checked(&source, OnError::LeaveOut, origin));
    whole.files.is_some() || rest.is_some_and(|rest| rest.files.is_some())
}

/// Whether a terminal interprets a character instead of showing it.
fn is_obeyed(c: char) -> bool {
    c != '\n'
        && (c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

fn checked(source: &Sources, on_error: OnError, origin: &str) -> Output {
    let config = Config {
        on_error,
        ..Config::default()
    };
    let started = Instant::now();
    let run = AssertUnwindSafe(|| {
        let output = sdkwright::generate(source, &config);
        for format in [
            Format::Human(Style::Plain),
            Format::Short,
            Format::Json,
            Format::Sarif,
            Format::Github,
        ] {
            let said = output.diagnostics.render(source, format);
            assert!(!said.contains(is_obeyed), "a terminal would obey {said:?}");
        }
        output
    });
    let Ok(output) = catch_unwind(run) else {
        panic!("the generator panics on {origin}:\n{}", kept(source));
    };
    // A busy machine is not a hang.
    let is_slow = || {
        let again = Instant::now();
        drop(sdkwright::generate(source, &config));
        again.elapsed() > PATIENCE
    };
    assert!(
        started.elapsed() < PATIENCE || !is_slow(),
        "too long for {origin}:\n{}",
        kept(source)
    );
    if let Some(Err(problem)) = output.files.as_deref().map(emitted::check) {
        panic!("{problem}\nin the crate of {origin}:\n{}", kept(source));
    }
    output
}

/// The document, or the path of its file.
fn kept(source: &Sources) -> String {
    if source.main().text.len() < PRINTED {
        return source.main().text.clone();
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("finding.yaml");
    match fs::write(&path, &source.main().text) {
        Ok(()) => format!("it is kept as {}", path.display()),
        Err(error) => format!("it could not be kept: {error}"),
    }
}
