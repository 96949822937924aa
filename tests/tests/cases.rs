//! What emitted crates send and read: each folder of `cases` has a document, and a test of its crate.
//!
//! `behaviour.rs` is an integration test of the emitted crate, which it knows as `sdk`. `cases/support.rs` is its module `support`.

#[allow(dead_code, reason = "other tests use the rest")]
mod workspace;

use std::fs;
use std::path::{Path, PathBuf};

use workspace::{Member, Workspace};

/// What the tests use beside the emitted crate, in the version that it uses itself.
const DEPENDENCIES: &str = "\n[dev-dependencies]\nfutures-core = \"0.3\"\nserde_json = \"1\"\n";

const SUPPORT: &str = include_str!("../cases/support.rs");

#[test]
fn emitted_crates_behave() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let entries = fs::read_dir(folder).expect("there are cases");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<PathBuf> = paths.filter(|path| path.is_dir()).collect();
    folders.sort();
    let members: Vec<Member> = folders.iter().map(|folder| member(folder)).collect();
    let workspace = Workspace::of("cases", &members);
    workspace.cargo(&[
        "test",
        "--workspace",
        "--no-default-features",
        "--features",
        "mock,case-groups/boats,case-groups/berths,case-groups/webhooks,case-groups/unused-models",
        "--tests",
    ]);
}

#[test]
fn each_part_of_a_crate_compiles_without_the_others() {
    let document = include_str!("../cases/groups/document.yaml");
    let workspace = Workspace::new("parts", &[("parts", document)]);
    let parts = ["boats", "berths", "webhooks", "unused-models"];
    let without_the_default = ["--no-default-features", "--features"];
    for part in parts.into_iter().chain([""]) {
        workspace.cargo(&[&["check"][..], &without_the_default, &[part]].concat());
    }
    // The links of the docs lead from each part to others.
    let all = parts.join(",");
    workspace.cargo(&[&["doc", "--no-deps"][..], &without_the_default, &[&all]].concat());
}

/// The crate of a case, with its test.
fn member(folder: &Path) -> Member {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()))
    };
    let name = folder.file_name().expect("a folder has a name");
    let name = format!("case-{}", name.to_string_lossy());
    let main = format!(
        "//! What the crate sends and reads.\n\nextern crate {} as sdk;\n\nmod behaviour;\nmod support;\n",
        name.replace('-', "_")
    );
    Member {
        name,
        document: read("document.yaml"),
        added: vec![
            ("Cargo.toml", DEPENDENCIES.to_owned()),
            ("tests/behaviour/main.rs", main),
            ("tests/behaviour/behaviour.rs", read("behaviour.rs")),
            ("tests/behaviour/support.rs", SUPPORT.to_owned()),
        ],
    }
}
