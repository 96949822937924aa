use std::sync::Arc;

use sdk::http::Uri;
use sdk::{Client, Error, Items, Key, NoCredentials, Paged, Pages, Request, Token, models, operations};

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<Key> {
    let builder = Client::builder(Key::new("k")).transport(server.clone());
    builder.build().unwrap()
}

/// A server with these pages.
fn server<const N: usize>(pages: [&'static str; N]) -> Arc<Server> {
    let server = Server::new();
    pages
        .into_iter()
        .for_each(|page| server.respond(200, "application/json", page));
    server
}

/// The items until the end or the first error.
fn all<O: Paged>(mut items: Items<O>) -> (Vec<O::Item>, Option<Error>) {
    block_on(async {
        let mut read = Vec::new();
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => read.push(item),
                Err(error) => return (read, Some(error)),
            }
        }
        (read, None)
    })
}

fn titles(books: &[models::Book]) -> Vec<&str> {
    books.iter().map(|book| book.title.as_str()).collect()
}

#[test]
fn a_cursor() {
    let server = server([
        r#"{"data":[{"title":"A"},{"title":"B"}],"next_cursor":"b b"}"#,
        r#"{"data":[{"title":"C"}],"next_cursor":null}"#,
    ]);
    let (books, error) = all(client(&server).list_books().limit(2).items());
    assert!(error.is_none(), "{error:?}");
    assert_eq!(titles(&books), ["A", "B", "C"]);
    assert_eq!(
        server.url(),
        "https://library.example.com/v1/books?key=k&limit=2&starting_after=b%20b"
    );
}

#[test]
fn whole_pages() {
    let server = server([
        r#"{"data":[{"title":"A"}],"next_cursor":"a"}"#,
        r#"{"data":[],"next_cursor":""}"#,
    ]);
    let mut pages: Pages<operations::ListBooks> = client(&server).list_books().pages();
    let first = block_on(pages.next()).unwrap().unwrap();
    assert_eq!(first.next_cursor.as_deref(), Some("a"));
    assert_eq!(titles(&first.data), ["A"]);
    assert_eq!(server.count(), 1);
    let second = block_on(pages.next()).unwrap().unwrap();
    assert_eq!(second.data, []);
    assert!(block_on(pages.next()).is_none());
}

#[test]
fn a_cursor_that_repeats_is_an_error() {
    let page = r#"{"data":[{"title":"A"}],"next_cursor":"a"}"#;
    let server = server([page, page, page]);
    let (books, error) = all(client(&server).list_books().items());
    assert_eq!((books.len(), server.count()), (2, 2));
    let error = error.unwrap().to_string();
    assert!(error.contains("requested before"), "{error}");
}

#[test]
fn the_caller_may_stop() {
    let server = server([r#"["a","b"]"#, r#"["c"]"#]);
    let mut items = client(&server).list_readers().items();
    assert_eq!(block_on(items.next()).unwrap().unwrap(), "a");
    assert_eq!(block_on(items.next()).unwrap().unwrap(), "b");
    assert_eq!(server.count(), 1);
    assert_eq!(block_on(items.next()).unwrap().unwrap(), "c");
    assert_eq!(server.count(), 2);
    assert!(server.url().ends_with("/readers?key=k&page=1"), "{}", server.url());
}

#[test]
fn an_offset_counts_items() {
    let server = server([
        r#"{"result":{"books":[{"title":"A"},{"title":"B"}]}}"#,
        r#"{"result":{"books":[{"title":"C"}]}}"#,
        r#"{"result":null}"#,
    ]);
    let (books, error) = all(client(&server).list_shelf("a/b").skip(10).items());
    assert!(error.is_none(), "{error:?}");
    assert_eq!(titles(&books), ["A", "B", "C"]);
    assert!(server.url().ends_with("/shelves/a%2Fb/books?key=k&skip=13"), "{}", server.url());
}

#[test]
fn a_link_in_the_body() {
    let server = server([
        r#"{"data":[{"title":"A"}],"links":{"next":"/v1/loans?from=2"}}"#,
        r#"{"data":[],"links":{"next":"https://LIBRARY.example.com/v1/loans?from=3"}}"#,
        r#"{"data":[{"title":"B"}],"links":{"next":"https://example.org/v1/loans"}}"#,
    ]);
    let (loans, error) = all(client(&server).list_loans().items());
    assert_eq!(titles(&loans), ["A", "B"]);
    // The key is in the query, which the links replace.
    assert!(server.url().ends_with("/v1/loans?from=3&key=k"), "{}", server.url());
    assert_eq!(server.count(), 3);
    let error = error.unwrap().to_string();
    assert!(error.contains("same origin"), "{error}");
}

#[test]
fn a_link_header() {
    let server = Server::new();
    let link = r#"<https://library.example.com/v1/authors?q=a%26b&page=2>; rel="next", </x>; rel="last""#;
    server.respond_with(200, &[("link", link)], r#"["A"]"#);
    server.respond(500, "", "");
    server.respond_with(200, &[("link", "</y>; rel=prev")], r#"["B"]"#);
    let builder = Client::builder(Token::new("t")).transport(server.clone());
    let client = builder.build().unwrap();
    let (authors, error) = all(client.list_authors().q("a&b").with_header("x-trace", "7").items());
    assert!(error.is_none(), "{error:?}");
    assert_eq!(authors, ["A", "B"]);
    assert_eq!(server.count(), 3);
    assert!(server.url().ends_with("/v1/authors?q=a%26b&page=2"), "{}", server.url());
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer t"));
    assert_eq!(server.header("x-trace").as_deref(), Some("7"));
}

#[test]
fn a_body_is_sent_with_each_page() {
    let server = server([r#"{"drafts":["a"],"after":7}"#, r#"{"drafts":null}"#]);
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    let request: Request<operations::KeepDrafts> = client
        .keep_drafts()
        .body(models::Drafts::default().drafts(vec!["x".to_owned()]));
    let (drafts, error) = all(request.items());
    assert!(error.is_none(), "{error:?}");
    assert_eq!(drafts, ["a"]);
    assert_eq!(server.body(), r#"{"drafts":["x"]}"#);
    let url: Uri = server.url().parse().unwrap();
    assert_eq!(url.query(), Some("after=7"));
}

#[test]
fn an_error_of_the_api_ends_the_list() {
    let server = server([r#"["a"]"#]);
    server.respond(403, "", "");
    let mut items = client(&server).list_readers().items();
    assert!(block_on(items.next()).unwrap().is_ok());
    assert!(block_on(items.next()).unwrap().unwrap_err().is_status());
    assert!(block_on(items.next()).is_none());
}

#[test]
fn a_list_can_be_read_in_a_task() {
    fn is_send<T: Send + 'static>(_: &T) {}
    let server = Server::new();
    let request = client(&server).list_books();
    let mut items = request.items();
    is_send(&items);
    is_send(&async move { items.next().await });
}

#[test]
fn a_page_without_items_is_not_the_last_one_if_it_says_that_there_are_more() {
    let server = server([
        r#"{"orders":["A"],"has_more":true}"#,
        r#"{"orders":[],"has_more":true}"#,
        r#"{"orders":["B"],"has_more":false}"#,
    ]);
    let client = client(&server).with_credentials(NoCredentials);
    let (orders, error) = all(client.list_orders().items());
    assert!(error.is_none(), "{error:?}");
    assert_eq!((orders.join(" "), server.count()), ("A B".to_owned(), 3));
}

#[test]
fn the_id_of_the_last_item_is_the_cursor() {
    let server = server([
        r#"{"data":[{"id":3,"name":"A"},{"id":9,"name":"B"}],"has_more":true}"#,
        r#"{"data":[{"id":10,"name":"C"}],"has_more":true}"#,
        r#"{"data":[],"has_more":true}"#,
    ]);
    let client = client(&server).with_credentials(NoCredentials);
    let (members, error) = all(client.list_members().starting_after(1).items());
    assert!(error.is_none(), "{error:?}");
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C"]);
    assert_eq!(server.count(), 3);
    assert!(server.url().ends_with("/members?starting_after=10"), "{}", server.url());
}
