//! Characters that are special where a value is sent.

use super::{
    ENCODED, OF_QUERIES, RESERVED, cookie, cookie_as, header_as, path, path_as, query, query_as,
    rejection, request,
};
use crate::support::{Get, GetColor, GetNamed, url};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::style::Style;
use serde_json::{Value, json};
use std::collections::BTreeMap;

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
