//! Values of each type, and those that no style can carry.

use super::{
    ARRAY, OBJECT, OF_PATHS, OF_QUERIES, cookie, cookie_as, header, header_as, path, path_as,
    query, query_as, rejection,
};
use crate::support::{Get, GetColor, Script, client, texts};
use blank_sdk::runtime::parts::Parts;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::style::Style;
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;

#[test]
fn numbers_and_booleans() {
    fn assert_text(value: impl Serialize + Copy, text: &str) {
        let encoded = text.replace('+', "%2B");
        assert_eq!(path(|parts| parts.path("color", value)), encoded);
        for style in [Style::Matrix, Style::MatrixExplode] {
            assert_eq!(path_as(style, value), format!(";color={encoded}"));
        }
        for style in [Style::Label, Style::LabelExplode] {
            assert_eq!(path_as(style, value), format!(".{encoded}"));
        }
        for style in [
            Style::Form,
            Style::FormExplode,
            Style::SpaceDelimited,
            Style::PipeDelimited,
            Style::DeepObject,
        ] {
            assert_eq!(query_as(style, value), format!("color={encoded}"));
        }
        assert_eq!(
            query(|parts| parts.query_reserved("color", Style::FormExplode, value)).unwrap(),
            format!("color={encoded}")
        );
        assert_eq!(cookie_as(Style::Form, value), format!("color={encoded}"));
        assert_eq!(header_as(Style::Simple, value), text);
    }
    assert_text(0, "0");
    assert_text(u64::MAX, "18446744073709551615");
    assert_text(i64::MIN, "-9223372036854775808");
    assert_text(-7_i8, "-7");
    assert_text(0.1_f32, "0.1");
    assert_text(0.1_f64, "0.1");
    assert_text(1.5, "1.5");
    assert_text(-2.0, "-2.0");
    assert_text(true, "true");
    assert_text(false, "false");
}

#[test]
fn great_floats_keep_their_value() {
    for number in [1e300_f64, 5e-324, f64::MAX, -1.234_567_890_123_456_7e-9] {
        let query = query_as(Style::Form, number);
        let text = percent_decode_str(query.strip_prefix("color=").unwrap());
        let read: f64 = text.decode_utf8().unwrap().parse().unwrap();
        assert_eq!(read.to_bits(), number.to_bits(), "{query}");
        assert!(!query.contains('+'));
    }
}

#[test]
fn integers_beyond_64_bits_are_exact() {
    for value in [i128::MIN, i128::from(u64::MAX) + 1] {
        assert_eq!(query_as(Style::Form, value), format!("color={value}"));
    }
}

#[test]
fn mixed_lists() {
    let list = json!([1, 0.5, true, "x", ""]);
    assert_eq!(path_as(Style::Simple, &list), "1,0.5,true,x,");
    assert_eq!(query_as(Style::Form, &list), "color=1,0.5,true,x,");
    assert_eq!(
        query_as(Style::FormExplode, &list),
        "color=1&color=0.5&color=true&color=x&color="
    );
    assert_eq!(header_as(Style::Simple, &list), "1,0.5,true,x,");
}

#[test]
fn what_is_null_or_empty_is_left_out() {
    // RFC 6570 section 2.3: lists and objects without members are undefined.
    for value in [
        json!(null),
        json!([]),
        json!([null]),
        json!({}),
        json!({"a": null}),
    ] {
        for style in OF_PATHS {
            let error = rejection::<GetColor>(|parts| parts.path_as("color", style, &value));
            assert!(error.to_string().contains("must not be empty"), "{error}");
        }
        for style in OF_QUERIES {
            let query = query(|parts| parts.query_as("color", style, &value));
            assert_eq!(query, None, "{style:?} {value}");
            let cookie = cookie(|parts| parts.cookie_as("color", style, &value));
            assert_eq!(cookie, None, "{style:?} {value}");
        }
        assert_eq!(
            query(|parts| parts.query_reserved("color", Style::FormExplode, &value)),
            None
        );
        for style in [Style::Simple, Style::SimpleExplode] {
            let header = header("color", |parts| parts.header_as("color", style, &value));
            assert_eq!(header, None, "{style:?} {value}");
        }
    }
}

#[test]
fn what_is_required_is_sent_without_members() {
    for value in [json!([]), json!([null]), json!({}), json!({"a": null})] {
        for style in OF_QUERIES {
            let set = |parts: &mut Parts| parts.required_query("color", style, &value);
            if style == Style::DeepObject {
                let error = rejection::<Get>(set);
                assert!(error.to_string().contains("must not be empty"), "{error}");
            } else {
                assert_eq!(query(set).unwrap(), "color=", "{style:?} {value}");
            }
        }
        let set = |parts: &mut Parts| {
            parts.required_query_reserved("color", Style::FormExplode, &value);
        };
        assert_eq!(query(set).unwrap(), "color=");
        for style in [Style::Form, Style::FormExplode, Style::Cookie] {
            let cookie = cookie(|parts| parts.required_cookie("color", style, &value));
            assert_eq!(cookie.unwrap(), "color=", "{style:?} {value}");
        }
        for style in [Style::Simple, Style::SimpleExplode] {
            let header = header("color", |parts| {
                parts.required_header("color", style, &value);
            });
            assert_eq!(header.unwrap(), "", "{style:?} {value}");
        }
    }
    let set = |parts: &mut Parts| parts.required_query("color", Style::FormExplode, ARRAY);
    assert_eq!(query(set).unwrap(), "color=blue&color=black&color=brown");
}

#[test]
fn nulls_inside_are_left_out() {
    let list = json!(["a", null, "b"]);
    let object = json!({"a": 1, "b": null, "c": 2});
    assert_eq!(path_as(Style::Matrix, &list), ";color=a,b");
    assert_eq!(path_as(Style::MatrixExplode, &object), ";a=1;c=2");
    assert_eq!(path_as(Style::Label, &object), ".a,1,c,2");
    assert_eq!(query_as(Style::FormExplode, &list), "color=a&color=b");
    assert_eq!(query_as(Style::PipeDelimited, &list), "color=a%7Cb");
    assert_eq!(
        query_as(Style::DeepObject, &object),
        "color%5Ba%5D=1&color%5Bc%5D=2"
    );
    assert_eq!(header_as(Style::SimpleExplode, &object), "a=1,c=2");
    assert_eq!(cookie_as(Style::Form, &object), "color=a,1,c,2");
}

async fn assert_rejected<O: Operation<Output: std::fmt::Debug>>(
    place: &str,
    set: impl FnOnce(&mut Parts),
) {
    let script = Script::new([]);
    let mut request = Request::<O>::new(&client(&script));
    set(&mut request.parts);
    let error = request.send().await.unwrap_err();
    assert!(error.is_invalid_argument());
    assert_eq!(error.attempts(), 0);
    assert_eq!(script.sent(), 0);
    assert!(error.to_string().contains(place), "{error}");
    assert!(
        error
            .to_string()
            .contains("has a list or an object nested in another"),
        "{error}"
    );
    assert!(!texts(&error).contains("secret"));
}

#[tokio::test]
async fn nested_values_are_rejected_before_anything_is_sent() {
    for value in [
        json!([["secret"]]),
        json!([{"secret": 1}]),
        json!({"secret": ["secret"]}),
        json!({"a": 1, "secret": {"secret": 1}}),
        json!([[]]),
        json!({"secret": {}}),
    ] {
        for style in OF_PATHS {
            let set = |parts: &mut Parts| parts.path_as("color", style, &value);
            assert_rejected::<GetColor>("the path parameter `color`", set).await;
        }
        for style in OF_QUERIES {
            if style != Style::DeepObject {
                let set = |parts: &mut Parts| parts.query_as("color", style, &value);
                assert_rejected::<Get>("the query parameter `color`", set).await;
            }
        }
        let set = |parts: &mut Parts| parts.query_reserved("color", Style::FormExplode, &value);
        assert_rejected::<Get>("the query parameter `color`", set).await;
        for style in [Style::Simple, Style::SimpleExplode] {
            let set = |parts: &mut Parts| parts.header_as("color", style, &value);
            assert_rejected::<Get>("the header `color`", set).await;
        }
        for style in [Style::Form, Style::FormExplode] {
            let set = |parts: &mut Parts| parts.cookie_as("color", style, &value);
            assert_rejected::<Get>("the cookie `color`", set).await;
        }
    }
}

#[test]
fn an_unserializable_value_is_rejected() {
    let unserializable = BTreeMap::from([((1, 2), "secret")]);
    for error in [
        rejection::<GetColor>(|parts| parts.path_as("color", Style::Label, &unserializable)),
        rejection::<GetColor>(|parts| parts.path_json("color", &unserializable)),
        rejection::<Get>(|parts| parts.query_as("color", Style::DeepObject, &unserializable)),
        rejection::<Get>(|parts| {
            parts.query_reserved("color", Style::FormExplode, &unserializable);
        }),
        rejection::<Get>(|parts| parts.query_json("color", &unserializable)),
        rejection::<Get>(|parts| parts.header_as("color", Style::Simple, &unserializable)),
        rejection::<Get>(|parts| parts.header_json("color", &unserializable)),
        rejection::<Get>(|parts| parts.cookie_as("color", Style::Form, &unserializable)),
        rejection::<Get>(|parts| parts.cookie_json("color", &unserializable)),
    ] {
        assert!(error.is_invalid_argument());
        assert!(
            error.to_string().contains("`color` cannot be serialized"),
            "{error}"
        );
        assert!(!texts(&error).contains("secret"));
    }
}

#[test]
fn json_content() {
    let encoded = "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D";
    assert_eq!(path(|parts| parts.path_json("color", OBJECT)), encoded);
    assert_eq!(
        query(|parts| parts.query_json("color", OBJECT)).unwrap(),
        format!("color={encoded}")
    );
    assert_eq!(
        cookie(|parts| parts.cookie_json("color", OBJECT)).unwrap(),
        format!("color={encoded}")
    );
    assert_eq!(
        header("color", |parts| parts.header_json("color", OBJECT)).unwrap(),
        r#"{"R":100,"G":200,"B":150}"#
    );
}

#[test]
fn json_content_of_any_kind() {
    let rows = [
        (json!(""), "%22%22"),
        (json!("é/\n"), "%22%C3%A9%2F%5Cn%22"),
        (json!([]), "%5B%5D"),
        (json!({}), "%7B%7D"),
        (json!([{"a": [1]}]), "%5B%7B%22a%22%3A%5B1%5D%7D%5D"),
        (json!(1.0), "1.0"),
        (json!(true), "true"),
        (json!(null), "null"),
    ];
    for (value, encoded) in rows {
        assert_eq!(path(|parts| parts.path_json("color", &value)), encoded);
        assert_eq!(
            query(|parts| parts.query_json("color", &value)).unwrap(),
            format!("color={encoded}")
        );
        assert_eq!(
            cookie(|parts| parts.cookie_json("color", &value)).unwrap(),
            format!("color={encoded}")
        );
        assert_eq!(
            header("color", |parts| parts.header_json("color", &value)).unwrap(),
            value.to_string()
        );
    }
}
