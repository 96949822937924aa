//! Runs that were interrupted, and runs at the same time.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::support::{DOCUMENT, command, folder, run};

const GENERATE: [&str; 5] = ["codegen", "--spec", "openapi.yaml", "--out", "sdk"];

#[test]
fn what_an_interrupted_run_left_is_used_and_removed() {
    let temp = folder(&[("sdk/.sdkwright.lock", ""), ("sdk/.sdkwright.tmp", "[pack")]);
    let first = run(temp.path(), &GENERATE);
    assert_eq!(first.code, Some(0), "{}", first.said);
    assert_eq!(hidden(temp.path()), Vec::<String>::new());

    // The same where there is nothing to write.
    fs::write(temp.path().join("sdk/.sdkwright.tmp"), "pub mod").unwrap();
    let second = run(temp.path(), &GENERATE);
    assert!(
        second.said.contains(": 0 created, 0 changed, 0 removed, "),
        "{}",
        second.said
    );
    assert_eq!(hidden(temp.path()), Vec::<String>::new());
}

#[test]
fn a_run_that_is_killed_at_any_time_leaves_a_folder_for_the_next() {
    let temp = folder(&[]);
    for milliseconds in [5, 20, 40, 60, 80, 100, 150, 200] {
        let mut child = command(temp.path(), &GENERATE)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(milliseconds));
        let _ = child.kill();
        child.wait().unwrap();
        fs::write(
            temp.path().join("openapi.yaml"),
            DOCUMENT.replace("Tides", "Low Tides"),
        )
        .unwrap();
    }
    let ended = run(temp.path(), &GENERATE);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert_eq!(hidden(temp.path()), Vec::<String>::new());
    assert_eq!(
        run(temp.path(), &[&GENERATE[..], &["--check"]].concat()).code,
        Some(0)
    );
}

#[test]
fn runs_into_one_folder_write_one_after_the_other() {
    let temp = folder(&[]);
    let other = DOCUMENT.replace("listTides", "listWaves");
    fs::write(temp.path().join("other.yaml"), other).unwrap();
    for _ in 0..3 {
        let children: Vec<_> = ["openapi.yaml", "other.yaml", "openapi.yaml", "other.yaml"]
            .into_iter()
            .map(|spec| {
                let words = ["codegen", "--spec", spec, "--out", "sdk"];
                command(temp.path(), &words)
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for mut child in children {
            assert_eq!(child.wait().unwrap().code(), Some(0));
        }
        let check = |spec| {
            run(
                temp.path(),
                &["codegen", "--check", "--spec", spec, "--out", "sdk"],
            )
        };
        let whole = [check("openapi.yaml").code, check("other.yaml").code];
        assert!(whole.contains(&Some(0)), "the folder is of two documents");
        assert_eq!(hidden(temp.path()), Vec::<String>::new());
    }
}

#[test]
fn a_run_waits_for_the_one_that_has_the_lock() {
    let temp = folder(&[]);
    fs::create_dir(temp.path().join("sdk")).unwrap();
    let lock = fs::File::create(temp.path().join("sdk/.sdkwright.lock")).unwrap();
    lock.lock().unwrap();
    let mut child = command(temp.path(), &GENERATE)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_millis(500));
    assert!(child.try_wait().unwrap().is_none(), "it has not waited");
    assert!(!temp.path().join("sdk/Cargo.toml").exists());
    drop(lock);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(temp.path().join("sdk/Cargo.toml").exists());
}

/// The files of a run that are in the output folder or below.
fn hidden(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.join("sdk")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.starts_with('.') {
                found.push(name);
            }
        }
    }
    found
}
