//! Decoding a response of the SDK, beside serde's derives of the same fields.

use std::hint::black_box;

use rownd::bytes::Bytes;
use rownd::operations::GetMyProfile;
use rownd::{Request, http};
use sdkwright::cli::{Error, console};

use crate::rounds::{Rounds, head};
use crate::{by_hand, profile};

/// How many groups a profile has, and how often it is decoded in a turn: as often as takes some milliseconds.
const SIZES: [(usize, u32); 3] = [(1, 250), (1_000, 4), (12_500, 1)];

/// Prints what decoding costs.
pub fn measure() -> Result<(), Error> {
    console::say(&head("decoding a profile"));
    for (groups, times) in SIZES {
        let body = Bytes::from(profile::text(groups));
        let rounds = Rounds::of(
            times,
            |times| {
                (0..times).try_for_each(|_| {
                    let profile = serde_json::from_slice::<by_hand::Profile>(black_box(&body));
                    profile
                        .map(|profile| drop(black_box(profile)))
                        .map_err(failed)
                })
            },
            |times| {
                (0..times).try_for_each(|_| {
                    let response = http::Response::new(black_box(&body).clone());
                    let profile = Request::<GetMyProfile>::from_http_response(response);
                    profile
                        .map(|profile| drop(black_box(profile)))
                        .map_err(failed)
                })
            },
        )?;
        let kilobytes = body.len() / 1_000;
        console::say(&rounds.row(&format!("groups: {groups} ({kilobytes} kB)")));
    }
    Ok(())
}

fn failed(cause: impl Into<Box<dyn std::error::Error>>) -> Error {
    Error::new(format!("cannot decode the profile: {}", cause.into()))
}
