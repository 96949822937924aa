//! The methods that give one of the bodies of an output.

use crate::ident::{Role, Scope};
use crate::rust::{Accessor, Content, Docs, Outcome};

/// The accessors: a single one where all bodies are of that type, else one for each variant that has a body.
pub fn accessors(variants: &[Outcome]) -> Vec<Accessor> {
    let with_body: Vec<&Outcome> = variants
        .iter()
        .filter(|variant| variant.body != Content::Empty)
        .collect();
    let Some(first) = with_body.first() else {
        return Vec::new();
    };
    if with_body.iter().all(|variant| variant.body == first.body) {
        return vec![Accessor {
            ident: Scope::default().claim("into body", Role::Method),
            docs: Docs(vec![
                "The body, whatever the status; `None` where there is none.".to_owned(),
            ]),
            variants: with_body
                .iter()
                .map(|variant| variant.ident.clone())
                .collect(),
            body: first.body.clone(),
        }];
    }
    let mut scope = Scope::default();
    let accessor = |variant: &&Outcome| Accessor {
        ident: scope.claim(&format!("into {}", variant.ident), Role::Method),
        docs: Docs(vec![format!(
            "The body of [`{0}`](Self::{0}).",
            variant.ident
        )]),
        variants: vec![variant.ident.clone()],
        body: variant.body.clone(),
    };
    with_body.iter().map(accessor).collect()
}
