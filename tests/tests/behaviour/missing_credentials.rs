//! A call without its credentials does not compile, and the compiler says which ones are missing.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// A program that calls one operation on a client with the credentials `C`.
fn program(credentials: &str, call: &str) -> String {
    format!(
        "#![crate_type = \"lib\"]
         /// Makes the call.
         pub fn call(client: &rownd::Client<rownd::{credentials}>) {{ let _ = client.{call}; }}"
    )
}

const GET: &str = "get_my_profile(\"app\")";
const PUT: &str =
    "upsert_user_profile(\"app\", \"user\", rownd::models::UpsertUserProfileRequest::new())";

#[test]
fn the_compiler_names_the_missing_credentials() {
    let sdk = sdk();
    for (held, call, wanted) in [
        ("UserToken", PUT, "AppCredentials"),
        ("NoCredentials", PUT, "AppCredentials"),
        ("AppCredentials", GET, "UserToken"),
        ("NoCredentials", GET, "UserToken"),
    ] {
        let message = compile(&sdk, &program(held, call)).expect_err("this must not compile");
        let ours = format!(
            "this operation needs the credentials `{wanted}`, but the client holds `{held}`"
        );
        assert!(message.contains(&ours), "{message}");
        assert!(message.contains("with_credentials"), "{message}");
    }
    for (held, call) in [("AppCredentials", PUT), ("UserToken", GET)] {
        compile(&sdk, &program(held, call)).expect("this compiles");
    }
}

/// The library of the SDK that this test is linked with.
///
/// Cargo puts it next to the test's own executable. Builds with other features or by another compiler may be there too, so the newest
/// one that works is used.
fn sdk() -> PathBuf {
    let sound = program("UserToken", GET);
    let mut found: Vec<(SystemTime, PathBuf)> = fs::read_dir(libraries())
        .expect("the folder of the test can be read")
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let is_sdk = name.starts_with("librownd-") && entry.path().extension()? == "rlib";
            let modified = entry.metadata().and_then(|metadata| metadata.modified());
            is_sdk.then_some((modified.ok()?, entry.path()))
        })
        .collect();
    found.sort();
    let newest_first = found.into_iter().rev().map(|(_, path)| path);
    let mut working = newest_first.filter(|path| compile(path, &sound).is_ok());
    working
        .next()
        .expect("a library of the SDK lies beside the test")
}

fn libraries() -> PathBuf {
    let test = env::current_exe().expect("the test knows its path");
    test.parent()
        .map(Path::to_path_buf)
        .expect("the test lies in a folder")
}

/// Type-checks a program, and returns the compiler's errors.
fn compile(sdk: &Path, program: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let source = folder.path().join("program.rs");
    fs::write(&source, program).expect("there is room for a file");
    let mut library = OsString::from("rownd=");
    library.push(sdk);
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args([
            "--edition",
            "2024",
            "--emit",
            "metadata",
            "--color",
            "never",
            "--extern",
        ])
        .arg(library)
        .arg("-L")
        .arg(libraries())
        .arg("--out-dir")
        .arg(folder.path())
        .arg(source)
        .output()
        .expect("rustc runs");
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}
