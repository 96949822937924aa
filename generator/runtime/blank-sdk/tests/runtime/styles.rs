//! How parameters are serialized in each style and each location: the table "Style Examples" of `OpenAPI`'s Parameter Object.

mod reserved;
mod tables;
mod together;
mod values;

use crate::support::{Get, GetColor, Script, client, url};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::parts::Parts;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::style::Style;
use serde::Serialize;

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
