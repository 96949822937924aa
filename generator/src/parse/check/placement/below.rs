//! The search below fields that an object lacks, because their lines were lost.

use super::search::{Found, Search};
use super::steps::{RARE, steps};
use super::{Target, name};
use crate::parse::check::levels::Level;
use crate::parse::check::resemblance::{lacks, needs, resembles, takes};
use crate::parse::dialect::tables::{Expected, SCHEMA};
use crate::parse::objects::is_for_people;
use crate::read::Node;

impl<'d> Search<'d> {
    /// Below fields that the object lacks, and whether it is hardly right without them.
    pub fn below(self, own: &Level<'d>) -> Option<(bool, Found<'d>)> {
        (1..=3).find_map(|depth| {
            let (fields, expected) = self.route(own.expected, Some(own.node), depth)?;
            let first = fields.first()?;
            let is_needed = needs(self.dialect, own.expected, own.node, first)
                || fields.len() == 1 && resembles(self.dialect, own.node, expected);
            let belongs = name(expected, fields.last()?);
            let takers = self.takers(own);
            let mut needed = takers.iter();
            if let Some(needed) =
                needed.find(|field| needs(self.dialect, own.expected, own.node, field))
            {
                let target = Target::Below(vec![(*needed).to_owned()]);
                return Some((true, (own.node.span, belongs, target)));
            }
            let target = match takers {
                mut takers if takers.len() > 1 => {
                    takers.retain(|field| !RARE.contains(field));
                    Target::BelowOneOf(takers)
                }
                _ => Target::Below(fields),
            };
            Some((is_needed, (own.node.span, belongs, target)))
        })
    }

    /// The fields that an object lacks, that all versions have and that take the key: which one is meant is not known.
    fn takers(self, own: &Level<'_>) -> Vec<&'static str> {
        let Some(object) = own.expected.object() else {
            return Vec::new();
        };
        let fields = self.dialect.fields(object).filter(|field| {
            field.is_of_all_versions()
                && !is_for_people(field.name)
                && lacks(self.dialect, own.expected, own.node, field.name)
                && takes(self.dialect, field.expected, self.key, self.value)
        });
        fields.map(|field| field.name).collect()
    }

    /// The fields from an object to one that takes the key, as many as `depth` says.
    pub fn route(
        self,
        expected: Expected,
        node: Option<&Node<'_>>,
        depth: usize,
    ) -> Option<(Vec<String>, Expected)> {
        let steps = steps(self.dialect, expected, node);
        for (step, expected) in steps {
            let found = if depth > 1 {
                let is_deeper = !expected.is(&SCHEMA);
                let route = is_deeper.then(|| self.route(expected, None, depth - 1));
                route.flatten()
            } else {
                takes(self.dialect, expected, self.key, self.value).then(|| (Vec::new(), expected))
            };
            if let Some((mut fields, expected)) = found {
                fields.insert(0, step);
                return Some((fields, expected));
            }
        }
        None
    }
}
