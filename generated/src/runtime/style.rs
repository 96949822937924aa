//! The styles in which parameters are spelled: the table of OpenAPI 3.0, section 4.7.12.4.

use crate::runtime::encode::{ParameterValue, Refusal};

/// A style of spelling a parameter, with or without `explode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black` and `R,100,G,200`.
    Simple,
    /// `blue,black` and `R=100,G=200`.
    SimpleExplode,
    /// `.blue.black` and `.R.100.G.200`.
    Label,
    /// `.blue.black` and `.R=100.G=200`.
    LabelExplode,
    /// `;color=blue,black` and `;color=R,100,G,200`.
    Matrix,
    /// `;color=blue;color=black` and `;R=100;G=200`.
    MatrixExplode,
    /// `color=blue,black` and `color=R,100,G,200`.
    Form,
    /// `color=blue&color=black` and `R=100&G=200`.
    FormExplode,
    /// `color=blue%20black` and `color=R%20100%20G%20200`.
    SpaceDelimited,
    /// `color=blue%7Cblack` and `color=R%7C100%7CG%7C200`.
    PipeDelimited,
    /// `color[R]=100&color[G]=200`, at any depth.
    DeepObject,
}

/// How a text is made safe for its place.
pub(crate) type Escape = fn(&str) -> String;

/// Spells a value for a path or a header.
pub(crate) fn text(
    name: &str,
    value: &ParameterValue,
    style: Style,
    escape: Escape,
) -> Result<String, Refusal> {
    let name = escape(name);
    let prefix = match style {
        Style::Label | Style::LabelExplode => ".",
        Style::Matrix | Style::MatrixExplode => ";",
        _ => "",
    };
    let named = |text: String| {
        if text.is_empty() {
            name.clone()
        } else {
            format!("{name}={text}")
        }
    };
    let spelled = match (style, value) {
        (_, ParameterValue::Absent) => return Ok(String::new()),
        (Style::Matrix, value) => named(listed(value, ",", escape)?),
        (Style::MatrixExplode, ParameterValue::List(items)) => {
            let items: Result<Vec<String>, Refusal> = items
                .iter()
                .map(|item| Ok(named(escape(item.primitive()?))))
                .collect();
            items?.join(";")
        }
        (Style::MatrixExplode, ParameterValue::Object(fields)) => assigned(fields, ";", escape)?,
        (Style::MatrixExplode, value) => named(listed(value, ",", escape)?),
        (Style::LabelExplode, ParameterValue::Object(fields)) => assigned(fields, ".", escape)?,
        (Style::Label | Style::LabelExplode, value) => listed(value, ".", escape)?,
        (Style::SimpleExplode, ParameterValue::Object(fields)) => assigned(fields, ",", escape)?,
        (_, value) => listed(value, ",", escape)?,
    };
    Ok(format!("{prefix}{spelled}"))
}

/// Spells a value as the pairs of a query, a form or a cookie, names and values already made safe.
pub(crate) fn pairs(
    name: &str,
    value: &ParameterValue,
    style: Style,
    escape: Escape,
) -> Result<Vec<(String, String)>, Refusal> {
    let name = escape(name);
    match (style, value) {
        (_, ParameterValue::Absent) => Ok(Vec::new()),
        (Style::DeepObject, value) => {
            let mut pairs = Vec::new();
            deep(&name, value, escape, &mut pairs);
            Ok(pairs)
        }
        (Style::Form, value) => Ok(vec![(name, listed(value, ",", escape)?)]),
        (Style::SpaceDelimited, value) => Ok(vec![(name, listed(value, "%20", escape)?)]),
        (Style::PipeDelimited, value) => Ok(vec![(name, listed(value, "%7C", escape)?)]),
        (_, ParameterValue::List(items)) => items
            .iter()
            .map(|item| Ok((name.clone(), escape(item.primitive()?))))
            .collect(),
        (_, ParameterValue::Object(fields)) => fields
            .iter()
            .map(|(name, value)| Ok((escape(name), escape(value.primitive()?))))
            .collect(),
        (_, value) => Ok(vec![(name, listed(value, ",", escape)?)]),
    }
}

/// Items, or names and values in turn, with a separator between them.
fn listed(value: &ParameterValue, separator: &str, escape: Escape) -> Result<String, Refusal> {
    let texts: Result<Vec<String>, Refusal> = match value {
        ParameterValue::Absent => Ok(Vec::new()),
        ParameterValue::Primitive(text) => Ok(vec![escape(text)]),
        ParameterValue::List(items) => items
            .iter()
            .map(|item| item.primitive().map(escape))
            .collect(),
        ParameterValue::Object(fields) => {
            let pairs: Result<Vec<[String; 2]>, Refusal> = fields
                .iter()
                .map(|(name, value)| Ok([escape(name), escape(value.primitive()?)]))
                .collect();
            Ok(pairs?.into_iter().flatten().collect())
        }
    };
    Ok(texts?.join(separator))
}

/// Fields as `name=value`, with a separator between them.
fn assigned(
    fields: &[(String, ParameterValue)],
    separator: &str,
    escape: Escape,
) -> Result<String, Refusal> {
    let fields: Result<Vec<String>, Refusal> = fields
        .iter()
        .map(|(name, value)| Ok(format!("{}={}", escape(name), escape(value.primitive()?))))
        .collect();
    Ok(fields?.join(separator))
}

/// Names in brackets all the way down; the items of lists by their index.
fn deep(name: &str, value: &ParameterValue, escape: Escape, pairs: &mut Vec<(String, String)>) {
    match value {
        ParameterValue::Absent => {}
        ParameterValue::Primitive(text) => pairs.push((name.to_owned(), escape(text))),
        ParameterValue::List(items) => {
            for (index, item) in items.iter().enumerate() {
                deep(&format!("{name}%5B{index}%5D"), item, escape, pairs);
            }
        }
        ParameterValue::Object(fields) => {
            for (field, value) in fields {
                deep(
                    &format!("{name}%5B{}%5D", escape(field)),
                    value,
                    escape,
                    pairs,
                );
            }
        }
    }
}
