//! What a schema says of which values are valid, beyond their type.

use super::Noting;
use super::spelling::code;
use crate::ir::{Bound, Limit, Type};
use crate::openapi::{self, Count, Limits};

/// How a limit is made of a value.
type Make = fn(String) -> Bound;

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
        self.least(of, "minLength", "Minimum length", limits.min_length);
        self.most(of, "maxLength", "Maximum length", limits.max_length);
        self.least(of, "minItems", "Minimum number of items", limits.min_items);
        self.most(of, "maxItems", "Maximum number of items", limits.max_items);
        let is_array = matches!(ty.clone().non_null(), Type::List(_) | Type::Tuple(_));
        if is_array && limits.unique_items.is_some() {
            self.limit(of, "uniqueItems", Bound::Fitting("true".to_owned()));
            self.flag(of, "Unique items", true);
        }
        let label = "Minimum number of properties";
        self.least(of, "minProperties", label, limits.min_properties);
        let label = "Maximum number of properties";
        self.most(of, "maxProperties", label, limits.max_properties);
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

    fn least(
        &mut self,
        of: &str,
        keyword: &'static str,
        label: &'static str,
        count: Option<Count>,
    ) {
        self.count(of, keyword, label, Bound::AtLeast, count);
    }

    fn most(&mut self, of: &str, keyword: &'static str, label: &'static str, count: Option<Count>) {
        self.count(of, keyword, label, Bound::AtMost, count);
    }

    fn count(
        &mut self,
        of: &str,
        keyword: &'static str,
        label: &'static str,
        make: Make,
        count: Option<Count>,
    ) {
        if let Some(count) = count {
            let text = count.value.to_string();
            self.text(of, label, &text);
            self.limit(of, keyword, make(text));
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
