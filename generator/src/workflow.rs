//! Text in commands of GitHub's workflows, which annotate lines of a file. A document must not write a command of its own.

use crate::diagnostic::visible::visible;

/// A line of a message.
pub fn line(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// The value of a property, which a colon or a comma would end.
pub fn property(text: &str) -> String {
    line(text).replace(':', "%3A").replace(',', "%2C")
}
