use std::sync::Arc;

use sdk::models::PostFormBody;
use sdk::{Client, NoCredentials};

use crate::support::{Server, block_on};

fn server() -> (Arc<Server>, Client<NoCredentials>) {
    let server = Server::with(204, "", "");
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    (server, client)
}

#[test]
fn the_text_of_a_path_is_encoded() {
    let (server, client) = server();
    block_on(client.get_size("a/b ü%").send()).unwrap();
    assert_eq!(
        server.url(),
        "https://api.example.com/h%C3%B6he/gr%C3%B6%C3%9Fe/50%25/a%2Fb/a%2Fb%20%C3%BC%25"
    );
}

#[test]
fn a_fixed_query_is_sent_and_a_fragment_is_not() {
    let (server, client) = server();
    block_on(client.running_jobs().limit(3).send()).unwrap();
    assert_eq!(
        server.url(),
        "https://api.example.com/h%C3%B6he/jobs?state=l%C3%A4uft&all&limit=3"
    );
}

#[test]
fn no_variable_is_empty() {
    let (server, client) = server();
    assert!(block_on(client.stop_job("").send()).unwrap_err().is_invalid_argument());
    assert!(block_on(client.export_job("", "csv").send()).unwrap_err().is_invalid_argument());
    assert!(block_on(client.export_job("1", "").send()).unwrap_err().is_invalid_argument());
    assert_eq!(server.count(), 0);
    block_on(client.export_job("o'1", "csv").send()).unwrap();
    assert_eq!(server.url(), "https://api.example.com/h%C3%B6he/jobs('o%271').csv");
}

#[test]
fn reserved_characters_are_kept_where_they_end_nothing() {
    let (server, client) = server();
    let text = "/a:b?c#d&e=f+%2F%";
    let request = client.get_file("a/b?c#d%2Fe%").text(text).list(["a/b", "c,d"]);
    let request = request.deep([("k/".to_owned(), "v/&".to_owned())].into());
    block_on(request.json(["a/b"]).x_text("a/%2F").send()).unwrap();
    assert_eq!(
        server.url(),
        "https://api.example.com/h%C3%B6he/files/a/b%3Fc%23d%2Fe%25\
         ?text=/a:b?c%23d%26e=f%2B%2F%25&list=a/b,c%2Cd&deep%5Bk%2F%5D=v/%26&json=[%22a/b%22]"
    );
    assert_eq!(server.header("x-text").unwrap(), "a/%2F");
}

#[test]
fn reserved_characters_lead_to_no_other_path() {
    let (server, client) = server();
    for file in ["", "..", "a/../../b", "%2e%2E", "./a"] {
        assert!(block_on(client.get_file(file).send()).unwrap_err().is_invalid_argument());
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn fields_of_a_form_keep_reserved_characters() {
    let (server, client) = server();
    block_on(client.post_form(PostFormBody::new("/a?b=c&d%2F", "/")).send()).unwrap();
    assert_eq!(server.body(), "next=/a?b=c%26d%2F&plain=%2F");
}
