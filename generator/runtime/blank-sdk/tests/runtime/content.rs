//! Content: which media type it is of, in which charset, and how a scalar is read from text.

use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::media_type::{charset, is_json, is_text, matches};
use blank_sdk::runtime::webhook::{bytes, json_or_text, text, text_in, text_or_json};

const TEXT: &str = "text/plain";

#[test]
fn a_media_type_is_its_essence_and_the_documented_parameters() {
    for (documented, stated) in [
        ("application/json", "Application/JSON"),
        ("application/json", "application/json; charset=utf-8"),
        ("application/json;charset=utf-8", "application/json"),
        ("application/json;v=1", "application/json ; V=\"1\""),
        (
            "application/json;v=1;w=2",
            "application/json;w=2;charset=x;v=1",
        ),
        (
            "application/json;p=\"a;b=\\\"c\"",
            "application/json; p=\"a;b=\\\"c\"; q=1",
        ),
        ("text/*", "text/csv"),
        ("*/*", "x/y"),
    ] {
        assert!(matches(documented, stated), "{documented} {stated}");
    }
    for (documented, stated) in [
        ("application/json;v=1", "application/json"),
        ("application/json;v=1", "application/json;v=2"),
        ("application/json;v=1", "application/json;w=\";v=1\""),
        ("text/*", "texts/csv"),
        ("application/json", "application/jsonp"),
        ("application/json", ""),
        ("*/*", " ;"),
    ] {
        assert!(!matches(documented, stated), "{documented} {stated}");
    }
}

#[test]
fn json_is_not_text_although_its_media_type_may_begin_so() {
    assert!(is_json("text/json; charset=utf-8") && !is_text("text/json"));
    assert!(is_json("application/problem+json;v=1"));
    assert!(is_text("Text/Plain; x=json") && !is_json("text/plain; x=json"));
    assert!(!is_text("application/xml") && !is_json(""));
}

#[test]
fn the_charset_is_a_parameter_like_others() {
    assert_eq!(
        charset("text/plain; a=b;CHARSET=\"x\"").as_deref(),
        Some("x")
    );
    assert_eq!(charset("text/plain; a=\"charset=x\""), None);
}

#[test]
fn a_text_is_decoded_in_the_stated_charset_or_in_the_documented_one() {
    let latin = b"\xe9";
    for stated in [
        "text/plain; charset=iso-8859-1",
        "text/plain;charset=Latin1",
    ] {
        assert_eq!(text::<String>(TEXT, Some(stated), latin).unwrap(), "é");
    }
    assert_eq!(
        text_in::<String>("iso-8859-1", TEXT, Some(TEXT), latin).unwrap(),
        "é"
    );
    let utf_8 = Some("text/plain; charset=UTF-8");
    assert_eq!(
        text_in::<String>("iso-8859-1", TEXT, utf_8, "é".as_bytes()).unwrap(),
        "é"
    );
}

fn problem<T>(result: Result<T, Error>) -> String {
    let Err(error) = result else {
        panic!("a success");
    };
    assert!(error.is_decode());
    error.to_string()
}

#[test]
fn what_cannot_be_decoded_is_an_error() {
    let decode = |charset: &str, body: &[u8]| {
        let stated = format!("text/plain; charset={charset}");
        problem(text::<String>(TEXT, Some(&stated), body))
    };
    assert!(decode("utf-8", b"\xe9").ends_with("the text is not valid UTF-8"));
    assert!(decode("us-ascii", b"\xe9").ends_with("the text is not valid UTF-8"));
    assert!(decode("utf-16", b"a").ends_with("the charset `utf-16` is not supported"));
    assert!(decode("\"a secret\"", b"a").ends_with("the charset `?` is not supported"));
    assert_eq!(
        bytes(TEXT, Some("text/plain; charset=utf-16"), b"\xff").unwrap(),
        &b"\xff"[..]
    );
}

#[test]
fn scalars_are_read_from_text() {
    assert_eq!(text::<i32>(TEXT, None, b" -4\n").unwrap(), -4);
    assert_eq!(
        text::<u64>(TEXT, None, b"18446744073709551615").unwrap(),
        u64::MAX
    );
    assert!((text::<f64>(TEXT, None, b"0.5").unwrap() - 0.5).abs() < f64::EPSILON);
    assert!(text::<bool>(TEXT, None, b"true\r\n").unwrap());
    assert_eq!(text::<String>(TEXT, None, b" a\n").unwrap(), " a\n");
    assert!(problem(text::<i32>(TEXT, None, b"secret")).ends_with(": expected a number"));
    assert!(!problem(text::<i32>(TEXT, None, b"3000000000")).contains("3000"));
    assert!(problem(text::<bool>(TEXT, None, b"1")).ends_with(": expected a boolean"));
}

#[test]
fn what_is_stated_decides_between_json_and_text() {
    let any = "*/*";
    let either = |stated| {
        let json: Result<String, Error> = json_or_text(any, stated, b"\"a\"");
        let text: Result<String, Error> = text_or_json(any, stated, b"\"a\"");
        (json.unwrap(), text.unwrap())
    };
    let (bare, quoted) = ("a".to_owned(), "\"a\"".to_owned());
    assert_eq!(
        either(Some("application/json")),
        (bare.clone(), bare.clone())
    );
    assert_eq!(either(Some("text/html")), (quoted.clone(), quoted.clone()));
    for stated in [None, Some("application/octet-stream")] {
        assert_eq!(either(stated), (bare.clone(), quoted.clone()));
    }
}
