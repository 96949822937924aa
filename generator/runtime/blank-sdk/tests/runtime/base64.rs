//! Base64-encoded bytes within JSON.

use blank_sdk::runtime::base64::Base64;
use blank_sdk::runtime::base64_url::Base64Url;
use bytes::Bytes;
use serde_json::{from_str, json, to_value};

#[test]
fn bytes_are_encoded_as_the_rfc_says() {
    // RFC 4648 section 10.
    let cases = [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ];
    for (bytes, text) in cases {
        assert_eq!(Base64::encode(bytes).as_str(), text);
        assert_eq!(Base64::from(bytes.as_bytes()).to_string(), text);
        let decoded = Base64::from_encoded(text).decode();
        assert_eq!(decoded.as_deref(), Some(bytes.as_bytes()), "{text}");
    }
}

#[test]
fn what_is_converted_is_bytes_and_what_is_encoded_is_kept() {
    let (encoded, url) = (Base64::from_encoded("-_8="), Base64Url::from_encoded("-_8"));
    assert_eq!(encoded.as_str(), "-_8=");
    assert_eq!(url.as_str(), "-_8");
    // These bytes could be the text of others.
    let bytes = *b"Zm9v";
    for encoded in [
        Base64::from(bytes),
        Base64::from(&bytes),
        Base64::from(&bytes[..]),
        Base64::from(bytes.to_vec()),
        Base64::from(Bytes::from_static(b"Zm9v")),
    ] {
        assert_eq!(encoded.as_str(), "Wm05dg==");
    }
    for encoded in [
        Base64Url::from(bytes),
        Base64Url::from(&bytes),
        Base64Url::from(&bytes[..]),
        Base64Url::from(bytes.to_vec()),
        Base64Url::from(Bytes::from_static(b"Zm9v")),
    ] {
        assert_eq!(encoded.as_str(), "Wm05dg");
    }
}

#[test]
fn every_byte_survives_the_round_trip() {
    let bytes: Vec<u8> = (0..=255).collect();
    for length in 0..bytes.len() {
        let encoded = Base64::encode(&bytes[length..]);
        assert_eq!(encoded.decode().as_deref(), Some(&bytes[length..]));
    }
}

#[test]
fn other_spellings_of_base64_are_decoded() {
    for text in ["+/+/", "-_-_", "+/\r\n+/\n"] {
        let decoded = Base64::from_encoded(text).decode();
        assert_eq!(decoded, Some(vec![0xfb, 0xff, 0xbf]), "{text:?}");
    }
    for text in ["Zg", "Zg=", "Zg==", "Zg==\n"] {
        let decoded = Base64::from_encoded(text).decode();
        assert_eq!(decoded, Some(vec![b'f']), "{text:?}");
    }
    for text in ["Z", "Zm9vY", "Zm 9v", "Zm9=v", "ä"] {
        assert_eq!(Base64::from_encoded(text).decode(), None, "{text:?}");
    }
}

#[test]
fn any_text_is_written_back_unchanged() {
    for text in ["Zg==", "Zg", "no base64 at all!", ""] {
        let json = json!(text).to_string();
        let value: Base64 = from_str(&json).unwrap();
        assert_eq!(value.as_str(), text);
        assert_eq!(to_value(&value).unwrap(), json!(text));
    }
    assert!(from_str::<Base64>("[102]").is_err());
}

#[test]
fn the_url_safe_alphabet_has_no_padding() {
    for (bytes, text) in [(&b"f"[..], "Zg"), (&[0xfb, 0xff, 0xbf], "-_-_")] {
        let encoded = Base64Url::from(bytes);
        assert_eq!(encoded.as_str(), text);
        assert_eq!(encoded.decode().as_deref(), Some(bytes), "{text}");
        assert_eq!(to_value(&encoded).unwrap(), json!(text));
        assert_eq!(
            from_str::<Base64Url>(&json!(text).to_string()).unwrap(),
            encoded
        );
    }
    let padded: Base64Url = from_str("\"Zg==\"").unwrap();
    assert_eq!(padded.decode().as_deref(), Some(&b"f"[..]));
    assert_eq!(padded.to_string(), "Zg==");
}
