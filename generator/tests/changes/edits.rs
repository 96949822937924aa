//! The changes of this folder: a base document, and edits of it.

use serde_yaml::{Mapping, Value};

/// The document that every change begins with.
pub const BASE: &str = include_str!("base.yaml");

/// The changes of a file: what each is, and the document that it leads to.
///
/// # Errors
/// The file is not as it should be: what is wrong.
pub fn changes(text: &str) -> Result<Vec<(String, String)>, String> {
    let changes: Mapping = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    let change = |(name, edits): (&Value, &Value)| {
        let name = name.as_str().ok_or("a change without a name")?;
        let document = edited(edits).map_err(|error| format!("{name}: {error}"))?;
        Ok((name.to_owned(), document))
    };
    changes.iter().map(change).collect()
}

/// The base document with other values at JSON pointers; null removes.
fn edited(edits: &Value) -> Result<String, String> {
    let mut document: Value = serde_yaml::from_str(BASE).map_err(|error| error.to_string())?;
    for (pointer, value) in edits.as_mapping().ok_or("no edits")? {
        let pointer = pointer.as_str().ok_or("an edit without a pointer")?;
        put(&mut document, pointer, value).ok_or(format!("nothing can be put at {pointer}"))?;
    }
    serde_yaml::to_string(&document).map_err(|error| error.to_string())
}

fn put(document: &mut Value, pointer: &str, value: &Value) -> Option<()> {
    let (parent, key) = pointer.rsplit_once('/')?;
    let key = unescaped(key);
    let mut at = document;
    for step in parent.split('/').skip(1).map(unescaped) {
        at = match at {
            Value::Sequence(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Value::Mapping(entries) => entries
                .entry(Value::from(step))
                .or_insert_with(|| Value::Mapping(Mapping::new())),
            _ => return None,
        };
    }
    match at {
        Value::Sequence(items) => {
            let index = key.parse::<usize>().ok()?;
            if value.is_null() {
                items.get(index)?;
                items.remove(index);
            } else if index == items.len() {
                items.push(value.clone());
            } else {
                *items.get_mut(index)? = value.clone();
            }
        }
        Value::Mapping(entries) if value.is_null() => {
            entries.shift_remove(&key)?;
        }
        Value::Mapping(entries) => {
            entries.insert(Value::from(key), value.clone());
        }
        _ => return None,
    }
    Some(())
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
