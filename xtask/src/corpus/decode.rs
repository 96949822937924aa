//! Decodes each example of a document into its type, encodes it again, and compares. Prints a line for each: `ok`, or its place
//! and what is wrong.

#![allow(unused_imports, deprecated)]

use std::collections::BTreeMap;

use sdk::runtime::wire::{Wire, Written};
use sdk::serde_json::{self, Map, Value};
use sdk::*;

fn main() {
    for line in include_str!("../data").lines() {
        let mut columns = line.splitn(3, '\t');
        let (Some(ty), Some(pointer), Some(json)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let check = ty.parse().ok().and_then(|ty: usize| CHECKS.get(ty));
        match check.map(|check| check(json)) {
            Some(Ok(())) => println!("ok"),
            Some(Err(problem)) => println!("{pointer}: {problem}"),
            None => println!("{pointer}: no such type"),
        }
    }
}

fn check<T: Wire>(json: &str) -> Result<(), String> {
    let value = T::read(&mut serde_json::Deserializer::from_str(json));
    let value = value.map_err(|error| format!("is not decoded: {error}"))?;
    let encoded = serde_json::to_string(&Written(&value));
    let encoded = encoded.map_err(|error| format!("is not encoded: {error}"))?;
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    compare(&parse(json)?, &parse(&encoded)?, "")
}

/// Compares what was read with what was written. A null and an absent field are the same, and so are `3` and `3.0`.
fn compare(read: &Value, written: &Value, place: &str) -> Result<(), String> {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            for key in read.keys().chain(written.keys()) {
                let value = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                compare(&value(read), &value(written), &format!("{place}/{key}"))?;
            }
            Ok(())
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            let mut pairs = read.iter().zip(written).enumerate();
            pairs.try_for_each(|(index, (read, written))| {
                compare(read, written, &format!("{place}/{index}"))
            })
        }
        (Value::Number(read), Value::Number(written)) if read.as_f64() == written.as_f64() => {
            Ok(())
        }
        (read, written) if read == written => Ok(()),
        (read, written) => Err(format!(
            "at `{place}`, {} came back as {}",
            short(read),
            short(written)
        )),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}

/// One for each type.
const CHECKS: &[fn(&str) -> Result<(), String>] = &[
/* the types */];
