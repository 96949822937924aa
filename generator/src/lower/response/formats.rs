//! The formats of a success that carry different data: each can be asked for.

use super::Responses;
use crate::ir::{Reading, Response, ResponseBody};
use crate::lower::media_type::{is_within, words};

/// A format of a success.
pub struct SuccessFormat {
    /// What distinguishes it from the usual one, in words; `None` for the usual one.
    pub name: Option<String>,
    /// The media types that are asked for.
    pub accept: Vec<String>,
    /// The successes, each with the body that it has then.
    pub successes: Vec<Response>,
}

/// The formats of the successes, the usual one first.
pub fn formats(responses: &Responses) -> Vec<SuccessFormat> {
    let mut formats = vec![format(responses, None)];
    let mut known: Vec<&str> = Vec::new();
    let further = responses
        .successes
        .iter()
        .flat_map(|response| response.bodies.iter().skip(1));
    for body in further {
        let Some(key) = body.media_types.first() else {
            continue;
        };
        if !known.contains(&key.as_str()) {
            known.push(key);
            formats.push(format(responses, Some((key, body))));
        }
    }
    formats
}

/// A format: that of a body and the media type that it is known by, or the usual one.
fn format(responses: &Responses, asked: Option<(&String, &ResponseBody)>) -> SuccessFormat {
    let is_asked_for =
        |body: &&ResponseBody| asked.is_some_and(|(key, _)| body.media_types.first() == Some(key));
    let successes = responses.successes.iter().map(|response| {
        let mut bodies = response.bodies.iter();
        let asked_for = bodies.find(is_asked_for).or(response.bodies.first());
        Response {
            bodies: asked_for.into_iter().cloned().collect(),
            others: others(response, asked_for),
            ..response.clone()
        }
    });
    let successes: Vec<Response> = successes.collect();
    let asked = asked.map(|(_, body)| body);
    SuccessFormat {
        name: asked.map(name),
        accept: accept(responses, asked, &successes),
        successes,
    }
}

/// The media types that are certain to be of other formats than the one that is asked for.
fn others(response: &Response, asked_for: Option<&ResponseBody>) -> Vec<String> {
    let Some(asked_for) = asked_for else {
        return Vec::new();
    };
    let is_apart = |other: &&String| {
        let mut own = asked_for.media_types.iter();
        own.all(|own| !is_within(own, other) && !is_within(other, own))
    };
    let all = response.bodies.iter().flat_map(|body| &body.media_types);
    all.filter(is_apart).cloned().collect()
}

/// The media types that are asked for: those of the format, those of other successes, and those of failures, unless a success comes
/// in one of them that is not asked for.
fn accept(
    responses: &Responses,
    asked: Option<&ResponseBody>,
    successes: &[Response],
) -> Vec<String> {
    let bodies = || successes.iter().flat_map(|response| &response.bodies);
    let wanted = asked.into_iter().chain(bodies());
    let mut accept: Vec<String> = Vec::new();
    for media_type in wanted.flat_map(|body| &body.media_types) {
        if !accept.contains(media_type) {
            accept.push(media_type.clone());
        }
    }
    let others = successes.iter().flat_map(|response| &response.others);
    let unwanted: Vec<&String> = others.chain(&responses.repeated).collect();
    for media_type in &responses.failure_media_types {
        let is_unwanted = unwanted.iter().any(|other| is_within(other, media_type));
        if !is_unwanted && !accept.contains(media_type) {
            accept.push(media_type.clone());
        }
    }
    accept
}

/// What a format is called.
fn name(body: &ResponseBody) -> String {
    let kind = match body.content.reading {
        Reading::Events { .. } | Reading::JsonLines | Reading::JsonSequence => {
            return "stream".to_owned();
        }
        Reading::Bytes | Reading::BytesOrStream => "bytes",
        Reading::Json
        | Reading::Text
        | Reading::TextIn(_)
        | Reading::JsonOrText
        | Reading::TextOrJson => "text",
    };
    match (body.media_types.as_slice(), &body.content.reading) {
        ([first, ..], Reading::Json) => words(first),
        ([one], _) => match words(one).as_str() {
            "*" | "plain" | "octet-stream" => kind.to_owned(),
            words => words.to_owned(),
        },
        (_, _) => kind.to_owned(),
    }
}
