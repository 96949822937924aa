use std::fs;
use std::path::Path;

use crate::File;
use crate::mark::MARK;
use tempfile::TempDir;

use super::{Edit, Plan, apply, plan};

mod rejections;

#[test]
fn a_missing_an_empty_and_a_freshly_cloned_folder_are_filled() {
    let temp = TempDir::new().unwrap();
    fs::create_dir_all(temp.path().join("cloned/.git")).unwrap();
    fs::create_dir(temp.path().join("empty")).unwrap();
    for name in ["missing/below", "empty", "cloned"] {
        let folder = temp.path().join(name);
        assert_eq!(
            brought_up_to_date(&sdk(), &folder),
            ["created Cargo.toml", "created src/lib.rs"]
        );
        assert_eq!(read(&folder, "src/lib.rs"), marked("//", "the SDK"));
    }
}

#[test]
fn a_second_run_changes_nothing_and_touches_no_file() {
    let (_temp, folder) = written(&sdk());
    let modified = || {
        fs::metadata(folder.join("src/lib.rs"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let before = modified();
    let plan = plan(&sdk(), &folder).unwrap();
    assert!(plan.changes.is_empty());
    assert_eq!(plan.unchanged, 2);
    apply(&plan, &folder).unwrap();
    assert_eq!(modified(), before);
}

#[test]
fn only_what_differs_is_written() {
    let (_temp, folder) = written(&sdk());
    let files = [
        manifest(),
        file("src/lib.rs", "the SDK, again"),
        file("src/new.rs", "new"),
    ];
    assert_eq!(
        brought_up_to_date(&files, &folder),
        ["changed src/lib.rs", "created src/new.rs"]
    );
    assert_eq!(read(&folder, "src/lib.rs"), marked("//", "the SDK, again"));
}

#[test]
fn crlf_line_ends_are_not_a_difference() {
    let (_temp, folder) = written(&sdk());
    let crlf = marked("//", "the SDK").replace('\n', "\r\n");
    fs::write(folder.join("src/lib.rs"), &crlf).unwrap();
    assert!(brought_up_to_date(&sdk(), &folder).is_empty());
    assert_eq!(read(&folder, "src/lib.rs"), crlf);
}

#[test]
fn what_is_not_emitted_any_more_goes_with_the_folders_it_leaves_empty() {
    let mut files = sdk();
    files.push(file("src/models/group/member.rs", "gone"));
    files.push(file("src/models/user.rs", "gone too"));
    files.push(file("src/notes/old.rs", "gone as well"));
    let (_temp, folder) = written(&files);
    fs::write(folder.join("src/notes/mine.md"), "a note").unwrap();

    assert_eq!(
        brought_up_to_date(&sdk(), &folder),
        [
            "removed src/models/group/member.rs",
            "removed src/models/user.rs",
            "removed src/notes/old.rs"
        ]
    );
    assert!(!folder.join("src/models").exists());
    assert_eq!(read(&folder, "src/notes/mine.md"), "a note");
}

#[test]
fn what_somebody_else_wrote_is_kept() {
    let (_temp, folder) = written(&sdk());
    let late_mark =
        format!("//! My own file.\n//!\n//! It speaks of\n//! {MARK}: change the document.\n");
    let kept = [
        ("src/mine.rs", "// mine\n"),
        ("src/late_mark.rs", &late_mark),
        ("Cargo.lock", "version = 4\n"),
        // None of these places is looked into.
        ("target/debug/build.rs", &marked("//", "built")),
        (".git/hook.rs", &marked("//", "a hook")),
        ("other/Cargo.toml", "[package]\n"),
        ("other/src/lib.rs", &marked("//", "another SDK")),
    ];
    for (path, text) in kept {
        put(&folder, path, text);
    }
    assert!(brought_up_to_date(&sdk(), &folder).is_empty());
    for (path, text) in kept {
        assert_eq!(read(&folder, path), text);
    }
}

#[test]
fn a_file_that_is_emitted_without_a_mark_is_overwritten() {
    let licence = |text: &str| File {
        path: "LICENSE-MIT".to_owned(),
        text: text.to_owned(),
    };
    let (_temp, folder) = written(&[manifest(), licence("MIT\n")]);
    let files = [manifest(), licence("MIT, with a typo less\n")];
    assert_eq!(brought_up_to_date(&files, &folder), ["changed LICENSE-MIT"]);
}

#[test]
fn a_renaming_that_only_changes_case_leaves_the_new_file() {
    let (_temp, folder) = written(&[manifest(), file("src/Group.rs", "a group")]);
    let files = [manifest(), file("src/group.rs", "a group")];
    assert_eq!(
        brought_up_to_date(&files, &folder),
        ["removed src/Group.rs", "created src/group.rs"]
    );
    assert_eq!(read(&folder, "src/group.rs"), marked("//", "a group"));
}

#[test]
fn nothing_unfinished_stays_behind() {
    let (_temp, folder) = written(&sdk());
    let names = |folder: &Path| -> Vec<_> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&folder), ["Cargo.toml", "src"]);
    assert_eq!(names(&folder.join("src")), ["lib.rs"]);

    // What a killed run has left does not last: it carries the mark too.
    put(&folder, "src/.lib.rs.1.tmp", &marked("//", "half"));
    assert_eq!(
        brought_up_to_date(&sdk(), &folder),
        ["removed src/.lib.rs.1.tmp"]
    );
}

/// Plans and applies, and returns the changes.
fn brought_up_to_date(files: &[File], folder: &Path) -> Vec<String> {
    let plan = plan(files, folder).unwrap();
    apply(&plan, folder).unwrap();
    changes(&plan)
}

fn changes(plan: &Plan) -> Vec<String> {
    let line = |change: &super::Change| match change.edit {
        Edit::Create { .. } => format!("created {}", change.path),
        Edit::Change { .. } => format!("changed {}", change.path),
        Edit::Remove => format!("removed {}", change.path),
    };
    plan.changes.iter().map(line).collect()
}

/// A new folder that holds the files.
fn written(files: &[File]) -> (TempDir, std::path::PathBuf) {
    let temp = TempDir::new().unwrap();
    let folder = temp.path().join("sdk");
    apply(&plan(files, &folder).unwrap(), &folder).unwrap();
    (temp, folder)
}

/// The smallest set of files that is an SDK.
fn sdk() -> Vec<File> {
    vec![manifest(), file("src/lib.rs", "the SDK")]
}

fn manifest() -> File {
    File {
        path: "Cargo.toml".to_owned(),
        text: marked("#", "[package]"),
    }
}

fn file(path: &str, content: &str) -> File {
    File {
        path: path.to_owned(),
        text: marked("//", content),
    }
}

fn marked(comment: &str, content: &str) -> String {
    format!("{comment} {MARK}: change the document.\n\n{comment} {content}\n")
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
