//! Properties of one of several types among those of an object.

use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::union::wire_union;
use serde_json::{Value, json};

#[derive(Clone)]
struct Words {
    kind: String,
    words: Option<Vec<String>>,
}

wire_object! { Words { kind: "kind", words: "words" } }

#[derive(Clone)]
struct Pattern {
    kind: String,
    name: Option<String>,
    expression: String,
}

wire_object! { Pattern { kind: "kind", name: "name", expression: "pattern" } }

#[derive(Clone, Debug, PartialEq)]
enum Variant {
    Words(Words),
    Pattern(Pattern),
    Other(Value),
}

wire_union! { Variant by "kind" { Words: "words", Pattern: "pattern" } }

#[derive(Clone)]
struct Entry {
    name: String,
    note: Option<String>,
    variant: Box<Variant>,
}

wire_object! { Entry { name: "name", note: "note" nullable, ..=variant } }

#[derive(Clone)]
struct Bare {
    variant: Variant,
    other: Variant,
}

wire_object! { Bare { ..=variant, ..=other } }

#[test]
fn properties_of_one_of_several_types_are_properties_of_the_object() {
    let json = r#"{"name":"n","note":null,"kind":"words","words":["a"]}"#;
    let entry: Entry = serde_json::from_str(json).unwrap();
    let words = Words {
        kind: "words".to_owned(),
        words: Some(vec!["a".to_owned()]),
    };
    assert_eq!(*entry.variant, Variant::Words(words));
    assert_eq!(serde_json::to_string(&entry).unwrap(), json);
    assert_eq!(format!("{entry:?}"), format!("Entry {json}"));

    // A property that both have is written once, as the object has it.
    let pattern = Pattern {
        kind: "pattern".to_owned(),
        name: Some("theirs".to_owned()),
        expression: "p".to_owned(),
    };
    let entry = Entry {
        name: "ours".to_owned(),
        note: Some("x".to_owned()),
        variant: Box::new(Variant::Pattern(pattern)),
    };
    let json = serde_json::to_value(&entry).unwrap();
    assert_eq!(
        json,
        json!({"name": "ours", "note": "x", "kind": "pattern", "pattern": "p"})
    );
    let read: Entry = serde_json::from_value(json).unwrap();
    assert!(
        matches!(&*read.variant, Variant::Pattern(pattern) if pattern.name.as_deref() == Some("ours"))
    );

    // What no variant is for remains, and is written again.
    let unknown = json!({"name": "n", "note": null, "kind": "new", "size": 1});
    let entry: Entry = serde_json::from_value(unknown.clone()).unwrap();
    assert!(matches!(&*entry.variant, Variant::Other(_)));
    assert_eq!(serde_json::to_value(&entry).unwrap(), unknown);

    let error = serde_json::from_str::<Entry>(r#"{"kind":"words"}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("missing field `name`"),
        "{error}"
    );

    let bare: Bare = serde_json::from_value(json!({"kind": "words"})).unwrap();
    assert_eq!(bare.variant, bare.other);
    assert_eq!(serde_json::to_string(&bare).unwrap(), r#"{"kind":"words"}"#);
}
