//! The words from which types get their names.

mod repeated;

use repeated::without_repetitions;

use crate::ident;
use crate::ir::{Home, Place};

/// How many letters a name has at most before steps of the path are left out of it.
const LONG: usize = 50;

/// The words for the type at a place. They depend on that place alone.
pub struct Words {
    /// Whose turn it is to claim a name.
    pub precedence: Precedence,
    /// The words to try first: those without steps of the path, from the best on. Where no step is left out, there are none.
    pub shorter: Vec<String>,
    /// What the schema is in, and the whole path from there.
    pub whole: String,
    /// The words to try where something else has that name already: with what the schema is of.
    pub other: Option<String>,
}

/// Whose claim to a name comes first: what is near to its home keeps its name, whatever is added further down.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precedence {
    /// Schemas that the document names.
    Given,
    /// What is called by the whole path.
    Whole,
    /// What is called by a part of the path.
    Part,
}

impl Words {
    /// The words for the type at a place.
    pub fn of(place: &Place) -> Self {
        let (Home::Schema(home) | Home::Operation(home)) = &place.home;
        let whole = joined(&[home], &place.path);
        let (precedence, shorter) = if place.is_schema() {
            (Precedence::Given, Vec::new())
        } else if is_long(&whole) {
            (Precedence::Part, shorter(place, home))
        } else {
            (Precedence::Whole, Vec::new())
        };
        Self {
            precedence,
            shorter,
            other: what(place, &whole).map(|what| format!("{whole} {what}")),
            whole,
        }
    }
}

/// What a schema is of, in a word that no name of a schema at such a place ends with.
fn what(place: &Place, whole: &str) -> Option<&'static str> {
    if place.is_property() {
        return Some("property");
    }
    let is_body = place.path.len() == 1 && whole.to_lowercase().ends_with("response");
    is_body.then_some("body")
}

/// The home, with what of an operation it is, and as many of the last steps of the path as make a name that is not long; then the same
/// with more steps. What the schema is about is always there. Names that are long all the same leave out words that they repeat.
fn shorter(place: &Place, home: &str) -> Vec<String> {
    let mut steps = steps(&place.path);
    let of_operation = match place.home {
        Home::Operation(_) if steps.len() > 1 => Some(steps.remove(0)),
        Home::Operation(_) | Home::Schema(_) => None,
    };
    let start: Vec<&str> = std::iter::once(home)
        .chain(of_operation.as_deref())
        .collect();
    let about = self::steps(&place.about()).len().max(1);
    let last = steps.len().saturating_sub(about);
    let ends = (0..=last).rev().filter_map(|from| steps.get(from..));
    let names: Vec<String> = ends.map(|end| joined(&start, end)).collect();
    if let Some(best) = names.iter().rposition(|name| !is_long(name)) {
        return names.into_iter().skip(best).collect();
    }
    let own = without_repetitions(home, &steps, last);
    let ends = (0..=last).rev().filter_map(|from| own.get(from..));
    ends.map(|end| joined(&start, end)).chain(names).collect()
}

/// The steps of a path. The items of a list are called by its singular.
fn steps(path: &[String]) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    for word in path {
        match steps.last_mut() {
            Some(list) if word == Place::ITEM => {
                *list = ident::singular(list).unwrap_or_else(|| format!("{list} {word}"));
            }
            Some(_) | None => steps.push(word.clone()),
        }
    }
    steps
}

fn joined(start: &[&str], path: &[String]) -> String {
    let path = path.iter().map(String::as_str);
    let words = start.iter().copied().chain(path);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn is_long(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphanumeric()).count() > LONG
}
