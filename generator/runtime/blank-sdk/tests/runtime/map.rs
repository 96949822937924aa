//! Free-form objects from and to the caller's own types.

use crate::support::texts;
use blank_sdk::runtime::map::{from_map, to_map};
use serde_json::json;

struct Profile {
    name: String,
    age: Option<u8>,
}

blank_sdk::wire_object! {
    Profile {
        name: "name",
        age: "age",
    }
}

#[test]
fn round_trip() {
    let profile = Profile {
        name: "Gary".to_owned(),
        age: Some(30),
    };
    let map = to_map(&profile).unwrap();
    assert_eq!(map["name"], "Gary");
    assert_eq!(from_map::<Profile>(&map).unwrap(), profile);
    assert_eq!(from_map::<Profile>(map).unwrap(), profile);
}

#[test]
fn only_objects_become_maps() {
    for value in [json!(1), json!([1]), json!("zzz"), json!(null)] {
        let error = to_map(value).unwrap_err();
        assert!(error.is_invalid_argument());
        assert_eq!(error.to_string(), "the value is not an object");
    }
    let unserializable = std::collections::BTreeMap::from([(Some(vec![1]), "zzz")]);
    assert!(!texts(&to_map(unserializable).unwrap_err()).contains("zzz"));
}

#[test]
fn errors_name_the_path_and_nothing_else() {
    let map = to_map(json!({"name": "zzz", "age": "zzz"})).unwrap();
    let error = from_map::<Profile>(&map).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(
        error.to_string(),
        "the value cannot be decoded at `age`: expected an integer of the type u8"
    );
    assert!(!texts(&error).contains("zzz"));
    assert_eq!(error.attempts(), 0);
}
