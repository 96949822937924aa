//! A stream of events, which is read piece by piece.

use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::event_stream::EventStream;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::unread::Delivery;

/// Reads two events. The server sends the second one when it hears that the page has the first one, and then waits for the page to
/// drop the stream.
pub async fn read(api: &str) -> String {
    match two(api).await {
        Ok(counts) => format!("counts: {counts:?}"),
        Err(error) => format!("counts: {error}"),
    }
}

async fn two(api: &str) -> Result<[Option<i64>; 2], Error> {
    let client = Client::builder(NoCredentials).base_url(api).build()?;
    let mut counts = Request::<Counts>::new(&client).send().await?;
    let first = counts.next().await.transpose()?;
    Request::<Heard>::new(&client).send().await?;
    let second = counts.next().await.transpose()?;
    Ok([first, second])
}

struct Counts;

impl Operation for Counts {
    type Output = EventStream<i64>;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/counts";
    const ACCEPT: &'static str = "text/event-stream";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<EventStream<i64>, Error> {
        match response.status() {
            200 => response.json_events(None),
            _ => Err(response.unexpected()),
        }
    }
}

struct Heard;

impl Operation for Heard {
    type Output = ();
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/heard";

    fn decode(response: &RawResponse) -> Result<(), Error> {
        match response.status() {
            204 => Ok(()),
            _ => Err(response.unexpected()),
        }
    }
}
