//! Whether a value fits a schema.

mod formats;
mod keywords;
mod types;
mod unique;

use formats::format;
use keywords::{enumerated, limits, multiple, null, of_kind};
pub use types::{advice, is_of_type};
use unique::unique;

use super::Check;
use crate::diagnostic::suggest;
use crate::read::{Node, Value};
use crate::source::Span;

/// How many steps one comparison may take: schemas refer to one another in circles.
const STEP_LIMIT: usize = 10_000;

/// How many steps all comparisons of a document may take together.
const ALL_STEPS_LIMIT: usize = 5_000_000;

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

/// The first place at which a value does not fit a schema. Where nobody knows, it fits.
pub fn misfit<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    value: &'d Node<'s>,
    schema: &'d Node<'s>,
) -> Option<Misfit> {
    let mut fitting = Fitting { steps: 0 };
    fitting.value(cx, value, schema, 0).err()
}

/// Whether a value fits, or where it does not.
type Fits = Result<(), Misfit>;

/// One comparison.
struct Fitting {
    steps: usize,
}

impl Fitting {
    fn value<'d, 's>(
        &mut self,
        cx: &mut Check<'d, 's, '_>,
        value: &'d Node<'s>,
        schema: &'d Node<'s>,
        depth: usize,
    ) -> Fits {
        self.steps += 1;
        cx.steps += 1;
        let budget_exhausted = self.steps > STEP_LIMIT || cx.steps > ALL_STEPS_LIMIT;
        if budget_exhausted || depth > DEPTH_LIMIT {
            return Ok(());
        }
        let Some(schema) = cx.target(schema) else {
            return Ok(());
        };
        if matches!(value.value, Value::Null) {
            return null(value, schema);
        }
        of_kind(value, schema)?;
        enumerated(value, schema)?;
        limits(value, schema)?;
        multiple(value, schema)?;
        format(value, schema)?;
        for member in schema.get("allOf").map_or(&[][..], Node::items) {
            self.value(cx, value, member, depth + 1)?;
        }
        for keyword in ["oneOf", "anyOf"] {
            self.any(cx, value, schema, keyword, depth)?;
        }
        match &value.value {
            Value::List(items) => {
                if let Some(schema) = schema.get("items") {
                    for item in items {
                        self.value(cx, item, schema, depth + 1)?;
                    }
                }
                self.unique(cx, items, schema)
            }
            Value::Map(_) => self.object(cx, value, schema, depth),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }

    /// The items are compared with the steps that are left.
    fn unique<'s>(
        &mut self,
        cx: &mut Check<'_, 's, '_>,
        items: &[Node<'s>],
        schema: &Node<'s>,
    ) -> Fits {
        let of_this = STEP_LIMIT.saturating_sub(self.steps);
        let given = of_this.min(ALL_STEPS_LIMIT.saturating_sub(cx.steps));
        let mut left = given;
        let fits = unique(items, schema, &mut left);
        self.steps += given - left;
        cx.steps += given - left;
        fits
    }

    /// Of a single member that a value could be, what does not fit is reported; of several, that none fits.
    fn any<'d, 's>(
        &mut self,
        cx: &mut Check<'d, 's, '_>,
        value: &'d Node<'s>,
        schema: &'d Node<'s>,
        keyword: &str,
        depth: usize,
    ) -> Fits {
        let members = schema.get(keyword).map_or(&[][..], Node::items);
        let mut misfits = Vec::new();
        for member in members {
            match self.value(cx, value, member, depth + 1) {
                Ok(()) => return Ok(()),
                Err(misfit) => misfits.push(misfit),
            }
        }
        // The one that goes deepest is the one that was meant.
        let is_deeper = |misfit: &Misfit| misfit.span != value.span;
        let mut deeper: Vec<Misfit> = Vec::new();
        let count = misfits.len();
        for misfit in misfits {
            if is_deeper(&misfit) || count == 1 {
                deeper.push(misfit);
            }
        }
        if deeper.len() == 1 {
            return deeper.pop().map_or(Ok(()), Err);
        }
        if count == 0 {
            return Ok(());
        }
        Err(Misfit {
            span: value.span,
            message: format!("it fits none of the {count} schemas of `{keyword}`"),
            help: "correct the value, or the schema".to_owned(),
            expected: schema.entry(keyword).map(|entry| entry.key_span),
        })
    }

    fn object<'d, 's>(
        &mut self,
        cx: &mut Check<'d, 's, '_>,
        value: &'d Node<'s>,
        schema: &'d Node<'s>,
        depth: usize,
    ) -> Fits {
        let properties = schema.get("properties");
        let property = |name: &str| properties.and_then(|properties| properties.entry(name));
        for name in schema.get("required").map_or(&[][..], Node::items) {
            let Some(text) = name.as_str().filter(|text| value.entry(text).is_none()) else {
                continue;
            };
            // What is read only is not in a request, and what is written only not in a response.
            let one_way = property(text).is_some_and(|entry| {
                ["readOnly", "writeOnly"]
                    .iter()
                    .any(|key| entry.value.get(key).and_then(Node::as_bool) == Some(true))
            });
            if one_way {
                continue;
            }
            return Err(Misfit {
                span: value.span,
                message: format!("the required property `{text}` is missing"),
                help: format!("add `{text}`, or remove it from `required`"),
                expected: Some(name.span),
            });
        }
        let additional = schema.get("additionalProperties");
        for entry in value.entries() {
            if let Some(property) = property(&entry.key) {
                self.value(cx, &entry.value, &property.value, depth + 1)?;
            } else if let Some(additional) = additional {
                match additional.as_bool() {
                    Some(true) => {}
                    Some(false) => {
                        let known = properties.map_or(&[][..], Node::entries).iter();
                        let names = known.map(|entry| entry.key.as_ref());
                        let help = match suggest::nearest(&entry.key, names) {
                            Some(known) => format!("did you mean `{known}`?"),
                            None => "remove it, or declare it".to_owned(),
                        };
                        return Err(Misfit {
                            span: entry.key_span,
                            message: format!("there is no property `{}`", entry.key),
                            help,
                            expected: Some(additional.span),
                        });
                    }
                    None => self.value(cx, &entry.value, additional, depth + 1)?,
                }
            }
        }
        Ok(())
    }
}
