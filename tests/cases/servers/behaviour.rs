use sdk::operations::PutScan;
use sdk::{Client, ClientBuilder, NoCredentials, servers};

use crate::support::Server;

fn builder() -> ClientBuilder<NoCredentials> {
    Client::builder(NoCredentials).transport(Server::new())
}

fn client(builder: ClientBuilder<NoCredentials>) -> Client<NoCredentials> {
    builder.build().unwrap()
}

fn url<O: sdk::Operation>(request: sdk::Request<O>) -> String {
    request.into_http_request().unwrap().uri().to_string()
}

#[test]
fn the_first_servers_are_the_defaults() {
    let client = client(builder());
    assert_eq!(url(client.list_documents()), "https://demo.archive.example/v1/documents");
    assert_eq!(url(client.list_thumbnails()), "https://demo.archive.example/images/thumbnails");
    assert_eq!(url(client.read_index()), "https://demo.archive.example/search/index");
    assert_eq!(url(client.put_scan()), "https://scan.north.archive.example/in/scans");
    assert_eq!(servers::DEFAULT.as_str(), "https://demo.archive.example/v1");
}

#[test]
fn a_server_of_the_document_is_chosen_for_the_operations_without_their_own() {
    let tenant = client(builder().server(servers::hosted("acme", "v2")));
    assert_eq!(url(tenant.list_documents()), "https://acme.archive.example/v2/documents");
    assert_eq!(url(tenant.list_thumbnails()), "https://acme.archive.example/images/thumbnails");
    assert_eq!(url(tenant.put_scan()), "https://scan.north.archive.example/in/scans");
    let staging = client(builder().server(servers::STAGING));
    assert_eq!(url(staging.list_documents()), "https://staging.archive.example/documents");
}

#[test]
fn a_server_of_an_operation_is_chosen_for_a_request() {
    let client = client(builder());
    let sent = |server| url(client.put_scan().with_server(server));
    assert_eq!(sent(PutScan::zone("south")), "https://scan.south.archive.example/in/scans");
    assert_eq!(sent(PutScan::ANYWHERE), "https://scan.archive.example/scans");
    assert_eq!(sent(PutScan::BESIDE), "https://demo.archive.example/scanner/scans");
}

#[test]
fn a_base_url_moves_every_operation() {
    let local = "http://127.0.0.1:8080";
    let client = client(builder().base_url("http://127.0.0.1:8080/v1"));
    assert_eq!(url(client.list_documents()), format!("{local}/v1/documents"));
    assert_eq!(url(client.list_thumbnails()), format!("{local}/images/thumbnails"));
    assert_eq!(url(client.read_index()), format!("{local}/search/index"));
    assert_eq!(url(client.put_scan()), format!("{local}/v1/scans"));
    let scan = client.put_scan().with_server(PutScan::zone("south"));
    assert_eq!(url(scan), format!("{local}/v1/scans"));
}
