use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;
use sdk::operations::ListenOutput;
use sdk::{Body, Client, FilePart, JsonItems, NoCredentials, TransportError, models};
use serde_json::json;

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<NoCredentials> {
    let builder = Client::builder(NoCredentials).transport(server.clone());
    builder.build().unwrap()
}

/// A stream of these pieces.
struct Pieces(VecDeque<&'static [u8]>);

impl Stream for Pieces {
    type Item = Result<&'static [u8], TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

/// A server that responds with these pieces.
fn streaming(media_type: &str, pieces: &[&'static [u8]]) -> Arc<Server> {
    let server = Server::new();
    let body = Body::from_stream(Pieces(pieces.iter().copied().collect()), None);
    server.respond_with_body(200, &[("content-type", media_type)], body);
    server
}

/// A request holds a stream across threads.
fn assert_send<T: Send>(value: T) -> T {
    value
}

#[test]
fn one_operation_has_a_method_for_each_format() {
    let server = Server::with(200, "application/json", r#"{"id":"7"}"#);
    let order = || models::OrderRequest::new("soup");
    let saved = block_on(client(&server).create_order(order()).send()).unwrap();
    assert_eq!(saved.id, "7");
    assert_eq!(server.json(), json!({"dish": "soup"}));
    assert_eq!(server.header("accept").as_deref(), Some("application/json"));

    let pieces: [&[u8]; 4] = [
        b"data: {\"step\":\"ch\xC3",
        b"\xB4p\"}\n\nda",
        b"ta: {\"step\":1}\r\n\r\ndata: {\"step\":\"serve\",\"done\":true}\n",
        b"\ndata: [DONE]\n\ndata: {\"step\":\"late\"}\n\n",
    ];
    let server = streaming("text/event-stream; charset=utf-8", &pieces);
    let call = assert_send(client(&server).create_order_as_stream(order()).send());
    let mut stream = block_on(call).unwrap();
    assert_eq!(server.json(), json!({"dish": "soup", "stream": true}));
    let accepted = server.header("accept");
    assert_eq!(accepted.as_deref(), Some("text/event-stream"));
    let first = block_on(assert_send(stream.next())).unwrap().unwrap();
    assert_eq!((first.step.as_str(), first.done), ("chôp", None));
    let error = block_on(stream.next()).unwrap().unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("at `step`"),
        "{error}"
    );
    assert_eq!(error.body().unwrap(), r#"{"step":1}"#);
    assert_eq!(block_on(stream.next()).unwrap().unwrap().done, Some(true));
    assert!(block_on(stream.next()).is_none());
}

#[test]
fn a_failure_is_read_at_once() {
    let server = Server::with(422, "application/json", r#"{"code":"no dish"}"#);
    let order = models::OrderRequest::new("nothing");
    let error = block_on(client(&server).create_order_as_stream(order).send()).unwrap_err();
    assert_eq!(error.api_error().unwrap().code, "no dish");
    // So is a success in the other format.
    let server = Server::with(200, "application/json", r#"{"id":"7"}"#);
    let order = models::OrderRequest::new("soup");
    let error = block_on(client(&server).create_order_as_stream(order).send()).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), r#"{"id":"7"}"#);
}

#[test]
fn lines_of_json_are_items_of_the_array() {
    let pieces: [&[u8]; 2] = [b"{\"id\":\"1\"}\n\n{\"id\"", b":\"2\"}"];
    let server = streaming("application/x-ndjson", &pieces);
    let call = client(&server).list_orders_as_stream().limit(2);
    let mut stream = block_on(call.send()).unwrap();
    assert_eq!(
        server.url(),
        "https://kitchen.example.com/orders?stream=true&limit=2"
    );
    assert_eq!(block_on(stream.next()).unwrap().unwrap().id, "1");
    assert_eq!(block_on(stream.next()).unwrap().unwrap().id, "2");
    assert!(block_on(stream.next()).is_none());
}

#[test]
fn a_sequence_of_json_has_items_of_its_schema() {
    let pieces: [&[u8]; 2] = [
        b"\x1E{\"oven\":\n180}\n\x1E{\"ov",
        b"en\":\"cold\"}\n\x1E{\"oven\":200.5}\n",
    ];
    let server = streaming("application/json-seq", &pieces);
    let mut stream = block_on(client(&server).read_temperatures().send()).unwrap();
    assert_eq!(block_on(stream.next()).unwrap().unwrap().oven, 180.0);
    assert!(block_on(stream.next()).unwrap().unwrap_err().is_decode());
    assert_eq!(block_on(stream.next()).unwrap().unwrap().oven, 200.5);
    assert!(block_on(stream.next()).is_none());
}

#[test]
fn the_data_of_an_event_is_what_its_field_holds() {
    let text = "event: alarm\nid: 9\ndata: {\"what\":\ndata: \"smoke\"}\n\n";
    let server = Server::with(200, "text/event-stream", text);
    let mut events = block_on(client(&server).watch_alarms().send())
        .unwrap()
        .events();
    let event = block_on(events.next()).unwrap().unwrap();
    assert_eq!(event.data.what, "smoke");
    assert_eq!(
        (event.event.as_deref(), event.id.as_deref()),
        (Some("alarm"), Some("9"))
    );
    assert!(block_on(events.next()).is_none());
}

#[test]
fn text_ends_where_the_document_says() {
    let text = ": hello\ndata: a pan\n\ndata: [DONE]\n\ndata: over\n\ndata: more\n\n";
    let server = Server::with(200, "text/event-stream", text);
    let body = models::TastePhotoBody::new(FilePart::from("photo"));
    let mut stream = block_on(client(&server).taste_photo(body).send()).unwrap();
    let sent = server.body();
    assert!(sent.contains("name=\"stream\"\r\n\r\ntrue\r\n"), "{sent}");
    assert_eq!(block_on(stream.next()).unwrap().unwrap(), "a pan");
    assert_eq!(block_on(stream.next()).unwrap().unwrap(), "[DONE]");
    assert!(block_on(stream.next()).is_none());
}

#[test]
fn a_success_may_be_a_stream_or_not() {
    let server = Server::with(200, "text/event-stream", "data: on air\n\n");
    server.respond(202, "text/plain", "later");
    let output = block_on(client(&server).listen().send()).unwrap();
    let mut stream = output.into_ok().unwrap();
    assert_eq!(block_on(stream.next()).unwrap().unwrap(), "on air");
    let output = block_on(client(&server).listen().send()).unwrap();
    let ListenOutput::Accepted(text) = output else {
        panic!("{output:?}");
    };
    assert_eq!(text, "later");
}

#[test]
fn events_of_several_kinds_are_told_apart_by_their_names() {
    let text = "event: note\ndata: 12\n\nevent: count\ndata: 12\n\nevent: dish\ndata: {\"name\":\ndata: \"soup\"}\n\n\
                event: dish\ndata: {}\n\nevent: rumour\ndata: hm\n\n";
    let server = Server::with(200, "text/event-stream", text);
    let mut stream = block_on(client(&server).follow_news().send()).unwrap();
    let mut next = || block_on(stream.next());
    let models::News::Note(note) = next().unwrap().unwrap() else {
        panic!("no note");
    };
    assert_eq!(note.data, "12");
    let models::News::Count(count) = next().unwrap().unwrap() else {
        panic!("no count");
    };
    assert_eq!(count.data, "12");
    let models::News::Dish(dish) = next().unwrap().unwrap() else {
        panic!("no dish");
    };
    assert_eq!(dish.data.name, "soup");
    // Other data and another name are no errors, and nothing of them is lost.
    let others = [
        json!({"event": "dish", "data": {}}),
        json!({"event": "rumour", "data": "hm"}),
    ];
    for expected in others {
        let other = next().unwrap().unwrap();
        assert_eq!(serde_json::to_value(&other).unwrap(), expected);
    }
    assert!(next().is_none());

    let text = "event: table.ordered\ndata: {\"id\":\"7\"}\n\nevent: table.left\ndata: 3\n\ndata: [DONE]\n\n";
    let server = Server::with(200, "text/event-stream", text);
    let stream = block_on(client(&server).watch_tables().send()).unwrap();
    let mut events = stream.events();
    let ordered = block_on(events.next()).unwrap().unwrap();
    assert_eq!(ordered.event.as_deref(), Some("table.ordered"));
    let models::WatchTablesResponseEvent::TableOrdered(ordered) = ordered.data else {
        panic!("no order");
    };
    assert_eq!(ordered.data.id, "7");
    let left = block_on(events.next()).unwrap().unwrap().data;
    let models::WatchTablesResponseEvent::TableLeft(left) = left else {
        panic!("nobody left");
    };
    assert_eq!(left.data, 3);
    assert!(block_on(events.next()).is_none());
}

/// A stream of these deliveries, the last of which fails.
struct Deliveries(VecDeque<Result<models::Delivery, &'static str>>);

impl Stream for Deliveries {
    type Item = Result<models::Delivery, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

#[test]
fn a_request_body_of_json_lines_is_made_of_a_list_or_of_a_stream() {
    let server = Server::new();
    (0..3).for_each(|_| server.respond(204, "text/plain", ""));
    let client = client(&server);
    let salt = || models::Delivery::new("salt\nand\u{1e}pepper").kilos(0.5);
    let mut stored = salt();
    stored.stored = Some(true);
    let lines = "{\"what\":\"salt\\nand\\u001epepper\",\"kilos\":0.5}\n{\"what\":\"rice\"}\n";

    // What is read-only is not sent.
    let both = [stored, models::Delivery::new("rice")];
    block_on(client.send_deliveries_as_json_lines(both).send()).unwrap();
    assert_eq!(server.body(), lines);
    let content_type = server.header("content-type");
    assert_eq!(content_type.as_deref(), Some("application/x-ndjson"));

    let names = ["salt\nand\u{1e}pepper", "rice"];
    let collected: JsonItems<_> = names.into_iter().map(models::Delivery::new).collect();
    block_on(client.send_deliveries_as_json_sequence(collected).send()).unwrap();
    assert_eq!(
        server.body(),
        "\u{1e}{\"what\":\"salt\\nand\\u001epepper\"}\n\u{1e}{\"what\":\"rice\"}\n"
    );

    let stream = Deliveries(VecDeque::from([Ok(salt()), Ok(models::Delivery::new("rice"))]));
    let stream = JsonItems::from_stream(stream);
    assert!(!format!("{stream:?}").contains("salt"));
    block_on(client.send_deliveries_as_json_lines(stream).send()).unwrap();
    assert_eq!(server.body(), lines);

    let broken = Deliveries(VecDeque::from([Ok(salt()), Err("no more rice")]));
    let broken = client.send_deliveries_as_json_lines(JsonItems::from_stream(broken));
    let body = broken.into_http_request().unwrap().into_body();
    assert!(body.try_clone().is_none() && body.length().is_none());
    let error = block_on(read(body)).unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "no more rice");
}

/// A body to its end.
async fn read(mut body: Body) -> Result<(), TransportError> {
    while body.chunk().await?.is_some() {}
    Ok(())
}

#[test]
fn a_body_without_a_setter_for_it_asks_for_a_stream_too() {
    let courses = || streaming("text/event-stream", &[b"data: soup\n\n"]);
    let server = courses();
    let dinner = models::Dinner::new(vec!["soup".to_owned()]);
    let mut stream = block_on(client(&server).plan_menu(dinner).send()).unwrap();
    assert_eq!(server.json(), json!({"courses": ["soup"], "stream": true}));
    assert_eq!(block_on(stream.next()).unwrap().unwrap(), "soup");

    let server = courses();
    let lunch = models::Lunch::new(2, false);
    block_on(client(&server).plan_lunch(lunch).send()).unwrap();
    assert_eq!(server.json(), json!({"guests": 2, "stream": true}));
}

#[test]
fn json_is_a_stream_where_an_extension_says_so() {
    let pieces: &[&[u8]] = &[
        b"data: {\"id\":\"1\"}\n\n",
        b"data: that is all\n\ndata: {}\n\n",
    ];
    let server = streaming("text/event-stream", pieces);
    let mut specials = block_on(client(&server).read_specials().send()).unwrap();
    let accepted = server.header("accept");
    assert_eq!(accepted.as_deref(), Some("text/event-stream, application/json"));
    assert_eq!(block_on(specials.next()).unwrap().unwrap().id, "1");
    assert!(block_on(specials.next()).is_none());

    let server = streaming("application/json", &[b"{\"id\":\"1\"}\n{\"id\"", b":\"2\"}"]);
    let mut leftovers = block_on(client(&server).read_leftovers().send()).unwrap();
    assert_eq!(block_on(leftovers.next()).unwrap().unwrap().id, "1");
    assert_eq!(block_on(leftovers.next()).unwrap().unwrap().id, "2");
    assert!(block_on(leftovers.next()).is_none());
}
