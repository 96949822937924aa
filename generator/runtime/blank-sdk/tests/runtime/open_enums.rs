//! Open enums: unknown values are kept.

use blank_sdk::runtime::open_enum::wire_enum;
use std::collections::HashSet;

#[derive(Clone)]
#[non_exhaustive]
enum State {
    Enabled,
    OnHold,
    Other(String),
}

wire_enum! {
    State {
        Enabled: "enabled",
        OnHold: "on hold",
    }
}

#[derive(Clone)]
enum Nothing {
    Other(String),
}

wire_enum! { Nothing {} }

#[test]
fn values_survive_the_round_trip() {
    for (json, state) in [
        (r#""enabled""#, State::Enabled),
        (r#""on hold""#, State::OnHold),
        (r#""Enabled""#, State::Other("Enabled".to_owned())),
        (r#""new\n""#, State::Other("new\n".to_owned())),
        (r#""""#, State::Other(String::new())),
    ] {
        assert_eq!(serde_json::from_str::<State>(json).unwrap(), state);
        assert_eq!(serde_json::to_string(&state).unwrap(), json);
    }
}

#[test]
fn other_sources_than_text() {
    assert_eq!(
        serde_json::from_value::<State>("enabled".into()).unwrap(),
        State::Enabled
    );
    assert_eq!(
        serde_json::from_value::<State>("x".into()).unwrap(),
        State::from("x")
    );
}

#[test]
fn only_strings_are_values() {
    for json in ["1", "null", "true", "{}", "[]"] {
        let error = serde_json::from_str::<State>(json).unwrap_err().to_string();
        assert!(error.contains("expected a string"), "{error}");
    }
}

#[test]
fn conversions() {
    assert_eq!(State::from("on hold"), State::OnHold);
    assert_eq!(State::from("x"), State::Other("x".to_owned()));
    assert_eq!(State::from("x").as_str(), "x");
    assert_eq!(
        format!(
            "{}|{:>8}|{:<3}|",
            State::OnHold,
            State::Enabled,
            State::from("x")
        ),
        "on hold| enabled|x  |"
    );
    assert_eq!(Nothing::from("x").as_str(), "x");
}

#[test]
fn values_are_equal_if_their_wire_values_are() {
    let by_hand = State::Other("enabled".to_owned());
    assert_eq!(by_hand, State::Enabled);
    assert_ne!(by_hand, State::OnHold);
    let states = HashSet::from([by_hand, State::Enabled, State::OnHold]);
    assert_eq!(states.len(), 2);
}

#[test]
fn debug_marks_unknown_values() {
    assert_eq!(
        format!("{:?} {:?}", State::OnHold, State::from("new")),
        r#""on hold" Other("new")"#
    );
}

#[test]
fn any_text_converts_into_a_value() {
    assert_eq!(State::from("on hold".to_owned()), State::OnHold);
    assert_eq!("enabled".parse(), Ok(State::Enabled));
    assert_eq!("new".parse(), Ok(State::Other("new".to_owned())));
}
