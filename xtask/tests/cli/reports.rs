//! What programs read, and what a baseline keeps from people.

use std::fs;

use crate::support::{printed, weather, xtask};

#[test]
fn json_is_printed_on_standard_output_and_sums_up() {
    let temp = weather("nubmer");
    let words = ["check", "weather.yaml", "--message-format", "json"];
    let ended = printed(temp.path(), &words);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let lines: Vec<serde_json::Value> = ended
        .output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2, "{}", ended.output);
    assert_eq!(lines[0]["code"], "E0006");
    assert_eq!(lines[0]["edits"][0]["text"], "number");
    let link = lines[0]["link"].as_str().unwrap();
    assert!(
        link.ends_with("/generator/docs/diagnostics/E0006.md"),
        "{link}"
    );
    assert_eq!(lines[1]["summary"]["codes"]["E0006"], 1);
    assert_eq!(ended.said, "error: weather.yaml has 1 error\n");
}

#[test]
fn logs_and_annotations_are_printed_on_standard_output() {
    let temp = weather("nubmer");
    for (format, begin) in [
        ("sarif", "{\"$schema\":"),
        ("github", "::error file=weather.yaml,line="),
    ] {
        let words = ["check", "weather.yaml", "--message-format", format];
        let ended = printed(temp.path(), &words);
        assert_eq!(ended.code, Some(1), "{}", ended.said);
        assert!(ended.output.starts_with(begin), "{}", ended.output);
        assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
        assert_eq!(ended.said, "error: weather.yaml has 1 error\n");
    }
}

#[test]
fn a_baseline_lets_only_new_problems_speak() {
    let temp = weather("nubmer");
    let check = |flags: &[&str]| {
        let words = ["check", "weather.yaml", "--message-format", "short"];
        let baseline = ["--baseline", "known.json"];
        xtask(temp.path(), &[&words, flags, &baseline].concat())
    };
    let missing = check(&[]);
    assert_eq!(missing.code, Some(2), "{}", missing.said);

    let written = check(&["--write-baseline"]);
    assert_eq!(written.code, Some(0), "{}", written.said);
    assert_eq!(written.said, "check: 1 problem written to known.json\n");

    let document = temp.path().join("weather.yaml");
    let text = fs::read_to_string(&document).unwrap();
    fs::write(&document, format!("# A line before all others.\n{text}")).unwrap();
    let known = check(&[]);
    assert_eq!(known.code, Some(0), "{}", known.said);
    assert_eq!(
        known.said,
        "check: 1 known problem in known.json not shown\ncheck: weather.yaml has 0 errors and 0 warnings\n"
    );

    fs::write(&document, text.replace("type: string", "type: strin")).unwrap();
    let new = check(&[]);
    assert_eq!(new.code, Some(1), "{}", new.said);
    assert!(new.said.contains("`strin`"), "{}", new.said);
    assert!(!new.said.contains("`nubmer`"), "{}", new.said);

    fs::write(&document, text.replace("nubmer", "number")).unwrap();
    let gone = check(&[]);
    assert_eq!(gone.code, Some(0), "{}", gone.said);
    let first = "check: 1 problem of known.json no longer found; `--write-baseline` drops it";
    assert_eq!(gone.said.lines().next(), Some(first));

    fs::write(temp.path().join("known.json"), "{}").unwrap();
    let broken = check(&[]);
    assert_eq!(broken.code, Some(2), "{}", broken.said);
}
