//! Generating, stage by stage, beside just reading the document.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use sdkwright::{Config, File, OnError, Sources, Stage};

use crate::samples::{Samples, head};
use sdkwright::cli::{Error, console};

/// Prints what generating costs, and gives the files.
pub fn measure(source: &Sources, runs: usize) -> Result<Vec<File>, Error> {
    let is_json = source.main().text.trim_start().starts_with('{');
    let (reader, mut values, mut typed) = (
        if is_json { "serde_json" } else { "serde_yaml" },
        Samples::default(),
        Samples::default(),
    );
    let mut is_openapi = true;
    for _ in 0..runs {
        let started = Instant::now();
        let is_read = if is_json {
            serde_json::from_str::<serde_json::Value>(&source.main().text).is_ok()
        } else {
            serde_yaml::from_str::<serde_yaml::Value>(&source.main().text).is_ok()
        };
        if !is_read {
            return Err(Error::new(format!("{reader} cannot read the document")));
        }
        values.push(started.elapsed());
        let started = Instant::now();
        is_openapi &= if is_json {
            serde_json::from_str::<openapiv3::OpenAPI>(&source.main().text).is_ok()
        } else {
            serde_yaml::from_str::<openapiv3::OpenAPI>(&source.main().text).is_ok()
        };
        typed.push(started.elapsed());
    }
    // The peak never falls, so the floor's is read before anything else is done.
    let memory_of_floor = peak_memory();

    let config = Config {
        crate_name: Some("bench-sdk".to_owned()),
        on_error: OnError::LeaveOut,
        ..Config::default()
    };
    let mut stages: [(Stage, &str, Samples); 5] = [
        (Stage::Read, "read", Samples::default()),
        (Stage::Parse, "parse and check", Samples::default()),
        (Stage::Lower, "lower", Samples::default()),
        (Stage::Name, "name", Samples::default()),
        (Stage::Emit, "emit", Samples::default()),
    ];
    let mut whole = Samples::default();
    let mut files = None;
    for _ in 0..runs {
        let ends = Mutex::new(Vec::new());
        let started = Instant::now();
        let ended = |stage| {
            if let Ok(mut ends) = ends.lock() {
                ends.push((stage, started.elapsed()));
            }
        };
        // Freed before the next run begins, so that the peak is that of one.
        drop(files.take());
        let output = sdkwright::generate_watched(source, &config, &ended);
        whole.push(started.elapsed());
        files = output.files;
        let mut before = Duration::ZERO;
        for (stage, end) in ends.into_inner().unwrap_or_default() {
            let known = stages.iter_mut().find(|(known, ..)| *known == stage);
            known
                .into_iter()
                .for_each(|(.., samples)| samples.push(end.saturating_sub(before)));
            before = end;
        }
    }
    let files = files.ok_or_else(|| Error::new("nothing can be generated from the document"))?;

    console::say(&head("generating"));
    console::say(&values.row(&format!("floor: {reader} alone"), &values));
    let typed_name = if is_openapi {
        "openapiv3"
    } else {
        "openapiv3, until its first error"
    };
    console::say(&typed.row(typed_name, &values));
    for (_, name, samples) in &stages {
        console::say(&samples.row(&format!("- {name}"), &values));
    }
    console::say(&whole.row("text to files", &values));
    if let (Some(floor), Some(peak)) = (memory_of_floor, peak_memory()) {
        console::say(&format!(
            "peak memory: {floor:.0} MiB after the floors, {peak:.0} MiB in all, {:.2} times as much",
            peak / floor
        ));
    }
    Ok(files)
}

/// The most memory that this process has had so far, in MiB; `None` if the system does not report it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
