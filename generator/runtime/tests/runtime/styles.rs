//! How parameters are serialized in each style and each location: the table "Style Examples" of `OpenAPI`'s Parameter Object.

use crate::support::{
    Get, GetColor, GetColorAfter, GetNamed, Script, client, get, texts, to_http, url,
};
use percent_encoding::percent_decode_str;
use sdkwright_runtime::runtime::credentials::{Authorization, Credentials, Secret};
use sdkwright_runtime::runtime::error::Error;
use sdkwright_runtime::runtime::object::wire_object;
use sdkwright_runtime::runtime::parts::Parts;
use sdkwright_runtime::runtime::request::{Operation, Request};
use sdkwright_runtime::runtime::style::Style;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const EMPTY: &str = "";
const STRING: &str = "blue";
const ARRAY: [&str; 3] = ["blue", "black", "brown"];
const OBJECT: Rgb = Rgb {
    r: Some(100),
    g: Some(200),
    b: Some(150),
};

/// A text with characters that are special in a path, a query, a header or a cookie.
const RESERVED: &str = "/?#&=+,;| é";
const ENCODED: &str = "%2F%3F%23%26%3D%2B%2C%3B%7C%20%C3%A9";

#[derive(Clone, Copy)]
struct Rgb {
    r: Option<i64>,
    g: Option<i64>,
    b: Option<i64>,
}

wire_object! { Rgb { r: "R", g: "G", b: "B" } }

fn request<O: Operation>(set: impl FnOnce(&mut Parts)) -> Request<O> {
    let mut request = Request::new(&client(&Script::new([])));
    set(&mut request.parts);
    request
}

fn rejection<O: Operation>(set: impl FnOnce(&mut Parts)) -> Error {
    request::<O>(set).into_http_request().unwrap_err()
}

/// The path after `/colors/`.
fn path(set: impl FnOnce(&mut Parts)) -> String {
    let url = url(request::<GetColor>(set));
    let path = url.strip_prefix("https://api.example.com/colors/");
    path.unwrap().to_owned()
}

fn path_as(style: Style, value: impl Serialize) -> String {
    path(|parts| parts.path_as("color", style, value))
}

/// The query, without its question mark.
fn query(set: impl FnOnce(&mut Parts)) -> Option<String> {
    let request = request::<Get>(set).into_http_request().unwrap();
    request.uri().query().map(str::to_owned)
}

fn query_as(style: Style, value: impl Serialize) -> String {
    query(|parts| parts.query_as("color", style, value)).unwrap()
}

/// A header, byte by byte.
fn header(name: &str, set: impl FnOnce(&mut Parts)) -> Option<String> {
    let request = request::<Get>(set).into_http_request().unwrap();
    assert!(request.headers().get_all(name).iter().count() <= 1);
    let value = request.headers().get(name)?.as_bytes().to_vec();
    Some(String::from_utf8(value).unwrap())
}

fn header_as(style: Style, value: impl Serialize) -> String {
    header("color", |parts| parts.header_as("color", style, value)).unwrap()
}

fn cookie(set: impl FnOnce(&mut Parts)) -> Option<String> {
    header("cookie", set)
}

fn cookie_as(style: Style, value: impl Serialize) -> String {
    cookie(|parts| parts.cookie_as("color", style, value)).unwrap()
}

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

#[test]
fn reserved_characters_in_a_path() {
    let list = [RESERVED, "x"];
    let object = BTreeMap::from([(RESERVED, RESERVED)]);
    let e = ENCODED;
    let rows = [
        (
            Style::Simple,
            e.to_owned(),
            format!("{e},x"),
            format!("{e},{e}"),
        ),
        (
            Style::SimpleExplode,
            e.to_owned(),
            format!("{e},x"),
            format!("{e}={e}"),
        ),
        (
            Style::Label,
            format!(".{e}"),
            format!(".{e},x"),
            format!(".{e},{e}"),
        ),
        (
            Style::LabelExplode,
            format!(".{e}"),
            format!(".{e}.x"),
            format!(".{e}={e}"),
        ),
        (
            Style::Matrix,
            format!(";color={e}"),
            format!(";color={e},x"),
            format!(";color={e},{e}"),
        ),
        (
            Style::MatrixExplode,
            format!(";color={e}"),
            format!(";color={e};color=x"),
            format!(";{e}={e}"),
        ),
    ];
    for (style, string, array, fields) in rows {
        assert_eq!(path_as(style, RESERVED), string, "{style:?}");
        assert_eq!(path_as(style, list), array, "{style:?}");
        assert_eq!(path_as(style, &object), fields, "{style:?}");
    }
    let named = request::<GetNamed>(|parts| parts.path_as("a=b", Style::Matrix, "c"));
    assert_eq!(url(named), "https://api.example.com/colors/;a%3Db=c");
}

#[test]
fn reserved_characters_in_a_query() {
    let e = ENCODED;
    let list = [RESERVED, "x"];
    let object = BTreeMap::from([(RESERVED, RESERVED)]);
    let rows = [
        (
            Style::Form,
            format!("color={e},x"),
            format!("color={e},{e}"),
        ),
        (
            Style::FormExplode,
            format!("color={e}&color=x"),
            format!("{e}={e}"),
        ),
    ];
    for style in OF_QUERIES {
        assert_eq!(query_as(style, RESERVED), format!("color={e}"), "{style:?}");
    }
    for (style, array, fields) in rows {
        assert_eq!(query_as(style, list), array, "{style:?}");
        assert_eq!(query_as(style, &object), fields, "{style:?}");
    }
    for style in [Style::Form, Style::FormExplode, Style::DeepObject] {
        assert_eq!(
            query(|parts| parts.query_as(RESERVED, style, 1)).unwrap(),
            format!("{e}=1")
        );
    }
}

#[test]
fn reserved_characters_in_a_header() {
    // A header is not percent-encoded.
    let item = "/?#&=+;| é";
    for style in [Style::Simple, Style::SimpleExplode] {
        assert_eq!(header_as(style, RESERVED), RESERVED);
        assert_eq!(header_as(style, [item, "x"]), format!("{item},x"));
    }
    let object = BTreeMap::from([("k/é", item)]);
    assert_eq!(header_as(Style::Simple, &object), format!("k/é,{item}"));
    assert_eq!(
        header_as(Style::SimpleExplode, &object),
        format!("k/é={item}")
    );
    for text in ["a\nb", "a\r\nb", "a\0b", "a\u{7f}b"] {
        let error =
            rejection::<Get>(|parts| parts.header_as("color", Style::SimpleExplode, [text]));
        assert!(error.to_string().contains("header `color`"), "{error}");
    }
}

#[test]
fn an_item_with_a_separator_that_cannot_be_escaped_is_rejected() {
    let list = |text: &str| json!([text, "x"]);
    let value = |text: &str| json!({"a": text});
    let name = |text: &str| json!({text: 1});
    let rejected = |problem: Error| {
        let text = problem.to_string();
        assert!(problem.is_invalid_argument());
        assert!(text.contains("has an item with the character that separates items"));
    };
    let header = |style, value: Value| {
        rejected(rejection::<Get>(|parts| {
            parts.header_as("color", style, value);
        }));
    };
    for style in [Style::Simple, Style::SimpleExplode] {
        for value in [list("a,b"), value("a,b"), name("a,b")] {
            header(style, value);
        }
    }
    header(Style::SimpleExplode, name("a=b"));
    assert_eq!(header_as(Style::SimpleExplode, value("b=c")), "a=b=c");
    assert_eq!(header_as(Style::Simple, name("a=b")), "a=b,1");
    for (style, separator) in [(Style::SpaceDelimited, " "), (Style::PipeDelimited, "|")] {
        for value in [list(separator), value(separator), name(separator)] {
            rejected(rejection::<Get>(|parts| {
                parts.query_as("color", style, value);
            }));
        }
    }
    for value in [list("a.b"), value("a.b"), name("a.b")] {
        rejected(rejection::<GetColor>(|parts| {
            parts.path_as("color", Style::LabelExplode, &value);
        }));
    }
    for style in [Style::Cookie, Style::CookieExplode] {
        let value = if style == Style::Cookie {
            list("a,b")
        } else {
            name("a=b")
        };
        rejected(rejection::<Get>(|parts| {
            parts.cookie_as("color", style, value);
        }));
    }
    assert_eq!(path_as(Style::Label, list("a.b")), ".a.b,x");
}

#[test]
fn reserved_characters_in_a_cookie() {
    let e = ENCODED;
    let object = BTreeMap::from([(RESERVED, RESERVED)]);
    for style in [Style::Form, Style::FormExplode] {
        assert_eq!(cookie_as(style, RESERVED), format!("color={e}"));
        assert_eq!(
            cookie(|parts| parts.cookie_as(RESERVED, style, 1)).unwrap(),
            format!("{e}=1")
        );
        // What RFC 6265 section 4.1.1 forbids in a value, and what would begin another cookie or another line.
        assert_eq!(
            cookie_as(style, "\"a\\b\"; c=d\r\n\0"),
            "color=%22a%5Cb%22%3B%20c%3Dd%0D%0A%00"
        );
    }
    assert_eq!(
        cookie_as(Style::Form, [RESERVED, "x"]),
        format!("color={e},x")
    );
    assert_eq!(
        cookie_as(Style::FormExplode, [RESERVED, "x"]),
        format!("color={e}; color=x")
    );
    assert_eq!(cookie_as(Style::Form, &object), format!("color={e},{e}"));
    assert_eq!(cookie_as(Style::FormExplode, &object), format!("{e}={e}"));
}

#[test]
fn allow_reserved() {
    let reserved = |name, value: Value| {
        query(|parts| parts.query_reserved(name, Style::FormExplode, value)).unwrap()
    };
    // Only what would end the value, or be decoded to something else, is encoded.
    assert_eq!(
        reserved("color", json!(":/?#[]@!$&'()*+,;=")),
        "color=:/?%23[]@!$%26'()*%2B,;="
    );
    assert_eq!(
        reserved("color", json!(RESERVED)),
        "color=/?%23%26=%2B,;%7C%20%C3%A9"
    );
    assert_eq!(
        reserved("color", json!("%2F%2f%\"<>\\^`{}")),
        "color=%2F%2f%25%22%3C%3E%5C%5E%60%7B%7D"
    );
    assert_eq!(reserved("color", json!("")), "color=");
    assert_eq!(
        reserved("color", json!(["a,b", "c&d"])),
        "color=a,b&color=c%26d"
    );
    assert_eq!(reserved("color", json!({"a": "b/c", "d": 1})), "a=b/c&d=1");
}

#[test]
fn allow_reserved_is_about_values_not_names() {
    let reserved = |name, value: Value| {
        query(|parts| parts.query_reserved(name, Style::FormExplode, value)).unwrap()
    };
    assert_eq!(reserved("a=b", json!("c=d")), "a%3Db=c=d");
    assert_eq!(reserved("a=b", json!(["c"])), "a%3Db=c");
    assert_eq!(reserved("x", json!({"a=b[]": "c=d"})), "a%3Db%5B%5D=c=d");
}

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

const OF_PATHS: [Style; 6] = [
    Style::Simple,
    Style::SimpleExplode,
    Style::Label,
    Style::LabelExplode,
    Style::Matrix,
    Style::MatrixExplode,
];

const OF_QUERIES: [Style; 5] = [
    Style::Form,
    Style::FormExplode,
    Style::SpaceDelimited,
    Style::PipeDelimited,
    Style::DeepObject,
];

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

#[test]
fn a_parameter_set_twice_has_the_last_value() {
    let last = path(|parts| {
        parts.path("color", "blue");
        parts.path_as("color", Style::Matrix, "black");
    });
    assert_eq!(last, ";color=black");
    let last = query(|parts| {
        parts.query("color", ARRAY);
        parts.query("size", 1);
        parts.query_as("color", Style::Form, ["a", "b"]);
    });
    assert_eq!(last.unwrap(), "size=1&color=a,b");
    let last = query(|parts| {
        parts.query_as("color", Style::DeepObject, OBJECT);
        parts.query_json("color", 1);
        parts.query_reserved("color", Style::FormExplode, "/");
    });
    assert_eq!(last.unwrap(), "color=/");
    let last = header("color", |parts| {
        parts.header("color", "blue");
        parts.header_json("Color", "black");
    });
    assert_eq!(last.unwrap(), "\"black\"");
    let last = cookie(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("size", 1);
        parts.cookie("color", ARRAY);
        parts.cookie_as("color", Style::Form, ["a", "b"]);
    });
    assert_eq!(last.unwrap(), "size=1; color=a,b");
}

#[test]
fn an_exploded_object_is_replaced_as_a_whole() {
    let last = query(|parts| {
        parts.query("color", OBJECT);
        parts.query("color", json!({"C": 1}));
    });
    assert_eq!(last.unwrap(), "C=1");
    let last = cookie(|parts| {
        parts.cookie("color", OBJECT);
        parts.cookie("color", json!({"C": 1}));
    });
    assert_eq!(last.unwrap(), "C=1");
}

#[test]
fn a_null_removes_a_parameter() {
    let none = None::<&str>;
    let last = query(|parts| {
        parts.query("color", "blue");
        parts.query("color", none);
    });
    assert_eq!(last, None);
    let last = cookie(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("color", none);
    });
    assert_eq!(last, None);
    let last = header("color", |parts| {
        parts.header("color", "blue");
        parts.header("color", none);
    });
    assert_eq!(last, None);
    let error = rejection::<GetColor>(|parts| {
        parts.path("color", "blue");
        parts.path("color", none);
    });
    assert!(error.is_invalid_argument());
}

/// The cookie of a session.
struct Session;

impl Credentials for Session {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.cookie("session", &Secret::new("zzz"));
    }
}

fn with_session(set: impl FnOnce(&mut Parts)) -> http::Request<bytes::Bytes> {
    let client = client(&Script::new([])).with_credentials(Session);
    let mut request = Request::<Get>::authorized::<Session, _>(&client);
    set(&mut request.parts);
    to_http(request)
}

#[test]
fn cookies_of_credentials_and_of_parameters_both_stay() {
    let request = with_session(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("size", 1);
        parts.cookie("color", "black");
    });
    let cookie = &request.headers()["cookie"];
    assert_eq!(cookie, "session=zzz; size=1; color=black");
    assert_eq!(request.headers().get_all("cookie").iter().count(), 1);
    // A parameter does not replace a secret of the same name.
    let request = with_session(|parts| parts.cookie("session", "mine"));
    assert_eq!(request.headers()["cookie"], "session=zzz; session=mine");
    let request = with_session(|parts| parts.cookie("color", None::<u8>));
    assert_eq!(request.headers()["cookie"], "session=zzz");
}

#[test]
fn a_secret_next_to_a_parameter_is_not_shown() {
    let request = with_session(|parts| parts.cookie("color", "blue"));
    assert!(request.headers()["cookie"].is_sensitive());
    assert!(!format!("{request:?}").contains("zzz"));
    let request = with_session(|_| {});
    assert!(request.headers()["cookie"].is_sensitive());
}

#[test]
fn a_chosen_cookie_header_replaces_earlier_cookies() {
    let cookie = |request: Request<Get>| {
        let request = to_http(request);
        request.headers()["cookie"].as_bytes().to_vec()
    };
    let mut request = get(&Script::new([]));
    request.parts.cookie("color", "blue");
    let mut request = request.with_header("cookie", "a=é");
    request.parts.cookie("size", 1);
    assert_eq!(cookie(request), "a=é; size=1".as_bytes());
    let mut request = get(&Script::new([])).with_header("cookie", "");
    request.parts.cookie("size", 1);
    assert_eq!(cookie(request), b"size=1");
}

#[test]
fn path_query_headers_and_cookies_are_independent() {
    let request = request::<GetColor>(|parts| {
        parts.path("color", "path");
        parts.query("color", "query");
        parts.header("color", "header");
        parts.cookie("color", "cookie");
    });
    let request = to_http(request);
    assert_eq!(request.uri().path(), "/colors/path");
    assert_eq!(request.uri().query(), Some("color=query"));
    assert_eq!(request.headers()["color"], "header");
    assert_eq!(request.headers()["cookie"], "color=cookie");
}

#[test]
fn reserved_characters_of_a_path_do_not_end_it() {
    let reserved = |style, value: Value| path(|parts| parts.path_reserved("color", style, value));
    let text = ":/?#[]@!$&'()*+,;= %2F";
    let kept = ":/%3F%23%5B%5D@!$&'()*+,;=%20%2F";
    assert_eq!(reserved(Style::Simple, json!(text)), kept);
    assert_eq!(reserved(Style::Label, json!(text)), format!(".{kept}"));
    // What separates items is encoded within them.
    assert_eq!(
        reserved(Style::Label, json!([text, "a"])),
        format!(".{},a", kept.replace(',', "%2C"))
    );
    assert_eq!(
        reserved(Style::MatrixExplode, json!({"a=b": text})),
        format!(";a%3Db={}", kept.replace(';', "%3B"))
    );
    assert_eq!(reserved(Style::Matrix, json!("a;b,c")), ";color=a%3Bb,c");
    assert_eq!(
        reserved(Style::Simple, json!("100%/%zz%")),
        "100%25/%25zz%25"
    );
    let json = path(|parts| parts.path_json_reserved("color", json!({"a": "b/c"})));
    assert_eq!(json, "%7B%22a%22:%22b/c%22%7D");
}

#[test]
fn reserved_characters_do_not_lead_to_another_path() {
    for value in [
        ".", "..", "a/..", "../a", "a/./b", "%2e", "%2E%2e", ".%2E/a", "a/%2e.",
    ] {
        let error =
            rejection::<GetColor>(|parts| parts.path_reserved("color", Style::Simple, value));
        assert!(
            error
                .to_string()
                .contains("`color` must not be empty, `.` or `..`")
        );
    }
    for value in ["...", "a/...", "a..", "%2e%2e%2e", "a%2F..", "a/b/"] {
        assert_eq!(
            path(|parts| parts.path_reserved("color", Style::Simple, value)),
            value
        );
    }
}

#[test]
fn reserved_characters_of_a_query_are_kept_in_every_style() {
    let reserved =
        |style, value: Value| query(|parts| parts.query_reserved("color", style, value)).unwrap();
    assert_eq!(
        reserved(Style::Form, json!(["a/b", "c&d"])),
        "color=a/b,c%26d"
    );
    assert_eq!(reserved(Style::Form, json!(["a,b"])), "color=a%2Cb");
    let json = query(|parts| parts.query_json_reserved("color", json!({"a": "b/c&d"})));
    assert_eq!(json.unwrap(), "color=%7B%22a%22:%22b/c%26d%22%7D");
    assert_eq!(
        reserved(Style::PipeDelimited, json!(["a/b", "c#d"])),
        "color=a/b%7Cc%23d"
    );
    assert_eq!(
        reserved(Style::DeepObject, json!({"a/b": "c/d"})),
        "color%5Ba%2Fb%5D=c/d"
    );
}

#[test]
fn the_style_cookie_encodes_nothing() {
    assert_eq!(
        cookie_as(Style::CookieExplode, ["a=b", "c/d%"]),
        "color=a=b; color=c/d%"
    );
    assert_eq!(cookie_as(Style::Cookie, ["a", "b"]), "color=a,b");
    assert_eq!(
        cookie_as(Style::CookieExplode, json!({"G": 200, "R": 100})),
        "G=200; R=100"
    );
    for value in ["a; b", "a b", "a\"b", "a\\b", "a\r\nb", "\u{e4}"] {
        rejection::<Get>(|parts| parts.cookie_as("color", Style::Cookie, value));
    }
}

#[test]
fn one_value_can_be_the_whole_query() {
    let value = json!({"a b": [1, 2], "c": "d&e"});
    assert_eq!(
        query(|parts| parts.query_string("q", &value)).unwrap(),
        "a%20b=1&a%20b=2&c=d%26e"
    );
    let json = query(|parts| parts.query_string_json("q", json!({"a": [1]}))).unwrap();
    assert_eq!(json, "%7B%22a%22%3A%5B1%5D%7D");
    rejection::<Get>(|parts| parts.query_string("q", 1));
}
