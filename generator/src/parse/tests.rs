//! Documents with every keyword of their versions: there is nothing to say about them.

use super::parse;
use crate::diagnostic::{Diagnostics, Format};
use crate::read::read;
use crate::{Source, Sources};

#[test]
fn every_keyword_of_openapi_3_0_is_known() {
    assert_is_valid(include_str!("../../tests/fixtures/keywords.yaml"));
}

#[test]
fn every_keyword_of_openapi_3_1_is_known() {
    assert_is_valid(include_str!("../../tests/fixtures/keywords-3.1.yaml"));
}

#[test]
fn every_keyword_of_openapi_3_2_is_known() {
    assert_is_valid(include_str!("../../tests/fixtures/keywords-3.2.yaml"));
}

fn assert_is_valid(text: &str) {
    let sources = Sources::from(Source {
        name: "openapi.yaml".to_owned(),
        text: text.to_owned(),
    });
    let mut diagnostics = Diagnostics::default();
    let tree = read(&sources, &mut diagnostics).expect("YAML");
    parse(&tree, &mut diagnostics);
    let found = diagnostics.render(&sources, Format::PLAIN);
    assert!(found.is_empty(), "{found}");
}
