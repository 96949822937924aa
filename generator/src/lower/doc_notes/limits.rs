//! What a schema says of which values are valid, beyond their type.

use super::Noting;
use super::spelling::code;
use crate::ir::{Bound, Limit, Type};
use crate::openapi::{self, Count, Limits};

/// How a limit is made of a value.
type Make = fn(String) -> Bound;

/// What is said of limits of a number.
struct Counted {
    /// The keywords of the smallest and the largest.
    keywords: [&'static str; 2],
    /// How the only possible number is labelled.
    label: &'static str,
    /// How the smallest and the largest are labelled.
    labels: [&'static str; 2],
}

const LENGTH: Counted = Counted {
    keywords: ["minLength", "maxLength"],
    label: "Length",
    labels: ["Minimum length", "Maximum length"],
};

const ITEMS: Counted = Counted {
    keywords: ["minItems", "maxItems"],
    label: "Number of items",
    labels: ["Minimum number of items", "Maximum number of items"],
};

const PROPERTIES: Counted = Counted {
    keywords: ["minProperties", "maxProperties"],
    label: "Number of properties",
    labels: [
        "Minimum number of properties",
        "Maximum number of properties",
    ],
};

impl Noting<'_, '_, '_> {
    pub fn limits(&mut self, limits: &Limits<'_>, ty: &Type, of: &str) {
        if let Some(pattern) = limits.pattern {
            self.limit(of, "pattern", Bound::Fitting(pattern.text.to_owned()));
            self.text(of, "Pattern", pattern.text);
        }
        let makes: [Make; 2] = [Bound::AtLeast, Bound::MoreThan];
        self.bound(
            of,
            "minimum",
            ["Minimum", "Greater than"],
            makes,
            limits.minimum,
        );
        let makes: [Make; 2] = [Bound::AtMost, Bound::LessThan];
        self.bound(
            of,
            "maximum",
            ["Maximum", "Less than"],
            makes,
            limits.maximum,
        );
        if let Some(divisor) = limits.multiple_of {
            self.limit(of, "multipleOf", Bound::Fitting(code(divisor)));
            self.value(of, "Multiple of", Some(divisor));
        }
        self.counts(of, &LENGTH, [limits.min_length, limits.max_length]);
        self.counts(of, &ITEMS, [limits.min_items, limits.max_items]);
        let is_array = matches!(ty.clone().non_null(), Type::List(_) | Type::Tuple(_));
        if is_array && limits.unique_items.is_some() {
            self.limit(of, "uniqueItems", Bound::Fitting("true".to_owned()));
            self.flag(of, "Unique items", true);
        }
        let limits = [limits.min_properties, limits.max_properties];
        self.counts(of, &PROPERTIES, limits);
    }

    fn bound(
        &mut self,
        of: &str,
        keyword: &'static str,
        [label, exclusive]: [&'static str; 2],
        [inclusive, exclusively]: [Make; 2],
        bound: Option<openapi::Bound<'_>>,
    ) {
        let Some(bound) = bound else {
            return;
        };
        let (label, make) = if bound.is_exclusive {
            (exclusive, exclusively)
        } else {
            (label, inclusive)
        };
        self.limit(of, keyword, make(code(bound.value)));
        self.value(of, label, Some(bound.value));
    }

    /// The limits of a number, which is known where both are the same.
    fn counts(&mut self, of: &str, words: &Counted, limits: [Option<Count>; 2]) {
        let [min, max] = limits.map(|count| count.map(|count| count.value.to_string()));
        let [least, most] = if min == max {
            // A label is noted once.
            [words.label; 2]
        } else {
            words.labels
        };
        let [min_keyword, max_keyword] = words.keywords;
        if let Some(min) = min {
            self.text(of, least, &min);
            self.limit(of, min_keyword, Bound::AtLeast(min));
        }
        if let Some(max) = max {
            self.text(of, most, &max);
            self.limit(of, max_keyword, Bound::AtMost(max));
        }
    }

    /// Adds a limit, unless there is one by this keyword: the closest one counts, as for notes.
    fn limit(&mut self, of: &str, keyword: &'static str, bound: Bound) {
        let is_it = |known: &Limit| known.keyword == keyword && known.of == of;
        if !self.limits.iter().any(is_it) {
            let of = of.to_owned();
            self.limits.push(Limit { keyword, of, bound });
        }
    }
}
