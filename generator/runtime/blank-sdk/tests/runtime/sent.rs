//! Read-only properties: read, kept and shown, but not sent.

use crate::support::{Post, Script, client, to_http};
use blank_sdk::runtime::multipart::{Form, Multipart};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::request::Request;
use serde::{Serialize, Serializer};
use serde_json::{Value, from_value, json, to_value};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

struct Account {
    id: Option<String>,
    name: String,
    owner: Option<Box<Account>>,
    members: Option<Vec<Account>>,
    by_role: Option<BTreeMap<String, Account>>,
}

wire_object! {
    Account {
        id: "id" read_only,
        name: "name",
        owner: "owner",
        members: "members",
        by_role: "byRole",
    }
}

fn stored() -> Value {
    json!({
        "id": "1",
        "name": "a",
        "owner": {"id": "2", "name": "b"},
        "members": [{"id": "3", "name": "c"}],
        "byRole": {"admin": {"id": "4", "name": "d"}},
    })
}

fn account() -> Account {
    from_value(stored()).unwrap()
}

fn body(set: impl FnOnce(&mut Request<Post>)) -> String {
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    set(&mut request);
    let request = to_http(request);
    String::from_utf8(request.into_body().to_vec()).unwrap()
}

const SENT: &str =
    r#"{"name":"a","owner":{"name":"b"},"members":[{"name":"c"}],"byRole":{"admin":{"name":"d"}}}"#;

#[test]
fn a_body_has_none_at_any_depth() {
    assert_eq!(body(|request| request.parts.json(account())), SENT);
    let patch = |request: &mut Request<Post>| {
        request
            .parts
            .json_as("application/merge-patch+json", account());
    };
    assert_eq!(body(patch), SENT);
    let form = body(|request| request.parts.form(account(), &[]));
    assert_eq!(
        form,
        "name=a&owner=%7B%22name%22%3A%22b%22%7D&members=%7B%22name%22%3A%22c%22%7D&byRole=%7B%22admin%22%3A%7B%22name%22%3A%22d%22%7D%7D"
    );
}

#[test]
fn neither_have_parts_and_parameters() {
    struct Upload;
    impl Multipart for Upload {
        fn add_to(self, form: &mut Form) {
            form.value("value", account());
            form.json("json", "application/json", account());
        }
    }
    let parts = body(|request| request.parts.multipart("multipart/form-data", Upload));
    assert_eq!(parts.matches(SENT).count(), 2, "{parts}");
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    request.parts.query("account", json!({"a": 1}));
    request.parts.query_json("account", account());
    let request = to_http(request);
    assert!(
        !request.uri().to_string().contains("id"),
        "{}",
        request.uri()
    );
}

#[test]
fn every_other_purpose_keeps_them() {
    assert_eq!(to_value(account()).unwrap(), stored());
    body(|request| request.parts.json(account()));
    assert_eq!(to_value(account()).unwrap(), stored());
    assert!(format!("{:?}", account()).contains(r#""id":"1""#));
}

#[test]
fn a_panic_ends_the_request_too() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            panic!("a serializer of the caller's own")
        }
    }
    let result = catch_unwind(AssertUnwindSafe(|| {
        body(|request| request.parts.json(Broken))
    }));
    assert!(result.is_err());
    assert_eq!(to_value(account()).unwrap(), stored());
}
