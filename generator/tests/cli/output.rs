//! What is read and printed, and where that fails.

use crate::support::{folder, run};

#[test]
fn completions_and_the_manual_page_know_the_commands() {
    let temp = folder(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ended = run(temp.path(), &["completions", shell]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert!(ended.printed.contains("keep-going"), "{shell}");
    }
    let ended = run(temp.path(), &["man"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended.printed.contains(".TH sdkwright 1"),
        "{}",
        ended.printed
    );
    assert!(
        ended.printed.contains("sdkwright\\-codegen(1)"),
        "{}",
        ended.printed
    );
    let ended = run(temp.path(), &["man", "codegen"]);
    assert!(
        ended.printed.contains(".TH sdkwright-codegen 1"),
        "{}",
        ended.printed
    );
    assert!(ended.printed.contains("keep\\-going"), "{}", ended.printed);
    assert_eq!(run(temp.path(), &["man", "nothing"]).code, Some(2));
}

#[test]
fn without_a_code_all_are_listed() {
    let temp = folder(&[]);
    let ended = run(temp.path(), &["explain"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended.printed.contains("| [E0006](E0006.md) |"),
        "{}",
        ended.printed
    );
}

#[cfg(unix)]
mod on_unix {
    use std::fs::File;
    use std::process::Stdio;

    use super::{folder, run};
    use crate::support::command;

    #[test]
    fn a_full_standard_output_is_an_error_and_a_closed_one_is_none() {
        let full = "/dev/full";
        let temp = folder(&[]);
        if let Ok(full) = File::options().write(true).open(full) {
            let output = command(temp.path(), &["explain", "E0006"])
                .stdout(full)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(
                said.starts_with("error: cannot write to standard output: "),
                "{said}"
            );
        }
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(temp.path(), &["explain", "E0006"])
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stderr, b"");
    }

    #[test]
    fn a_document_without_an_end_is_rejected() {
        let temp = folder(&[]);
        let ended = run(temp.path(), &["check", "/dev/zero"]);
        assert_eq!(ended.code, Some(2));
        assert_eq!(ended.said, "error: /dev/zero has more than 256 MiB\n");
    }

    #[test]
    fn a_path_does_not_command_the_terminal() {
        let temp = folder(&[("\u{1b}[31mred.yaml", "openapi: 3.1.0\n")]);
        for path in ["\u{1b}[31mred.yaml", "\u{1b}[31mmissing.yaml"] {
            let ended = run(temp.path(), &["check", path]);
            assert!(ended.said.contains("␛[31m"), "{}", ended.said);
            assert!(!ended.said.contains('\u{1b}'), "{}", ended.said);
        }
    }
}
