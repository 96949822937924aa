//! Whether a value fits a schema.

mod budget;
mod formats;
mod keywords;
mod limits;
mod object;
mod pattern;
mod unique;

pub use budget::Budget;
pub use keywords::advice;

use super::{Document, Schema, SchemaId, Value};
use crate::source::Span;
use formats::format;
use keywords::{kind, listed, never};
use limits::limits;
use pattern::pattern;
use unique::unique;

/// How deep schemas within schemas are followed.
const DEPTH_LIMIT: usize = 64;

/// Where a value does not fit, and why.
pub struct Misfit {
    /// The innermost value that does not fit.
    pub span: Span,
    /// What does not fit.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The place of the schema that says so.
    pub expected: Option<Span>,
}

impl Misfit {
    /// A value that is not as the schema says at a place.
    fn new(
        value: Value<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
        expected: impl Into<Option<Span>>,
    ) -> Self {
        Self {
            span: value.span(),
            message: message.into(),
            help: help.into(),
            expected: expected.into(),
        }
    }
}

/// What to do where the value or the schema may be wrong.
const CORRECT: &str = "correct the value, or the schema";

/// The first place at which a value does not fit a schema; `None` if it fits, or if that is inconclusive.
///
/// What `not` says is not looked at.
pub fn misfit(
    document: &Document<'_>,
    value: Value<'_>,
    schema: SchemaId,
    budget: &mut Budget,
) -> Option<Misfit> {
    budget.begin();
    let mut fit = Fit { document, budget };
    fit.value(value, schema, 0).err()
}

/// Whether a value fits a schema, as far as that is known.
pub fn fits(document: &Document<'_>, value: Value<'_>, schema: SchemaId) -> bool {
    misfit(document, value, schema, &mut Budget::default()).is_none()
}

/// Whether a value fits, or where it does not.
type Fits = Result<(), Misfit>;

/// One comparison.
struct Fit<'m, 'd> {
    document: &'m Document<'d>,
    budget: &'m mut Budget,
}

impl<'m, 'd> Fit<'m, 'd> {
    fn value(&mut self, value: Value<'_>, schema: SchemaId, depth: usize) -> Fits {
        if !self.budget.spend(1) || depth > DEPTH_LIMIT {
            return Ok(());
        }
        let Some(schema) = self.schema(schema) else {
            return Ok(());
        };
        never(value, schema)?;
        let lists_null = schema.listed().any(Value::is_null);
        if value.is_null() && (schema.nullable || lists_null) {
            return Ok(());
        }
        kind(value, schema)?;
        listed(value, schema)?;
        limits(value, schema)?;
        format(value, schema)?;
        pattern(value, schema, self.budget)?;
        for member in &schema.all_of {
            self.value(value, *member, depth + 1)?;
        }
        self.any(value, schema, ("oneOf", &schema.one_of), depth)?;
        if schema.lists_types() {
            self.one_of_several_types(value, schema, depth)?;
        } else {
            self.any(value, schema, ("anyOf", &schema.any_of), depth)?;
        }
        self.items(value, schema, depth)?;
        self.object(value, schema, depth)
    }

    /// The schema, its references followed; `None` where something is wrong with it.
    fn schema(&self, id: SchemaId) -> Option<&'m Schema<'d>> {
        let target = self.document.resolve(id).ok()?;
        Some(target.schema)
    }

    fn items(&mut self, value: Value<'_>, schema: &Schema<'_>, depth: usize) -> Fits {
        let Some(items) = value.items() else {
            return Ok(());
        };
        for (index, item) in items.enumerate() {
            let positional = schema.prefix_items.get(index).copied();
            if let Some(schema) = positional.or(schema.items) {
                self.value(item, schema, depth + 1)?;
            }
        }
        unique(value, schema, self.budget)
    }

    /// The member for the type of the value says what does not fit.
    fn one_of_several_types(
        &mut self,
        value: Value<'_>,
        schema: &Schema<'_>,
        depth: usize,
    ) -> Fits {
        let mut kinds = Vec::new();
        for member in &schema.any_of {
            let Some((kind, _)) = self.schema(*member).and_then(|member| member.kind) else {
                return Ok(());
            };
            if kind.admits(value) {
                return self.value(value, *member, depth + 1);
            }
            kinds.push(kind.as_str());
        }
        let (kinds, found) = (kinds.join("`, `"), value.kind());
        let message = format!("expected one of `{kinds}`, found {found}");
        let expected = schema.keyword("type").map(|keyword| keyword.span);
        Err(Misfit::new(value, message, CORRECT, expected))
    }

    /// If a value goes wrong within one member only, that member was meant, and says what does not fit.
    fn any(
        &mut self,
        value: Value<'_>,
        schema: &Schema<'_>,
        (keyword, members): (&str, &[SchemaId]),
        depth: usize,
    ) -> Fits {
        let mut misfits = Vec::new();
        for member in members {
            match self.value(value, *member, depth + 1) {
                Ok(()) => return Ok(()),
                Err(misfit) => misfits.push(misfit),
            }
        }
        if members.len() > 1 {
            misfits.retain(|misfit| misfit.span != value.span());
        }
        match (members, misfits.pop()) {
            ([], _) => Ok(()),
            (_, Some(misfit)) if misfits.is_empty() => Err(misfit),
            (members, _) => {
                let count = members.len();
                let message = format!("it fits none of the {count} schemas of `{keyword}`");
                let expected = schema.keyword(keyword).map(|keyword| keyword.span);
                Err(Misfit::new(value, message, CORRECT, expected))
            }
        }
    }
}
