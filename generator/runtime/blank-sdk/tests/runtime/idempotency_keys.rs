//! Idempotency keys that nobody has chosen.

use crate::support::{Mint, Post, Script, Step, client, response};
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::TransportError;
use std::collections::HashSet;
use std::sync::Arc;

const NAME: &str = "Idempotency-Key";

fn with_key<O: Operation>(script: &Arc<Script>) -> Request<O> {
    let mut request = Request::new(&client(script));
    request.parts.idempotency_key(NAME);
    request
}

/// The keys that were sent.
fn keys(script: &Script) -> Vec<String> {
    let key = |request: http::Request<_>| request.headers()[NAME].to_str().unwrap().to_owned();
    script.requests().into_iter().map(key).collect()
}

#[tokio::test]
async fn all_attempts_have_the_same_key() {
    let reset = Step::Fail(TransportError::other("reset"));
    let script = Script::new([reset, response(500, ""), response(200, "7")]);
    assert_eq!(with_key::<Post>(&script).send().await.unwrap(), 7);
    let keys = keys(&script);
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| *key == keys[0]));
}

#[tokio::test]
async fn each_call_has_a_random_uuid() {
    let script = Script::new((0..100).map(|_| response(200, "7")));
    for _ in 0..100 {
        with_key::<Post>(&script).send().await.unwrap();
    }
    let keys = keys(&script);
    for key in &keys {
        let lengths: Vec<usize> = key.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        let is_digit = |c: char| matches!(c, '0'..='9' | 'a'..='f' | '-');
        assert!(key.chars().all(is_digit), "{key}");
        assert_eq!(&key[14..15], "4");
        assert!("89ab".contains(&key[19..20]), "{key}");
    }
    // No bit but those of the version and the variant is always the same.
    let bits = |key: &String| u128::from_str_radix(&key.replace('-', ""), 16).unwrap();
    let never = keys.iter().map(bits).fold(0, |all, bits| all | bits);
    let always = keys
        .iter()
        .map(bits)
        .fold(u128::MAX, |all, bits| all & bits);
    assert_eq!(never, !(0xb << 76) & !(0b01 << 62));
    assert_eq!(always, 0x4 << 76 | 0b10 << 62);
    assert_eq!(keys.into_iter().collect::<HashSet<_>>().len(), 100);
}

#[tokio::test]
async fn the_key_of_the_caller_takes_its_place() {
    let script = Script::new([response(500, ""), response(200, "7"), response(200, "7")]);
    let mut request = with_key::<Post>(&script);
    request.parts.header(NAME, "mine");
    request.send().await.unwrap();
    let request = with_key::<Post>(&script).with_header(NAME, "ours");
    request.send().await.unwrap();
    assert_eq!(keys(&script), ["mine", "mine", "ours"]);
}

#[tokio::test]
async fn what_the_document_says_takes_precedence() {
    let script = Script::new([response(500, "")]);
    let error = with_key::<Mint>(&script).send().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}
