//! A call of the SDK over loopback, beside the same call through reqwest and `serde_json` by hand.

use rownd::UserToken;
use sdkwright::cli::{Error, console};
use tokio::runtime;

use crate::rounds::{Rounds, head};
use crate::{by_hand, profile, server};

/// How many calls are made in a turn, one after another over one connection.
const CALLS: u32 = 50;

const APP: &str = "290167281732813315";
const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ1c2VyXzEifQ.c2lnbmF0dXJl";

/// Prints what a call costs.
pub fn measure() -> Result<(), Error> {
    let text = profile::text(1);
    let url = server::serve(&text).map_err(failed)?;
    let mut runtime = runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().map_err(failed)?;
    let by_hand = by_hand::Client::new(&url, TOKEN).map_err(failed)?;
    let sdk = rownd::Client::builder(UserToken::new(TOKEN)).base_url(&url);
    let sdk = sdk.build().map_err(failed)?;
    let rounds = Rounds::of(
        CALLS,
        |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    by_hand.profile(APP).await.map_err(failed)?;
                }
                Ok(())
            })
        },
        |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    sdk.get_my_profile(APP).await.map_err(failed)?;
                }
                Ok(())
            })
        },
    )?;
    console::say(&head("a call over loopback"));
    console::say(&rounds.row(&format!("response of {} bytes", text.len())));
    Ok(())
}

fn failed(cause: impl Into<Box<dyn std::error::Error>>) -> Error {
    Error::new(format!("cannot call over loopback: {}", cause.into()))
}
