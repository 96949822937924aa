//! The outputs of an operation, for successes and for failures.

use super::accessors::accessors;
use super::reason::reason;
use super::statuses::{in_a_row, pattern, without_overlap};
use crate::ident::{Role, Scope};
use crate::ir::{self, ResponseBody};
use crate::name::docs;
use crate::name::markdown;
use crate::name::types::Types;
use crate::rust::{
    Case, Content, Docs, Ident, Outcome, Output, OutputEnum, OutputType, Reading, StatusPattern,
    Type,
};

/// What success gives: an enum where the statuses differ in their bodies.
pub fn output(
    operation: &ir::Operation,
    types: &Types,
    marker: &Ident,
    markers: &mut Scope,
) -> Output {
    let mut responses = typed_responses(&operation.successes, types);
    // Servers often state a wrong media type: only that of another format is not read.
    responses
        .iter_mut()
        .for_each(|response| response.body = None);
    let mut bodies = responses.iter().map(|response| &response.content);
    let first = bodies.next().cloned().unwrap_or(Content::Empty);
    if bodies.all(|body| *body == first) {
        return one(first, responses);
    }
    responses
        .iter_mut()
        .for_each(|response| offer_stream(&mut response.content));
    let ident = markers.claim(&format!("{marker} output"), Role::Type);
    let docs = format!("The output of [`{marker}`], by the status of the response.");
    let mut output = many(ident, &docs, boxed(responses), "Success.");
    if let OutputType::Many(output) = &mut output.ty {
        output.accessors = accessors(&output.variants);
        name_bytes(output);
    }
    output
}

/// Lets the caller choose what the bytes of an output are read as.
fn offer_stream(content: &mut Content) {
    if let Content::Value(_, reading @ Reading::Bytes) = content {
        *reading = Reading::BytesOrStream;
    }
}

/// Names the type of the bytes of an output, which may be a stream.
fn name_bytes(output: &mut OutputEnum) {
    let mut bodies = output.variants.iter().map(|variant| &variant.body);
    if !bodies.any(Content::is_bytes) {
        return;
    }
    let bytes = Scope::default().claim("b", Role::Type);
    let docs = format!(
        "Bytes are `{bytes}`: [`send_streaming`](Request::send_streaming) gives a [`ByteStream`](crate::ByteStream) in their place."
    );
    output.docs.0.push(String::new());
    output.docs.0.extend(markdown::fill(&docs));
    output.bytes = Some(bytes);
}

/// What the API says of a failure: an enum where the documented bodies differ. `None` where none is documented.
pub fn failure(
    operation: &ir::Operation,
    types: &Types,
    marker: &Ident,
    markers: &mut Scope,
) -> Option<Output> {
    let responses = typed_responses(&operation.failures, types);
    let mut bodies = responses
        .iter()
        .map(|response| &response.content)
        .filter(|content| **content != Content::Empty);
    let first = bodies.next()?.clone();
    if bodies.all(|body| *body == first) {
        return Some(one(first, responses));
    }
    let ident = markers.claim(&format!("{marker} error"), Role::Type);
    let docs = format!("The error body of [`{marker}`], by the status of the response.");
    Some(many(ident, &docs, boxed(responses), "Failure."))
}

/// A response with one of the bodies that it may have.
struct TypedResponse<'a> {
    response: &'a ir::Response,
    body: Option<&'a ResponseBody>,
    content: Content,
    /// Whether the content is boxed in an enum.
    is_boxed: bool,
    is_usual: bool,
}

/// The documented responses, the most specific status first. Equal contents are called alike, whatever names their type has.
fn typed_responses<'a>(responses: &'a [ir::Response], types: &Types) -> Vec<TypedResponse<'a>> {
    let mut typed = Vec::new();
    let mut known: Vec<&ir::Content> = Vec::new();
    for response in responses {
        for (index, body) in response.bodies.iter().enumerate() {
            let same = known.iter().find(|known| **known == &body.content).copied();
            let content = same.unwrap_or(&body.content);
            known.push(content);
            typed.push(TypedResponse {
                response,
                body: Some(body),
                content: types.content(content),
                // A stream is small, whatever its items are.
                is_boxed: !content.is_stream() && types.boxing.of_outcome(&content.ty),
                is_usual: index == 0,
            });
        }
        if response.bodies.is_empty() {
            typed.push(TypedResponse {
                response,
                body: None,
                content: Content::Empty,
                is_boxed: false,
                is_usual: true,
            });
        }
    }
    typed
}

/// An output of one type. Responses without it are only listed where others would otherwise be decoded as them.
fn one(body: Content, responses: Vec<TypedResponse<'_>>) -> Output {
    let mut cases: Vec<Case> = Vec::new();
    for typed in responses {
        let case = case(&typed, None);
        match cases.last_mut() {
            Some(last) if last.is_like(&case) => {
                last.statuses.extend(case.statuses);
            }
            _ => cases.push(case),
        }
    }
    while body != Content::Empty && cases.last().is_some_and(|case| case.body == Content::Empty) {
        cases.pop();
    }
    for case in &mut cases {
        if case.statuses.contains(&StatusPattern::Any) {
            case.statuses = vec![StatusPattern::Any];
        }
        case.statuses = in_a_row(&case.statuses).unwrap_or(std::mem::take(&mut case.statuses));
    }
    Output {
        ty: OutputType::One(body),
        cases: without_overlap(cases),
    }
}

/// The responses as the variants of one enum hold them.
fn boxed(mut responses: Vec<TypedResponse<'_>>) -> Vec<TypedResponse<'_>> {
    for typed in &mut responses {
        if let (Content::Value(ty, _), true) = (&mut typed.content, typed.is_boxed) {
            *ty = Type::Box(Box::new(ty.clone()));
        }
    }
    responses
}

/// An output with a variant for each response. `fallback` documents those without a description.
fn many(ident: Ident, docs: &str, responses: Vec<TypedResponse<'_>>, fallback: &str) -> Output {
    let mut scope = Scope::default();
    let mut variants = Vec::new();
    let mut cases = Vec::new();
    let has_stream = responses.iter().any(|typed| typed.content.is_stream());
    for typed in responses {
        let reason = reason(typed.response.status);
        let words = match typed.required().first() {
            Some(media_type) => format!("{reason} {}", subtype(media_type)),
            None => reason,
        };
        let variant = scope.claim(&words, Role::Variant);
        cases.push(case(&typed, Some(variant.clone())));
        variants.push(Outcome {
            ident: variant,
            docs: docs::docs(&typed.response.docs, fallback),
            body: typed.content,
        });
    }
    // A media type that must be there is matched before the one that may be.
    cases.sort_by_key(|case| (case.statuses.clone(), case.required.is_empty()));
    Output {
        ty: OutputType::Many(OutputEnum {
            ident,
            docs: Docs(markdown::fill(docs)),
            // A stream is neither copied nor compared.
            bytes: None,
            derives: if has_stream {
                &["Debug"]
            } else {
                &["Clone", "Debug", "PartialEq"]
            },
            variants,
            accessors: Vec::new(),
        }),
        cases: without_overlap(cases),
    }
}

impl TypedResponse<'_> {
    /// The media types that distinguish the body from the usual one.
    fn required(&self) -> &[String] {
        let body = self.body.filter(|_| !self.is_usual);
        body.map_or(&[], |body| &body.media_types)
    }
}

fn case(typed: &TypedResponse<'_>, variant: Option<Ident>) -> Case {
    Case {
        origin: typed.response.origin,
        statuses: vec![pattern(typed.response.status)],
        required: typed.required().to_vec(),
        rejected: typed.response.others.clone(),
        media_types: match (&typed.content, typed.body) {
            (Content::Value(_, reading), Some(body)) if *reading != Reading::Json => {
                body.media_types.clone()
            }
            (Content::Empty | Content::Value(..), _) => Vec::new(),
        },
        body: typed.content.clone(),
        variant,
    }
}

/// The words of a media type that distinguish it from others of its kind.
fn subtype(media_type: &str) -> String {
    let end = media_type
        .split_once('/')
        .map_or(media_type, |(_, end)| end);
    end.replace(|c: char| !c.is_ascii_alphanumeric(), " ")
}
