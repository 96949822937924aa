//! Follows what happens to things, and tells which of them are gone.

use sdk::models::WatchChangesResponseEvent::{Gone, Made};
use sdk::{Client, Error, Login};

pub async fn job(client: &Client<Login>) -> Result<Vec<String>, Error> {
    let mut gone = Vec::new();
    let mut changes = client.watch_changes().await?.reconnecting();
    while let Some(change) = changes.next().await {
        match change? {
            Made(made) => gone.retain(|kind| *kind != made.data.kind),
            Gone(thing) => gone.push(thing.data),
            _ => {}
        }
    }
    Ok(gone)
}
