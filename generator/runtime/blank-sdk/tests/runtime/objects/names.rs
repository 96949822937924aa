//! Types whose names the tables use too. Those of the prelude are not among them: no model has such a name.

use super::read;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::open_enum::wire_enum;

#[derive(Default)]
struct Formatter {
    ok: Option<bool>,
}

wire_object! { Formatter { ok: "ok" } }

enum Serialize {
    None,
    Other(String),
}

wire_enum! { Serialize { None: "none" } }

struct Infallible {
    default: Option<Serialize>,
}

wire_object! { Infallible { default: "default" } }

enum Hasher {
    From,
    Other(String),
}

wire_enum! { Hasher { From: "from" } }

#[test]
fn names_that_the_tables_use() {
    assert_eq!(read::<Formatter>(r#"{"ok":true}"#).unwrap().ok, Some(true));
    let value: Infallible = read(r#"{"default":"none"}"#).unwrap();
    assert_eq!(value.default, Some(Serialize::None));
    assert_eq!(Hasher::from("from"), Hasher::From);
}
