//! `sdkwright codegen --watch`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::support::{DOCUMENT, command, folder};

#[test]
fn an_edit_is_generated_and_a_mistake_is_said() {
    let temp = folder(&[]);
    let words = [
        "codegen",
        "--watch",
        "--spec",
        "openapi.yaml",
        "--out",
        "sdk",
    ];
    let mut child = command(temp.path(), &words)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let child = Ending(child);
    // A test that waits for ever is ended by whoever runs it: the program says nothing by itself.
    let mut until_watching = || {
        let mut said = String::new();
        for line in lines.by_ref() {
            let line = line.unwrap();
            if line.starts_with("codegen: watching ") {
                return said;
            }
            said += &line;
        }
        panic!("the run has ended: {said}");
    };
    assert!(until_watching().contains("0 changed, 0 removed"));

    let edit = |text: String| fs::write(temp.path().join("openapi.yaml"), text).unwrap();
    edit(DOCUMENT.replace("type: string, format: date-time", "type: strnig"));
    assert!(until_watching().contains("did you mean `string`?"));
    edit(DOCUMENT.replace("listTides", "listAllTides"));
    let said = until_watching();
    assert!(
        said.contains("created src/operations/list_all_tides.rs"),
        "{said}"
    );
    drop(child);
}

/// A program that ends with the test.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
