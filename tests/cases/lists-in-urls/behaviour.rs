use std::sync::Arc;

use sdk::models::FindBoxesFilter;
use sdk::{Client, NoCredentials};

use crate::support::{Server, block_on};

fn server() -> (Arc<Server>, Client<NoCredentials>) {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    (server, client)
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn items_are_separated_by_commas() {
    let (server, client) = server();
    block_on(client.get_boxes(names(&["a", "b.c"]), names(&["d", "e,f"])).send()).unwrap();
    assert_eq!(server.url(), "https://api.example.com/boxes/.a,b.c/d,e%2Cf");
}

#[test]
fn an_empty_list_cannot_be_in_a_path() {
    let (server, client) = server();
    for (labels, plain) in [(names(&[]), names(&["a"])), (names(&["a"]), names(&[]))] {
        let error = block_on(client.get_boxes(labels, plain).send()).unwrap_err();
        assert!(error.is_invalid_argument());
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn what_is_required_is_sent_even_if_it_is_empty() {
    let (server, client) = server();
    let request = client.find_boxes(names(&[]), names(&[]), FindBoxesFilter::new(), names(&[]));
    block_on(request.tags(names(&[])).bars(names(&[])).x_tags(names(&[])).send()).unwrap();
    assert_eq!(server.url(), "https://api.example.com/boxes?each=&joined=&filter=");
    assert_eq!(server.header("x-names").as_deref(), Some(""));
    assert_eq!(server.header("x-tags"), None);
}

#[test]
fn an_item_that_would_be_several_is_refused() {
    let (server, client) = server();
    let request = || client.find_boxes(names(&["a,b"]), names(&["c,d"]), FindBoxesFilter::new(), names(&["e"]));
    for request in [request().bars(names(&["a|b"])), request().x_tags(names(&["a,b"]))] {
        assert!(block_on(request.send()).unwrap_err().is_invalid_argument());
    }
    assert_eq!(server.count(), 0);
    block_on(request().bars(names(&["a", "b"])).x_tags(names(&["a", "b"])).send()).unwrap();
    assert_eq!(
        server.url(),
        "https://api.example.com/boxes?each=a%2Cb&joined=c%2Cd&filter=&bars=a%7Cb"
    );
    assert_eq!(server.header("x-tags").as_deref(), Some("a,b"));
}
