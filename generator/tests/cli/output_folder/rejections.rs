//! What is rejected, always before anything is written.

use std::fs;

use sdkwright::cli::output_folder::{plan, update};
use tempfile::TempDir;

use super::{changes, file, manifest, marked, put, read, sdk, written};

#[test]
fn a_folder_that_is_not_the_generators_own() {
    let temp = TempDir::new().unwrap();
    let folder = temp.path();
    put(folder, "notes.md", "mine");
    assert!(rejection(&sdk(), folder).contains("is not empty"));

    // A manifest without the generator's mark in its first lines was written by somebody else.
    put(folder, "Cargo.toml", "[package]\n");
    assert!(rejection(&sdk(), folder).contains("is not empty"));
    put(
        folder,
        "Cargo.toml",
        &format!("[package]\n\n\n{}", manifest().text),
    );
    assert!(rejection(&sdk(), folder).contains("is not empty"));
    assert!(!folder.join("src").exists());
}

#[test]
fn an_output_folder_that_is_a_file() {
    let temp = TempDir::new().unwrap();
    put(temp.path(), "sdk", "a file");
    assert!(rejection(&sdk(), &temp.path().join("sdk")).contains("is not a folder"));
}

#[test]
fn a_file_that_somebody_else_wrote_in_its_place() {
    let (_temp, folder) = written(&sdk());
    put(&folder, "src/lib.rs", "// my own\n");
    let files = [
        manifest(),
        file("src/a.rs", "new"),
        file("src/lib.rs", "the SDK"),
    ];
    let plan = plan(&files, &folder).unwrap();
    assert_eq!(changes(&plan), ["created src/a.rs", "changed src/lib.rs"]);
    assert_eq!(plan.foreign, ["src/lib.rs"]);

    assert!(
        update(&files, &folder)
            .unwrap_err()
            .to_string()
            .contains("src/lib.rs")
    );
    assert_eq!(read(&folder, "src/lib.rs"), "// my own\n");
    assert!(!folder.join("src/a.rs").exists());
}

#[test]
fn a_folder_in_the_place_of_a_file_and_a_file_in_the_place_of_a_folder() {
    let (_temp, folder) = written(&sdk());
    fs::create_dir(folder.join("src/models.rs")).unwrap();
    put(&folder, "src/models", "a file");
    let a_folder = [manifest(), file("src/models.rs", "models")];
    assert!(rejection(&a_folder, &folder).contains("it is a folder"));
    let a_file = [manifest(), file("src/models/group.rs", "a group")];
    assert!(rejection(&a_file, &folder).contains("it is a file"));
}

#[test]
fn a_place_inside_another_crate() {
    let (_temp, folder) = written(&sdk());
    put(&folder, "src/models/Cargo.toml", "[package]\n");
    let files = [manifest(), file("src/models/group.rs", "a group")];
    assert!(rejection(&files, &folder).contains("another crate"));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_in_the_place_of_a_file_or_a_folder() {
    use std::os::unix::fs::symlink;

    let (temp, folder) = written(&sdk());
    let outside = temp.path().join("outside");
    put(&outside, "lib.rs", &marked("//", "outside"));
    fs::remove_file(folder.join("src/lib.rs")).unwrap();

    symlink(outside.join("lib.rs"), folder.join("src/lib.rs")).unwrap();
    assert!(rejection(&sdk(), &folder).contains("a symbolic link"));
    fs::remove_file(folder.join("src/lib.rs")).unwrap();
    fs::remove_dir(folder.join("src")).unwrap();

    symlink(&outside, folder.join("src")).unwrap();
    assert!(rejection(&sdk(), &folder).contains("a symbolic link"));
    assert_eq!(read(&outside, "lib.rs"), marked("//", "outside"));
    fs::remove_file(folder.join("src")).unwrap();

    // A plain write would follow a dangling link as well.
    symlink(temp.path().join("nowhere"), folder.join("src")).unwrap();
    assert!(rejection(&sdk(), &folder).contains("a symbolic link"));
}

#[cfg(unix)]
#[test]
fn files_behind_a_symbolic_link_are_not_removed() {
    let (temp, folder) = written(&sdk());
    let outside = temp.path().join("outside");
    put(&outside, "old.rs", &marked("//", "outside"));
    std::os::unix::fs::symlink(&outside, folder.join("linked")).unwrap();
    std::os::unix::fs::symlink(outside.join("old.rs"), folder.join("old.rs")).unwrap();

    let plan = plan(&sdk(), &folder).unwrap();
    assert!(plan.changes.is_empty());
    assert!(outside.join("old.rs").exists());
}

#[cfg(unix)]
#[test]
fn a_manifest_that_is_a_symbolic_link_makes_no_own_folder() {
    let (temp, folder) = written(&sdk());
    fs::rename(folder.join("Cargo.toml"), temp.path().join("Cargo.toml")).unwrap();
    std::os::unix::fs::symlink(temp.path().join("Cargo.toml"), folder.join("Cargo.toml")).unwrap();
    assert!(rejection(&sdk(), &folder).contains("is not empty"));
}

#[test]
fn paths_that_lead_elsewhere() {
    let temp = TempDir::new().unwrap();
    let folder = temp.path().join("sdk");
    let paths = [
        "",
        "/etc/passwd",
        "../up.rs",
        "src/../../up.rs",
        "src/./lib.rs",
        "src//lib.rs",
        "src/",
        r"src\lib.rs",
        "C:/lib.rs",
        "src/a\n.rs",
        ".git/hooks/pre-commit",
        "src/.GIT/config",
        "target/lib.rs",
        "Target/lib.rs",
    ];
    for path in paths {
        let files = [manifest(), file(path, "text")];
        assert!(
            rejection(&files, &folder).contains("rejecting the emitted path"),
            "{path:?}"
        );
    }
    assert!(!folder.exists());
}

#[test]
fn files_that_cannot_exist_side_by_side() {
    let temp = TempDir::new().unwrap();
    let folder = temp.path().join("sdk");
    let twice = [manifest(), file("src/a.rs", "one"), file("src/A.rs", "two")];
    assert!(rejection(&twice, &folder).contains("is emitted twice"));
    let nested = [manifest(), file("src/a", "one"), file("src/a/b.rs", "two")];
    assert!(rejection(&nested, &folder).contains("both as a file and as a folder"));
}

#[test]
fn a_set_that_the_next_run_would_not_know_again() {
    let (_temp, folder) = written(&sdk());
    assert!(rejection(&[], &folder).contains("no Cargo.toml"));
    assert!(rejection(&[file("src/lib.rs", "the SDK")], &folder).contains("no Cargo.toml"));
    assert_eq!(read(&folder, "src/lib.rs"), marked("//", "the SDK"));
}

fn rejection(files: &[sdkwright::File], folder: &std::path::Path) -> String {
    plan(files, folder).unwrap_err().to_string()
}
