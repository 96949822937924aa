//! The problems that a team has decided to live with: only what is new is reported.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Report};

/// The problems that are known, each with how often it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Known, usize>,
}

/// A problem by what stays the same when lines move.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    file: String,
    code: String,
    pointer: String,
    message: String,
}

impl Baseline {
    /// Everything that is reported.
    pub fn of(report: &Report<'_>) -> Self {
        let mut known = BTreeMap::new();
        for finding in &report.findings {
            *known.entry(Known::of(finding)).or_default() += 1;
        }
        Self { known }
    }

    /// Reads what [`Self::write`] wrote; else says in a few words what is wrong.
    pub fn read(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|cause| cause.to_string())?;
        let listed = value.get("known").and_then(Value::as_array);
        let listed = listed.ok_or("it is not an object with a list `known`")?;
        let mut known = BTreeMap::new();
        for entry in listed {
            let field = |name: &str| {
                let text = entry.get(name).and_then(Value::as_str);
                text.map(str::to_owned)
                    .ok_or(format!("{entry} has no text `{name}`"))
            };
            let one = Known {
                file: normalized(&field("file")?),
                code: field("code")?,
                pointer: field("pointer")?,
                message: field("message")?,
            };
            let count = entry.get("count").and_then(Value::as_u64);
            let count = count.and_then(|count| usize::try_from(count).ok());
            *known.entry(one).or_default() +=
                count.ok_or(format!("{entry} has no valid `count`"))?;
        }
        Ok(Self { known })
    }

    /// The text of a file: a line for each problem in a fixed order, so that its changes are small.
    pub fn write(&self) -> String {
        let lines = self.known.iter().map(|(known, count)| {
            let line = json!({
                "file": known.file,
                "code": known.code,
                "pointer": known.pointer,
                "message": known.message,
                "count": count,
            });
            line.to_string()
        });
        let lines: Vec<String> = lines.collect();
        match lines.as_slice() {
            [] => "{\"known\": []}\n".to_owned(),
            lines => format!("{{\"known\": [\n{}\n]}}\n", lines.join(",\n")),
        }
    }

    /// How many problems it has.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes out what is known. Gives how many problems that are, and how many of the baseline are gone.
    pub(super) fn take_known(&self, findings: &mut Vec<Finding<'_>>) -> (usize, usize) {
        let before = findings.len();
        let mut left = self.known.clone();
        findings.retain(|finding| !take(&mut left, &Known::of(finding)));
        // An item that was added to an array moves those after it.
        let mut moved = BTreeMap::new();
        for (known, count) in left {
            *moved.entry(known.without_indices()).or_default() += count;
        }
        findings.retain(|finding| !take(&mut moved, &Known::of(finding).without_indices()));
        (before - findings.len(), moved.values().sum())
    }
}

/// Takes one of this kind, if there is one left.
fn take(left: &mut BTreeMap<Known, usize>, known: &Known) -> bool {
    match left.get_mut(known) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        Some(_) | None => false,
    }
}

/// A path however it was typed: `./spec/a.yaml` and `spec/b/../a.yaml` are `spec/a.yaml`.
fn normalized(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut segments: Vec<&str> = Vec::new();
    for (index, segment) in path.split('/').enumerate() {
        match (segment, segments.last()) {
            (".", _) => {}
            ("", _) if index > 0 => {}
            ("..", Some(last)) if !["", ".."].contains(last) => {
                segments.pop();
            }
            (segment, _) => segments.push(segment),
        }
    }
    segments.join("/")
}

impl Known {
    fn of(finding: &Finding<'_>) -> Self {
        let (file, _) = finding.lines.origin(finding.diagnostic.span);
        Self {
            file: normalized(file),
            code: finding.diagnostic.code.id().to_owned(),
            pointer: finding.diagnostic.pointer.to_string(),
            message: finding.diagnostic.message.clone(),
        }
    }

    fn without_indices(mut self) -> Self {
        let segments = self.pointer.split('/').map(|segment| {
            let is_index = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
            if is_index { "*" } else { segment }
        });
        self.pointer = segments.collect::<Vec<_>>().join("/");
        self
    }
}
