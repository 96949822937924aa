//! Which values are of a variant, in words.

use crate::ir;
use crate::name::markdown;

/// How many properties are listed.
const FEW: usize = 4;

/// Which values are of a variant: nothing where it is their kind alone that tells, which the type of the variant says.
pub fn values(tag: Option<&str>, test: &ir::VariantTest) -> Vec<String> {
    match test {
        ir::VariantTest::Tags(tags) => {
            let property = markdown::code(tag.unwrap_or_default());
            let values = one_of(&tags.values);
            markdown::fill(&format!("Where the property {property} is {values}."))
        }
        ir::VariantTest::Row(row) if row.keys.is_empty() && row.constants.is_empty() => Vec::new(),
        ir::VariantTest::Row(row) => {
            let known = if row.constants.is_empty() {
                format!("with {}", properties(&row.keys))
            } else {
                let known: Vec<String> = row.constants.iter().map(constant).collect();
                known.join(" and ")
            };
            markdown::fill(&format!("{} {known}.", kind(row.kind)))
        }
    }
}

fn kind(kind: ir::JsonKind) -> &'static str {
    match kind {
        ir::JsonKind::String => "A string",
        ir::JsonKind::Integer => "An integer",
        ir::JsonKind::Number => "A number",
        ir::JsonKind::Boolean => "A boolean",
        ir::JsonKind::Array => "An array",
        ir::JsonKind::Object => "An object",
        ir::JsonKind::Union => "One of several types",
    }
}

/// The first of the properties that such a value has, as the type of the variant lists all.
fn properties(keys: &[String]) -> String {
    let listed = keys.iter().take(FEW).map(|name| markdown::code(name));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let others = if keys.len() > FEW { " and others" } else { "" };
    format!("{listed}{others}")
}

/// A constant within such a value, or the value itself.
fn constant(known: &ir::Constants) -> String {
    let values = one_of(&known.values);
    match known.path.as_slice() {
        [] => format!("that is {values}"),
        path => format!("where {} is {values}", markdown::code(&words_of(path))),
    }
}

/// Constants in words.
fn one_of(constants: &[ir::Constant]) -> String {
    let texts = constants
        .iter()
        .map(|constant| markdown::code(&constant.text()));
    texts.collect::<Vec<_>>().join(" or ")
}

/// A path in words: `owner.kind`, `items[].kind`.
fn words_of(steps: &[ir::Step]) -> String {
    let mut words = String::new();
    for step in steps {
        match step {
            ir::Step::Property(name) if words.is_empty() => words += name,
            ir::Step::Property(name) => words += &format!(".{name}"),
            ir::Step::Items => words += "[]",
        }
    }
    words
}
