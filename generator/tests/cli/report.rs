//! What is said about the output folder.

use sdkwright::cli::codegen::report::{Generated, document_errors, fresh, stale, written};
use sdkwright::cli::output_folder::{Change, Edit, Plan};
use sdkwright::report::Found;

const GENERATED: Generated<'static> = Generated {
    operations: 2,
    files: 34,
    folder: "generated",
};

#[test]
fn a_run_names_its_changes_and_counts_them() {
    let changes = vec![
        create("src/a.rs", "a\n"),
        change("src/b.rs", "old\n", "new\n"),
        remove("src/c.rs"),
    ];
    assert_eq!(
        written(&plan(changes), &GENERATED),
        "created src/a.rs\nchanged src/b.rs\nremoved src/c.rs\n\
         codegen: 2 operations, 34 files in generated: 1 created, 1 changed, 1 removed, 31 unchanged"
    );
}

#[test]
fn a_run_with_many_changes_names_the_first() {
    let changes = (10..40).map(|n| remove(&format!("src/{n}.rs"))).collect();
    let report = written(&plan(changes), &GENERATED);
    let lines: Vec<_> = report.lines().collect();
    assert_eq!(lines.len(), 22);
    assert_eq!(lines[19..21], ["removed src/29.rs", "and 10 more"]);
}

#[test]
fn one_of_a_thing_is_not_plural() {
    let generated = Generated {
        operations: 1,
        files: 1,
        folder: "out",
    };
    assert_eq!(
        fresh(&generated),
        "codegen: 1 operation, 1 file in out: up to date"
    );
    assert_eq!(
        document_errors("a.yaml", found(1, 2)),
        "error: a.yaml has 1 error and 2 warnings, so nothing was generated"
    );
    assert_eq!(
        document_errors("a.yaml", found(3, 0)),
        "error: a.yaml has 3 errors, so nothing was generated"
    );
}

#[test]
fn a_check_shows_the_difference_and_the_way_out() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    let changes = vec![
        create("src/a.rs", "a\nb\n"),
        change("src/b.rs", old, &old.replace('5', "five")),
        remove("src/c.rs"),
    ];
    assert_eq!(
        stale(&plan(changes), &GENERATED, "sdkwright codegen"),
        "missing: generated/src/a.rs (2 lines)
--- generated/src/b.rs
+++ generated/src/b.rs\t(as generated)
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+five
 6
 7
 8
superfluous: generated/src/c.rs
error: 3 files are stale; run `sdkwright codegen` and commit the result"
    );
}

#[test]
fn a_check_stops_showing_differences_where_nobody_reads_on() {
    let long = |word: &str| format!("{word}\n").repeat(300);
    let changes = (10..40)
        .map(|n| change(&format!("src/{n}.rs"), &long("old"), &long("new")))
        .collect();
    let report = stale(&plan(changes), &GENERATED, "sdkwright codegen");
    let lines: Vec<_> = report.lines().collect();
    assert_eq!(lines.len(), 400 + 1 + 20 + 1 + 1);
    assert_eq!(lines[400], "… and 203 more lines of this file");
    assert_eq!(lines[401], "stale: generated/src/11.rs");
    assert_eq!(lines[421], "and 9 more");
    assert!(lines[422].starts_with("error: 30 files are stale;"));
}

#[test]
fn a_check_says_what_a_run_would_not_overwrite() {
    let mut plan = plan(vec![change("src/b.rs", "mine\n", "new\n")]);
    plan.foreign.push("src/b.rs".to_owned());
    let report = stale(&plan, &GENERATED, "sdkwright codegen");
    let lines: Vec<_> = report.lines().collect();
    assert!(lines[lines.len() - 2].starts_with("note: generated/src/b.rs does not carry"));
    assert!(lines[lines.len() - 1].starts_with("error: 1 file is stale;"));
}

fn found(errors: usize, warnings: usize) -> Found {
    Found {
        errors,
        denied: 0,
        warnings,
    }
}

fn plan(changes: Vec<Change>) -> Plan {
    Plan {
        changes,
        unchanged: 31,
        foreign: Vec::new(),
    }
}

fn create(path: &str, text: &str) -> Change {
    let text = text.to_owned();
    edited(path, Edit::Create { text })
}

fn change(path: &str, old: &str, text: &str) -> Change {
    let (old, text) = (old.to_owned(), text.to_owned());
    edited(path, Edit::Change { old, text })
}

fn remove(path: &str) -> Change {
    edited(path, Edit::Remove)
}

fn edited(path: &str, edit: Edit) -> Change {
    let path = path.to_owned();
    Change { path, edit }
}
