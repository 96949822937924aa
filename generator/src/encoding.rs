//! Bytes to text.

use crate::Source;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// A document that is no text.
#[derive(Debug)]
pub struct Undecodable {
    /// What can be shown of it.
    pub source: Source,
    /// What is wrong with it.
    pub diagnostics: Diagnostics,
}

impl Source {
    /// A file from its bytes: UTF-8, or UTF-16 with a byte order mark.
    ///
    /// # Errors
    /// The bytes are neither; the diagnostic names the first byte that is wrong.
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Box<Undecodable>> {
        let name = name.into();
        if let Some((message, help)) = foreign(&bytes) {
            return Err(Box::new(undecodable(name, String::new(), 0, message, help)));
        }
        let utf16 = match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
            [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
            _ => None,
        };
        if let Some((rest, unit)) = utf16 {
            let units = rest.chunks(2).map(|pair| match pair {
                [first, second] => unit([*first, *second]),
                // Half a unit is as wrong as half of a surrogate pair.
                _ => 0xd800,
            });
            let text = char::decode_utf16(units).collect::<Result<String, _>>();
            let Ok(text) = text else {
                let message = "this is no valid UTF-16";
                return Err(Box::new(undecodable(name, String::new(), 0, message, SAVE)));
            };
            return Ok(Self { name, text });
        }
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok(Self { name, text }),
            Err(error) => error,
        };
        // Only what comes before the wrong byte, and the rest of its line, has certain positions.
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(valid).copied().unwrap_or_default();
        let rest = bytes.iter().skip(valid);
        let line = rest.take_while(|byte| **byte != b'\n').count();
        let shown = bytes.get(..valid + line).unwrap_or_default();
        let text = String::from_utf8_lossy(shown).into_owned();
        let message = format!("the byte 0x{byte:02x} is no UTF-8");
        Err(Box::new(undecodable(name, text, valid, &message, SAVE)))
    }
}

/// What to do about another encoding.
const SAVE: &str = "save the document as UTF-8";

/// What bytes are that are not read, as their beginning shows, and what to do.
fn foreign(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let unpack = "unpack it, and name the document that is in it";
    Some(match bytes {
        [b'P', b'K', 3, 4, ..] | [0x1f, 0x8b, ..] => ("this is a compressed file", unpack),
        // Of a text that begins with a letter or a brace, the zeros show how wide its units are.
        [0xff, 0xfe, 0, 0, ..]
        | [0, 0, 0xfe, 0xff, ..]
        | [1..=0x7f, 0, 0, 0, ..]
        | [0, 0, 0, 1..=0x7f, ..] => ("this is UTF-32", SAVE),
        [1..=0x7f, 0, 1..=0x7f, 0, ..] | [0, 1..=0x7f, 0, 1..=0x7f, ..] => {
            ("this is UTF-16 without a byte order mark", SAVE)
        }
        _ => return None,
    })
}

fn undecodable(name: String, text: String, at: usize, message: &str, help: &str) -> Undecodable {
    let mut diagnostics = Diagnostics::default();
    let encoding = Diagnostic::new(Code::Syntax, Span::new(0, at..at), message);
    diagnostics.push(encoding.help(help));
    Undecodable {
        source: Source { name, text },
        diagnostics,
    }
}
