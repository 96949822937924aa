//! The text of a reference: which file it means, and which place in it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A reference, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Reference<'t> {
    /// The file, as seen from the folder of the main document; `None` where it is the one in which the reference is.
    pub file: Option<String>,
    /// The JSON pointer (RFC 6901) in that file; empty for all of it.
    pub pointer: Cow<'t, str>,
}

/// Why a reference is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a URL, or a path that begins at the root.
    Absolute,
    /// It leads out of the folder of the main document.
    Outside,
    /// Its path is written with backslashes.
    Backslash,
    /// Its fragment is no JSON pointer.
    NoPointer,
    /// There is nothing in it.
    Empty,
}

/// Reads a reference that is in the file with this path.
///
/// # Errors
/// It leads where this program does not look.
pub fn read<'t>(text: &'t str, from: &str) -> Result<Reference<'t>, Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
    // A fragment is percent-encoded on top of RFC 6901's own escapes.
    let pointer = decoded(fragment);
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(Refusal::NoPointer);
    }
    let file = match path {
        "" => None,
        path => Some(normalized(path, from)?),
    };
    Ok(Reference { file, pointer })
}

/// The JSON pointer of a reference.
pub fn pointer(text: &str) -> Cow<'_, str> {
    let (_, fragment) = text.split_once('#').unwrap_or((text, ""));
    decoded(fragment)
}

/// A fragment without percent-encoding.
pub fn decoded(fragment: &str) -> Cow<'_, str> {
    percent_decode_str(fragment).decode_utf8_lossy()
}

/// The tokens of a JSON pointer.
pub fn tokens(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    // Some write `file.yaml#/` for the whole file.
    let pointer = if pointer == "/" { "" } else { pointer };
    pointer.split('/').skip(1).map(unescape)
}

impl Refusal {
    /// What is wrong.
    pub fn message(self, reference: &str) -> String {
        match self {
            Refusal::Absolute => format!("the reference `{reference}` is not a relative path"),
            Refusal::Outside => {
                format!("the reference `{reference}` leads out of the folder of the document")
            }
            Refusal::Backslash => format!("the reference `{reference}` is written with `\\`"),
            Refusal::Empty if reference.is_empty() => "the reference is empty".to_owned(),
            // An empty one may be on the path.
            Refusal::NoPointer | Refusal::Empty => {
                format!("the reference `{reference}` does not resolve")
            }
        }
    }

    /// What to do.
    pub fn help(self) -> &'static str {
        match self {
            Refusal::Absolute => {
                "copy the file next to the document, and write its path as seen from this file"
            }
            Refusal::Outside => "move the file below the folder of the main document",
            Refusal::Empty => "write a reference such as `#/components/schemas/Name`",
            Refusal::Backslash => "write `/` between the parts of the path",
            Refusal::NoPointer => {
                "write what follows `#` as a path from the root, such as `#/components/schemas/Pet`"
            }
        }
    }
}

/// A relative path in the file `from`, as seen from the folder of the main document.
fn normalized(path: &str, from: &str) -> Result<String, Refusal> {
    let path = percent_decode_str(path).decode_utf8_lossy();
    let first = path.split('/').next().unwrap_or_default();
    // `https://…`, `file:…`, and the drives of Windows.
    if path.starts_with('/') || first.contains(':') {
        return Err(Refusal::Absolute);
    }
    if path.contains('\\') {
        return Err(Refusal::Backslash);
    }
    let folder = from.rfind('/').map_or("", |at| &from[..at]);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or(Refusal::Outside)?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// One token of a JSON pointer without the escapes of RFC 6901 section 3.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        return Cow::Owned(token.replace("~1", "/").replace("~0", "~"));
    }
    Cow::Borrowed(token)
}
