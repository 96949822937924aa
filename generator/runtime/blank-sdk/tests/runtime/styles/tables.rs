//! The rows of the table, style by style.

use super::{
    ARRAY, EMPTY, ENCODED, OBJECT, RESERVED, STRING, cookie, cookie_as, header, header_as, path,
    path_as, query, query_as, rejection, request,
};
use crate::support::{GetColor, GetColorAfter, url};
use blank_sdk::runtime::style::Style;
use percent_encoding::percent_decode_str;
use serde_json::json;
use std::collections::BTreeMap;

/// A row of the table for the path.
fn assert_path(style: Style, empty: Option<&str>, string: &str, array: &str, object: &str) {
    if let Some(empty) = empty {
        assert_eq!(path_as(style, EMPTY), empty, "{style:?}");
    }
    assert_eq!(path_as(style, STRING), string, "{style:?}");
    assert_eq!(path_as(style, ARRAY), array, "{style:?}");
    assert_eq!(path_as(style, OBJECT), object, "{style:?}");
}

#[test]
fn matrix() {
    assert_path(
        Style::Matrix,
        Some(";color"),
        ";color=blue",
        ";color=blue,black,brown",
        ";color=R,100,G,200,B,150",
    );
    assert_path(
        Style::MatrixExplode,
        Some(";color"),
        ";color=blue",
        ";color=blue;color=black;color=brown",
        ";R=100;G=200;B=150",
    );
}

#[test]
fn matrix_has_no_equals_sign_before_an_empty_value() {
    assert_eq!(path_as(Style::Matrix, [""]), ";color");
    assert_eq!(path_as(Style::Matrix, ["", "blue"]), ";color=,blue");
    assert_eq!(
        path_as(Style::MatrixExplode, ["", "blue"]),
        ";color;color=blue"
    );
    let object = json!({"a": "", "b": "blue"});
    assert_eq!(path_as(Style::Matrix, &object), ";color=a,,b,blue");
    assert_eq!(path_as(Style::MatrixExplode, &object), ";a;b=blue");
}

#[test]
fn label() {
    assert_path(
        Style::Label,
        None,
        ".blue",
        ".blue,black,brown",
        ".R,100,G,200,B,150",
    );
    assert_path(
        Style::LabelExplode,
        None,
        ".blue",
        ".blue.black.brown",
        ".R=100.G=200.B=150",
    );
    assert_eq!(
        path_as(Style::LabelExplode, json!({"a": "", "b": 1})),
        ".a=.b=1"
    );
}

#[test]
fn an_empty_label_is_a_dot_that_cannot_be_a_whole_segment() {
    for style in [Style::Label, Style::LabelExplode] {
        let after = request::<GetColorAfter>(|parts| parts.path_as("color", style, EMPTY));
        assert_eq!(url(after), "https://api.example.com/colors.");
        let error = rejection::<GetColor>(|parts| parts.path_as("color", style, EMPTY));
        assert!(error.is_invalid_argument());
        assert!(error.to_string().contains("the path parameter `color`"));
    }
}

#[test]
fn simple_in_a_path() {
    for style in [Style::Simple, Style::SimpleExplode] {
        let object = if style == Style::Simple {
            "R,100,G,200,B,150"
        } else {
            "R=100,G=200,B=150"
        };
        assert_path(style, None, "blue", "blue,black,brown", object);
        let error = rejection::<GetColor>(|parts| parts.path_as("color", style, EMPTY));
        assert!(error.to_string().contains("must not be empty"), "{error}");
        rejection::<GetColorAfter>(|parts| parts.path_as("color", style, EMPTY));
    }
    assert_eq!(
        path(|parts| parts.path("color", OBJECT)),
        "R,100,G,200,B,150"
    );
}

#[test]
fn simple_in_a_header() {
    for style in [Style::Simple, Style::SimpleExplode] {
        assert_eq!(header_as(style, EMPTY), "");
        assert_eq!(header_as(style, STRING), "blue");
        assert_eq!(header_as(style, ARRAY), "blue,black,brown");
    }
    assert_eq!(header_as(Style::Simple, OBJECT), "R,100,G,200,B,150");
    assert_eq!(header_as(Style::SimpleExplode, OBJECT), "R=100,G=200,B=150");
    assert_eq!(
        header("color", |parts| parts.header("color", OBJECT)).unwrap(),
        "R,100,G,200,B,150"
    );
}

#[test]
fn form_in_a_query() {
    for style in [Style::Form, Style::FormExplode] {
        assert_eq!(query_as(style, EMPTY), "color=");
        assert_eq!(query_as(style, STRING), "color=blue");
    }
    assert_eq!(query_as(Style::Form, ARRAY), "color=blue,black,brown");
    assert_eq!(query_as(Style::Form, OBJECT), "color=R,100,G,200,B,150");
    assert_eq!(
        query_as(Style::FormExplode, ARRAY),
        "color=blue&color=black&color=brown"
    );
    assert_eq!(query_as(Style::FormExplode, OBJECT), "R=100&G=200&B=150");
    assert_eq!(
        query(|parts| parts.query("color", OBJECT)).unwrap(),
        "R=100&G=200&B=150"
    );
    assert_eq!(
        query_as(Style::FormExplode, json!({"a": "", "b": 1})),
        "a=&b=1"
    );
}

#[test]
fn form_in_a_cookie() {
    for style in [Style::Form, Style::FormExplode] {
        assert_eq!(cookie_as(style, EMPTY), "color=");
        assert_eq!(cookie_as(style, STRING), "color=blue");
    }
    assert_eq!(cookie_as(Style::Form, ARRAY), "color=blue,black,brown");
    assert_eq!(cookie_as(Style::Form, OBJECT), "color=R,100,G,200,B,150");
    assert_eq!(
        cookie_as(Style::FormExplode, ARRAY),
        "color=blue; color=black; color=brown"
    );
    assert_eq!(cookie_as(Style::FormExplode, OBJECT), "R=100; G=200; B=150");
    assert_eq!(
        cookie(|parts| parts.cookie("color", OBJECT)).unwrap(),
        "R=100; G=200; B=150"
    );
}

#[test]
fn delimited_by_spaces_and_bars() {
    let rows = [
        (Style::SpaceDelimited, "%20", " "),
        (Style::PipeDelimited, "%7C", "|"),
    ];
    for (style, encoded, separator) in rows {
        let query = query_as(style, ARRAY);
        assert_eq!(query, format!("color={}", ARRAY.join(encoded)));
        let fields = ["R", "100", "G", "200", "B", "150"];
        let query = query_as(style, OBJECT);
        assert_eq!(query, format!("color={}", fields.join(encoded)));
        // The table writes a bar as it is, which is not valid in a URL.
        let decoded = percent_decode_str(&query).decode_utf8().unwrap();
        assert_eq!(decoded, format!("color={}", fields.join(separator)));
        // The table has no cells for these; a list of one is what they are.
        assert_eq!(query_as(style, EMPTY), "color=");
        assert_eq!(query_as(style, STRING), "color=blue");
    }
}

#[test]
fn deep_objects() {
    let query = query_as(Style::DeepObject, OBJECT);
    assert_eq!(query, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150");
    let decoded = percent_decode_str(&query).decode_utf8().unwrap();
    assert_eq!(decoded, "color[R]=100&color[G]=200&color[B]=150");
}

#[test]
fn deep_objects_may_be_deep() {
    let value = json!({
        "a": {"b": {"c": 1, "d": null}},
        "e": ["x", {"f": true}, [2, 3]],
        "g": {},
        "h": [],
        "i": "",
    });
    assert_eq!(
        query_as(Style::DeepObject, &value),
        "color%5Ba%5D%5Bb%5D%5Bc%5D=1\
         &color%5Be%5D%5B0%5D=x&color%5Be%5D%5B1%5D%5Bf%5D=true\
         &color%5Be%5D%5B2%5D%5B0%5D=2&color%5Be%5D%5B2%5D%5B1%5D=3\
         &color%5Bi%5D="
    );
    assert_eq!(query_as(Style::DeepObject, STRING), "color=blue");
    let keys = BTreeMap::from([("a[b]", "c d"), (RESERVED, RESERVED)]);
    assert_eq!(
        query_as(Style::DeepObject, keys),
        format!("color%5B{ENCODED}%5D={ENCODED}&color%5Ba%5Bb%5D%5D=c%20d")
    );
}
