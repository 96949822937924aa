//! Damage to texts, byte by byte.

use crate::random::Random;

/// Bytes that are special in YAML or JSON, or are not valid UTF-8.
const BYTES: &[u8] = b"\"'\\{}[]:,-#&*!|>%@`?~<=. \t\r\n\0\x1b\x7f\x80\xc3\xe2\xef\xff019aeEx$/";

/// Words that change the meaning of what follows them.
const WORDS: [&str; 16] = [
    "<<: ",
    "*a ",
    "&a ",
    "!!str ",
    "!!binary ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "? ",
    "\u{feff}",
    "\u{2028}",
    "\\ud800",
    "\\u0000",
    "1e999",
    "0x7fffffffffffffffff",
    "$ref: '#'",
];

/// Changes a text one to four times; bytes that are not valid UTF-8 afterwards become replacement characters.
pub fn damage(text: &str, other: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if random.below(4) == 0 {
        bytes.truncate(random.below(bytes.len() + 1));
    }
    for _ in 0..=random.below(4) {
        let start = random.below(bytes.len() + 1);
        let end = (start + random.below(24)).min(bytes.len());
        match random.below(8) {
            0 => drop(bytes.drain(start..end)),
            1 => bytes.insert(start, random.one_of(BYTES)),
            2 => {
                let byte = random.one_of(BYTES);
                bytes
                    .get_mut(start)
                    .into_iter()
                    .for_each(|here| *here = byte);
            }
            3 => {
                let again = bytes[start..end].to_vec();
                bytes.splice(start..start, again.repeat(1 + random.below(4)));
            }
            4 => {
                let again = bytes[start..end].to_vec();
                let place = random.below(bytes.len() + 1);
                bytes.splice(place..place, again);
            }
            5 => {
                let from = random.below(other.len() + 1);
                let to = (from + random.below(200)).min(other.len());
                bytes.splice(start..end, other.as_bytes()[from..to].iter().copied());
            }
            6 => drop(bytes.splice(start..start, random.one_of(&WORDS).bytes())),
            _ => {
                let sign = random.one_of(b"[{-? \t");
                bytes.splice(start..start, vec![sign; 1 + random.below(300)]);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
