//! The examples of a document, decoded into the emitted types and encoded again.

use std::fmt::{self, Display, Write};

use sdkwright::Example;

use super::emitted::Emitted;
use sdkwright::cli::Error;

/// The program that decodes; the types take the place of the last line's list.
const PROGRAM: &str = include_str!("decode.rs");

/// How many failures are named.
const NAMED: usize = 5;

/// What became of examples.
#[derive(Default)]
pub struct Count {
    /// Those that came back as they were.
    pub same: usize,
    /// Those that did not, but do not match their own schema either, so that this is not a defect of the generator.
    pub misfits: usize,
    /// Those that did not come back as they were, and why.
    pub failed: Vec<String>,
}

impl Count {
    /// Adds those of another document.
    pub fn add(&mut self, other: &Count) {
        self.same += other.same;
        self.misfits += other.misfits;
        self.failed.extend_from_slice(&other.failed);
    }
}

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.same + self.misfits + self.failed.len() > 0 {
            write!(f, ", examples: {} ok", self.same)?;
        }
        if self.misfits > 0 {
            write!(f, ", {} do not match their schema", self.misfits)?;
        }
        if !self.failed.is_empty() {
            let named: Vec<&str> = self.failed.iter().map(String::as_str).take(NAMED).collect();
            write!(f, ", {} FAILED: {}", self.failed.len(), named.join(" | "))?;
        }
        Ok(())
    }
}

/// Decodes and encodes the examples with the types of a crate. The inner error is the compiler's output.
pub fn decode(emitted: &Emitted<'_>, examples: &[Example]) -> Result<Result<Count, String>, Error> {
    let mut count = Count::default();
    let mut types: Vec<&str> = examples.iter().map(|example| example.ty.as_str()).collect();
    types.sort_unstable();
    types.dedup();
    let mut data = String::new();
    for example in examples {
        let Ok(ty) = types.binary_search(&example.ty.as_str()) else {
            continue;
        };
        // A line of JSON holds no tab and no end of the line; a key in a pointer might.
        let pointer = example.pointer.replace(['\t', '\n', '\r'], " ");
        let _ = writeln!(data, "{ty}\t{pointer}\t{}", example.json);
    }
    if data.is_empty() {
        return Ok(Ok(count));
    }
    let functions = types.iter().fold(String::new(), |list, ty| {
        list + &format!("    check::<{ty}>,\n")
    });
    let program = PROGRAM.replace("/* the types */", &functions);
    let printed = match emitted.run(&program, &data)? {
        Ok(printed) => printed,
        Err(errors) => return Ok(Err(errors)),
    };
    for (line, example) in printed.lines().zip(examples) {
        match line {
            "ok" => count.same += 1,
            _ if !example.fits => count.misfits += 1,
            failure => count.failed.push(failure.to_owned()),
        }
    }
    Ok(Ok(count))
}
