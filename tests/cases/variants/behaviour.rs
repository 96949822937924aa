use sdk::models::{Move, Rule, RulePattern, RuleVariant, Up};
use sdk::{Client, NoCredentials};
use serde_json::json;

use crate::support::{Server, block_on};

#[test]
fn the_properties_of_a_variant_are_properties_of_the_object() {
    let words = json!({"name": "n", "type": "words", "words": ["a", "b"], "note": "x"});
    let server = Server::with(200, "application/json", words.to_string());
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let rule = Rule::new("r", RulePattern::new("^a").into());
    let received = block_on(client.add_rule(rule).send()).unwrap();
    assert_eq!(server.json(), json!({"name": "r", "type": "pattern", "pattern": "^a"}));
    assert_eq!(received.name, "n");
    assert!(matches!(&received.variant, RuleVariant::Words(words) if words.words == ["a", "b"]));
    assert_eq!(serde_json::to_value(&received).unwrap(), words);
}

#[test]
fn a_variant_that_is_not_known_is_kept() {
    let unknown = json!({"name": "n", "type": "range", "from": 1});
    let rule: Rule = serde_json::from_value(unknown.clone()).unwrap();
    assert!(matches!(rule.variant, RuleVariant::Other(_)));
    assert_eq!(serde_json::to_value(&rule).unwrap(), unknown);
}

#[test]
fn a_union_among_others_is_a_field() {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let up = Move::new(1.5, Up::new(3).into());
    block_on(client.add_move(up).send()).unwrap();
    assert_eq!(server.json(), json!({"speed": 1.5, "height": 3}));
}
